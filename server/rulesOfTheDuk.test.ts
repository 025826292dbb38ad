import { type BoardDocument, drawStroke, type StrokeId, theRound } from '@duken/shared/board';
import { messageType, syncType } from '@duken/shared/protocol';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updatesIn } from './storage/index.ts';
import { BoardUser, openTestServer, patience, type TestServer } from './testing/index.ts';

type Window = ReturnType<BoardUser['openBoard']>;

/** A child, somebody of the family, and the leader round one duk, each with the ordinary provider. */
interface Table {
  readonly leader: Window;
  readonly child: Window;
  readonly far: Window;
  readonly people: { readonly leader: BoardUser; readonly child: BoardUser; readonly far: BoardUser };
}

function noteOf({ doc }: Window, id: string): Y.Map<unknown> {
  return doc.getMap('notes').get(id) as Y.Map<unknown>;
}

function textOf(window: Window, id: string): Y.Text {
  return noteOf(window, id).get('text') as Y.Text;
}

function votesOf(window: Window, id: string): Y.Map<unknown> {
  return noteOf(window, id).get('votes') as Y.Map<unknown>;
}

function draw(board: BoardDocument, id: string, author: BoardUser): void {
  const [column, theme] = [board.template.columns[0]?.id, board.template.themes[0]?.id];
  const cell = { column, theme } as Parameters<typeof drawStroke>[1]['cell'];
  const stroke = { id: id as StrokeId, cell, points: [1, 1, 1], colour: 'ink', width: 2 } as const;
  expect(drawStroke(board, { ...stroke, author: author.participantId })).toMatchObject({ ok: true });
}

/** A note in whose name and voice one likes. */
function lay(window: Window, id: string, author: unknown, voice: string): void {
  const [column, theme] = [window.board.template.columns[0]?.id, window.board.template.themes[0]?.id];
  const entries = { column, theme, order: 'a0', text: new Y.Text('Jeg har det fint'), voice, author, createdAt: 1 };
  window.doc.getMap('notes').set(id, new Y.Map(Object.entries(entries)));
}

type Attack = readonly [what: string, rule: string, act: (table: Table) => void];

