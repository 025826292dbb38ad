import type { NoteId } from '@duken/shared/board';

/** What is open on a note of the list: its text box, or what else can be done with it. */
export type NoteMode = 'write' | 'options';

/** What a note of the list asks for, beyond the commands on the board. The same value for as long as the list is shown. */
export interface NoteCommands {
  readonly onMode: (noteId: NoteId, mode: NoteMode | undefined) => void;
  readonly onStep: (noteId: NoteId, direction: 'up' | 'down') => void;
  readonly onMove: (noteId: NoteId) => void;
  readonly onAction: (noteId: NoteId) => void;
  readonly onDiffer: (noteId: NoteId) => void;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
}
