import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { templates } from '../template/index.ts';
import { setAction } from './action.ts';
import { maxNotes, type Stroke, type StrokeId } from './board.ts';
import { boardOf, eirin, everything, lay, noteId, nowHousing, nowWork, openBoard, seen } from './boardBuilder.ts';
import { type BoardDocument, openBoardDocument, openFailureOf } from './boardDocument.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { drawStroke, eraseStroke } from './ink.ts';
import { moveNote } from './moveNote.ts';
import { editNoteText } from './noteText.ts';
import { BoardReader, maxStrokePoints, readBoard } from './readBoard.ts';
import { setHeader } from './setHeader.ts';
import { setPhase } from './setPhase.ts';
import { setVoice } from './setVoice.ts';

/** A note as our own program writes it, to spoil one part of. */
function soundNote(): Record<string, unknown> {
  return { ...nowWork, order: 'a0', text: new Y.Text('Lapp'), voice: 'citizen', author: eirin, createdAt: 1 };
}

const soundStroke = { ...nowWork, points: [1, 2, 0.5], colour: 'ink', width: 3, author: eirin };

/** What a program that means harm, or is merely wrong, may put anywhere. Made anew each time: Yjs types have one home. */
const strangeValue: fc.Arbitrary<() => unknown> = fc.oneof(
  fc
    .oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        -1,
        0,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        1e308,
        10n,
        '',
        '__proto__',
        'constructor',
        'now',
        'work',
        'citizen',
        'agreed',
        '2026-02-30',
        'overall',
        'stable',
        'a'.repeat(100_000),
      ),
      fc.constantFrom<unknown>([], {}, [null], { column: 'now' }, { points: 'abc' }, new Uint8Array(3)),
      fc.jsonValue(),
    )
    .map((value) => () => value),
  fc.constantFrom<() => unknown>(
    () => new Y.Map(),
    () => new Y.Map([['status', 'agreed']]),
    () => new Y.Array(),
    () => Y.Array.from([1, 'a', null]),
    () => new Y.Text('Lapp'),
    () => new Y.XmlText('Lapp'),
    () => new Y.XmlElement('note'),
    () => new Y.XmlFragment(),
    () => new Y.XmlHook('note'),
    () => new Y.Map([['text', new Y.Map([['text', new Y.Text('dypt')]])]]),
  ),
);
const strangeKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'overall',
    'work',
    'note',
    'schema',
    'title',
    'for',
    'horizonShort',
    'horizonLong',
    'overall:citizen',
    'vision',
    'step',
    'talkedOf:work',
  ),
  fc.string({ maxLength: 8 }),
);
const notePart = fc.constantFrom(
  'column',
  'theme',
  'order',
  'text',
  'voice',
  'author',
  'createdAt',
  'deletedAt',
  'action',
  'votes',
  'lang',
  'pair',
  'goal',
  'editedBy',
  'deletedBy',
  'unknown',
);
const strokePart = fc.constantFrom('column', 'theme', 'points', 'colour', 'width', 'author');

/** How much a note holds that it may be without: its own, its tiltak's, and each vote. */
function optionalPartsOf(note: unknown): number {
  if (!(note instanceof Y.Map)) return 0;
  const own = ['lang', 'pair', 'goal', 'votes', 'editedBy', 'deletedBy'].filter((key) => note.has(key));
  const inside = [note.get('votes'), note.get('action')].map((map) => (map instanceof Y.Map ? map.size : 0));
  return own.length + inside.reduce((sum, size) => sum + size, 0);
}

type Harm = (board: BoardDocument) => void;

const someHarm: fc.Arbitrary<Harm> = fc.oneof(
  fc.tuple(fc.constantFrom('duk', 'notes', 'strokes', 'journey', 'meeting'), strangeKey, strangeValue).map(
    ([map, key, value]): Harm =>
      ({ doc }) =>
        void doc.getMap(map).set(key, value()),
  ),
  fc.tuple(strangeKey, notePart, strangeValue).map(
    ([key, part, value]): Harm =>
      ({ notes }) =>
        void notes.set(key, new Y.Map(Object.entries({ ...soundNote(), [part]: value() }))),
  ),
  fc.tuple(strangeKey, strokePart, fc.jsonValue()).map(
    ([key, part, value]): Harm =>
      ({ strokes }) =>
        void strokes.set(key, { ...soundStroke, [part]: value }),
  ),
  fc
    .tuple(
      fc.constantFrom('owner', 'service', 'due', 'status', 'ownerId', 'withIds', 'reportedBy', 'reportedAt'),
      strangeValue,
    )
    .map(
      ([part, value]): Harm =>
        ({ notes }) => {
          const action = new Y.Map(
            Object.entries({ owner: '', service: '', due: '', status: 'agreed', [part]: value() }),
          );
          notes.set('tiltak', new Y.Map(Object.entries({ ...soundNote(), action })));
        },
    ),
  strangeValue.map(
    (value): Harm =>
      ({ notes }) => {
        const text = new Y.Text('Lapp');
        notes.set('formatted', new Y.Map(Object.entries({ ...soundNote(), text })));
        text.format(0, 2, { bold: true });
        const embedded = value();
        if (typeof embedded === 'object' && embedded !== null) text.insertEmbed(1, embedded);
      },
  ),
);

