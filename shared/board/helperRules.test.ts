import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ParticipantId, Voice, Writer } from '../access/index.ts';
import { cellsOf, templates } from '../template/index.ts';
import { setAction } from './action.ts';
import { addNote, type NewNote } from './addNote.ts';
import type { NoteId } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import type { BoardRule } from './boardRules.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { JudgedServer, writer } from './judgedServerBuilder.ts';
import { moveNote } from './moveNote.ts';
import { mayForget, noteFactsOf } from './noteFacts.ts';
import { createBoardUpdate } from './replayBoard.ts';
import { setVoice } from './setVoice.ts';

const voicesOf = (...voices: readonly Voice[]) => new Set(voices);
const seat = (id: string) => id as ParticipantId;

/** A child, the mother who writes for her, and the same mother after the child has taken it back. */
const thea = writer('thea', { voices: voicesOf('child'), helpers: new Set([seat('mamma')]) });
const mamma = writer('mamma', { voices: voicesOf('family', 'child'), hasHelped: true });
const mammaNoMore = { ...mamma, voices: voicesOf('family') };
/** A sibling, for whom nobody writes; an adult who never did; and the leader. */
const noah = writer('noah', { voices: voicesOf('child') });
const far = writer('far', { voices: voicesOf('family') });
const leader = writer('leder', { role: 'leader' });

const [cell, elsewhere] = cellsOf(templates.simple) as [NewNote['cell'], NewNote['cell']];
let windows = 0;

/** A duk with Thea's own note, one that her mother wrote for her, and one of her mother's own. */
class Table {
  readonly server = new JudgedServer([
    createBoardUpdate({ title: 'Planen til Thea', templateId: 'simple', for: 'Thea' }),
  ]);

  constructor() {
    expect(this.does(thea, (board) => lay(board, 'theas', thea, 'child'))).toBeUndefined();
    expect(this.does(mamma, (board) => lay(board, 'for', mamma, 'child'))).toBeUndefined();
    expect(this.does(mamma, (board) => lay(board, 'mammas', mamma, 'family'))).toBeUndefined();
  }

  window(): BoardDocument {
    const doc = new Y.Doc({ gcFilter: mayForget });
    doc.clientID = 1_000 + ++windows;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server.doc));
    return openBoardDocument(doc, templates.simple);
  }

  /** What somebody does in a window of theirs. @returns the rule that it breaks */
  does(by: Writer, act: (board: BoardDocument) => void): BoardRule | undefined {
    const board = this.window();
    act(board);
    const broken = this.server.take(by, Y.encodeStateAsUpdate(board.doc, Y.encodeStateVector(this.server.doc)));
    this.server.workIn();
    return broken;
  }

  note(noteId: string): Record<string, unknown> {
    return (this.server.doc.getMap('notes').get(noteId) as Y.Map<unknown>).toJSON();
  }
}

function lay(board: BoardDocument, noteId: string, by: Writer, voice: Voice): void {
  const note = { id: noteId as NoteId, cell, text: 'Hei', voice, author: by.participantId, createdAt: 1 };
  expect(addNote(board, note)).toMatchObject({ ok: true });
}

function mapOf(board: BoardDocument, noteId: string): Y.Map<unknown> {
  return board.notes.get(noteId) as Y.Map<unknown>;
}

function textOf(board: BoardDocument, noteId: string): Y.Text {
  return mapOf(board, noteId).get('text') as Y.Text;
}

