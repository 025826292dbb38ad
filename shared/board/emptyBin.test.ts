import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { templates } from '../template/index.ts';
import { addNote } from './addNote.ts';
import type { NoteId, ParticipantId } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import { boardRules } from './boardRules.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { emptyBin } from './emptyBin.ts';
import { editNoteText } from './noteText.ts';
import { compactWithoutBin, removeBeside, removedNotesIn, withoutRemovedNotes } from './removedNotes.ts';
import { changeBoard, compactUpdates, createBoardUpdate, replayBoard } from './replayBoard.ts';
import { salvage } from './salvage.ts';
import { setVoice } from './setVoice.ts';

const secret = 'ANGRET: mamma drikker';
const created = createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' });
const id = (name: string) => name as NoteId;

/** A journal that a board was changed into, one entry for each change. */
function journalOf(...changes: readonly ((board: BoardDocument) => unknown)[]): readonly Uint8Array[] {
  const updates = [created];
  for (const change of changes) updates.push(changeBoard(updates, change));
  return updates;
}
const lay = (name: string, text: string) => (board: BoardDocument) =>
  addNote(board, {
    id: id(name),
    cell: { column: 'dream', theme: '' },
    text,
    voice: 'child',
    author: 'jonas' as ParticipantId,
    createdAt: 1,
  });
const write = (name: string, inserted: string) => (board: BoardDocument) =>
  editNoteText(board, id(name), { at: 0, removed: 0, inserted });
const bin = (name: string) => (board: BoardDocument) => deleteNote(board, id(name), 2);
const empty = (board: BoardDocument) => emptyBin(board);

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);
const boardOf = (updates: readonly Uint8Array[]) => {
  const replayed = replayBoard(updates);
  if (!replayed.ok) throw new Error(replayed.failure.kind);
  return replayed.value;
};
const textsOf = (updates: readonly Uint8Array[]) =>
  boardOf(updates)
    .notes.map(({ text }) => text)
    .toSorted();