describe('reading a duk', () => {
  it('shows a new one as empty sheet with what was written at its head', () => {
    expect(seen(boardOf())).toEqual({
      templateId: 'lorenskog',
      title: 'Planen til Eirin',
      for: 'Eirin',
      horizonShort: '',
      horizonLong: '',
      notes: [],
      bin: [],
      strokes: [],
      journey: { themes: {} },
      leftOut: 0,
    });
  });

  it('gives the notes in reading order: row by row, left to right, then as they lie in the cell', () => {
    const board = boardOf();
    lay(board, 'dream', { cell: { column: 'dream', theme: '' } });
    lay(board, 'loan', { cell: nowHousing });
    lay(board, 'second');
    lay(board, 'first', { before: noteId('second') });
    lay(board, 'works', { cell: { column: 'works', theme: 'work' } });
    expect(seen(board).notes.map(({ id }) => id)).toEqual(['works', 'first', 'second', 'loan', 'dream']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['that is not a note at all', { only: 'text' }],
    ['without words', { text: 'not shared' }],
    ['in no column', { column: 'never' }],
    ['in a theme the sheet does not have', { theme: 'football' }],
    ['with a theme that is a number', { theme: 7 }],
    ['in a voice nobody has', { voice: 'devil' }],
    ['without a place in its cell', { order: 7 }],
    ['by nobody', { author: null }],
    ['made at no time', { createdAt: Number.NaN }],
  ])('leaves out a note %s, and counts it', (_, change) => {
    const board = boardOf('job');
    board.notes.set('odd', 'only' in change ? change : new Y.Map(Object.entries({ ...soundNote(), ...change })));
    expect(seen(board)).toMatchObject({ notes: [{ id: 'job' }], leftOut: 1 });
  });

  it.each<[string, Record<string, unknown>]>([
    ['without points', { points: [] }],
    ['with half a point', { points: [1, 2, 0.5, 3] }],
    ['with a point that is no number', { points: [1, 'x', 0.5] }],
    ['with a point that is endless', { points: [1, Number.POSITIVE_INFINITY, 0.5] }],
    ['that leaves the table', { points: [1e6, 0, 0.5] }],
    ['without an end', { points: new Array(3 * maxStrokePoints + 3).fill(1) }],
    ['in a colour there is none of', { colour: 'gold' }],
    ['as wide as the sheet', { width: 5000 }],
    ['without width', { width: 0 }],
    ['in no cell', { column: 'never' }],
  ])('leaves out a stroke %s, and counts it', (_, change) => {
    const board = boardOf();
    board.strokes.set('odd', { ...soundStroke, ...change });
    board.strokes.set('sound', soundStroke);
    expect(seen(board)).toMatchObject({ strokes: [{ id: 'sound' }], leftOut: 1 });
  });

  it('leaves out phases there are none of, and themes the sheet does not have', () => {
    const board = boardOf();
    for (const [key, value] of [
      ['overall', 'happy'],
      ['football', 'stable'],
      ['work', 3],
      ['housing', 'stable'],
    ] as const)
      board.journey.set(key, value);
    expect(seen(board)).toMatchObject({ journey: { themes: { housing: 'stable' } }, leftOut: 3 });
  });

  it('reads a note whose tiltak makes no sense as an ordinary note', () => {
    const board = boardOf();
    board.notes.set('odd', new Y.Map(Object.entries({ ...soundNote(), action: { owner: 'Mona' } })));
    expect(seen(board).notes[0]).not.toHaveProperty('action');
  });

  it('reads no moment that no calendar has', () => {
    const board = boardOf();
    board.notes.set('binned', new Y.Map(Object.entries({ ...soundNote(), deletedAt: 8.64e15 + 1 })));
    board.notes.set('made', new Y.Map(Object.entries({ ...soundNote(), createdAt: -1e300 })));
    expect(seen(board)).toMatchObject({ notes: [], bin: [{ id: 'binned', deletedAt: 0 }], leftOut: 1 });
  });

  it('leaves out a text so long that it would stall whoever looks, and shows one that merging made long', () => {
    const board = boardOf();
    for (const [id, length] of [
      ['merged', 40_000],
      ['endless', 100_001],
    ] as const)
      board.notes.set(id, new Y.Map(Object.entries({ ...soundNote(), text: new Y.Text('x'.repeat(length)) })));
    board.duk.set('title', 'x'.repeat(2_001));
    expect(seen(board)).toMatchObject({ title: '', notes: [{ id: 'merged' }], leftOut: 1 });
  });

  it('leaves out a letter with signs without end, and shows one with as many as people play with', () => {
    const board = boardOf();
    for (const [id, signs] of [
      ['playful', 50],
      ['endless', 200],
    ] as const)
      board.notes.set(
        id,
        new Y.Map(Object.entries({ ...soundNote(), text: new Y.Text(`e${'\u0301'.repeat(signs)}`) })),
      );
    expect(seen(board)).toMatchObject({ notes: [{ id: 'playful' }], leftOut: 1 });
  });

  it('reads line breaks from any machine as one', () => {
    const board = boardOf();
    lay(board, 'job', { text: 'en\r\nto\rtre\nfire' });
    expect(seen(board).notes[0]?.text).toBe('en\nto\ntre\nfire');
  });

  it('never stumbles, whatever a document holds', () => {
    fc.assert(
      fc.property(fc.array(someHarm, { maxLength: 12 }), (harms) => {
        const board = boardOf('job');
        for (const harm of harms) harm(board);
        const read = readBoard(openBoard([everything(board)]));
        expect(read).toEqual(seen(board));
        expect(() => JSON.stringify(read)).not.toThrow();
        const entries = board.notes.size + board.strokes.size + board.journey.size;
        const shown = read.notes.length + read.strokes.length + Object.keys(read.journey.themes).length;
        // A note may stand though something of what lies beside its words does not fit.
        const optional = [...board.notes.values()].map(optionalPartsOf).reduce((sum, parts) => sum + parts, 0);
        expect(shown + read.bin.length + read.leftOut).toBeLessThanOrEqual(entries + optional + board.meeting.size);
      }),
      { numRuns: 300 },
    );
  });

  it('never stumbles over a root that is something else than a map', () => {
    const doc = new Y.Doc();
    doc.getArray('notes').push([new Y.Map([['text', new Y.Text('x')]]), 'x']);
    doc.getText('duk').insert(0, 'duk');
    doc.getXmlFragment('strokes').insert(0, [new Y.XmlElement('stroke')]);
    const board = openBoard([Y.encodeStateAsUpdate(doc)]);
    const reader = new BoardReader(board);
    expect(reader.read().notes).toEqual([]);
    expect(openFailureOf(board.doc)).toEqual({ kind: 'empty' });
    doc.getArray<Y.Map<unknown>>('notes').get(0).set('text', 'y');
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(doc));
    expect(reader.read()).toEqual(readBoard(board));
  });

  it('leaves what it does not know where it is, for the program that put it there', () => {
    const board = boardOf('job');
    (board.notes.get('job') as Y.Map<unknown>).set('mood', 'glad');
    board.duk.set('later', 'yes');
    moveNote(board, { noteId: noteId('job'), to: nowHousing });
    deleteNote(board, noteId('job'), 5);
    restoreNote(board, noteId('job'));
    setHeader(board, { title: 'Ny' });
    expect([(board.notes.get('job') as Y.Map<unknown>).get('mood'), board.duk.get('later')]).toEqual(['glad', 'yes']);
  });
});