/** A voice that comes before the first one, or is put as if at the same moment. */
function voiceBeside(
  board: BoardDocument,
  noteId: string,
  at: { readonly isBefore: boolean; readonly value: unknown },
) {
  const note = mapOf(board, noteId);
  const first = note._map.get('voice') as Y.Item;
  const content = at.value === undefined ? new Y.ContentDeleted(1) : new Y.ContentAny([at.value]);
  const [right, parent, key] = at.isBefore
    ? [first.id, null as unknown as Y.ID, null]
    : [null, (note._item as Y.Item).id, 'voice'];
  // A Yjs client with a lower number than any other: of two at the same moment Yjs lists it first.
  const item = new Y.Item(Y.createID(1, 0), null, null, null, right, parent, key, content);
  const encoder = new Y.UpdateEncoderV1();
  for (const count of [1, 1]) encoding.writeVarUint(encoder.restEncoder, count);
  encoder.writeClient(1);
  encoding.writeVarUint(encoder.restEncoder, 0);
  item.write(encoder, 0);
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

describe('a child’s helper', () => {
  it.each([
    ['lays a note in the child’s voice', mamma, (board) => lay(board, 'ny', mamma, 'child')],
    ['goes on with what they wrote for the child', mamma, (board) => textOf(board, 'for').insert(0, 'Ja: ')],
    ['says instead that the words are their own', mamma, (board) => setVoice(board, 'for' as NoteId, 'family')],
    ['moves what they wrote', mamma, (board) => moveNote(board, { noteId: 'for' as NoteId, to: elsewhere })],
  ] satisfies [string, Writer, (board: BoardDocument) => void][])('%s', (_, by, act) => {
    expect(new Table().does(by, act)).toBeUndefined();
  });

  it.each([
    ['no word of the child’s own note', 'childsNote', (board) => textOf(board, 'theas').insert(0, 'Ikke ')],
    ['not the voice of the child’s own note', 'childsNote', (board) => setVoice(board, 'theas' as NoteId, 'family')],
    [
      'not the place of the child’s own note',
      'childsNote',
      (board) => moveNote(board, { noteId: 'theas' as NoteId, to: elsewhere }),
    ],
    ['not the child’s own note away', 'childsNote', (board) => deleteNote(board, 'theas' as NoteId, 9)],
    // Others could write on it: only what is the child's from its first voice on is kept for the child.
    ['no words of their own to the child’s', 'voiceNotGiven', (board) => setVoice(board, 'mammas' as NoteId, 'child')],
    [
      'no note that only becomes the child’s',
      'voiceNotGiven',
      (board) => {
        lay(board, 'ny', mamma, 'family');
        setVoice(board, 'ny' as NoteId, 'child');
      },
    ],
  ] satisfies [string, BoardRule, (board: BoardDocument) => void][])('changes %s', (_, rule, act) => {
    expect(new Table().does(mamma, act)).toBe(rule);
  });

  it('gives the child’s voice back to what was laid with it', () => {
    const table = new Table();
    expect(table.does(mamma, (board) => setVoice(board, 'for' as NoteId, 'family'))).toBeUndefined();
    expect(table.does(mamma, (board) => setVoice(board, 'for' as NoteId, 'child'))).toBeUndefined();
  });

  it('lays and takes back the child’s voice while offline, and comes home with both', () => {
    const table = new Table();
    const both = (board: BoardDocument) => {
      lay(board, 'ny', mamma, 'child');
      setVoice(board, 'ny' as NoteId, 'family');
      setVoice(board, 'ny' as NoteId, 'child');
    };
    expect(table.does(mamma, both)).toBeUndefined();
    expect(table.does(far, (board) => textOf(board, 'ny').insert(0, 'x'))).toBe('childsNote');
  });

  it('who is one no more lays none, and leaves what they wrote to the child', () => {
    const table = new Table();
    expect(table.does(mammaNoMore, (board) => lay(board, 'ny', mamma, 'child'))).toBe('voiceNotGiven');
    expect(table.does(mammaNoMore, (board) => textOf(board, 'for').insert(0, 'x'))).toBe('childsNote');
    expect(table.does(mammaNoMore, (board) => deleteNote(board, 'for' as NoteId, 9))).toBe('childsNote');
    expect(table.does(mammaNoMore, (board) => setVoice(board, 'for' as NoteId, 'family'))).toBe('childsNote');
    expect(table.does(mammaNoMore, (board) => textOf(board, 'mammas').insert(0, 'x'))).toBeUndefined();
  });
});

describe('what a helper wrote for a child', () => {
  it('is the child’s to change, move and throw away', () => {
    const table = new Table();
    const all = (board: BoardDocument) => {
      textOf(board, 'for').insert(0, 'Jeg: ');
      moveNote(board, { noteId: 'for' as NoteId, to: elsewhere });
      deleteNote(board, 'for' as NoteId, 9);
      restoreNote(board, 'for' as NoteId);
    };
    expect(table.does(thea, all)).toBeUndefined();
    expect(table.note('for')).toMatchObject({ author: 'mamma', voice: 'child', text: 'Jeg: Hei' });
  });

  it('is no other child’s', () => {
    expect(new Table().does(noah, (board) => textOf(board, 'for').insert(0, 'x'))).toBe('childsNote');
  });

  it.each([
    ['another adult', far],
    ['the leader', leader],
  ])('is kept from %s', (_, by) => {
    const table = new Table();
    for (const act of [
      (board: BoardDocument) => textOf(board, 'for').insert(0, 'x'),
      (board: BoardDocument) => moveNote(board, { noteId: 'for' as NoteId, to: elsewhere }),
      (board: BoardDocument) => deleteNote(board, 'for' as NoteId, 9),
      (board: BoardDocument) => setVoice(board, 'for' as NoteId, 'family'),
    ])
      expect(table.does(by, act)).toBe('childsNote');
    expect(table.does(by, (board) => setAction(board, 'for' as NoteId, { owner: 'Mona' }))).toBeUndefined();
  });

  it('stays the child’s when its writer says that the words are their own', () => {
    const table = new Table();
    table.does(mamma, (board) => setVoice(board, 'for' as NoteId, 'family'));
    expect(table.does(far, (board) => textOf(board, 'for').insert(0, 'x'))).toBe('childsNote');
  });

  it.each([
    ['before its first voice', { isBefore: true, value: 'family' }],
    ['beside its first voice', { isBefore: false, value: 'family' }],
    ['before its first voice, as nothing', { isBefore: true, value: undefined }],
  ])('does not cease to be by a voice that is put %s', (_, at) => {
    const table = new Table();
    expect(table.server.take(mamma, voiceBeside(table.window(), 'for', at))).toBe('wrongKind');
  });
});

/** Anything that somebody can try with a note, whoever they are. */
const commands = [
  (board: BoardDocument, id: NoteId) => textOf(board, id).insert(0, 'x'),
  (board: BoardDocument, id: NoteId) => textOf(board, id).delete(0, Math.min(1, textOf(board, id).length)),
  (board: BoardDocument, id: NoteId) => moveNote(board, { noteId: id, to: elsewhere }),
  (board: BoardDocument, id: NoteId) => deleteNote(board, id, 9),
  (board: BoardDocument, id: NoteId) => restoreNote(board, id),
  (board: BoardDocument, id: NoteId) => setVoice(board, id, 'family'),
  (board: BoardDocument, id: NoteId) => setVoice(board, id, 'child'),
] as const;
const people = [thea, mamma, mammaNoMore, noah, far, leader];

describe('whatever people try', () => {
  it('a child’s note is changed by whoever wrote it and may still, and by the child it was written for', () => {
    const attempt = fc.record({
      who: fc.constantFrom(...people),
      commands: fc.array(fc.tuple(fc.constantFrom(...commands), fc.nat(5)), { minLength: 1, maxLength: 3 }),
      lays: fc.option(fc.constantFrom<Voice>('child', 'family')),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
        const table = new Table();
        attempts.forEach(({ who, commands: tried, lays }, when) => {
          const childsBefore = childsNotes(table);
          const broken = table.does(who, (board) => {
            const ids = [...board.notes.keys()].toSorted() as NoteId[];
            if (lays) lay(board, `ny-${when}`, who, lays);
            for (const [command, pick] of tried) command(board, ids[pick % ids.length] as NoteId);
          });
          const childsAfter = childsNotes(table);
          for (const [id, before] of childsBefore) {
            const after = childsAfter.get(id);
            // It never ceases to be a child's, whatever voice it is made to speak with.
            expect(after?.author).toBe(before.author);
            if (JSON.stringify(after) === JSON.stringify(before)) continue;
            expect(broken).toBeUndefined();
            const isOwn = who.participantId === before.author && who.voices.has('child');
            const isForThem = who.helpers.has(before.author as ParticipantId);
            expect([who.participantId, id, isOwn || isForThem]).toEqual([who.participantId, id, true]);
          }
          // Every note that speaks with a child's voice is kept for the child.
          const notes = table.server.doc.getMap('notes').toJSON() as Record<string, { voice: string }>;
          for (const [id, { voice }] of Object.entries(notes))
            if (voice === 'child') expect([id, childsAfter.has(id)]).toEqual([id, true]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** What of each child's note is kept for the child. */
function childsNotes({ server }: Table) {
  const notes = server.doc.getMap('notes');
  return new Map(
    [...notes].flatMap(([id, note]) => {
      const map = note as Y.Map<unknown>;
      if (!noteFactsOf(map).isChilds) return [];
      const { author, voice, column, theme, order, deletedAt, text } = map.toJSON();
      return [[id, { author, voice, column, theme, order, deletedAt, text }] as const];
    }),
  );
}