const attacks: readonly Attack[] = [
  [
    'puts a note in the child’s name',
    'noteAuthor',
    ({ far, people }) => lay(far, 'ny', people.child.participantId, 'family'),
  ],
  [
    'speaks with the child’s voice',
    'voiceNotGiven',
    ({ far, people }) => lay(far, 'ny', people.far.participantId, 'child'),
  ],
  [
    'takes over the child’s note',
    'authorChanged',
    ({ far, people }) => noteOf(far, 'barn').set('author', people.far.participantId),
  ],
  ['changes the child’s words', 'childsNote', ({ far }) => textOf(far, 'barn').insert(0, 'Ikke: ')],
  ['takes the child’s words out', 'childsNote', ({ far }) => textOf(far, 'barn').delete(0, 4)],
  ['throws the child’s note away', 'childsNote', ({ far }) => noteOf(far, 'barn').set('deletedAt', 9)],
  ['moves the child’s note', 'childsNote', ({ far }) => noteOf(far, 'barn').set('column', 'dream')],
  [
    'gives the leader’s note another voice',
    'voiceOfAnother',
    ({ far }) => noteOf(far, 'leders').set('voice', 'family'),
  ],
  ['removes the child’s note', 'noteRemoved', ({ far }) => far.doc.getMap('notes').delete('barn')],
  ['removes the words of a note', 'textReplaced', ({ far }) => noteOf(far, 'leders').delete('text')],
  [
    'lays a note over the leader’s',
    'noteReplaced',
    ({ far, people }) => lay(far, 'leders', people.far.participantId, 'family'),
  ],
  ['raises the schema', 'schemaChanged', ({ far }) => far.doc.getMap('duk').set('schema', 99)],
  ['changes the template', 'templateChanged', ({ far }) => far.doc.getMap('duk').set('templateId', 'lorenskog')],
  ['draws in the child’s name', 'strokeAuthor', ({ far, people }) => draw(far.board, 'ny', people.child)],
  ['rubs out the child’s stroke', 'strokeOfAnother', ({ far }) => far.doc.getMap('strokes').delete('barn')],
  [
    'votes for the child',
    'voteOfAnother',
    ({ far, people }) => votesOf(far, 'barn').set(people.child.participantId, true),
  ],
  [
    'takes the child’s vote',
    'voteOfAnother',
    ({ far, people }) => votesOf(far, 'leders').delete(people.child.participantId),
  ],
  ['takes the meeting to another step', 'stepByLeader', ({ far }) => far.board.meeting.set('step', 'freeze')],
  ['gathers everybody', 'stepByLeader', ({ far }) => far.board.meeting.set('gathering', { columns: [], at: 1 })],
  [
    'lays a pause with a sender in it',
    'pauseByServer',
    ({ far, people }) => far.board.meeting.set('pause', { from: 1, until: 9e12, by: people.child.participantId }),
  ],
  [
    'says that the duk was set back',
    'restoredByServer',
    ({ far }) => far.board.meeting.set('restored', { by: 'far', at: 1, to: 1, moment: 1, before: 1 }),
  ],
  ['says that a round is open', 'roundByServer', ({ far }) => far.board.meeting.set('round', { id: 'en', ready: 3 })],
  ['lays a note as if a round had', 'noteAuthor', ({ far }) => lay(far, 'ny', theRound, 'family')],
  [
    'gives a heart for the child',
    'voteOfAnother',
    ({ far, people }) => noteOf(far, 'leders').set(`heart/${people.child.participantId}`, true),
  ],
  [
    'gives a heart as if the plan were theirs',
    'citizensHeart',
    ({ far, people }) => noteOf(far, 'leders').set(`heart/${people.far.participantId}`, true),
  ],
  ['says how the citizen sees it', 'citizensStep', ({ far }) => far.board.journey.set('economy:citizen', 'stable')],
  ['says what became of a wish', 'citizensGoal', ({ far }) => noteOf(far, 'leders').set('goal', 'dropped')],
  [
    'writes a goal up',
    'writtenUpByLeader',
    ({ far }) => noteOf(far, 'leders').set('writtenUp', { as: 'effect', words: 'x' }),
  ],
  ['says that the hearts are given', 'citizensHeart', ({ far }) => far.board.meeting.set('heartsDone', true)],
  [
    'lays the leader’s note beside the child’s',
    'pairOfAnother',
    ({ far }) => noteOf(far, 'leders').set('pair', 'barn'),
  ],
  ['parts the leader’s note from the child’s', 'pairOfAnother', ({ far }) => noteOf(far, 'leders').delete('pair')],
  ['lays the child’s note beside another', 'childsNote', ({ far }) => noteOf(far, 'barn').set('pair', 'leders')],
  [
    'says that the child wants to begin',
    'opensByChild',
    ({ far, people }) => far.board.meeting.set(`opens:${people.child.participantId}`, true),
  ],
  [
    'says who reads the child’s notes',
    'readsByChild',
    ({ far, people }) => far.board.meeting.set(`reads:${people.child.participantId}`, 'leader'),
  ],
  ['says how it went with the child’s wish', 'childsNote', ({ far }) => noteOf(far, 'barn').set('goal', 'dropped')],
  ['sets everybody a time', 'stepByLeader', ({ far }) => far.board.meeting.set('timer', { from: 1, until: 2 })],
  ['sets all votes anew', 'votesReplaced', ({ far }) => noteOf(far, 'leders').set('votes', new Y.Map())],
];