describe('a duk with more notes than anybody lays', () => {
  /** As a foreign program writes them: all in one transaction, whatever the commands say. */
  function crowded(count: number, change: (number: number) => Record<string, unknown> = () => ({})): BoardDocument {
    const board = boardOf();
    board.doc.transact(() => {
      for (let number = 0; number < count; number++) {
        const note = { ...soundNote(), createdAt: number, ...change(number) };
        board.notes.set(`n${number}`, new Y.Map(Object.entries(note)));
      }
    });
    return board;
  }

  it('shows the oldest, counts the rest as left out, and loses none of them', () => {
    const board = crowded(2 * maxNotes + 500);
    const { notes, leftOut } = seen(board);
    expect([notes.length, leftOut]).toEqual([2 * maxNotes, 500]);
    expect(Math.max(...notes.map(({ createdAt }) => createdAt))).toBe(2 * maxNotes - 1);
    expect(board.notes.size).toBe(2 * maxNotes + 500);
  });

  it('shows the same on every machine, also when all say they were made at the same time', () => {
    const board = crowded(2 * maxNotes + 50, () => ({ createdAt: 1 }));
    const other = openBoard([everything(board)]);
    expect(seen(other)).toEqual(seen(board));
  });

  it('shows as many of what was thrown away', () => {
    const { notes, bin, leftOut } = seen(crowded(2 * maxNotes + 10, () => ({ deletedAt: 5 })));
    expect([notes.length, bin.length, leftOut]).toEqual([0, 2 * maxNotes, 10]);
  });
});

