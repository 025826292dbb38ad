import { describe, expect, it } from 'vitest';
import type { NoteId } from '../board/index.ts';
import type { NoteChange, NoteDifference, PlanAction, PlanDiff, PlanItem } from '../plan/index.ts';
import { diffPlans } from '../plan/index.ts';
import { agreed, boardWith, eirin, gro, note, versionOf } from '../plan/planBuilders.ts';
import { templates } from '../template/index.ts';
import type { LetterLanguage, ToldChange } from './letter.ts';
import { tellChanges } from './tellChanges.ts';

const item: PlanItem = {
  noteId: 'note-0001' as NoteId,
  column: 'long',
  theme: 'housing',
  text: 'Ha min egen nøkkel',
  voice: 'citizen',
  author: eirin,
  authorName: 'Eirin',
};
const action: PlanAction = { ...item, owner: 'Sunniva', service: 'Boligkontoret', due: '2026-06-01', status: 'agreed' };

function tell(change: Partial<PlanDiff>, language: LetterLanguage = 'nb') {
  const diff: PlanDiff = {
    from: { version: 1, date: '2025-11-12' },
    to: { version: 2, date: '2026-01-28' },
    headers: [],
    horizons: [],
    phases: [],
    notes: [],
    standing: [],
    newPresent: [],
    ...change,
  };
  return tellChanges(diff, { template: templates.lorenskog, language, reader: 'team' });
}

function tellNote(change: Omit<NoteChange, 'noteId'>): ToldChange & { readonly kind: string } {
  const [group] = tell({ notes: [{ noteId: item.noteId, ...change }] });
  const told = group?.changes[0];
  if (!group || !told) throw new Error('nothing was told');
  return { ...told, kind: group.kind };
}

const gone = (before: PlanItem | PlanAction) => tellNote({ before, differences: [{ kind: 'gone' }] });

