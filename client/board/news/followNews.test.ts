import type { Board, Note, NoteId, ParticipantId } from '@duken/shared/board';
import { templates } from '@duken/shared/template';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { initTexts } from '../../texts/initTexts.ts';
import { boardWith, note } from '../list/noteBuilder.ts';
import { followNews } from './followNews.ts';
import { type NewsWords, sayNews } from './sayNews.ts';

let words: NewsWords;
beforeAll(async () => {
  await initTexts();
  words = {
    template: templates.lorenskog,
    names: new Map([
      ['gro' as ParticipantId, 'Gro'],
      ['ida' as ParticipantId, 'Ida'],
    ]),
    language: 'nb',
    t: i18next.getFixedT('nb', 'list'),
    boardText: i18next.getFixedT('nb', 'board'),
  };
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A duk that others write on, and what somebody who listens hears of it. */
function listenTo(first: Board) {
  const heard: string[] = [];
  const writtenIn = new Set<string>();
  let board = first;
  let listener: ((before: Board, after: Board) => void) | undefined;
  const stop = followNews(
    {
      onOthersChange(each) {
        listener = each;
        return () => {
          listener = undefined;
        };
      },
      isWrittenIn: (noteId) => writtenIn.has(noteId),
    },
    (changes) => heard.push(sayNews(changes, words)),
  );
  const become = (...notes: readonly Note[]): void => {
    const before = board;
    board = { ...board, notes };
    listener?.(before, board);
  };
  return { heard, writtenIn, become, lay: (one: Note) => become(...board.notes, one), stop };
}

const textOf = (index: number) => `Lapp nummer ${String(index).padStart(2, '0')}`;

describe('hearing what others do', () => {
  it('makes at most four sentences of twenty notes in ten seconds, which together name them all', () => {
    const { heard, lay } = listenTo(boardWith());
    for (let index = 0; index < 20; index += 1) {
      lay({
        ...note(textOf(index), { theme: index % 3 === 0 ? 'housing' : 'work' }),
        author: (index % 2 === 0 ? 'gro' : 'ida') as ParticipantId,
      });
      vi.advanceTimersByTime(500);
    }
    vi.runAllTimers();
    expect(heard.length).toBeLessThanOrEqual(4);
    for (let index = 0; index < 20; index += 1) expect(heard.join(' ')).toContain(textOf(index));
    expect(heard.join(' ')).toContain('Gro og Ida');
  });

  it('makes one sentence of twenty notes that come at once', () => {
    const { heard, become } = listenTo(boardWith());
    become(...Array.from({ length: 20 }, (_, index) => note(textOf(index))));
    vi.runAllTimers();
    expect(heard).toHaveLength(1);
    for (let index = 0; index < 20; index += 1) expect(heard[0]).toContain(textOf(index));
  });

  it('makes one sentence of 42 letters that another writes, when they have left the note', () => {
    const whole = 'Jeg vil gjerne prøve et verksted til våren';
    expect(whole).toHaveLength(42);
    const { heard, writtenIn, become } = listenTo(boardWith(note('', { id: '1' })));
    writtenIn.add('1');
    for (let length = 1; length <= whole.length; length += 1) {
      become(note(whole.slice(0, length), { id: '1' }));
      vi.advanceTimersByTime(200);
    }
    vi.advanceTimersByTime(20_000);
    expect(heard).toEqual([]);
    writtenIn.delete('1');
    vi.runAllTimers();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('Jeg vil gjerne prøve et verksted');
  });

  it('says a lone change soon, and each thing once', () => {
    const { heard, lay } = listenTo(boardWith());
    lay(note('Ring NAV'));
    vi.advanceTimersByTime(1500);
    expect(heard).toEqual(['Gro la til en lapp. Det som fungerer, Jobb: Ring NAV']);
    vi.advanceTimersByTime(60_000);
    expect(heard).toHaveLength(1);
  });

  it('says nothing after it has ended', () => {
    const { heard, lay, stop } = listenTo(boardWith());
    lay(note('Ring NAV'));
    stop();
    vi.runAllTimers();
    expect(heard).toEqual([]);
  });
});

describe('saying several changes as one', () => {
  const of = (kind: 'added' | 'deleted' | 'moved' | 'rewritten', text: string, theme = 'work') =>
    ({ kind, note: note(text, { theme }) }) as const;

  it('names notes cell by cell, and says each place once', () => {
    expect(sayNews([of('added', 'En'), of('added', 'Tre', 'housing'), of('added', 'To')], words)).toBe(
      'Nytt fra Gro: En; To (Det som fungerer, Jobb); Tre (Det som fungerer, Bosituasjon).',
    );
  });

  it('keeps what came, went, moved and changed apart', () => {
    const said = sayNews(
      [
        of('added', 'Ny'),
        of('deleted', 'Borte'),
        of('moved', 'Flyttet'),
        of('rewritten', 'Annet'),
        { kind: 'journey' },
      ],
      words,
    );
    const place = '(Det som fungerer, Jobb)';
    expect(said).toBe(
      `Nytt fra Gro: Ny ${place}. Slettet: Borte ${place}. Flyttet: Flyttet ${place}. Endret: Annet ${place}. Investeringsferden er endret.`,
    );
  });

  it('says how many more there are where there are too many to name', () => {
    const many = Array.from({ length: 40 }, (_, index) => of('added', textOf(index)));
    expect(sayNews(many, words)).toContain('; og 15 til.');
  });

  it('calls an empty note empty, and an unknown author somebody', () => {
    const stranger = { ...note('', { id: 'x' as NoteId }), author: 'x' as ParticipantId };
    const said = sayNews([{ kind: 'added', note: stranger }, of('added', 'En')], words);
    expect(said).toContain(words.boardText('someone'));
    expect(said).toContain('Tom lapp');
  });
});