describe('opening a duk', () => {
  function openedWith(change: Record<string, unknown>) {
    const board = boardOf();
    for (const [key, value] of Object.entries(change)) board.duk.set(key, value);
    return openFailureOf(board.doc);
  }

  it('is refused when there is nothing yet, when it is of a later kind, and when its layout is not known', () => {
    expect(openFailureOf(new Y.Doc())).toEqual({ kind: 'empty' });
    expect(openedWith({ schema: 2 })).toEqual({ kind: 'schemaNewer', schema: 2 });
    expect(openedWith({ schema: '1' })).toEqual({ kind: 'schemaUnknown', schema: '1' });
    expect(openedWith({ templateId: 7 })).toEqual({ kind: 'templateUnknown', templateId: 7 });
    // A layout that is not here can be brought back; what was written on it is shown meanwhile.
    expect(openedWith({ templateId: 'asker' })).toBeUndefined();
    expect(openedWith({ templateId: '__proto__' })).toBeUndefined();
    expect(openedWith({})).toBeUndefined();
  });

  it('knows the layout as soon as it has arrived', () => {
    const doc = new Y.Doc();
    const board = openBoardDocument(doc, templates.lorenskog);
    expect(board.template).toBe(templates.lorenskog);
    doc.getMap('duk').set('templateId', 'simple');
    expect(board.template).toBe(templates.simple);
  });
});

/** Something a person at the table may do to one of a few notes. */
const someCommand: fc.Arbitrary<Harm> = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd').map(noteId), fc.nat({ max: 9 }), fc.string({ maxLength: 4 }))
  .chain(([id, number, text]) =>
    fc.constantFrom<Harm>(
      (board) => {
        if (!board.notes.has(id)) lay(board, id, { text, cell: nowHousing });
      },
      (board) => void editNoteText(board, id, { at: 0, removed: 0, inserted: text }),
      (board) => void moveNote(board, { noteId: id, to: number % 2 ? nowWork : nowHousing, before: noteId('a') }),
      (board) => void deleteNote(board, id, number),
      (board) => void restoreNote(board, id),
      (board) => void setVoice(board, id, number % 2 ? 'child' : 'citizen'),
      (board) => void setAction(board, id, { owner: text }),
      (board) => void setPhase(board, number % 2 ? 'overall' : 'work', number % 3 ? 'stable' : undefined),
      (board) => void setHeader(board, { title: text }),
      (board) =>
        void drawStroke(board, {
          ...soundStroke,
          id: id as string as StrokeId,
          cell: nowWork,
          colour: 'ink',
        } as Stroke),
      (board) => void eraseStroke(board, id as string as StrokeId, eirin),
      ({ duk }) => void duk.set('templateId', number % 2 ? 'simple' : 'lorenskog'),
    ),
  );

describe('reading again after a change', () => {
  it('shows what a reading from scratch shows, after whatever anybody did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: someCommand }, someHarm), { maxLength: 25 }),
        (commands) => {
          const board = boardOf('a', 'b');
          const reader = new BoardReader(board);
          for (const command of commands) {
            command(board);
            expect(reader.read()).toEqual(readBoard(board));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the very same value while nothing changes, so that nothing is drawn anew', () => {
    const reader = new BoardReader(boardOf('a', 'b'));
    expect(reader.read()).toBe(reader.read());
  });

  it('gives the very same note for every note that did not change', () => {
    const board = boardOf('a', 'b', 'c');
    const reader = new BoardReader(board);
    const before = reader.read().notes;
    editNoteText(board, noteId('b'), { at: 0, removed: 0, inserted: 'Ny ' });
    const after = reader.read().notes;
    expect(after.map((note, index) => note === before[index])).toEqual([true, false, true]);
  });

  it('sees another person’s changes just as its own', () => {
    const board = boardOf('a');
    const other = openBoard([everything(board)]);
    const reader = new BoardReader(board);
    expect(reader.read().notes).toHaveLength(1);
    editNoteText(other, noteId('a'), { at: 0, removed: 0, inserted: 'Ny ' });
    lay(other, 'b');
    Y.applyUpdate(board.doc, everything(other));
    expect(reader.read()).toEqual(readBoard(other));
  });

  it('is told no more once it has been put away', () => {
    const board = boardOf('a');
    const reader = new BoardReader(board);
    const last = reader.read();
    reader.destroy();
    lay(board, 'b');
    expect(reader.read()).toBe(last);
  });
});
