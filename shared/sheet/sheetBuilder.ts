import fc from 'fast-check';
import {
  type Action,
  actionStatuses,
  type Board,
  maxLanes,
  type Note,
  type NoteId,
  type ParticipantId,
  voices,
} from '../board/index.ts';
import { type Cell, cellKey, cellsOf, columnIds, type ShippedTemplateId, templates } from '../template/index.ts';
import type { SheetInput } from './layOut.ts';
import { sheetWords } from './sheetWords.ts';

/** Small builders for this folder's tests: each states only what matters to the case. */
export const eirin = 'eirin-0001' as ParticipantId;

export function note(id: string, cell: Cell, change: Partial<Omit<Note, 'id' | 'cell'>> = {}): Note {
  return {
    id: id as NoteId,
    cell,
    order: 'a0',
    text: `Lapp ${id}`,
    voice: 'citizen',
    author: eirin,
    createdAt: 1,
    ...change,
  };
}

/** A sheet to lay out, its notes in reading order as `readBoard` leaves them. */
export function sheetOf(
  templateId: ShippedTemplateId,
  notes: readonly Note[] = [],
  change: Partial<SheetInput> & Pick<Partial<Board>, 'strokes' | 'form' | 'putAway'> = {},
): SheetInput {
  const template = templates[templateId];
  const places = cellsOf(template).map(cellKey);
  const { strokes = [], form, putAway, ...rest } = change;
  const board: Board = {
    templateId,
    title: '',
    for: 'Eirin',
    horizonShort: '2027-06-30',
    horizonLong: '',
    notes: notes.toSorted((a, b) => places.indexOf(cellKey(a.cell)) - places.indexOf(cellKey(b.cell))),
    bin: [],
    strokes,
    journey: { themes: {} },
    ...(form ? { form } : {}),
    ...(putAway ? { putAway } : {}),
    leftOut: 0,
  };
  const names = new Map([[eirin, 'Eirin']]);
  const meeting = { date: '2026-11-22', present: ['Eirin', 'Mona'] };
  return { board, template, words: sheetWords.nb, names, meeting, folded: new Set(), ...rest };
}

/** What people here write, in stretches: other scripts, families, flags, marks and odd white space among them. */
const stretch = fc.constantFrom(
  'jeg',
  'vil ',
  'søknad',
  'startlån',
  'arbeidsavklaringspengevedtaket',
  'oppfølgings-',
  'ÆØÅ',
  '12.',
  '«nøkkel»',
  ' ',
  '  ',
  '\n',
  '\t',
  '-',
  '–',
  '\u{a0}',
  '\u{ad}',
  '\u{200b}',
  'e\u{301}a\u{323}',
  '👩🏽‍🚒',
  '👨‍👩‍👧‍👦',
  '🇳🇴🇸🇪',
  '❤️',
  '⭐',
  '1️⃣',
  '🙂',
  'سلام',
  'ሰላም',
  '你好。',
  'Привіт',
  'עברית',
);
export const someText: fc.Arbitrary<string> = fc.oneof(
  fc.array(stretch, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(stretch, { maxLength: 14 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\r', '\n')),
);

const someAction: fc.Arbitrary<Action> = fc.record({
  owner: someText,
  service: fc.constantFrom('', 'NAV', 'Arbeids- og velferdsforvaltningen i Lørenskog kommune'),
  due: fc.constantFrom('', '2026-12-01'),
  status: fc.constantFrom(...actionStatuses),
});

export function someNote(id: string, template: ShippedTemplateId): fc.Arbitrary<Note> {
  return fc
    .record({
      cell: fc.constantFrom(...cellsOf(templates[template])),
      text: someText,
      voice: fc.constantFrom(...voices),
      action: fc.option(someAction, { nil: undefined }),
    })
    .map(({ cell, action, ...rest }) => note(id, cell, { ...rest, ...(action ? { action } : {}) }));
}

/** Any sheet: either layout, any notes, any of its themes folded away, any number present, in any language. */
export const someSheet: fc.Arbitrary<SheetInput> = fc
  .constantFrom<ShippedTemplateId>('lorenskog', 'simple')
  .chain((templateId) =>
    fc
      .record({
        count: fc.nat({ max: 25 }),
        folded: fc.subarray([...templates[templateId].themes.map(({ id }) => id), '']),
        present: fc.array(fc.constantFrom('Eirin', 'Mona Li', 'Gro Harlem Brundtland', 'محمد'), { maxLength: 40 }),
        name: someText,
        vision: fc.oneof(fc.constant(''), someText),
        form: fc.dictionary(fc.constantFrom(...columnIds), fc.integer({ min: 1, max: maxLanes })),
        words: fc.constantFrom(sheetWords.nb, sheetWords.nn, sheetWords.en),
      })
      .chain(({ count, folded, present, name, vision, form, words }) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => someNote(`note-${index}`, templateId))).map((notes) => {
          const sheet = sheetOf(templateId, notes, {
            folded: new Set(folded),
            meeting: { date: '2026-11-22', present },
            names: new Map([[eirin, name]]),
            words,
            form,
          });
          const meeting = { vision, step: '', talkedOf: [] };
          return { ...sheet, board: { ...sheet.board, for: name, ...(vision === '' ? {} : { meeting }) } };
        }),
      ),
  );
