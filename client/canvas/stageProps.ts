import type { InkColour, NoteId } from '@duken/shared/board';
import type { SheetLayout, SheetLook } from '@duken/shared/sheet';
import type { ReactNode } from 'react';
import type { StageGestures } from './gestures.ts';
import type { Tool } from './hands.ts';
import type { NoteWriters, PersonCaret, PersonPointer } from './paintPeople.ts';
import type { Rect, Viewport } from './viewport.ts';

/** A ring round a note or a cell. */
export interface StageRing extends Rect {
  readonly colour: string;
  readonly isNote: boolean;
}

export interface BoardStageProps {
  readonly layout: SheetLayout;
  /** The sheet as it lies while nobody has a note in hand. What a held note is over is asked anew when this changes. */
  readonly atRest: SheetLayout;
  readonly look: SheetLook;
  readonly viewport: Viewport;
  readonly tool: Tool;
  readonly inkColour: InkColour;
  /** Width of new ink, in sheet units. */
  readonly inkWidth: number;
  readonly mayWrite: boolean;
  /** The note whose words the open editor shows. */
  readonly editing: NoteId | undefined;
  /** Notes that are on this device alone. */
  readonly unsaved?: ReadonlySet<NoteId> | undefined;
  readonly pointers: readonly PersonPointer[];
  readonly carets: readonly PersonCaret[];
  /** Notes that others write in now. */
  readonly writers: readonly NoteWriters[];
  /** Where the keyboard is, and the note one writes in. */
  readonly rings: readonly StageRing[];
  readonly gestures: StageGestures;
  /** HTML that lies on the sheet, in sheet units: the open editor, buttons on headings. */
  readonly children?: ReactNode;
}
