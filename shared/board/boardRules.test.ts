import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ParticipantId, Voice, Writer } from '../access/index.ts';
import { templates } from '../template/index.ts';
import { removeAction, setAction } from './action.ts';
import { addNote, type NewNote } from './addNote.ts';
import { type NoteId, type StrokeId, theRound } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import type { BoardRule } from './boardRules.ts';
import { openUndo } from './boardUndo.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { drawStroke, eraseStroke } from './ink.ts';
import { JudgedServer, writer } from './judgedServerBuilder.ts';
import { endOpening, setOpensMeeting, setWhoReads } from './meetingState.ts';
import { moveNote } from './moveNote.ts';
import { editNoteText } from './noteText.ts';
import { createBoardUpdate } from './replayBoard.ts';
import { openRound } from './round.ts';
import { setHeader } from './setHeader.ts';
import { setPhase } from './setPhase.ts';
import { setVoice } from './setVoice.ts';

const selam = writer('selam', { voices: new Set<Voice>(['child']) });
const far = writer('far');
/** Far as somebody who was not given the citizen's voice. */
const farOfFamily = writer('far', { voices: new Set<Voice>(['family', 'network', 'service']) });
const leader = writer('leder', { role: 'leader' });
/** Between those of far's two windows: what Yjs orders by id comes out both ways. */
const clientIds = { selam: 500, far: 900, leder: 20 } as const;
const cell = { column: 'now', theme: 'work' } as NewNote['cell'];
const elsewhere = { column: 'now', theme: 'housing' } as NewNote['cell'];

/** A duk with a child's note, one of far's, a stroke by each, and a vote by the child on far's note, of either kind. */
class Table {
  readonly server: JudgedServer;

  constructor() {
    const journal = [createBoardUpdate({ title: 'Planen til Selam', templateId: 'lorenskog', for: 'Selam' })];
    this.server = new JudgedServer(journal);
    const childs = this.window(selam);
    lay(childs, 'barn', { voice: 'child', author: id(selam), text: 'Jeg er redd hjemme' });
    draw(childs, 's-barn', selam);
    if (this.send(childs, selam)) throw new Error('refused');
    this.server.workIn();
    const fars = this.window(far);
    lay(fars, 'far', { author: id(far), voice: 'family', text: 'Vi prøver' });
    lay(fars, 'uten', { author: id(far), voice: 'family' });
    draw(fars, 's-far', far);
    if (this.send(fars, far)) throw new Error('refused');
    this.server.workIn();
    const voting = this.window(selam, 501);
    votesOf(voting, 'far').set('selam', true);
    noteOf(voting, 'far').set('vote/selam', true);
    if (this.send(voting, selam)) throw new Error('refused');
    this.server.workIn();
  }

  window(by: Writer, clientId: number = clientIds[by.participantId as keyof typeof clientIds]): BoardDocument {
    const doc = new Y.Doc();
    doc.clientID = clientId + 1000 * ++windows;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server.doc));
    return openBoardDocument(doc, templates.lorenskog);
  }

  /** What a window has that the server lacks, as a step 2 brings it. */
  step2(board: BoardDocument): Uint8Array {
    return Y.encodeStateAsUpdate(board.doc, Y.encodeStateVector(this.server.doc));
  }

  send(board: BoardDocument, by: Writer): BoardRule | undefined {
    return this.server.take(by, this.step2(board));
  }

  everything(): Uint8Array {
    return Y.encodeStateAsUpdate(this.server.doc);
  }
}
let windows = 0;

function id(by: Writer): ParticipantId {
  return by.participantId;
}

function lay(board: BoardDocument, noteId: string, note: Partial<NewNote>): void {
  const laid = {
    id: noteId as NoteId,
    cell,
    text: 'Hei',
    voice: 'family',
    author: id(far),
    createdAt: 1,
    ...note,
  } as const;
  expect(addNote(board, laid)).toMatchObject({ ok: true });
}

function draw(board: BoardDocument, strokeId: string, by: Writer): void {
  const stroke = {
    id: strokeId as StrokeId,
    cell,
    points: [1, 1, 1],
    colour: 'ink',
    width: 2,
    author: id(by),
  } as const;
  expect(drawStroke(board, stroke)).toMatchObject({ ok: true });
}

function noteOf(board: BoardDocument, noteId: string): Y.Map<unknown> {
  return board.notes.get(noteId) as Y.Map<unknown>;
}

function textOf(board: BoardDocument, noteId: string): Y.Text {
  return noteOf(board, noteId).get('text') as Y.Text;
}

function votesOf(board: BoardDocument, noteId: string): Y.Map<unknown> {
  return noteOf(board, noteId).get('votes') as Y.Map<unknown>;
}