describe('telling what became different', () => {
  it('tells of a new tiltak with who and by when', () => {
    expect(tellNote({ after: action, differences: [{ kind: 'new' }] })).toMatchObject({
      kind: 'new',
      quotes: ['«Ha min egen nøkkel»'],
      sentences: ['Nytt tiltak.', 'Hvem: Sunniva, Boligkontoret.', 'Innen 1.\u00a0juni 2026.'],
    });
  });

  it.each([
    [
      'settleChanged',
      { with: '', by: '' },
      { with: 'Elif', by: '2026-12-05' },
      'Må avklares med Elif innen 5.\u00a0desember 2026.',
    ],
    ['settleChanged', { with: 'Elif', by: '' }, { with: '', by: '' }, 'Må ikke lenger avklares (før: med Elif).'],
    ['followsChanged', '', 'Ordne depositum', 'Gjøres etter «Ordne depositum».'],
    ['followsChanged', 'Ordne depositum', '', 'Venter ikke lenger på «Ordne depositum».'],
    ['alongsideChanged', 'a', 'b', 'Gjøres nå samtidig med «b» (før: «a»).'],
    ['paidByChanged', '', 'NAV og kommunen', 'Betales av NAV og kommunen.'],
  ] as const)('tells in a sentence that something else is agreed: %s', (kind, from, to, sentence) => {
    const difference = { kind, from, to } as NoteDifference;
    expect(tellNote({ before: action, after: action, differences: [difference] }).sentences).toEqual([sentence]);
  });

  it('tells where a new note lies, and whose words it is', () => {
    const child = { ...item, voice: 'child', authorName: 'Liya' } as const;
    expect(tellNote({ after: child, differences: [{ kind: 'new' }] }).sentences).toEqual([
      'Ny under «På lang sikt» (Bosituasjon). Barnets stemme · skrevet av Liya.',
    ]);
  });

  it('says whose words the new notes are once, when they are alike', () => {
    const notes = ['a', 'b'].map((id) => ({
      noteId: id as NoteId,
      after: { ...item, noteId: id as NoteId },
      differences: [{ kind: 'new' } as const],
    }));
    const [group] = tell({ notes });
    expect(group?.lead).toBe('Der ikke annet står: Innbyggerens stemme · skrevet av Eirin');
    expect(group?.changes.map(({ sentences }) => sentences)).toEqual([
      ['Ny under «På lang sikt» (Bosituasjon).'],
      ['Ny under «På lang sikt» (Bosituasjon).'],
    ]);
  });

  it('never lets a promise that was broken read like one that was kept', () => {
    expect(gone(action).sentences).toEqual([
      'Ble ikke gjort, og er tatt bort (Sunniva, Boligkontoret, frist 1.\u00a0juni 2026).',
    ]);
    expect(gone({ ...action, status: 'done' }).sentences).toEqual(['Var gjort, og er ryddet bort.']);
    expect(gone({ ...action, status: 'stopped' }).sentences).toEqual(['Var stoppet, og er tatt bort.']);
  });

  it.each([
    ['done', 'Er sagt å være gjort, og er ryddet bort (Sunniva, Boligkontoret, frist 1.\u00a0juni 2026).'],
    ['unimportant', 'Er ikke viktig lenger, og er tatt bort (Sunniva, Boligkontoret, frist 1.\u00a0juni 2026).'],
    ['rewritten', 'Er skrevet på nytt (Sunniva, Boligkontoret, frist 1.\u00a0juni 2026).'],
    ['mistake', 'Var satt opp ved en feil, og er tatt bort (Sunniva, Boligkontoret, frist 1.\u00a0juni 2026).'],
  ] as const)('says why something is gone, where somebody has said so: %s', (why, sentence) => {
    const differences = [{ kind: 'gone', why }] as const;
    expect(tellNote({ before: action, differences }).sentences).toEqual([sentence]);
    // What is done is done, whatever was pressed after.
    const done = { ...action, status: 'done' } as const;
    expect(tellNote({ before: done, differences }).sentences).toEqual(['Var gjort, og er ryddet bort.']);
    expect(tellNote({ before: item, differences }).sentences).toEqual([sentence.replace(/ \(.*\)/, '')]);
  });

  it('tells of a goal that was reached and tidied away as reached', () => {
    expect(gone({ ...item, goal: 'reached' }).sentences).toEqual(['Målet var nådd, og er ryddet bort.']);
  });

  it('says once of several that they are gone', () => {
    const notes = ['a', 'b', 'c'].map((id) => ({
      noteId: id as NoteId,
      before: { ...item, noteId: id as NoteId, text: `Lapp ${id}` },
      differences: [{ kind: 'gone' } as const],
    }));
    expect(tell({ notes })[0]?.changes).toEqual([
      { id: 'gone', quotes: ['«Lapp a»', '«Lapp b»', '«Lapp c»'], sentences: ['Disse er tatt av duken.'] },
    ]);
  });

  it('tells of a horizon by its column, and of none that the layout has no column for', () => {
    const horizons = [{ horizon: 'short', from: '2026-06-30', to: '2027-03-31' }] as const;
    expect(JSON.stringify(tell({ horizons }))).toContain('På kort sikt');
    const { columns, ...rest } = templates.lorenskog;
    const template = { ...rest, columns: columns.map(({ horizon: _, ...column }) => column) };
    const diff = { from: { version: 1, date: '2025-11-12' }, to: { version: 2, date: '2026-01-28' }, horizons };
    const none = { headers: [], phases: [], notes: [], standing: [], newPresent: [] };
    expect(tellChanges({ ...diff, ...none }, { template, language: 'nb', reader: 'team' })).toEqual([]);
  });

  it('tells gains first, then the way, what is new, what stands still, and what is gone', () => {
    const groups = tell({
      notes: [
        { noteId: 'a' as NoteId, before: item, differences: [{ kind: 'gone' }] },
        { noteId: 'b' as NoteId, after: item, differences: [{ kind: 'new' }] },
        { noteId: 'c' as NoteId, before: action, after: action, differences: [{ kind: 'done', from: 'agreed' }] },
        {
          noteId: 'd' as NoteId,
          before: item,
          after: { ...item, goal: 'reached' },
          differences: [{ kind: 'goalChanged', to: 'reached' }],
        },
      ],
      phases: [{ of: 'overall', from: 'untenable', to: 'exposed' }],
      standing: [action],
    });
    expect(groups.map(({ kind, changes }) => [kind, changes.length])).toEqual([
      ['done', 2],
      ['journey', 1],
      ['new', 1],
      ['standing', 1],
      ['gone', 1],
    ]);
  });

  it('says of what stands still how many days it is over', () => {
    const dues = ['2026-01-01', '2026-01-27', '2026-02-15', ''];
    const [group] = tell({ standing: dues.map((due, index) => ({ ...action, noteId: `n${index}` as NoteId, due })) });
    expect(group?.changes.map(({ sentences }) => sentences.at(-1))).toEqual([
      '27 dager over fristen.',
      'Én dag over fristen.',
      'Fristen er 15.\u00a0februar 2026.',
      'Har ingen dato.',
    ]);
  });

  it('knows a reworded note by its old words, and ends its sentence once', () => {
    const told = tellNote({
      before: item,
      after: { ...item, text: 'Ha egen leilighet.' },
      differences: [{ kind: 'changed', words: [] }],
    });
    expect(told).toMatchObject({ kind: 'changed', quotes: ['«Ha min egen nøkkel»'], sentences: [] });
    expect(told.reworded?.sentence).toBe('Er skrevet om til «Ha egen leilighet.»');
  });

  it('tells what matters to somebody as it was and as it is, and corrects neither', () => {
    for (const what of [{ column: 'dream', theme: '' }, { matters: 'citizen' }] as const) {
      const told = tellNote({
        before: { ...item, ...what },
        after: { ...item, ...what, text: 'Bo nær søsteren min' },
        differences: [{ kind: 'changed', words: [{ kind: 'removed', text: 'Ha min egen nøkkel' }] }],
      });
      expect(told).toEqual({
        kind: 'changed',
        id: item.noteId,
        quotes: [],
        sentences: ['Sist sto det «Ha min egen nøkkel».', 'Nå står det «Bo nær søsteren min».'],
      });
    }
  });

  it('tells all of a long dream that was changed at its end', () => {
    const dream = `${'Jeg vil bo nær de andre. '.repeat(14)}Og ha `;
    const told = tellNote({
      before: { ...item, column: 'dream', theme: '', text: `${dream}katt` },
      after: { ...item, column: 'dream', theme: '', text: `${dream}hund` },
      differences: [{ kind: 'changed', words: [] }],
    });
    expect(told.sentences).toEqual([`Sist sto det «${dream}katt».`, `Nå står det «${dream}hund».`]);
  });

  it('names the theme of a moved note only when it changed', () => {
    const moved = (theme: string) =>
      tellNote({
        before: item,
        after: item,
        differences: [{ kind: 'moved', from: { column: 'long', theme: 'housing' }, to: { column: 'short', theme } }],
      });
    expect(moved('housing')).toMatchObject({
      kind: 'moved',
      sentences: ['Flyttet fra «På lang sikt» til «På kort sikt».'],
    });
    expect(moved('work').sentences).toEqual(['Flyttet fra «På lang sikt» (Bosituasjon) til «På kort sikt» (Jobb).']);
  });

  it.each([
    ['', 'Mona', 'Mona står for det.'],
    ['Mona', '', 'Ingen står for det lenger (før: Mona).'],
    ['Mona', 'Gro', 'Gro står for det nå (før: Mona).'],
  ])('tells of an owner from %j to %j', (from, to, sentence) => {
    const differences = [{ kind: 'ownerChanged', from, to }] as const;
    expect(tellNote({ before: action, after: action, differences }).sentences).toEqual([sentence]);
  });

  it('tells of phases in the words of who reads', () => {
    const diff: PlanDiff = {
      from: { version: 1, date: '2025-11-12' },
      to: { version: 2, date: '2026-01-28' },
      headers: [],
      horizons: [],
      phases: [{ of: 'overall', from: 'untenable', to: 'exposed' }],
      notes: [],
      standing: [],
      newPresent: [],
    };
    const said = (reader: 'family' | 'team') =>
      tellChanges(diff, { template: templates.lorenskog, language: 'nb', reader })[0]?.changes[0]?.sentences;
    expect(said('team')).toEqual(['Situasjonen som helhet: fra «Uholdbar» til «Utsatt».']);
    expect(said('family')).toEqual(['Situasjonen som helhet: fra «Nå er det tungt» til «Ikke trygt ennå».']);
  });

  it('tells it in nynorsk and English too', () => {
    const notes = [{ noteId: item.noteId, after: action, differences: [{ kind: 'new' } as const] }];
    expect(tell({ notes }, 'nn')[0]).toMatchObject({
      heading: 'Nytt',
      changes: [{ sentences: ['Nytt tiltak.', 'Kven: Sunniva, Boligkontoret.', 'Innan 1.\u00a0juni 2026.'] }],
    });
    expect(tell({ notes }, 'en')[0]).toMatchObject({
      heading: 'New',
      changes: [
        {
          quotes: ['“Ha min egen nøkkel”'],
          sentences: ['New action.', 'Who: Sunniva, Boligkontoret.', 'By 1\u00a0June 2026.'],
        },
      ],
    });
  });
});

