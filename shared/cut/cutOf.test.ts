import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type Note,
  type NoteId,
  type ParticipantId,
  type PersonId,
  phaseIds,
  type Stroke,
  type StrokeId,
  voices,
} from '../board/index.ts';
import { letterTexts, planLetter } from '../letter/index.ts';
import { derivePlan, diffPlans, type PlanVersion } from '../plan/index.ts';
import { type Cell, cellKey, cellsOf, type SheetText, type Template, templates } from '../template/index.ts';
import { cutOf } from './cutOf.ts';
import { makeCut } from './makeCut.ts';

/** A layout whose every word about a theme can be told from all else. */
const template: Template = {
  ...templates.lorenskog,
  themes: templates.lorenskog.themes.map(({ icon }, index) => ({
    id: `tema${index}q`,
    name: { nb: `Navn${index}q`, nn: `Namn${index}q`, en: `Name${index}q` } satisfies SheetText,
    icon,
  })),
};
const themes = template.themes.map(({ id }) => id);
const cells = cellsOf(template);
/** Whose hand is a child's: nothing that they wrote, drew or changed goes along, nor what they are called. */
const children = ['hand3q', 'penn1q', 'retter5q'].map((seat) => seat as ParticipantId);
const id = <Id>(text: string): Id => text as Id;

/** Everything that is said of a note is a word of its own, so that each can be searched for. */
function someNote(number: number): fc.Arbitrary<Note> {
  return fc
    .record({
      cell: fc.constantFrom(...cells),
      voice: fc.constantFrom(...voices),
      isAction: fc.boolean(),
      isEdited: fc.boolean(),
      isLoved: fc.boolean(),
      pair: fc.option(fc.nat({ max: 11 }), { nil: undefined }),
    })
    .map(({ cell, voice, isAction, isEdited, isLoved, pair }) => ({
      id: id<NoteId>(`note${number}q`),
      cell,
      order: `order${number}q`,
      text: `Ord${number}q`,
      voice,
      author: id<ParticipantId>(`hand${number}q`),
      createdAt: 1,
      ...(isAction
        ? {
            action: {
              ...{
                owner: `Eier${number}q`,
                service: `Tjeneste${number}q`,
                due: '2026-12-01',
                status: 'agreed' as const,
              },
              ownerId: id<PersonId>(`person${number}q`),
              withIds: [id<PersonId>(`medperson${number}q`)],
              reportedBy: id<PersonId>(`melder${number}q`),
              settleWith: `Avklares${number}q`,
              settleBy: '2026-12-05',
              ...(pair === undefined
                ? {}
                : { follows: id<NoteId>(`note${pair}q`), alongside: id<NoteId>(`note${pair}q`) }),
              paidBy: `Betaler${number}q`,
            },
          }
        : {}),
      ...(isEdited ? { editedBy: id<ParticipantId>(`retter${number}q`) } : {}),
      handwriting: { sheet: 987654321, x: 987654321, y: 987654321, width: 4, height: 4, path: `M${number} 0l4 0 0 4z` },
      ...(isLoved ? { hearts: [id<ParticipantId>('hjerteq')], votes: [id<ParticipantId>('stemmeq')] } : {}),
      ...(pair === undefined ? {} : { pair: id<NoteId>(`note${pair}q`) }),
    }));
}

const someStroke = (number: number): fc.Arbitrary<Stroke> =>
  fc.constantFrom(...cells).map((cell) => ({
    id: id<StrokeId>(`strek${number}q`),
    cell,
    points: [1, 2, 0.5],
    colour: 'ink',
    width: 2,
    author: id<ParticipantId>(`penn${number}q`),
    words: `tegnetord${number}q`,
  }));

const someView = fc.record({
  overall: fc.constantFrom(...phaseIds),
  themes: fc.dictionary(fc.constantFrom(...themes), fc.constantFrom(...phaseIds)),
});

const someVersion: fc.Arbitrary<PlanVersion> = fc
  .record({
    notes: fc.tuple(...Array.from({ length: 12 }, (_, number) => someNote(number))),
    strokes: fc.tuple(...Array.from({ length: 3 }, (_, number) => someStroke(number))),
    table: someView,
    citizen: someView,
    putAway: fc.subarray(themes),
  })
  .map(({ notes, strokes, table, citizen, putAway }) => {
    const places = cells.map(cellKey);
    const placeOf = (cell: Cell): number => places.indexOf(cellKey(cell));
    const sheet: Board = {
      templateId: template.id,
      title: 'Duknavnq',
      for: 'Eirin',
      horizonShort: '2027-01-01',
      horizonLong: '',
      notes: notes.toSorted((a, b) => placeOf(a.cell) - placeOf(b.cell)),
      bin: [{ ...(notes[0] as Note), id: id<NoteId>('kastetq'), text: 'Kastetordq', deletedAt: 1 }],
      strokes,
      journey: { ...table, citizen },
      meeting: { vision: 'Målbildeq', step: 'stegq', talkedOf: themes, notRelevant: themes },
      putAway,
      form: { now: 3 },
      leftOut: 7,
    };
    const hands = notes.flatMap(({ author, editedBy }) => (editedBy ? [author, editedBy] : [author]));
    const names = new Map([...hands, ...strokes.map(({ author }) => author)].map((hand) => [hand, `Navn på ${hand}`]));
    const present = [{ name: 'Tilstedeq', personId: id<PersonId>('tilstedeq') }];
    return {
      ...{ format: 2, boardId: id('dukq'), version: 3, meetingId: id('møteq'), date: '2026-09-16', present },
      ...{ template, position: 4_711, frozenAt: 1, sheet },
      plan: derivePlan({ board: sheet, template, meeting: { date: '2026-09-16', present }, names }),
      ...{ stateSha256: 'tilstandq', pictureSha256: 'bildeq', previousSha256: 'forrigeq' },
    };
  });

