import type { Board, Note, NoteId, ParticipantId } from '@duken/shared/board';
import { type OpenMatter, openMatters } from '@duken/shared/meeting';
import { templates } from '@duken/shared/template';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BoardSession } from '../session/index.ts';
import { initTexts } from '../texts/initTexts.ts';
import { OpenMatters } from './OpenMatters.tsx';

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  cell: { column: 'now', theme: 'work' },
  order: 'a0',
  text: `Lapp ${id}`,
  voice: 'citizen',
  author: 'eirin' as ParticipantId,
  createdAt: 1,
  ...more,
});

function boardWith(...notes: readonly Note[]): Board {
  const header = { templateId: 'lorenskog', title: '', for: 'Eirin', horizonShort: '2026-01-01', horizonLong: '' };
  return { ...header, notes, bin: [], strokes: [], journey: { themes: {} }, leftOut: 0 };
}

const mattersOf = (board: Board) =>
  openMatters({
    board,
    template: templates.lorenskog,
    date: '2026-11-30',
    present: [],
    nextDate: '',
    today: '2026-01-30',
    subjects: [],
  });

/** The leader has the duk open, and is no author of it. */
const session = {
  template: () => templates.lorenskog,
  seat: () => ({ participantId: 'mona', seats: ['mona'], mayWrite: true, voices: [] }),
} as unknown as BoardSession;

/** What the dialog says, tag by tag. */
function shown(board: Board, left: readonly string[] = [], matters: readonly OpenMatter[] = mattersOf(board)): string {
  return renderToStaticMarkup(
    <OpenMatters
      session={session}
      board={board}
      matters={matters}
      left={left}
      onLeft={() => undefined}
      meetingDate="2026-11-30"
      choices={[]}
      onMeeting={() => undefined}
      onPresent={() => undefined}
    />,
  ).replace(/<[^>]+>/g, '|');
}

describe('what stands open, as the leader reads it before freezing', () => {
  beforeAll(initTexts);

  it('is told in the notes’ own words, each kind under its heading, with a way to mend it or leave it', () => {
    const board = boardWith(
      note('a', { text: 'Ringe NAV' }),
      note('b', { text: 'Gro er der', cell: { column: 'works', theme: '' } }),
      note('c', { text: ' ' }),
    );
    const said = shown(board);
    for (const words of [
      '7 ting står åpne',
      'Ringe NAV',
      'Mangler hvem og når.',
      'Gro er der',
      'Ligger under «Det som fungerer» uten tema.',
      'Tom lapp',
      'Legg i papirkurven',
      'Det er ikke valgt hvor dere er på veien nå.',
      'Møtet er satt til 30. november 2026, som er 304 dager fram i tid.',
      '«På kort sikt» er innen 1. januar 2026. Det er ikke etter møtet.',
      'Ingen er ført opp som til stede.',
      'La det stå',
    ])
      expect(said).toContain(words);
  });

  it('is gone when it is left on purpose, and can be taken up again', () => {
    const board = boardWith(note('a', { text: 'Ringe NAV' }));
    const matters = mattersOf(board).filter(({ kind }) => kind === 'whoAndWhen');
    const said = shown(board, ['whoAndWhen/a'], matters);
    expect(said).toContain('Én ting står som den er');
    expect(said).toContain('Ta dem opp igjen');
    expect(said).not.toContain('Ringe NAV');
  });

  it('is nothing when everything is in place', () => {
    expect(shown(boardWith(note('a')), [], [])).toContain('Alt er på plass');
  });

  it('leaves to the child what is the child’s own, and lets anybody take a tiltak on it', () => {
    const childs = boardWith(note('a', { voice: 'child', cell: { column: 'works', theme: '' } }));
    const said = shown(childs);
    expect(said).toContain('Bare barnet selv kan');
    expect(said).not.toContain('Velg tema');
    expect(shown(boardWith(note('b', { voice: 'child' })))).toContain('Ta det nå');
  });

  it('shows a few of a kind at first, and how many more there are', () => {
    const board = boardWith(...Array.from({ length: 9 }, (_, index) => note(`n${index}`)));
    const said = shown(board);
    expect(said).toContain('Lapp n4');
    expect(said).not.toContain('Lapp n5');
    expect(said).toContain('Vis 4 til');
  });
});