describe('what is no difference', () => {
  const cell = { column: 'difficult', theme: 'housing' } as const;

  it('is the same letters in another form', () => {
    const [older, newer] = ['NFD', 'NFC'].map((form) =>
      versionOf(boardWith([note('a', cell, { text: 'Jeg sover på sofaen'.normalize(form) })])),
    );
    if (!older || !newer) throw new Error('two versions');
    expect(diffPlans(older, newer).notes).toEqual([]);
  });

  it('is a note thrown away and written anew alike, by the same hand in the same place', () => {
    const before = versionOf(boardWith([note('a', cell, { text: 'Sofaen' })]));
    const after = versionOf(boardWith([note('b', cell, { text: 'Sofaen' })]));
    expect(diffPlans(before, after).notes).toEqual([]);
    const another = versionOf(boardWith([note('b', cell, { text: 'Sofaen', author: gro })]));
    expect(diffPlans(before, another).notes).toHaveLength(2);
  });

  it('leaves what is still to be done to be told of, the longest over first', () => {
    const now = { column: 'now', theme: 'work' } as const;
    const board = boardWith([
      note('late', now, { action: { ...agreed, due: '2025-10-01' } }),
      note('later', now, { action: { ...agreed, due: '2025-08-01' } }),
      note('done', now, { action: { ...agreed, status: 'done' } }),
    ]);
    const added = boardWith([...board.notes, note('fresh', now, { action: agreed })]);
    const { standing } = diffPlans(versionOf(board), versionOf(added, 2));
    expect(standing.map(({ noteId }) => noteId)).toEqual(['later', 'late']);
  });
});
