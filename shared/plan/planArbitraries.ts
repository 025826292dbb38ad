import fc from 'fast-check';
import { actionStatuses, type Board, type Note, phaseIds, voices } from '../board/index.ts';
import { cellsOf, templates } from '../template/index.ts';
import { boardWith, eirin, gro, note } from './planBuilders.ts';

/** Words that come again, so that two texts are often alike in part; other scripts, emoji and odd white space among them. */
const words = fc.constantFrom(
  'jeg',
  'vil',
  'egen',
  'nøkkel',
  'ሰላም',
  'سلام',
  '👩‍👧',
  '❤️',
  '–',
  '.',
  ' ',
  '  ',
  '\n',
  '\u{a0}',
);
export const someText = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const someDay = fc.constantFrom('', '2026-06-30', '2028-12-31');
const somePhase = fc.constantFrom(...phaseIds);

const someAction = fc.record({
  owner: fc.constantFrom('', 'Mona', 'Gro'),
  service: fc.constantFrom('', 'NAV'),
  due: someDay,
  status: fc.constantFrom(...actionStatuses),
});

function someNote(id: string): fc.Arbitrary<Note> {
  return fc
    .record({
      cell: fc.constantFrom(...cellsOf(templates.lorenskog)),
      order: fc.constantFrom('a0', 'a1', 'a2'),
      text: someText,
      voice: fc.constantFrom(...voices),
      author: fc.constantFrom(eirin, gro),
      action: fc.option(someAction, { nil: undefined }),
    })
    .map(({ cell, action, ...rest }) => note(id, cell, { ...rest, ...(action ? { action } : {}) }));
}

/** A board whose notes' ids come from a small set, so that two boards have many notes in common. */
export const someBoard: fc.Arbitrary<Board> = fc
  .record({
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
    title: fc.constantFrom('Planen til Eirin', 'Planen vår'),
    for: fc.constantFrom('', 'Eirin'),
    horizonShort: someDay,
    horizonLong: someDay,
    overall: fc.option(somePhase, { nil: undefined }),
    themes: fc.dictionary(fc.constantFrom('work', 'housing', 'network'), somePhase),
  })
  .chain(({ ids, overall, themes, ...header }) =>
    fc
      .tuple(...ids.map((id) => someNote(`note-${id}`)))
      .map((notes) => boardWith(notes, { ...header, journey: { ...(overall ? { overall } : {}), themes } })),
  );
