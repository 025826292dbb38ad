import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Board, Note, ParticipantId, StrokeId } from '../board/index.ts';
import type { EarlierJourney } from '../journey/index.ts';
import { type PlanVersion, readPlanVersion } from '../plan/index.ts';
import { agreed, boardWith, eirin, gro, note, versionOf } from '../plan/planBuilders.ts';
import type { Letter, LetterBlock, LetterContacts, LetterLanguage, LetterSection } from './letter.ts';
import { letterToText } from './letterToText.ts';
import { type LetterSource, planLetter } from './planLetter.ts';
import { letterTexts } from './textsByLanguage.ts';

const contacts: LetterContacts = {
  life: { state: 'unasked' },
  leaders: [{ name: 'Marit', phone: '22 33 44 55' }],
  nextMeeting: '2026-02-03',
  services: [{ name: 'Leif', service: 'Helsetjenesten' }],
  subjects: [],
};

function letterOf(version: PlanVersion, change: Partial<LetterSource> = {}): Letter {
  return planLetter({ version, sha256: 'abc123', contacts, reader: 'family', language: 'nb', ...change });
}

function letterWith(notes: readonly Note[], change: Partial<Board> = {}, source: Partial<LetterSource> = {}): Letter {
  return letterOf(versionOf(boardWith(notes, change)), source);
}