/** A note as no program of ours lays it. */
function layOdd(board: BoardDocument, entries: object, noteId = 'ny'): void {
  const good = { column: 'now', theme: 'work', order: 'a0', voice: 'family', author: 'far', createdAt: 1 };
  const all = Object.entries({ ...good, text: new Y.Text('Hei'), ...entries });
  board.notes.set(noteId, new Y.Map(all.filter(([, value]) => value !== undefined)));
}

interface Parts {
  readonly structs: readonly (Y.Item | Y.GC)[];
  readonly deleted?: readonly (readonly [client: number, clock: number, length: number])[];
}

/** An update as no Yjs writes it. */
function craft({ structs, deleted = [] }: Parts): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const lists = Map.groupBy(structs, (struct) => struct.id.client);
  encoding.writeVarUint(encoder.restEncoder, lists.size);
  for (const [client, list] of lists) {
    encoding.writeVarUint(encoder.restEncoder, list.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, list[0]?.id.clock ?? 0);
    for (const struct of list) struct.write(encoder, 0);
  }
  const ranges = Map.groupBy(deleted, ([client]) => client);
  encoding.writeVarUint(encoder.restEncoder, ranges.size);
  for (const [client, list] of ranges) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, list.length);
    for (const [, clock, length] of list) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
  return encoder.toUint8Array();
}

interface Crafted {
  readonly at: readonly [client: number, clock: number];
  readonly origin?: Y.ID | null;
  readonly right?: Y.ID | null;
  readonly parent?: string | Y.ID;
  readonly key?: string;
  readonly content: Y.Item['content'];
}

function part({ at: [client, clock], origin = null, right = null, parent, key, content }: Crafted): Y.Item {
  const parentOrNone = (origin || right ? null : parent) as unknown as Y.ID;
  return new Y.Item(Y.createID(client, clock), null, origin, null, right, parentOrNone, key ?? null, content);
}

function any(...values: readonly unknown[]): Y.ContentAny {
  return new Y.ContentAny([...values]);
}

/** The part that counts under a key. */
function latest(map: Y.Map<unknown>, key: string): Y.Item {
  return map._map.get(key) as Y.Item;
}

function idOf(type: Y.AbstractType<never> | Y.Map<unknown> | Y.Text): Y.ID {
  return (type._item as Y.Item).id;
}

type Attack = readonly [what: string, rule: BoardRule, by: Writer, act: (board: BoardDocument) => void];