describe('a program of one’s own, at the whole server', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  async function layTable(): Promise<Table> {
    const leading = await BoardUser.withNewBoard(origin);
    const { boardId, joinSecret } = leading;
    const child = await BoardUser.joining(origin, boardId, joinSecret, 'Selam', 'child');
    const far = await BoardUser.joining(origin, boardId, joinSecret, 'Far', 'family');
    const people = { leader: leading, child, far };
    const table = {
      people,
      leader: leading.openBoard(origin),
      child: child.openBoard(origin),
      far: far.openBoard(origin),
    };
    await Promise.all([table.leader.allSaved(), table.child.allSaved(), table.far.allSaved()]);
    lay(table.child, 'barn', child.participantId, 'child');
    noteOf(table.child, 'barn').set('votes', new Y.Map());
    draw(table.child.board, 'barn', child);
    table.leader.write('leders');
    await expect.poll(() => table.child.notes(), patience).toContain('leders');
    votesOf(table.child, 'leders').set(child.participantId, true);
    noteOf(table.leader, 'leders').set('pair', 'barn');
    await table.leader.allSaved();
    await expect.poll(() => noteOf(table.child, 'leders').get('pair'), patience).toBe('barn');
    await table.child.allSaved();
    await expect.poll(() => Y.encodeStateVector(table.far.doc), patience).toEqual(Y.encodeStateVector(table.child.doc));
    return table;
  }

  /** What the journal holds, which is what everybody who comes gets. */
  async function journaled({ boardId }: BoardUser): Promise<Uint8Array> {
    const doc = new Y.Doc();
    for (const update of updatesIn(await server.storage.journal.read(boardId))) Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc);
  }

  it.each(attacks)('that %s is out with 4422 (%s), and nobody else notices', async (_what, rule, act) => {
    const table = await layTable();
    const before = await journaled(table.people.leader);
    table.far.doc.transact(() => act(table));
    await expect.poll(() => [table.far.closeCodes, table.far.closeReasons], patience).toEqual([[4422], [rule]]);
    expect(await journaled(table.people.leader)).toEqual(before);
    // The others' sockets go on, as does whoever comes new.
    textOf(table.child, 'barn').insert(0, 'Jeg sier: ');
    await table.child.allSaved();
    await expect.poll(() => textOf(table.leader, 'barn').toString(), patience).toBe('Jeg sier: Jeg har det fint');
    expect([...table.child.closeCodes, ...table.leader.closeCodes]).toEqual([]);
    const again = table.people.far.openBoard(origin);
    await again.allSaved();
    again.write('ny-2', 'family');
    await again.allSaved();
    expect(again.notes()).toEqual(['barn', 'leders', 'ny-2']);
  });

  it('that hides one broken rule among what is allowed has none of it taken', async () => {
    const table = await layTable();
    const before = await journaled(table.people.leader);
    table.far.doc.transact(() => {
      table.far.write('god-1', 'family');
      textOf(table.far, 'leders').insert(0, 'Ja. ');
      textOf(table.far, 'barn').insert(0, 'Nei. ');
      table.far.write('god-2', 'family');
    });
    await expect.poll(() => table.far.closeReasons, patience).toEqual(['childsNote']);
    expect(await journaled(table.people.leader)).toEqual(before);
  });

  it('that brings it along from a time offline, in its step 2, has none of it taken', async () => {
    const table = await layTable();
    table.far.provider.disconnect();
    const before = await journaled(table.people.leader);
    table.far.doc.getMap('notes').delete('leders');
    table.far.write('god', 'family');
    table.far.provider.connect();
    await expect.poll(() => table.far.closeCodes.at(-1), patience).toBe(4422);
    expect(await journaled(table.people.leader)).toEqual(before);
  });

  it('that sends it before its step 2, when parts are missing, has none of it taken', async () => {
    const table = await layTable();
    const before = await journaled(table.people.leader);
    const early = new Y.Doc();
    Y.applyUpdate(early, Y.encodeStateAsUpdate(table.far.doc));
    const updates: Uint8Array[] = [];
    early.on('update', (update: Uint8Array) => updates.push(update));
    early.getMap('meeting').set('a', 1);
    ((early.getMap('notes').get('barn') as Y.Map<unknown>).get('text') as Y.Text).insert(0, 'x');
    const raw = table.people.far.openBoard(origin, new Y.Doc());
    await raw.allSaved();
    // What it leans on comes after it, and only then is it judged.
    for (const update of [updates[1], updates[0]])
      raw.provider.ws?.send(syncFrame(syncType.update, update as Uint8Array));
    await expect.poll(() => raw.closeCodes, patience).toEqual([4422]);
    expect(await journaled(table.people.leader)).toEqual(before);
  });

  it('that writes in the child’s Yjs client is out, and the child’s words are not lost', async () => {
    const table = await layTable();
    const thief = new Y.Doc();
    Y.applyUpdate(thief, Y.encodeStateAsUpdate(table.far.doc));
    thief.clientID = table.child.doc.clientID;
    const before = await journaled(table.people.leader);
    const updates: Uint8Array[] = [];
    thief.on('update', (update: Uint8Array) => updates.push(update));
    thief.getMap('meeting').set('a', 1);
    table.far.provider.ws?.send(syncFrame(syncType.update, updates[0] as Uint8Array));
    await expect.poll(() => table.far.closeReasons, patience).toEqual(['foreignClient']);
    expect(await journaled(table.people.leader)).toEqual(before);
    textOf(table.child, 'barn').insert(0, 'Jeg sier: ');
    await table.child.allSaved();
    await expect.poll(() => textOf(table.leader, 'barn').toString(), patience).toBe('Jeg sier: Jeg har det fint');
  });
});

