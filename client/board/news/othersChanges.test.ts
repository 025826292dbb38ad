import type { Board, NoteId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { boardWith, note } from '../list/noteBuilder.ts';
import { gather, nothingUntold, tell, type Untold } from './othersChanges.ts';

const nobodyWrites = () => false;
const writesIn = (id: string) => (noteId: NoteId) => noteId === id;

/** What is untold after the board has been each of these, one after the other. */
const through = (first: Board, ...later: readonly Board[]): Untold =>
  later.reduce(({ untold, before }, after) => ({ untold: gather(untold, before, after), before: after }), {
    untold: nothingUntold,
    before: first,
  }).untold;

const told = (untold: Untold) =>
  tell(untold, nobodyWrites).changes.map((change) =>
    'note' in change ? `${change.kind}: ${change.note.text}` : change.kind,
  );

const kept = note('Blir her');

describe('telling what others did', () => {
  it('says that a note came, went or lies elsewhere', () => {
    expect(told(through(boardWith(kept), boardWith(kept, note('Ny'))))).toEqual(['added: Ny']);
    expect(told(through(boardWith(kept, note('Borte')), boardWith(kept)))).toEqual(['deleted: Borte']);
    expect(told(through(boardWith(note('Flyttes')), boardWith(note('Flyttes', { theme: 'housing' }))))).toEqual([
      'moved: Flyttes',
    ]);
  });

  it('says that words, a tiltak or a voice changed', () => {
    const before = boardWith(note('Gammelt', { id: '1' }), note('Søke', { action: {} }), note('Min'));
    const after = boardWith(
      note('Nytt', { id: '1' }),
      note('Søke', { action: { status: 'done' } }),
      note('Min', { voice: 'child' }),
    );
    expect(told(through(before, after))).toEqual(['rewritten: Nytt', 'action: Søke', 'voice: Min']);
  });

  it('says that a note came to stand beside another, and that it no longer does', () => {
    const alone = note('Jeg ser det annerledes', { id: '2' });
    const beside = { ...alone, pair: kept.id };
    expect(told(through(boardWith(kept), boardWith(kept, beside)))).toEqual(['differs: Jeg ser det annerledes']);
    expect(told(through(boardWith(kept, alone), boardWith(kept, beside)))).toEqual(['differs: Jeg ser det annerledes']);
    expect(told(through(boardWith(kept, beside), boardWith(kept, alone)))).toEqual(['parted: Jeg ser det annerledes']);
  });

  it('says nothing when one of two stands by it no more, or stands by it too: the pair is as it was', () => {
    const [one, other] = [note('En', { id: '1' }), { ...note('Annen', { id: '2' }), pair: '1' as NoteId }];
    const both = { ...one, pair: other.id };
    expect(told(through(boardWith(one, other), boardWith(both, other)))).toEqual([]);
    expect(told(through(boardWith(both, other), boardWith(one, other)))).toEqual([]);
    expect(told(through(boardWith(both, other), boardWith(one, note('Annen', { id: '2' }))))).toEqual([
      'parted: En',
      'parted: Annen',
    ]);
  });

  it('says that the journey or the header changed', () => {
    const before = boardWith();
    expect(told(through(before, { ...before, journey: { overall: 'stable', themes: {} } }))).toEqual(['journey']);
    expect(told(through(before, { ...before, horizonLong: '2028-01-01' }))).toEqual(['header']);
  });

  it('makes one thing of many letters in the same note', () => {
    const typed = ['J', 'Jo', 'Jobb'].map((text) => boardWith(note(text, { id: '1' })));
    expect(told(through(boardWith(note('', { id: '1' })), ...typed))).toEqual(['rewritten: Jobb']);
  });

  it('says nothing of a note that came and went, or came back as it was', () => {
    expect(told(through(boardWith(), boardWith(note('Angret')), boardWith()))).toEqual([]);
    expect(told(through(boardWith(kept), boardWith(), boardWith(note('Blir her'))))).toEqual([]);
  });

  it('says nothing of a note that nobody has written on', () => {
    expect(told(through(boardWith(), boardWith(note(''))))).toEqual([]);
  });

  it('waits with a note that somebody is writing in, and tells it as new when they have left', () => {
    const untold = through(boardWith(kept), boardWith(kept, note('Jeg', { id: '1' })));
    const first = tell(untold, writesIn('1'));
    expect(first.changes).toEqual([]);
    const before = boardWith(kept, note('Jeg', { id: '1' }));
    const later = gather(first.rest, before, boardWith(kept, note('Jeg vil bo her', { id: '1' })));
    expect(told(later)).toEqual(['added: Jeg vil bo her']);
  });

  it('tells each thing once', () => {
    const { rest } = tell(through(boardWith(), boardWith(note('Ny'))), nobodyWrites);
    expect(told(rest)).toEqual([]);
  });
});