const attacks: readonly Attack[] = [
  ['a note in the name of somebody else', 'noteAuthor', far, (board) => lay(board, 'ny', { author: id(selam) })],
  ['a note in nobody’s name', 'noteAuthor', far, (board) => layOdd(board, { author: undefined })],
  ['a note whose author is no name', 'noteAuthor', far, (board) => layOdd(board, { author: new Y.Text('selam') })],
  [
    'a note that changes its author in the same breath',
    'noteAuthor',
    far,
    (board) =>
      board.doc.transact(() => {
        layOdd(board, {});
        noteOf(board, 'ny').set('author', 'selam');
      }),
  ],
  [
    'a note that takes its author away in the same breath',
    'noteAuthor',
    far,
    (board) =>
      board.doc.transact(() => {
        layOdd(board, {});
        noteOf(board, 'ny').delete('author');
      }),
  ],
  ['another author of one’s own note', 'authorChanged', far, (board) => noteOf(board, 'far').set('author', 'selam')],
  ['another’s note taken over', 'authorChanged', far, (board) => noteOf(board, 'barn').set('author', 'far')],
  ['the author of a note taken away', 'authorChanged', far, (board) => noteOf(board, 'far').delete('author')],
  ['a note dated anew', 'createdAtChanged', far, (board) => noteOf(board, 'far').set('createdAt', 7)],
  ['the date of a note taken away', 'createdAtChanged', far, (board) => noteOf(board, 'barn').delete('createdAt')],
  ['a note laid over another', 'noteReplaced', far, (board) => layOdd(board, {}, 'barn')],
  ['a note removed', 'noteRemoved', far, (board) => board.notes.delete('uten')],
  ['a note removed, and others’ votes with it', 'voteOfAnother', far, (board) => board.notes.delete('far')],
  ['another’s note removed', 'noteRemoved', leader, (board) => board.notes.delete('barn')],
  ['a note that is a plain object', 'wrongKind', far, (board) => board.notes.set('ny', { author: 'far' })],
  ['a note that is a list', 'wrongKind', far, (board) => board.notes.set('ny', new Y.Array())],
  [
    'a note of a kind that only looks like a map',
    'wrongKind',
    far,
    (board) => board.notes.set('ny', new Y.XmlHook('h')),
  ],
  [
    'a text laid over another',
    'textReplaced',
    far,
    (board) => noteOf(board, 'far').set('text', new Y.Text('Alt er bra')),
  ],
  ['a string laid over a text', 'textReplaced', leader, (board) => noteOf(board, 'far').set('text', 'Alt er bra')],
  ['a text taken away', 'textReplaced', far, (board) => noteOf(board, 'far').delete('text')],
  ['a new note whose text is a map', 'wrongKind', far, (board) => layOdd(board, { text: new Y.Map([['text', 'i']]) })],
  ['a new note whose text is a string', 'wrongKind', far, (board) => layOdd(board, { text: 'Hei' })],
  ['a new note in a voice not given', 'voiceNotGiven', far, (board) => lay(board, 'ny', { voice: 'child' })],
  ['a new note in a voice there is none of', 'voiceNotGiven', far, (board) => layOdd(board, { voice: 'devil' })],
  ['a new note whose voice is a text', 'voiceNotGiven', far, (board) => layOdd(board, { voice: new Y.Text('child') })],
  [
    'one’s own note given a voice one has not',
    'voiceNotGiven',
    far,
    (board) => noteOf(board, 'far').set('voice', 'child'),
  ],
  ['another’s note given a voice', 'voiceOfAnother', leader, (board) => noteOf(board, 'far').set('voice', 'service')],
  ['a child’s note given a voice', 'childsNote', far, (board) => noteOf(board, 'barn').set('voice', 'family')],
  ['the voice of one’s own note taken away', 'keyRemoved', far, (board) => noteOf(board, 'far').delete('voice')],
  ['words put into a child’s note', 'childsNote', far, (board) => textOf(board, 'barn').insert(3, ' ikke')],
  ['words taken out of a child’s note', 'childsNote', leader, (board) => textOf(board, 'barn').delete(0, 3)],
  ['a child’s words made bold', 'childsNote', far, (board) => textOf(board, 'barn').format(0, 3, { bold: true })],
  ['a picture put into a child’s words', 'childsNote', far, (board) => textOf(board, 'barn').insertEmbed(0, { a: 1 })],
  ['a mark on a child’s words as a whole', 'childsNote', far, (board) => textOf(board, 'barn').setAttribute('a', 1)],
  ['a child’s note moved', 'childsNote', far, (board) => moveNote(board, { noteId: 'barn' as NoteId, to: elsewhere })],
  ['a child’s note laid before another', 'childsNote', leader, (board) => noteOf(board, 'barn').set('order', 'a9')],
  ['another’s writing on a child’s note', 'childsNote', far, (board) => noteOf(board, 'barn').set('handwriting', {})],
  ['a child’s note thrown away', 'childsNote', far, (board) => deleteNote(board, 'barn' as NoteId, 9)],
  ['the schema raised', 'schemaChanged', leader, (board) => board.duk.set('schema', 99)],
  ['the schema taken away', 'schemaChanged', far, (board) => board.duk.delete('schema')],
  ['another template', 'templateChanged', leader, (board) => board.duk.set('templateId', 'simple')],
  ['the template taken away', 'templateChanged', far, (board) => board.duk.delete('templateId')],
  ['the title taken away', 'keyRemoved', leader, (board) => board.duk.delete('title')],
  ['the column of a note taken away', 'keyRemoved', far, (board) => noteOf(board, 'far').delete('column')],
  [
    'the column of a note set and taken away',
    'keyRemoved',
    far,
    (board) =>
      board.doc.transact(() => {
        noteOf(board, 'far').set('column', 'short');
        noteOf(board, 'far').delete('column');
      }),
  ],
  ['a stroke in another’s name', 'strokeAuthor', far, (board) => draw(board, 'ny', selam)],
  ['a stroke in nobody’s name', 'strokeAuthor', far, (board) => board.strokes.set('ny', { points: [1, 1, 1] })],
  ['a stroke that is a map', 'strokeAuthor', far, (board) => board.strokes.set('ny', new Y.Map([['author', 'far']]))],
  ['a stroke over another’s', 'strokeOfAnother', far, (board) => draw(board, 's-barn', far)],
  ['another’s stroke rubbed out', 'strokeOfAnother', leader, (board) => board.strokes.delete('s-barn')],
  ['a vote in another’s name', 'voteOfAnother', far, (board) => votesOf(board, 'barn').set('selam', true)],
  [
    'an old note’s vote in another’s name',
    'voteOfAnother',
    far,
    (board) => noteOf(board, 'barn').set('vote/selam', true),
  ],
  ['another’s vote taken back', 'voteOfAnother', far, (board) => votesOf(board, 'far').delete('selam')],
  [
    'an old note’s vote of another taken back',
    'voteOfAnother',
    far,
    (board) => noteOf(board, 'far').delete('vote/selam'),
  ],
  [
    'an old note’s vote of another taken back, by the leader',
    'voteOfAnother',
    leader,
    (board) => noteOf(board, 'far').delete('vote/selam'),
  ],
  [
    'an old note’s vote of another given otherwise',
    'voteOfAnother',
    far,
    (board) => noteOf(board, 'far').set('vote/selam', false),
  ],
  [
    'a vote for another beneath one’s own',
    'voteOfAnother',
    far,
    (board) => votesOf(board, 'far').set('leder', new Y.Map()),
  ],
  [
    'all votes set anew',
    'votesReplaced',
    far,
    (board) => noteOf(board, 'far').set('votes', new Y.Map([['far', true]])),
  ],
  ['all votes taken away', 'voteOfAnother', leader, (board) => noteOf(board, 'far').delete('votes')],
  ['the place for votes taken away', 'votesReplaced', leader, (board) => noteOf(board, 'uten').delete('votes')],
  ['votes that are a list', 'wrongKind', far, (board) => layOdd(board, { votes: new Y.Array() })],
  [
    'a pause, as if the server had laid it',
    'pauseByServer',
    leader,
    (board) => board.meeting.set('pause', { from: 1, until: 2 }),
  ],
  ['a round, opened as if by the server', 'roundByServer', leader, (board) => openRound(board, 'en')],
  [
    'that more are done in a round than are',
    'roundByServer',
    far,
    (board) => board.meeting.set('round', { id: 'en', ready: 9 }),
  ],
  [
    'that somebody has set the duk back',
    'restoredByServer',
    leader,
    (board) => board.meeting.set('restored', { by: 'far', at: 1, to: 1, moment: 1, before: 1 }),
  ],
  [
    'why a child’s note lies in the bin',
    'childsNote',
    leader,
    (board) => noteOf(board, 'barn').set('gone', 'unimportant'),
  ],
  ['a note as if a round had laid it', 'noteAuthor', leader, (board) => lay(board, 'ny', { author: theRound })],
  [
    'a note of one’s own in nobody’s voice',
    'voiceNotGiven',
    far,
    (board) => noteOf(board, 'far').set('voice', 'round'),
  ],
  ['a heart in another’s name', 'voteOfAnother', leader, (board) => noteOf(board, 'far').set('heart/selam', true)],
  [
    'a heart by somebody whose plan it is not',
    'citizensHeart',
    farOfFamily,
    (board) => noteOf(board, 'barn').set('heart/far', true),
  ],
  [
    'how the citizen sees the journey, by others',
    'citizensStep',
    farOfFamily,
    (board) => board.journey.set('overall:citizen', 'stable'),
  ],
  [
    'what became of a wish, by somebody whose life it is not',
    'citizensGoal',
    farOfFamily,
    (board) => noteOf(board, 'far').set('goal', 'dropped'),
  ],
  [
    'a goal that is written up, by another than the leader',
    'writtenUpByLeader',
    farOfFamily,
    (board) => noteOf(board, 'far').set('writtenUp', { as: 'result', words: 'Egen bolig' }),
  ],
  [
    'that all hearts are given, by others',
    'citizensHeart',
    farOfFamily,
    (board) => board.meeting.set('heartsDone', true),
  ],
  [
    'that a child wants to begin, by the leader',
    'opensByChild',
    leader,
    (board) => board.meeting.set('opens:selam', true),
  ],
  [
    'that one wants to begin oneself, as no child',
    'opensByChild',
    far,
    (board) => board.meeting.set('opens:far', true),
  ],
  [
    'who reads a child’s notes, by the leader',
    'readsByChild',
    leader,
    (board) => board.meeting.set('reads:selam', 'leader'),
  ],
  ['who reads one’s own, as no child', 'readsByChild', far, (board) => board.meeting.set('reads:far', 'self')],
  ['another’s note beside a third', 'pairOfAnother', leader, (board) => noteOf(board, 'far').set('pair', 'barn')],
  [
    'what became of a child’s wish, by the leader',
    'childsNote',
    leader,
    (board) => noteOf(board, 'barn').set('goal', 'dropped'),
  ],
  ['a child’s note beside another', 'childsNote', far, (board) => noteOf(board, 'barn').set('pair', 'far')],
  ['a mark of who changed a note', 'markByClient', far, (board) => noteOf(board, 'far').set('editedBy', 'selam')],
  ['a mark of who threw a note away', 'markByClient', leader, (board) => noteOf(board, 'barn').set('deletedBy', 'far')],
  [
    'the step of the meeting, by others than the leader',
    'stepByLeader',
    far,
    (board) => board.doc.getMap('meeting').set('step', 2),
  ],
  ...['stepTheme', 'gathering', 'timer'].flatMap(
    (key): (readonly [string, BoardRule, Writer, (board: BoardDocument) => unknown])[] => [
      [
        `${key} of the meeting, by others than the leader`,
        'stepByLeader',
        far,
        (board) => board.meeting.set(key, { at: 1 }),
      ],
      [
        `${key} with a place in it to write in, by others than the leader`,
        'stepByLeader',
        far,
        (board) => board.meeting.set(key, new Y.Map()),
      ],
    ],
  ),
];