/** What any program can try on a child's note, whoever runs it. */
const onChildsNote: readonly (readonly [what: string, act: (window: Window) => void])[] = [
  ['changes its words', (window) => textOf(window, 'barn').insert(0, 'Ikke: ')],
  ['takes its words out', (window) => textOf(window, 'barn').delete(0, 4)],
  ['dresses its words', (window) => textOf(window, 'barn').format(0, 3, { bold: true })],
  ['lays other words in their place', (window) => noteOf(window, 'barn').set('text', new Y.Text('Alt er bra'))],
  ['gives it another voice', (window) => noteOf(window, 'barn').set('voice', 'service')],
  ['takes it over', (window) => noteOf(window, 'barn').set('author', window.provider.awareness.clientID.toString())],
  ['moves it', (window) => noteOf(window, 'barn').set('column', 'dream')],
  ['lays it last', (window) => noteOf(window, 'barn').set('order', 'z9')],
  ['throws it away', (window) => noteOf(window, 'barn').set('deletedAt', 9)],
  ['says why it is gone', (window) => noteOf(window, 'barn').set('gone', 'unimportant')],
  ['says how it went with it', (window) => noteOf(window, 'barn').set('goal', 'dropped')],
  ['writes it up as a goal', (window) => noteOf(window, 'barn').set('writtenUp', { as: 'result', words: 'x' })],
  ['lays it beside another', (window) => noteOf(window, 'barn').set('pair', 'leders')],
  ['removes it', (window) => window.doc.getMap('notes').delete('barn')],
  ['lays a note over it', (window) => lay(window, 'barn', 'x', 'family')],
];

describe('a child’s note', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  it.each(['leader', 'citizen', 'family', 'service', 'child'] as const)(
    'is the child’s alone, whatever program somebody else runs: %s',
    async (who) => {
      const leader = await BoardUser.withNewBoard(origin);
      const join = (name: string, voice: 'citizen' | 'family' | 'service' | 'child') =>
        BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, voice);
      const child = (await join('Liya', 'child')).openBoard(origin);
      await child.allSaved();
      child.write('barn', 'child');
      await child.allSaved();
      const attacker = who === 'leader' ? leader : await join('Noen', who);
      const words = textOf(child, 'barn').toString();
      for (const [what, act] of onChildsNote) {
        const window = attacker.openBoard(origin);
        await window.allSaved();
        if (who === 'leader' && !window.notes().includes('leders')) window.write('leders', 'service');
        await window.allSaved();
        window.doc.transact(() => act(window));
        await expect.poll(() => [what, window.closeCodes], patience).toEqual([what, [4422]]);
        window.provider.destroy();
      }
      const fresh = leader.openBoard(origin);
      await fresh.allSaved();
      const seen = noteOf(fresh, 'barn');
      expect([textOf(fresh, 'barn').toString(), seen.get('voice'), seen.has('deletedAt')]).toEqual([
        words,
        'child',
        false,
      ]);
      expect(child.closeCodes).toEqual([]);
    },
  );
});

function syncFrame(type: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}