/** All words of a value, its keys among them, at any depth. */
function wordsIn(value: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(value).match(/[\p{L}\p{N}]+/gu));
}
/** The words that stand in nothing but the notes, strokes, themes and rows that are outside. */
function wordsOutside({ sheet }: PlanVersion, chosen: ReadonlySet<string>): readonly string[] {
  const out = sheet.notes.filter(
    ({ cell, voice, author }) => voice === 'child' || children.includes(author) || !chosen.has(cell.theme),
  );
  const outStrokes = sheet.strokes.filter(({ cell, author }) => children.includes(author) || !chosen.has(cell.theme));
  const outThemes = template.themes.filter(({ id: theme }) => !chosen.has(theme));
  const known = ['Duknavnq', 'Kastetordq', 'kastetq', 'stegq', 'Tilstedeq', 'tilstedeq', 'hjerteq', 'stemmeq', 'dukq'];
  return [
    ...[...wordsIn([out, outStrokes, outThemes])].filter((word) => word.endsWith('q')),
    ...sheet.notes.map(({ order }) => order),
    ...[
      ...wordsIn(
        sheet.notes.map(({ action }) => [action?.ownerId, action?.withIds, action?.reportedBy, action?.paidBy]),
      ),
    ],
    ...known,
    ...children,
    ...['møteq', 'tilstandq', 'bildeq', 'forrigeq', '4711'],
    ...(chosen.has('') ? [] : ['Målbildeq']),
  ].filter((word) => word !== 'null');
}

/** Of a kept note: the pair that it stands beside may be outside, but the note itself is named by no other. */
const someChoice = fc.subarray([...themes, ''], { minLength: 1 });