/** The same as no program writes it: parts are made by hand, by a Yjs client of far's own. */
const crafts: readonly (readonly [
  what: string,
  rule: BoardRule,
  act: (board: BoardDocument, at: [number, number]) => Parts,
])[] = [
  [
    'a list under the name of the notes',
    'wrongKind',
    (_, at) => ({ structs: [part({ at, parent: 'notes', content: any(1) })] }),
  ],
  [
    'a text under the name of the strokes',
    'wrongKind',
    (_, at) => ({ structs: [part({ at, parent: 'strokes', content: new Y.ContentString('x') })] }),
  ],
  [
    'a note laid over another as if at the same moment',
    'noteReplaced',
    (_, at) => ({ structs: [part({ at, parent: 'notes', key: 'barn', content: new Y.ContentType(new Y.Map()) })] }),
  ],
  [
    'a note removed by something deleted laid over it',
    'noteReplaced',
    (board, at) => ({
      structs: [part({ at, origin: latest(board.notes, 'barn').id, content: new Y.ContentDeleted(1) })],
    }),
  ],
  [
    'an author set as if at the same moment',
    'authorChanged',
    (board, at) => ({
      structs: [part({ at, parent: idOf(noteOf(board, 'barn')), key: 'author', content: any('far') })],
    }),
  ],
  [
    'an author set by what follows another part',
    'authorChanged',
    (board, at) => ({
      structs: [part({ at, origin: latest(noteOf(board, 'far'), 'author').id, content: any('selam') })],
    }),
  ],
  [
    'a voice laid before the first one',
    'childsNote',
    (board, at) => ({
      structs: [part({ at, right: latest(noteOf(board, 'barn'), 'voice').id, content: any('family') })],
    }),
  ],
  [
    'all votes set anew as if at the same moment',
    'votesReplaced',
    (board, at) => ({
      structs: [
        part({ at, parent: idOf(noteOf(board, 'far')), key: 'votes', content: new Y.ContentType(new Y.Map()) }),
      ],
    }),
  ],
  [
    'another’s stroke removed by something deleted laid over it',
    'strokeOfAnother',
    (board, at) => ({
      structs: [part({ at, origin: latest(board.strokes, 's-barn').id, content: new Y.ContentDeleted(1) })],
    }),
  ],
  [
    'several strokes in one part, one of them in another’s name',
    'strokeAuthor',
    (_, at) => ({
      structs: [part({ at, parent: 'strokes', key: 'ny', content: any({ author: 'far' }, { author: 'selam' }) })],
    }),
  ],
  [
    'several authors in one part',
    'noteAuthor',
    (_, [client, clock]) => ({
      structs: [
        part({ at: [client, clock], parent: 'notes', key: 'ny', content: new Y.ContentType(new Y.Map()) }),
        part({
          at: [client, clock + 1],
          parent: Y.createID(client, clock),
          key: 'author',
          content: any('far', 'selam'),
        }),
      ],
    }),
  ],
  [
    'an author in letters',
    'noteAuthor',
    (_, [client, clock]) => ({
      structs: [
        part({ at: [client, clock], parent: 'notes', key: 'ny', content: new Y.ContentType(new Y.Map()) }),
        part({
          at: [client, clock + 1],
          parent: Y.createID(client, clock),
          key: 'author',
          content: new Y.ContentString('selam'),
        }),
      ],
    }),
  ],
  [
    'a column removed by something deleted laid over it',
    'keyRemoved',
    (board, at) => ({
      structs: [part({ at, origin: latest(noteOf(board, 'far'), 'column').id, content: new Y.ContentDeleted(1) })],
    }),
  ],
  [
    'a column removed beside one that does not count',
    'keyRemoved',
    (board, at) => {
      const { id: column } = latest(noteOf(board, 'far'), 'column');
      return {
        structs: [part({ at, right: column, content: any('short') })],
        deleted: [[column.client, column.clock, 1]],
      };
    },
  ],
  [
    'letters between one’s own note and a child’s',
    'twoPlaces',
    (board, at) => ({
      structs: [
        part({
          at,
          origin: textOf(board, 'far')._start?.lastId ?? null,
          right: textOf(board, 'barn')._start?.id ?? null,
          content: new Y.ContentString('x'),
        }),
      ],
    }),
  ],
  [
    'letters of a child’s note, hidden behind something that is nothing here',
    'childsNote',
    (board, [client, clock]) => ({
      structs: [
        new Y.GC(Y.createID(client, clock), 1),
        part({
          at: [client, clock + 1],
          origin: Y.createID(client, clock),
          right: textOf(board, 'barn')._start?.id ?? null,
          content: new Y.ContentString('x'),
        }),
      ],
    }),
  ],
  [
    'what deletes parts that nobody has',
    'missingParts',
    (_, [client]) => ({ structs: [], deleted: [[client, 100, 1]] }),
  ],
  [
    'what leans on parts that nobody has',
    'missingParts',
    (_, at) => ({ structs: [part({ at, parent: Y.createID(123_456, 0), key: 'a', content: any(1) })] }),
  ],
  [
    'what leans on itself in a ring',
    'missingParts',
    (_, [client, clock]) => ({
      structs: [
        part({ at: [client, clock], origin: Y.createID(client + 1, 0), content: new Y.ContentString('a') }),
        part({ at: [client + 1, 0], origin: Y.createID(client, clock), content: new Y.ContentString('b') }),
      ],
    }),
  ],
];

