import {
  addNote,
  type BoardId,
  type NoteId,
  openBoardDocument,
  type ParticipantId,
  type Voice,
} from '@duken/shared/board';
import { messageType } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncFrame } from './relay/relayForTests.ts';
import { openTestServer, type Person, patience, soonMs, type TestServer } from './testing/index.ts';

/** An open page of somebody's: a socket that writes on the duk, and one that tells what is new of them. */
class OpenPage {
  readonly doc = new Y.Doc();
  readonly #person: Person;
  readonly #at: string;
  readonly #participantId: ParticipantId;
  readonly #duk: WebSocket;
  #closed: string | undefined;
  #sent = 0;
  #saved = 0;
  #news = 0;

  constructor(person: Person, at: string, participantId: string) {
    this.#person = person;
    this.#at = at;
    this.#participantId = participantId as ParticipantId;
    this.#duk = this.#open('');
    this.#duk.on('open', () => this.#duk.send(syncFrame('step1', Uint8Array.of(0))));
    this.#duk.on('message', (frame: Buffer) => this.#hear(new Uint8Array(frame)));
    this.#duk.on('close', (code, reason) => {
      this.#closed = `${code} ${reason}`;
    });
    this.#open('/news').on('message', (message: Buffer) => {
      if (message.toString().includes('"access"')) this.#news += 1;
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      this.#sent += 1;
      this.#duk.send(syncFrame('update', update));
    });
  }

  #open(part: string): WebSocket {
    const socket = new WebSocket(`${this.#at}${part}`, { headers: { cookie: `duk=${this.#person.cookie}` } });
    onTestFinished(() => socket.terminate());
    return socket;
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.saved) this.#saved = decoding.readVarUint(decoder);
    if (type !== messageType.sync || decoding.readVarUint(decoder) === 0) return;
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), 'server');
  }

  isHere(): Promise<void> {
    return expect.poll(() => this.doc.getMap('duk').has('title'), patience).toBe(true);
  }

  /** @returns the code and rule that the socket was closed with; undefined when what was done is saved */
  async does(act: (doc: Y.Doc) => void): Promise<string | undefined> {
    const sent = this.#sent;
    act(this.doc);
    expect(this.#sent).toBeGreaterThan(sent);
    await expect.poll(() => this.#closed !== undefined || this.#saved === this.#sent, patience).toBe(true);
    return this.#closed;
  }

  lays(id: string, voice: Voice): Promise<string | undefined> {
    return this.does((doc) => {
      const board = openBoardDocument(doc, templates.simple);
      const cell = { column: 'works', theme: board.template.themes[0]?.id ?? '' } as const;
      const note = { id: id as NoteId, cell, text: 'Jeg vil ha hund', author: this.#participantId, createdAt: 1 };
      expect(addNote(board, { ...note, voice })).toMatchObject({ ok: true });
    });
  }

  writesOn(id: string): Promise<string | undefined> {
    return this.does((doc) => ((doc.getMap('notes').get(id) as Y.Map<unknown>).get('text') as Y.Text).insert(0, 'x'));
  }

  has(id: string): Promise<void> {
    return expect.poll(() => this.doc.getMap('notes').has(id), patience).toBe(true);
  }

  /** Does something that changes what they may, and waits until this open page has heard of it. */
  async hearsOf(change: () => Promise<unknown>): Promise<void> {
    const [news, began] = [this.#news, performance.now()];
    await change();
    await expect.poll(() => this.#news > news, patience).toBe(true);
    expect(performance.now() - began).toBeLessThan(soonMs);
  }
}

describe('a child and whom it lets write for it', () => {
  let server: TestServer;
  let port: number;
  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
  });
  afterAll(() => server.close());

  /** A leader, a child, its mother and an uncle; the leader has named the mother. */
  async function table() {
    const leader = server.person();
    const { boardId, api, joinSecret } = await leader.makeBoard({
      title: 'Planen til Thea',
      templateId: 'simple',
      name: 'Hanne',
    });
    const comes = async (name: string, voice: Voice) => {
      const person = server.person();
      await person.post(`${api}/join`, { secret: joinSecret, name, voice });
      const { participantId, personId } = (await person.get(`${api}/me`)).json();
      const open = async () => {
        const page = new OpenPage(person, `ws://127.0.0.1:${port}/sync/${boardId}`, participantId);
        await page.isHere();
        return page;
      };
      const me = async () => (await person.get(`${api}/me`)).json();
      const answers = (body: object) => person.ask({ method: 'PUT', url: `${api}/me/helper`, payload: body });
      return { person, participantId, personId, open, me, answers };
    };
    const [child, mother, uncle] = [
      await comes('Thea', 'child'),
      await comes('Mamma', 'family'),
      await comes('Onkel', 'family'),
    ];
    const names = (helperId: string | null, childId = child.personId) =>
      leader.patch(`${api}/people/${childId}`, { helperId });
    expect((await names(mother.personId)).json()).toMatchObject({ helperId: mother.personId });
    const saysYes = () => child.answers({ confirmed: true, helperId: mother.personId });
    return { leader, boardId: boardId as BoardId, api, child, mother, uncle, names, saysYes };
  }

  it('is asked on the child’s own page, and answers there alone', async () => {
    const { leader, api, child, mother, uncle, saysYes } = await table();
    expect((await child.me()).helper).toEqual({ personId: mother.personId, name: 'Mamma' });
    for (const { me } of [mother, uncle]) expect(await me()).not.toHaveProperty('helper');
    const yes = { confirmed: true, helperId: mother.personId };
    for (const answered of [
      await leader.ask({ method: 'PUT', url: `${api}/me/helper`, payload: yes }),
      await mother.answers(yes),
      await uncle.answers(yes),
      await mother.answers({ confirmed: false }),
    ])
      expect([answered.statusCode, answered.json().type]).toEqual([403, '/problems/notAllowed']);
    expect((await mother.me()).voices).not.toContain('child');

    expect((await saysYes()).statusCode).toBe(204);
    expect((await child.me()).helper).toEqual({ personId: mother.personId, name: 'Mamma', confirmed: true });
    expect(await mother.me()).toMatchObject({ voices: ['family', 'network', 'child'], hasHelped: true });
    expect((await child.me()).helpers).toEqual([mother.participantId]);
    const people = (await leader.get(`${api}/people`)).json().people;
    expect(people[1]).toMatchObject({ name: 'Thea', helperId: mother.personId, helperConfirmed: true });
  });

  it('says yes to the one it was asked about, and to nobody whom it did not see', async () => {
    const { child, mother, uncle, names } = await table();
    await names(uncle.personId);
    const late = await child.answers({ confirmed: true, helperId: mother.personId });
    expect([late.statusCode, late.json().type]).toEqual([409, '/problems/helperChanged']);
    const toNobody = await child.answers({ confirmed: true });
    expect([toNobody.statusCode, toNobody.json().errors[0].pointer]).toEqual([400, '/helperId']);
    expect((await child.me()).helper).toEqual({ personId: uncle.personId, name: 'Onkel' });
  });

  it('is named by the leader, one for each child, and never the child itself', async () => {
    const { leader, api, child, mother, uncle, names } = await table();
    const kindOf = async (reply: ReturnType<typeof names>) => [(await reply).statusCode, (await reply).json().type];
    expect(await kindOf(names(mother.personId, uncle.personId))).toEqual([409, '/problems/noChildsVoice']);
    expect(await kindOf(names(child.personId))).toEqual([409, '/problems/helperIsChild']);
    expect(await kindOf(names('ingen'))).toEqual([404, '/problems/personNotFound']);
    const denied = await mother.person.patch(`${api}/people/${child.personId}`, { helperId: mother.personId });
    expect(denied.statusCode).toBe(403);
    // In the same breath as the voice, and with it.
    const url = `${api}/people/${uncle.personId}`;
    expect((await leader.patch(url, { voices: ['child'], helperId: mother.personId })).json()).toMatchObject({
      helperId: mother.personId,
    });
    expect((await leader.patch(url, { voices: ['family'] })).json()).not.toHaveProperty('helperId');
    expect((await names(null)).json()).not.toHaveProperty('helperId');
    expect(await kindOf(child.answers({ confirmed: false }))).toEqual([409, '/problems/helperChanged']);
  });

  it('has no voice of the child’s before the yes: the socket is closed with 4422', async () => {
    const { mother } = await table();
    expect(await (await mother.open()).lays('ny', 'child')).toBe('4422 voiceNotGiven');
  });

  it('has it on the open page after the yes, and another adult has not', async () => {
    const { child, mother, uncle, saysYes } = await table();
    const [childs, mothers, uncles] = [await child.open(), await mother.open(), await uncle.open()];
    await mothers.hearsOf(saysYes);
    expect(await mothers.lays('for', 'child')).toBeUndefined();
    await childs.has('for');
    expect(await childs.writesOn('for')).toBeUndefined();
    await uncles.has('for');
    expect(await uncles.lays('ny', 'child')).toBe('4422 voiceNotGiven');
    const again = await uncle.open();
    await again.has('for');
    expect(await again.writesOn('for')).toBe('4422 childsNote');
    expect(childs.doc.getMap('notes').toJSON().for).toMatchObject({ author: mother.participantId, voice: 'child' });
  });

  it.each([
    ['the child takes it back', async ({ child }) => child.answers({ confirmed: false })],
    ['the leader names another', async ({ names, uncle }) => names(uncle.personId)],
    ['the leader names nobody', async ({ names }) => names(null)],
    [
      'the child is taken away from the table',
      async ({ leader, api, child }) => leader.delete(`${api}/participants/${child.participantId}`),
    ],
    [
      'the child is said to be no child',
      async ({ leader, api, child }) => leader.patch(`${api}/people/${child.personId}`, { voices: ['citizen'] }),
    ],
  ] satisfies [string, (at: Awaited<ReturnType<typeof table>>) => Promise<unknown>][])(
    'loses it on the open page when %s',
    async (_, end) => {
      const at = await table();
      const mothers = await at.mother.open();
      await mothers.hearsOf(at.saysYes);
      expect(await mothers.lays('for', 'child')).toBeUndefined();
      await mothers.hearsOf(() => end(at));
      expect((await at.mother.me()).voices).not.toContain('child');
      // What they wrote for the child is the child's now.
      expect(await mothers.writesOn('for')).toBe('4422 childsNote');
      expect(await (await at.mother.open()).lays('ny', 'child')).toBe('4422 voiceNotGiven');
    },
  );

  it('is asked about anew after the helper was taken away and let in again', async () => {
    const { leader, api, child, mother, saysYes } = await table();
    await saysYes();
    await leader.delete(`${api}/participants/${mother.participantId}`);
    expect(await child.me()).not.toHaveProperty('helper');
    expect((await child.me()).helpers).toEqual([mother.participantId]);
  });

  it('is known by name to everybody who reads what they wrote', async () => {
    const { leader, api, mother, saysYes } = await table();
    const helpers = async () => {
      const { participants } = (await leader.get(`${api}/participants`)).json();
      return (participants as { name: string; hasHelped?: true }[])
        .filter((one) => one.hasHelped)
        .map(({ name }) => name);
    };
    expect(await helpers()).toEqual([]);
    await saysYes();
    expect(await helpers()).toEqual(['Mamma']);
    const mothers = await mother.open();
    await mothers.lays('for', 'child');
    const meeting = { date: '2026-11-22', present: [] };
    const { meetingId } = (await leader.post(`${api}/meetings`, meeting)).json();
    await leader.post(`${api}/meetings/${meetingId}/freeze`);
    const plan = (await leader.get(`${api}/plans/1`)).json();
    expect(JSON.stringify(plan)).toContain('"hasHelped":true');
    const picture = (await leader.get(`${api}/plans/1.svg`)).body;
    expect(picture).toContain('Barn · skrevet av Mamma');
  });
});