describe('a cut of any version', () => {
  it('holds no word of what is outside, at any depth, in the value or in its letter', () => {
    fc.assert(
      fc.property(
        someVersion,
        someVersion,
        someChoice,
        fc.boolean(),
        fc.boolean(),
        (version, before, chosen, withPicture, withDifference) => {
          const choice = { themes: chosen, withPicture, withDifference };
          const cut = makeCut({
            version,
            sha256: 'helplanx',
            previous: { ...before, version: 2 },
            recipient: 'Hagesenteret',
            choice,
            children,
          });
          const letter = planLetter({
            version: cut.version,
            sha256: 'utdragx',
            ...(cut.compared ? { comparedWith: cut.compared } : {}),
            contacts: {
              leaders: [],
              services: [],
              subjects: [],
              life: {
                state: 'released',
                release: { at: 1, name: 'Frigiverq', reason: 'Grunnq' },
              },
            },
            reader: 'team',
            language: 'nb',
            cut: { recipient: cut.recipient, choice: cut.choice, planSha256: 'helplanx' },
          });
          const allowed = wordsIn([
            chosen,
            kept(version, chosen),
            withPicture ? keptStrokes(version, chosen) : [],
            withDifference ? kept(before, chosen) : [],
          ]);
          const forbidden = [version, before]
            .flatMap((each) => wordsOutside(each, new Set(chosen)))
            .filter((word) => !allowed.has(word));
          const found = new Set([...wordsIn(cut), ...wordsIn(letter)]);
          expect(forbidden.filter((word) => found.has(word))).toEqual([]);
          expect([...found].filter((word) => /^(Frigiverq|Grunnq)$/.test(word))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('holds every word of what was chosen', () => {
    fc.assert(
      fc.property(someVersion, someChoice, (version, chosen) => {
        const cut = cutOf(version, { themes: chosen, withPicture: true, children });
        const texts = (notes: readonly Note[]) => notes.map(({ text }) => text);
        const expected = texts(kept(version, chosen));
        expect(texts(cut.sheet.notes)).toEqual(expected);
        const found = wordsIn(cut.plan);
        expect(expected.filter((text) => !found.has(text))).toEqual([]);
        expect(cut.sheet.strokes).toEqual(keptStrokes(version, chosen));
      }),
      { numRuns: 100 },
    );
  });

  it('tells of nothing as gone that stands in the whole version', () => {
    fc.assert(
      fc.property(someVersion, someVersion, someChoice, (version, before, chosen) => {
        const choice = { themes: chosen, withPicture: false, withDifference: true };
        const cut = makeCut({ version, sha256: 'x', previous: before, recipient: 'NAV', choice, children });
        const standing = new Set(version.sheet.notes.map((note) => note.id));
        const told = cut.compared ? diffPlans(cut.compared, cut.version).notes : [];
        expect(told.filter(({ noteId, after }) => after === undefined && standing.has(noteId))).toEqual([]);
        const isIn = new Set(cut.version.sheet.notes.map((note) => note.id));
        expect(cut.compared?.sheet.notes.filter((note) => standing.has(note.id) && !isIn.has(note.id))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('does not tell how full the rest was, nor that the citizen has a view of what is outside', () => {
    fc.assert(
      fc.property(someVersion, someChoice, (version, chosen) => {
        const { sheet, plan } = cutOf(version, { themes: chosen, withPicture: true, children });
        expect(sheet.form).toBeUndefined();
        const { overall, themes: ways = {} } = version.sheet.journey.citizen ?? {};
        const isTold = (overall && chosen.includes('')) || Object.keys(ways).some((theme) => chosen.includes(theme));
        expect([sheet.journey.citizen !== undefined, plan.journey.citizen !== undefined]).toEqual([!!isTold, !!isTold]);
      }),
      { numRuns: 50 },
    );
  });

  it('cut again the same way is the same, and the whole version is untouched', () => {
    fc.assert(
      fc.property(someVersion, someChoice, (version, themes) => {
        const before = JSON.stringify(version);
        const parts = { themes, withPicture: true, children };
        const cut = cutOf(version, parts);
        expect(cutOf(cut, parts)).toEqual(cut);
        expect(JSON.stringify(version)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** The notes that were chosen, with what they may bring along. */
function kept({ sheet }: PlanVersion, chosen: readonly string[]): readonly Note[] {
  const notes = sheet.notes.filter(
    ({ cell, voice, author }) => voice !== 'child' && !children.includes(author) && chosen.includes(cell.theme),
  );
  const ids = new Set(notes.map((note) => note.id));
  return notes.map(({ pair, action, editedBy, order: _, hearts: __, votes: ___, ...note }) => ({
    ...note,
    order: '',
    ...(editedBy && !children.includes(editedBy) ? { editedBy } : {}),
    ...(pair && ids.has(pair) ? { pair } : {}),
    ...(action ? { action: { ...action, ownerId: id(''), withIds: [], reportedBy: id('') } } : {}),
  }));
}

function keptStrokes({ sheet }: PlanVersion, chosen: readonly string[]): readonly Stroke[] {
  return sheet.strokes.filter(({ cell, author }) => !children.includes(author) && chosen.includes(cell.theme));
}

describe('a cut', () => {
  const version = fc.sample(someVersion, { numRuns: 1, seed: 1 })[0] as PlanVersion;

  it('has what was written by hand only where the duk is drawn, and never where on the paper it lay', () => {
    const parts = { themes, children };
    expect(JSON.stringify(version)).toContain('987654321');
    expect(JSON.stringify(cutOf(version, { ...parts, withPicture: true }))).not.toContain('987654321');
    expect(JSON.stringify(cutOf(version, { ...parts, withPicture: true }))).toContain('handwriting');
    expect(JSON.stringify(cutOf(version, { ...parts, withPicture: false }))).not.toContain('handwriting');
  });

  it('tells of every change that it would tell of with the picture', () => {
    const previous = fc.sample(someVersion, { numRuns: 1, seed: 2 })[0] as PlanVersion;
    const told = [true, false].map((withPicture) => {
      const choice = { themes, withPicture, withDifference: true };
      const cut = makeCut({ version, sha256: 'x', previous, recipient: 'NAV', choice, children });
      return cut.compared && diffPlans(cut.compared, cut.version).notes;
    });
    expect(told[0]?.length).toBeGreaterThan(3);
    expect(told[1]).toEqual(told[0]);
  });

  it('without the picture has no ink, and its letter has no place for one', () => {
    const choice = { themes: [themes[0] as string], withPicture: false, withDifference: false };
    const cut = makeCut({ version, sha256: 'x', recipient: 'NAV', choice, children });
    expect(cut.version.sheet.strokes).toEqual([]);
    const contacts = { leaders: [], services: [], subjects: [], life: { state: 'approved' as const } };
    const letter = planLetter({
      ...{ version: cut.version, sha256: 'y', contacts, reader: 'team', language: 'en' },
      cut: { recipient: 'NAV', choice, planSha256: 'x' },
    });
    expect(letter.sections.map((section) => section.id)).not.toContain('picture');
    expect(letter.contact.map(({ term }) => term)).not.toContain(letterTexts.en.present);
    expect(letter.remarks.join(' ')).toContain('Fingerprint of the extract (SHA-256): y');
    expect(letter.remarks.join(' ')).toContain('version 3, which has x');
  });

  it('has its themes in the order of the layout, each once, and none that the layout has not', () => {
    const [first = '', second = ''] = themes;
    const choice = { themes: ['', second, first, second, 'ukjent'], withPicture: false, withDifference: true };
    const cut = makeCut({ version, sha256: 'x', recipient: 'NAV', choice, children });
    expect(cut.choice.themes).toEqual([first, second, '']);
    expect(cut.compared).toBeUndefined();
  });
});