/** What else an attack may be wrapped in. */
const wrappings: readonly (readonly [
  how: string,
  wrap: (board: BoardDocument, by: Writer, attack: () => void) => Uint8Array,
])[] = [
  ['alone', (board, _, attack) => updateOf(board, attack)],
  [
    'among what is allowed',
    (board, by, attack) => {
      const updates = updatesOf(board, () => {
        lay(board, 'foran', { author: id(by), voice: 'service' });
        attack();
        textOf(board, 'foran').insert(0, 'Etter: ');
      });
      return Y.mergeUpdates(updates);
    },
  ],
  [
    'in a step 2 with all that is there',
    (board, _, attack) => {
      attack();
      return Y.encodeStateAsUpdate(board.doc);
    },
  ],
];

function updatesOf(board: BoardDocument, act: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  board.doc.on('update', keep);
  act();
  board.doc.off('update', keep);
  return updates;
}

function updateOf(board: BoardDocument, act: () => void): Uint8Array {
  return Y.mergeUpdates(updatesOf(board, act));
}

describe('the rules of the duk', () => {
  for (const [how, wrap] of wrappings) {
    describe(`refuse, ${how},`, () => {
      it.each(attacks)('%s: %s', (_what, rule, by, act) => {
        const table = new Table();
        const board = table.window(by);
        const before = table.everything();
        expect(
          table.server.take(
            by,
            wrap(board, by, () => act(board)),
          ),
        ).toBe(rule);
        table.server.workIn();
        expect(table.everything()).toEqual(before);
      });
    });
  }

  it('let a pair be closed by nobody but those who wrote its notes, each for their own', () => {
    const table = new Table();
    const opening = table.window(far);
    noteOf(opening, 'far').set('pair', 'barn');
    expect(table.send(opening, far)).toBeUndefined();
    table.server.workIn();
    for (const other of [leader, selam]) {
      const board = table.window(other);
      expect(
        table.server.take(
          other,
          updateOf(board, () => noteOf(board, 'far').delete('pair')),
        ),
      ).toBe('pairOfAnother');
    }
    // Whoever wrote the other note says it of that one: then it takes both.
    const too = table.window(selam);
    noteOf(too, 'barn').set('pair', 'far');
    expect(table.send(too, selam)).toBeUndefined();
    table.server.workIn();
    const closing = table.window(far);
    noteOf(closing, 'far').delete('pair');
    expect(table.send(closing, far)).toBeUndefined();
    table.server.workIn();
    const after = openBoardDocument(table.server.doc, templates.lorenskog);
    expect([noteOf(after, 'far').get('pair'), noteOf(after, 'barn').get('pair')]).toEqual([undefined, 'far']);
  });

  it.each(crafts)('refuse what no program of ours makes: %s', (_what, rule, act) => {
    const table = new Table();
    const board = table.window(far);
    const update = craft(act(board, [board.doc.clientID, 0]));
    expect(table.server.take(far, update)).toBe(rule);
  });

  it.each([
    ['typing in another’s note', far, (board) => textOf(board, 'far').insert(0, 'Hei')],
    [
      'typing in a note of somebody who is no child',
      leader,
      (board) => editNoteText(board, 'far' as NoteId, { at: 2, removed: 3, inserted: 'x' }),
    ],
    [
      'a child that writes, moves and throws away its own note',
      selam,
      (board) => {
        textOf(board, 'barn').insert(2, 'x');
        moveNote(board, { noteId: 'barn' as NoteId, to: elsewhere });
        deleteNote(board, 'barn' as NoteId, 5);
        restoreNote(board, 'barn' as NoteId);
      },
    ],
    [
      'moving, throwing away and giving back another’s note',
      leader,
      (board) => {
        moveNote(board, { noteId: 'far' as NoteId, to: elsewhere });
        deleteNote(board, 'far' as NoteId, 5);
        restoreNote(board, 'far' as NoteId);
      },
    ],
    [
      'a vote, a pair and a tiltak on a child’s note',
      far,
      (board) => {
        votesOf(board, 'barn').set('far', true);
        noteOf(board, 'far').set('pair', 'barn');
        noteOf(board, 'far').delete('pair');
        setAction(board, 'barn' as NoteId, { owner: 'Mona' });
        removeAction(board, 'barn' as NoteId);
      },
    ],
    [
      'one’s own vote given and taken back',
      selam,
      (board) => {
        votesOf(board, 'far').delete('selam');
        votesOf(board, 'far').set('selam', true);
        noteOf(board, 'far').delete('vote/selam');
        noteOf(board, 'far').set('vote/selam', true);
      },
    ],
    [
      'a heart given and taken back, and that all are given, by whose plan it is',
      selam,
      (board) => {
        noteOf(board, 'far').set('heart/selam', true);
        noteOf(board, 'far').delete('heart/selam');
        board.meeting.set('heartsDone', true);
        board.meeting.delete('heartsDone');
      },
    ],
    [
      'the same by the leader, for them',
      leader,
      (board) => {
        noteOf(board, 'far').set('heart/leder', true);
        board.meeting.set('heartsDone', true);
      },
    ],
    [
      'that the child wants to begin, and not after all',
      selam,
      (board) => {
        setOpensMeeting(board, [id(selam)], true);
        setOpensMeeting(board, [id(selam)], false);
      },
    ],
    ['a child’s note beside another, by the child', selam, (board) => noteOf(board, 'barn').set('pair', 'far')],
    ['one’s own note given another of one’s voices', far, (board) => setVoice(board, 'far' as NoteId, 'network')],
    [
      'a stroke drawn and rubbed out',
      far,
      (board) => {
        draw(board, 'ny', far);
        eraseStroke(board, 'ny' as StrokeId, id(far));
        eraseStroke(board, 's-far' as StrokeId, id(far));
      },
    ],
    [
      'the head of the sheet',
      far,
      (board) => setHeader(board, { title: 'Ny', for: 'Eirin', horizonShort: '2027-01-01' }),
    ],
    [
      'phases, the citizen’s own among them',
      far,
      (board) => {
        setPhase(board, 'overall', 'stable');
        board.journey.set('overall:citizen', 'exposed');
        setPhase(board, 'overall', undefined);
      },
    ],
    ['the step of the meeting, by the leader', leader, (board) => board.doc.getMap('meeting').set('step', 2)],
    [
      'what else is in the meeting, by anybody',
      far,
      (board) => board.doc.getMap('meeting').set('vision', new Y.Text('Et hjem')),
    ],
    [
      'what a later program keeps',
      far,
      (board) => {
        board.duk.set('nyere', new Y.Map([['a', 1]]));
        noteOf(board, 'barn').set('nyere', [1]);
        board.doc.getArray('nyere').push([1]);
      },
    ],
  ] satisfies [string, Writer, (board: BoardDocument) => void][])('let pass: %s', (_what, by, act) => {
    const table = new Table();
    const board = table.window(by);
    for (const update of updatesOf(board, () => act(board))) expect(table.server.take(by, update)).toBe(undefined);
    table.server.workIn();
    expect(table.server.doc.getMap('notes').toJSON()).toEqual(board.notes.toJSON());
  });

  it('let the leader end what a child asked, and nobody else but the child', () => {
    const table = new Table();
    const childs = table.window(selam, 502);
    setOpensMeeting(childs, [id(selam)], true);
    expect(table.send(childs, selam)).toBe(undefined);
    table.server.workIn();
    for (const [by, verdict] of [
      [far, 'opensByChild'],
      [leader, undefined],
    ] as const) {
      const board = table.window(by);
      expect(
        table.server.take(
          by,
          updateOf(board, () => void endOpening(board)),
        ),
      ).toBe(verdict);
    }
  });

  it('let a child alone say who reads what it has laid, and take that back', () => {
    const table = new Table();
    const childs = table.window(selam, 503);
    setWhoReads(childs, [id(selam)], 'silent');
    expect(table.send(childs, selam)).toBe(undefined);
    table.server.workIn();
    for (const by of [far, leader]) {
      const board = table.window(by);
      const taken = updateOf(board, () => board.meeting.delete('reads:selam'));
      expect(table.server.take(by, taken)).toBe('readsByChild');
    }
    setWhoReads(childs, [id(selam)], undefined);
    expect(table.send(childs, selam)).toBe(undefined);
  });

  it('know somebody who comes back by another link', () => {
    const table = new Table();
    const again = {
      ...writer('selam-2'),
      seats: new Set([id(selam), 'selam-2' as ParticipantId]),
      voices: selam.voices,
    };
    const board = table.window(again, 77);
    textOf(board, 'barn').insert(0, 'Nå: ');
    lay(board, 'ny', { author: 'selam-2' as ParticipantId, voice: 'child' });
    expect(table.send(board, again)).toBe(undefined);
  });

  it('go by the first voice of a note, whatever its author let it speak with since', () => {
    const table = new Table();
    const helper = { ...selam, voices: new Set<Voice>(['child', 'family']) };
    const board = table.window(helper, 78);
    noteOf(board, 'barn').set('voice', 'family');
    expect(table.send(board, helper)).toBe(undefined);
    table.server.workIn();
    // The journal is compacted, and another server opens it.
    const compacted = new JudgedServer([Y.encodeStateAsUpdate(table.server.doc)]);
    const fars = table.window(far);
    textOf(fars, 'barn').insert(0, 'Ikke ');
    expect(compacted.take(far, table.step2(fars))).toBe('childsNote');
  });

  it('see what came in the same batch as if it were there', () => {
    const table = new Table();
    const childs = table.window(selam);
    for (const update of updatesOf(childs, () => {
      lay(childs, 'ny', { author: id(selam), voice: 'child', text: 'Mamma' });
      textOf(childs, 'ny').insert(5, ' er');
    }))
      expect(table.server.take(selam, update)).toBe(undefined);
    // Somebody who guesses its parts before they are on disk.
    const guess = (act: (board: BoardDocument) => void): BoardRule | undefined => {
      const board = openBoardDocument(new Y.Doc(), templates.lorenskog);
      Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(childs.doc));
      return table.server.take(
        far,
        updateOf(board, () => act(board)),
      );
    };
    expect(guess((board) => textOf(board, 'ny').insert(0, 'x'))).toBe('childsNote');
    expect(guess((board) => textOf(board, 'ny').delete(0, 1))).toBe('childsNote');
    expect(guess((board) => noteOf(board, 'ny').set('author', 'far'))).toBe('authorChanged');
    expect(guess((board) => board.notes.delete('ny'))).toBe('noteRemoved');
    expect(guess((board) => layOdd(board, {}, 'ny'))).toBe('noteReplaced');
    expect(guess((board) => noteOf(board, 'ny').set('goal', 'underway'))).toBe('childsNote');
    expect(guess((board) => setAction(board, 'ny' as NoteId, { owner: 'Mona' }))).toBe(undefined);
  });

  it('refuse another of the same run of typing, though they let its first writer', () => {
    const table = new Table();
    const childs = table.window(selam);
    const letters = updatesOf(childs, () => {
      for (const letter of 'abc') textOf(childs, 'barn').insert(0, letter);
      for (const letter of 'def') textOf(childs, 'barn').insert(textOf(childs, 'barn').length, letter);
    });
    for (const update of letters.slice(0, -1)) expect(table.server.take(selam, update)).toBe(undefined);
    expect(table.server.take(far, letters.at(-1) as Uint8Array)).toBe('childsNote');
  });

  it('refuse two lists in the name of one client, of which Yjs would see only the last', () => {
    const table = new Table();
    const board = table.window(far);
    const [client] = [board.doc.clientID];
    const encoder = new Y.UpdateEncoderV1();
    encoding.writeVarUint(encoder.restEncoder, 3);
    const lists = [
      [client, part({ at: [client, 0], parent: 'fritt', key: 'a', content: any(1) })],
      [client + 1, part({ at: [client + 1, 0], parent: 'fritt', key: 'b', content: any(1) })],
      [client, part({ at: [client, 0], parent: 'duk', key: 'schema', content: any(99) })],
    ] as const;
    for (const [of, item] of lists) {
      encoding.writeVarUint(encoder.restEncoder, 1);
      encoder.writeClient(of);
      encoding.writeVarUint(encoder.restEncoder, 0);
      item.write(encoder, 0);
    }
    encoding.writeVarUint(encoder.restEncoder, 0);
    expect(table.server.take(far, encoder.toUint8Array())).toBe('missingParts');
  });

  it('refuse a part that goes on from one that is there, and says it lies elsewhere', () => {
    const table = new Table();
    const board = table.window(far);
    const [client] = [board.doc.clientID];
    const first = part({ at: [client, 0], parent: 'fritt', content: new Y.ContentString('ab') });
    expect(table.server.take(far, craft({ structs: [first] }))).toBe(undefined);
    table.server.workIn();
    const longer = part({ at: [client, 0], parent: 'annet', content: new Y.ContentString('abcd') });
    expect(table.server.take(far, craft({ structs: [longer] }))).toBe(undefined);
    const intoNote = part({
      at: [client, 0],
      parent: idOf(textOf(board, 'far')),
      content: new Y.ContentString('abcdef'),
    });
    expect(table.server.take(far, craft({ structs: [intoNote] }))).toBe('twoPlaces');
  });
});

describe('undoing', () => {
  it('leaves a note where another put it at the same moment, and never out of sight', () => {
    const table = new Table();
    const mine = table.window(leader, 40_000_000);
    const theirs = table.window(far, 30_000_000);
    const undo = openUndo(mine);
    moveNote(mine, { noteId: 'far' as NoteId, to: elsewhere });
    noteOf(theirs, 'far').set('theme', 'economy');
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc), 'server');
    undo.undo();
    expect(noteOf(mine, 'far').get('theme')).toBeTypeOf('string');
    expect(noteOf(mine, 'far').get('column')).toBe('now');
  });
});