/** Notes laid, written on, spoken in another voice, binned and given back, by two who do not see each other for a while. */
const anyJournal = fc
  .array(
    fc.record({
      what: fc.constantFrom('lay', 'write', 'bin', 'restore', 'voice'),
      note: fc.constantFrom('a', 'b', 'c', 'd'),
      isAside: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((commands) => {
    const journal = [created];
    const aside: Uint8Array[] = [created];
    for (const { what, note, isAside } of commands) {
      const [seen, other] = isAside ? [aside, journal] : [journal, aside];
      const update = changeBoard(seen, (board) => {
        if (what === 'lay' && !board.notes.has(note)) lay(note, `lapp ${note}`)(board);
        else if (what === 'write') write(note, 'mer ')(board);
        else if (what === 'bin') bin(note)(board);
        else if (what === 'voice') setVoice(board, id(note), 'family');
        else if (what === 'restore') restoreNote(board, id(note));
      });
      seen.push(update);
      if (commands.length % 2 === 0) other.push(update);
    }
    return [...journal, ...aside.slice(1)];
  });

describe('emptying the bin', () => {
  it('leaves no word of what lay there in the compacted journal, and all else as it was', () => {
    const journal = journalOf(lay('gone', secret), lay('stays', 'En hund'), write('gone', 'Å! '), bin('gone'), empty);
    expect(holds(Buffer.concat(journal), secret)).toBe(true);
    const compacted = compactUpdates(journal);
    expect(holds(compacted, 'ANGRET')).toBe(false);
    expect(holds(compacted, 'Å! ')).toBe(false);
    expect(boardOf([compacted])).toMatchObject({ bin: [], notes: [{ text: 'En hund' }], leftOut: 0 });
  });

  it('leaves what somebody threw away after it was asked about, and what was taken out of the bin meanwhile', () => {
    const laid = changeBoard([created], (board) => {
      for (const id of ['asked', 'later', 'restored']) lay(id, 'Ord')(board);
      for (const id of ['asked', 'later']) bin(id)(board);
    });
    changeBoard([created, laid], (board) => {
      expect(emptyBin(board, ['asked', 'restored', 'nobody'])).toEqual({ ok: true, value: 1 });
      expect([...board.notes.keys()].toSorted()).toEqual(['later', 'restored']);
    });
  });

  it('leaves a note that is just being made, which has no words yet, and takes an empty one that was thrown away', () => {
    const making = changeBoard([created], (board) => {
      lay('new', '')(board);
      (board.notes.get('new') as Y.Map<unknown>).set('deletedAt', 1);
      lay('thrown', '')(board);
      bin('thrown')(board);
    });
    const after = changeBoard([created, making], (board) => {
      expect(emptyBin(board)).toEqual({ ok: true, value: 1 });
      expect([...board.notes.keys()]).toEqual(['new']);
    });
    expect(boardOf([created, making, after]).notes).toEqual([]);
  });

  it('is not undone by somebody who was away, wrote on such a note and took it out of the bin', () => {
    const shared = journalOf(lay('gone', secret), bin('gone'));
    const away = [
      changeBoard(shared, write('gone', 'mer ')),
      changeBoard(shared, (board) => restoreNote(board, id('gone'))),
    ];
    const emptied = changeBoard(shared, empty);
    for (const order of [
      [...away, emptied],
      [emptied, ...away],
      [emptied, ...away.toReversed()],
    ]) {
      expect(boardOf([...shared, ...order])).toMatchObject({ notes: [], bin: [] });
      const compacted = compactUpdates([...shared, ...order]);
      expect([holds(compacted, 'ANGRET'), holds(compacted, 'mer ')]).toEqual([false, false]);
    }
  });

  it('breaks no rule for whoever comes back with what they had, written on meanwhile', () => {
    const shared = journalOf(lay('gone', secret), bin('gone'), lay('stays', 'En hund'));
    const server = new Y.Doc({ gcFilter: boardRules.mayForget });
    for (const update of [...shared, changeBoard(shared, empty)]) Y.applyUpdate(server, update);
    const jonas = new Y.Doc();
    for (const update of shared) Y.applyUpdate(jonas, update);
    const board = openBoardDocument(jonas, templates.lorenskog);
    write('gone', 'mer ')(board);
    restoreNote(board, id('gone'));
    const change = Y.decodeUpdate(Y.encodeStateAsUpdate(jonas, Y.encodeStateVector(server)));
    const judge = boardRules.openJudge({
      clockOf: (client) => Y.getState(server.store, client),
      partAt: (client, clock) => {
        const parts = server.store.clients.get(client) ?? [];
        return parts[Y.findIndexSS(parts, clock)] as Y.Item | Y.GC;
      },
      root: (name) => server.share.get(name) as Y.AbstractType<unknown> | undefined,
    });
    const seat = 'jonas' as ParticipantId;
    const writer = {
      participantId: seat,
      seats: new Set([seat]),
      role: 'editor' as const,
      voices: new Set(['child' as const]),
      helpers: new Set([]),
      hasHelped: false,
    };
    expect(judge.judge(writer, change)).toBeUndefined();
  });
});

describe('an earlier state of a duk', () => {
  it('loses the notes that have been removed for good since, also where they lay on the duk', () => {
    const before = compactUpdates(journalOf(lay('gone', secret), lay('stays', 'En hund')));
    const thrown = changeBoard([before], bin('gone'));
    const now = compactUpdates([before, thrown, changeBoard([before, thrown], empty)]);
    const cleared = withoutRemovedNotes(before, now);
    expect(holds(cleared, 'ANGRET')).toBe(false);
    expect(textsOf([cleared])).toEqual(['En hund']);
  });

  it('keeps what lies in the bin, and letters taken away since', () => {
    const before = compactUpdates(journalOf(lay('binned', 'Kanskje'), lay('short', 'En stor hund')));
    const since = changeBoard([before], (board) => {
      bin('binned')(board);
      editNoteText(board, id('short'), { at: 3, removed: 5, inserted: '' });
    });
    expect(textsOf([withoutRemovedNotes(before, compactUpdates([before, since]))])).toEqual([
      'En stor hund',
      'Kanskje',
    ]);
  });
});

describe('what is said of removed notes in a document beside the duk', () => {
  const translated = (name: string, ...notes: readonly string[]) => {
    const doc = new Y.Doc();
    for (const noteId of notes)
      doc.getMap(name).set(
        noteId,
        new Y.Map<unknown>([
          ['ti', new Y.Text(`${secret} ${noteId}`)],
          ['source', secret],
        ]),
      );
    return doc;
  };

  it.each(['notes', 'translations'])('goes with them, whatever the map is called, as %s: nothing else does', (name) => {
    const duk = new Y.Doc();
    for (const update of journalOf(lay('gone', secret), lay('stays', 'En hund'), bin('gone'), empty))
      Y.applyUpdate(duk, update);
    expect(removedNotesIn(duk)).toEqual(['gone']);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(translated(name, 'gone', 'stays')));
    const before = Y.encodeStateAsUpdate(doc);
    expect(removeBeside(doc, removedNotesIn(duk))).toEqual({ ok: true, value: 1 });
    expect(removeBeside(doc, removedNotesIn(duk))).toEqual({ ok: true, value: 0 });
    const now = compactUpdates([Y.encodeStateAsUpdate(doc)]);
    for (const state of [now, withoutRemovedNotes(before, now)]) {
      expect([holds(state, `${secret} gone`), holds(state, `${secret} stays`)]).toEqual([false, true]);
      const read = new Y.Doc();
      Y.applyUpdate(read, state);
      expect([...read.getMap(name).keys()]).toEqual(['stays']);
    }
  });

  it('was never there where nobody translated', () => {
    expect(removeBeside(new Y.Doc(), ['gone'])).toEqual({ ok: true, value: 0 });
  });
});

describe('what is kept with a plan version', () => {
  it('holds no binned note', () => {
    const state = compactWithoutBin(journalOf(lay('gone', secret), lay('stays', 'En hund'), bin('gone')));
    expect(holds(state, 'ANGRET')).toBe(false);
    expect(boardOf([state])).toMatchObject({ bin: [], notes: [{ text: 'En hund' }], leftOut: 0 });
  });

  it('says of all else what the journal says', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const state = compactWithoutBin(journal);
        expect(boardOf([state])).toEqual({ ...boardOf(journal), bin: [] });
        expect(compactUpdates([compactUpdates([state])])).toEqual(compactUpdates([state]));
      }),
    );
  });

  it('takes nothing away from a board that is repaired with it: it still has its bin', () => {
    fc.assert(
      fc.property(anyJournal, fc.nat(25), (journal, frozenAt) => {
        const copy = compactWithoutBin(journal.slice(0, 1 + frozenAt));
        const entries = [...journal, copy].map((update, index) => ({
          position: index + 1,
          updates: [update],
          isAltered: false,
        }));
        expect(boardOf([salvage(entries, () => true).state])).toEqual(boardOf(journal));
      }),
    );
  });

  it('fills a hole with what lay on the duk', () => {
    const journal = journalOf(lay('binned', 'Kanskje'), bin('binned'), lay('lost', 'En hund'), lay('later', 'En katt'));
    const copy = compactWithoutBin(journal);
    const entries = [...journal.slice(0, 3), journal[4], copy].flatMap((update, index) =>
      update ? [{ position: index + 1, updates: [update], isAltered: false }] : [],
    );
    const repaired = boardOf([salvage(entries, () => true).state]);
    expect(repaired.notes.map(({ text }) => text).toSorted()).toEqual(['En hund', 'En katt']);
    expect(repaired.bin.map(({ text }) => text)).toEqual(['Kanskje']);
  });
});