function section(letter: Letter, id: string): LetterSection {
  const found = letter.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}, only ${letter.sections.map((one) => one.id).join(', ')}`);
  return found;
}

function blockOf<Kind extends LetterBlock['kind']>({ blocks }: LetterSection, kind: Kind) {
  const found = blocks.find((block): block is LetterBlock & { readonly kind: Kind } => block.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const now = { column: 'now', theme: 'work' } as const;
const dream = { column: 'dream', theme: 'leisure' } as const;

describe('the plan as a letter', () => {
  it('says first whom to ring, when they meet again, and who was there from which service', () => {
    expect(letterWith([]).contact).toEqual([
      { term: 'Investeringsleder', text: 'Marit' },
      { term: 'Telefon', text: '22 33 44 55' },
      { term: 'Neste møte', text: '3.\u00a0februar 2026' },
      { term: 'Til stede', text: 'Eirin og Leif (Helsetjenesten)' },
    ]);
  });

  it('says so when that is not known', () => {
    const unknown = { leaders: [{ name: 'Marit' }], services: [], subjects: [], life: { state: 'unasked' as const } };
    const { contact } = letterWith([], {}, { contacts: unknown });
    expect(contact.slice(1, 3).map(({ text }) => text)).toEqual(['ikke oppgitt', 'ikke avtalt']);
  });

  it('is headed as a plan, whatever the duk is called', () => {
    expect(letterWith([]).title).toBe('Investeringsplan for Eirin');
    expect(letterWith([], { for: ' ', title: 'Familien Li' }).title).toBe('Investeringsplan: Familien Li');
  });

  it('says of a tiltak what it waits for, who must say yes and who pays, and of one that is done only who paid', () => {
    const settled = { settleWith: 'Elif', settleBy: '2026-12-05', paidBy: 'NAV' };
    const first = note('first', now, { text: 'Ordne depositum', action: agreed });
    const action = { ...agreed, ...settled, follows: first.id, alongside: first.id };
    const besides = (status: 'agreed' | 'done', id = 'now') =>
      blockOf(section(letterWith([first, note('2', now, { action: { ...action, status } })]), id), 'table').rows.map(
        ({ cells }) => cells[0]?.beside,
      );
    // It goes round in a ring: it cannot wait for what it is done together with.
    expect(besides('agreed')[0]).toBe(
      'Jobb · Samtidig med «Ordne depositum» · Må avklares med Elif innen 5.\u00a0des.\u00a02026 · Betales av NAV',
    );
    expect(besides('done', 'done')).toEqual(['Jobb · Betales av NAV']);
    const follows = letterWith([first, note('2', now, { action: { ...agreed, follows: first.id } })]);
    expect(blockOf(section(follows, 'now'), 'table').rows[0]?.cells[0]?.beside).toBe('Jobb · Etter «Ordne depositum»');
  });

  it('has what is still to be done under the column, and what is over under a heading of its own', () => {
    const letter = letterWith([
      note('open', now, { text: 'Åpen', action: agreed }),
      note('done', now, { text: 'Ferdig', action: { ...agreed, status: 'done' } }),
      note('stopped', now, { text: 'Stanset', action: { ...agreed, status: 'stopped' } }),
    ]);
    const firstCells = (of: LetterSection) => blockOf(of, 'table').rows.map(({ cells }) => cells[0]?.text);
    expect(firstCells(section(letter, 'now'))).toEqual(['Åpen']);
    expect(firstCells(section(letter, 'done'))).toEqual(['Ferdig']);
    expect(section(letter, 'done').heading).toBe('Dette er gjort');
    expect(blockOf(section(letter, 'done'), 'part').heading).toBe('Dette ble stoppet');
  });

  it('says in words what was over its date when the duk was frozen', () => {
    const letter = letterWith([
      note('late', now, { action: { ...agreed, due: '2025-11-11' } }),
      note('today', now, { order: 'a1', action: { ...agreed, due: '2025-11-12' } }),
    ]);
    const dues = blockOf(section(letter, 'now'), 'table').rows.map(({ cells }) => cells[2]);
    expect(dues).toEqual([
      { text: '11.\u00a0nov.\u00a02025', day: '2025-11-11', beside: 'over fristen', isLate: true },
      { text: '12.\u00a0nov.\u00a02025', day: '2025-11-12', beside: '' },
    ]);
  });

  it('says whose words they are once, where most are alike', () => {
    const letter = letterWith([
      note('a', dream),
      note('b', dream, { order: 'a1' }),
      note('c', dream, { order: 'a2', voice: 'child' }),
    ]);
    const dreams = section(letter, 'dreams');
    expect(blockOf(dreams, 'paragraph').text).toBe('Der ikke annet står: Innbyggerens stemme · skrevet av Eirin');
    expect(blockOf(dreams, 'notes').notes.map(({ beside }) => beside)).toEqual([
      ['Fritid'],
      ['Fritid'],
      ['Fritid', 'Barnets stemme · skrevet av Eirin'],
    ]);
  });

  it('leaves out notes that say nothing', () => {
    expect(letterWith([note('blank', dream, { text: ' \n' })]).sections.map(({ id }) => id)).toEqual(['picture']);
  });

  it('says in words who drew what, and where, and counts it in the text of the picture', () => {
    const stroke = { colour: 'rust', width: 5, points: [1, 1, 0.5, 9, 9, 0.5] } as const;
    const heart = { ...stroke, author: note('a', dream).author };
    const strokes = [
      { ...heart, id: 's2' as StrokeId, cell: dream, words: 'Et hjerte' },
      { ...heart, id: 's3' as StrokeId, cell: dream },
      { ...heart, id: 's1' as StrokeId, cell: now, author: 'gone' as ParticipantId },
    ];
    const letter = letterWith([note('a', dream)], { strokes });
    expect(blockOf(section(letter, 'drawings'), 'facts').facts).toEqual([
      { term: 'Det vi skal gjøre nå, Jobb', text: 'Noen har tegnet her, og ikke sagt hva det viser.' },
      { term: 'Det jeg drømmer om, Fritid', text: 'Eirin har tegnet: Et hjerte' },
    ]);
    expect(blockOf(section(letter, 'picture'), 'picture').alt).toContain('med 1 lapp og 2 tegninger.');
    for (const language of ['nn', 'en'] as const)
      expect(JSON.stringify(letterWith([], { strokes }, { language }))).toContain('Et hjerte');
  });

  it('tells the family of the way in kind words, and the team in those of its trade', () => {
    const journey = { overall: 'untenable', themes: { work: 'exposed' } } as const;
    const words = (reader: LetterSource['reader']) =>
      JSON.stringify(section(letterWith([], { journey }, { reader }), 'way'));
    expect(words('family')).not.toMatch(/Uholdbar|Utsatt/);
    expect(words('family')).toContain('Nå er det tungt');
    expect(words('team')).toContain('Uholdbar');
  });

  describe('tells how far it has come since the meetings before', () => {
    const overTime = (letter: Letter) => {
      const part = blockOf(section(letter, 'way'), 'part');
      const chart = part.blocks.find((block) => block.kind === 'chart');
      const said = part.blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : []));
      const facts = part.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
      return { heading: part.heading, chart, said, facts };
    };
    const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, '').replaceAll('\u00a0', ' ');
    const before: EarlierJourney = {
      meetings: [
        {
          version: 1,
          date: '2025-05-20',
          journey: { overall: 'stable', themes: [{ theme: 'work', phase: 'exposed' }] },
        },
      ],
      leftOut: 0,
    };
    const both = {
      overall: 'exposed',
      themes: { work: 'stable' },
      citizen: { overall: 'untenable', themes: {} },
    } as const;
    const letterAfter = (language: LetterLanguage) =>
      letterWith([], { journey: both }, { earlier: before, language, reader: 'team' });

    it('down as plainly as up, in both views, with the picture’s words', () => {
      const { date, version } = versionOf(boardWith([]));
      expect(version).toBe(1);
      const { heading, chart, said, facts } = overTime(letterAfter('nb'));
      expect(heading).toBe('Ferden over tid');
      expect(said).toEqual([
        'Rundt bordet: Fra «Stabil» til «Utsatt» på 5 måneder: 1 trinn ned.',
        'Slik Eirin ser det: Sagt på ett møte så langt: Uholdbar.',
      ]);
      expect(facts).toEqual([{ term: 'Jobb', text: 'Fra «Utsatt» til «Stabil» på 5 måneder: 1 trinn opp.' }]);
      expect(plain(chart?.alt ?? '')).toContain('20. mai 2025: Stabil.');
      expect(chart?.svg).toContain('Uholdbar');
      expect(chart?.staircase).toMatchObject({
        meetings: [{ date: '2025-05-20' }, { date }],
        strand: { table: ['stable', 'exposed'], citizen: [null, 'untenable'] },
      });
    });

    it.each(['nn', 'en'] as const)('in %s too', (language) => {
      const told = JSON.stringify(overTime(letterAfter(language)));
      expect(told).toMatch({ nn: /Ferda over tid.*1 trinn ned/, en: /journey over time.*down 1 step\./ }[language]);
    });

    it('and that an earlier version could not be read', () => {
      const told = (earlier: EarlierJourney) => overTime(letterWith([], { journey: both }, { earlier })).said.at(-1);
      expect(told({ ...before, leftOut: 1 })).toBe('1 tidligere versjon kan ikke leses, og er ikke med her.');
      expect(told({ meetings: [], leftOut: 2 })).toBe('2 tidligere versjoner kan ikke leses, og er ikke med her.');
    });

    it('and not where there was no meeting before, nor in what is cut out for a recipient', () => {
      const first = letterWith([], { journey: both });
      expect(section(first, 'way').blocks.some(({ kind }) => kind === 'part')).toBe(false);
    });
  });

  it('has the fingerprint at its end and nowhere else', () => {
    const { remarks, ...others } = letterWith([note('a', dream)]);
    expect(others.leftOut).toBeUndefined();
    expect(remarks.at(-1)).toContain('abc123');
    expect(JSON.stringify(others)).not.toContain('abc123');
  });

  it('says that nobody can tell what changed, when the version before cannot be read', () => {
    const letter = letterOf(versionOf(boardWith([]), 2), { comparedWith: 'unreadable' });
    expect(blockOf(section(letter, 'changes'), 'paragraph').text).toBe(
      'Versjon 1 kan ikke leses, så det kan ikke vises hva som er endret siden den.',
    );
  });

  it('says when nothing changed', () => {
    const version = versionOf(boardWith([note('a', dream)]));
    const letter = letterOf({ ...version, version: 2 }, { comparedWith: version });
    expect(blockOf(section(letter, 'changes'), 'paragraph').text).toBe('Ingenting på duken er endret siden da.');
  });
});

/** A shipped version of an invented case. */
function demo(name: string): PlanVersion {
  const read = readPlanVersion(readFileSync(new URL(`../plan/formats/1/${name}.json`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(name);
  return read.value;
}

describe('the letters of the invented cases', () => {
  const names = ['eirin-1', 'eirin-3', 'sander-2', 'selam-dawit-3'];
  const languages = Object.keys(letterTexts) as LetterLanguage[];

  it.each(names)('of %s say all that stands on the duk, in every language', (name) => {
    const version = demo(name);
    for (const language of languages) {
      const said = JSON.stringify(letterOf(version, { language }));
      const missing = version.sheet.notes.filter(
        ({ text }) => !said.includes(JSON.stringify(text.trim()).slice(1, -1)),
      );
      expect(missing).toEqual([]);
    }
  });

  it('tell the difference from the first to the third of Eirin: what is done first, and what stands still', () => {
    const letter = letterOf(demo('eirin-3'), { comparedWith: demo('eirin-1') });
    const { groups } = blockOf(section(letter, 'changes'), 'changes');
    expect(groups.map(({ kind, changes }) => `${kind} ${changes.length}`)).toEqual([
      'done 5',
      'journey 8',
      'new 10',
      'changed 5',
      'moved 1',
      'standing 1',
      'gone 1',
    ]);
  });
});

describe('the texts of letters', () => {
  it('are in each language their own', () => {
    const { nb, nn, en } = letterTexts;
    for (const key of ['done', 'wayAhead', 'nextMeeting', 'changesUnknown', 'unknownLetters'] as const) {
      const said = [nb[key], nn[key], en[key]];
      expect(said.every((words) => words.length > 0)).toBe(true);
      expect(new Set(said).size, key).toBeGreaterThan(1);
    }
  });
});

describe('a goal that is written up', () => {
  const wish = note('bolig', { column: 'long', theme: 'housing' }, { text: 'Noe eget, med plass til hund' });

  it('is told in the leader’s words, with those it was made of beside it; and what became of it since', () => {
    const goal = { ...wish, writtenUp: { as: 'result', words: 'Egen leilighet innen juni' } } as const;
    const text = letterToText(letterWith([goal], {}, { comparedWith: versionOf(boardWith([wish])) }));
    expect(text).toContain('Resultatmål: Egen leilighet innen juni');
    expect(text).toContain('«Noe eget, med plass til hund»');
    expect(text).toContain('Er skrevet opp som mål: Resultatmål: Egen leilighet innen juni.');
    for (const language of ['nn', 'en'] as const)
      expect(letterToText(letterWith([goal], {}, { language }))).toContain('Egen leilighet innen juni');
  });
});

describe('what a child wished for', () => {
  const wish = (more: Partial<Note> = {}) =>
    note('hund', dream, { text: 'Ha en hund', voice: 'child', author: eirin, ...more });
  const asks = (first: Note, then: Note): boolean =>
    JSON.stringify(letterWith([then], {}, { comparedWith: versionOf(boardWith([first])) })).includes(
      'Hva skjedde med ønsket?',
    );

  it('stands with the question what happened, in each plan after the first, until the child says', () => {
    expect(JSON.stringify(letterWith([wish()]))).not.toContain('Hva skjedde');
    expect(asks(wish(), wish())).toBe(true);
    expect(asks(wish(), wish({ goal: 'underway' }))).toBe(true);
    expect(asks(wish(), wish({ goal: 'reached' }))).toBe(false);
    expect(asks(wish(), wish({ goal: 'dropped' }))).toBe(false);
    expect(asks(wish({ voice: 'citizen' }), wish({ voice: 'citizen' }))).toBe(false);
    expect(asks(note('other', dream, {}), wish())).toBe(false);
  });
});

describe('what is seen differently', () => {
  const works = { column: 'works', theme: 'education' } as const;
  const childs = note(
    'barn',
    { column: 'difficult', theme: 'education' },
    { text: 'Jeg gruer meg', voice: 'child', author: eirin },
  );
  const services = note('skole', works, { text: 'Skolen går bra', voice: 'service', author: gro, pair: childs.id });

  it('stands side by side, each with its own words and whose they are, and neither stands for both', () => {
    const letter = letterWith([services, childs]);
    expect(blockOf(section(letter, 'differ'), 'sides').sides).toEqual([
      expect.objectContaining({ look: 'view', heading: 'Tjenestens stemme · skrevet av Gro' }),
      expect.objectContaining({ look: 'view', heading: 'Barnets stemme · skrevet av Eirin' }),
    ]);
    expect(blockOf(section(letter, 'differ'), 'sides').sides.flatMap(({ notes }) => notes)).toEqual([
      { noteId: 'skole', voice: 'service', text: 'Skolen går bra', beside: ['Det som fungerer, Skolen/utdanning'] },
      { noteId: 'barn', voice: 'child', text: 'Jeg gruer meg', beside: ['Det som er vanskelig, Skolen/utdanning'] },
    ]);
    const today = JSON.stringify(section(letter, 'today'));
    for (const words of ['Skolen går bra', 'Jeg gruer meg']) expect(today).toContain(words);
    expect(today.match(/Vi ser det ulikt/g)).toHaveLength(2);
  });

  it('is said in the plain text too, and nowhere in a letter where nobody does', () => {
    expect(letterToText(letterWith([services, childs]))).toContain('Vi ser det ulikt');
    const { pair: _, ...alone } = services;
    expect(JSON.stringify(letterWith([alone, childs]))).not.toContain('ulikt');
  });
});
