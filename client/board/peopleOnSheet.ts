import type { NoteId, ParticipantId } from '@duken/shared/board';
import { caretPlace, type PlacedNote, type SheetLayout, selectionBoxes } from '@duken/shared/sheet';
import type { NoteWriters, PersonCaret, PersonPointer } from '../canvas/index.ts';
import type { Presence, SharedCaret } from '../session/index.ts';
import { areaOf } from './canvasMoves.ts';
import { personColour } from './personColour.ts';

/** Others, as the stage shows them. */
export interface PeopleOnSheet {
  readonly pointers: readonly PersonPointer[];
  readonly carets: readonly PersonCaret[];
  readonly writers: readonly NoteWriters[];
}

interface SheetOfPeople {
  readonly layout: SheetLayout;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly showsPointers: boolean;
  /** Where a shared caret is now, in UTF-16 units. */
  readonly placeOf: (
    noteId: NoteId,
    caret: SharedCaret,
  ) => { readonly anchor: number; readonly head: number } | undefined;
}

/** Where others point, and where they write. */
export function peopleOnSheet(others: readonly Presence[], sheet: SheetOfPeople): PeopleOnSheet {
  const pointers: PersonPointer[] = [];
  const carets: PersonCaret[] = [];
  const writers = new Map<
    NoteId,
    { readonly placed: PlacedNote; readonly people: { name: string; colour: string }[] }
  >();
  for (const { windowId, participantId, pointer, writingIn, caret } of others) {
    const person = { name: sheet.names.get(participantId) ?? '', colour: personColour(participantId, sheet.names) };
    if (pointer && sheet.showsPointers) pointers.push({ key: windowId, ...pointer, ...person });
    const placed = writingIn && sheet.layout.notes.find(({ note }) => note.id === writingIn);
    if (!placed) continue;
    carets.push(caretOn(placed, { key: windowId, colour: person.colour }, caret && sheet.placeOf(writingIn, caret)));
    const known = writers.get(writingIn);
    if (known) known.people.push(person);
    else writers.set(writingIn, { placed, people: [person] });
  }
  return {
    pointers,
    carets,
    writers: [...writers].map(([key, { placed, people }]) => ({ key, ...areaOf(placed), people })),
  };
}

/** The caret where it was told to be; at the end of the text when that cannot be read. */
function caretOn(
  { note, box, x, y }: PlacedNote,
  who: { readonly key: number; readonly colour: string },
  place: { readonly anchor: number; readonly head: number } | undefined,
): PersonCaret {
  const head = caretPlace(box, place?.head ?? note.text.length);
  const selection = place
    ? selectionBoxes(box, Math.min(place.anchor, place.head), Math.max(place.anchor, place.head))
    : [];
  return {
    ...who,
    x: x + head.x,
    y: y + head.y,
    height: head.height,
    selection: selection.map((area) => ({ ...area, x: x + area.x, y: y + area.y })),
  };
}
