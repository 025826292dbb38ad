import type { NoteId } from '@duken/shared/board';
import { beginDraft, readQuiet, writeDraft } from '@duken/shared/quiet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';

const fear = 'fear' as NoteId;
const words = 'Jeg gruer meg til mandag';

describe('a draft that whoever leads is to read out', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  async function sitDown() {
    const leader = await BoardUser.withNewBoard(origin);
    const join = (name: string, voice: 'citizen' | 'service') =>
      BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, voice);
    const [ida, mona] = [await join('Ida', 'citizen'), await join('Mona', 'service')];
    const duk = ida.openBoard(origin);
    await duk.allSaved();
    const own = async (person: BoardUser) => {
      const document = person.openBoard(origin, new Y.Doc(), '/private');
      await document.allSaved();
      return { ...document, read: () => readQuiet(document.doc), saved: () => document.allSaved() };
    };
    const [idas, leaders] = [await own(ida), await own(leader)];
    beginDraft(idas.doc, { id: fear, text: words, begunAt: 1, cell: { column: 'difficult', theme: 'work' } });
    await idas.saved();
    const seats = await server.storage.directory.listParticipants(leader.boardId);
    const personId = seats.find(({ id }) => id === ida.participantId)?.personId;
    const hand = (person: BoardUser = ida) => person.ask(origin, 'POST', '/read-out', { draftId: fear });
    const back = (person: BoardUser = ida) => person.ask(origin, 'POST', '/read-out/back', { draftId: fear });
    const done = (person: BoardUser = leader) =>
      person.ask(origin, 'POST', '/read-out/done', { personId, draftId: fear });
    return { leader, ida, mona, personId, duk, idas, leaders, own, hand, back, done };
  }

  const kindOf = ({ status, body }: { readonly status: number; readonly body: string }) => [
    status,
    String(JSON.parse(body).type).replace('/problems/', ''),
  ];

  it('comes to whoever leads with whose it is, is no note on the duk, and nobody else is sent a word of it', async () => {
    const { leader, mona, duk, idas, leaders, hand, done } = await sitDown();
    const heard = await Promise.all([
      ...['', '/private', '/translations', '/news'].map((part) => mona.record(origin, part)),
      ...['', '/translations', '/news'].map((part) => leader.record(origin, part)),
    ]);
    const events = await Promise.all([leader, mona].map((one) => one.listen(origin)));
    const before = JSON.stringify(duk.doc.toJSON());
    expect(await hand()).toEqual({ status: 204, body: '' });
    await expect.poll(() => leaders.read().toReadOut, patience).toMatchObject([{ by: 'Ida', words, draftId: fear }]);
    await expect.poll(() => idas.read().drafts[0]?.handed, patience).toBe('waiting');
    expect(await done()).toEqual({ status: 204, body: '' });
    await expect.poll(() => idas.read().drafts[0]?.handed, patience).toBe('read');
    await expect.poll(() => leaders.read().toReadOut, patience).toEqual([]);
    expect(JSON.stringify(duk.doc.toJSON())).toBe(before);

    // What comes after it comes by the same ways: nothing of it went before.
    duk.write('etterpå', 'citizen');
    await expect.poll(() => heard.flat().filter((frame) => frame.includes('Lapp etterp')).length, patience).toBe(2);
    expect(heard.flat().filter((frame) => frame.includes('gruer meg'))).toEqual([]);
    expect(events.flat().filter((changed) => !['participants', 'people', 'actions'].includes(changed))).toEqual([]);
  });

  it('is taken back until it is read out, and then is its writer’s alone; what was read is not handed over again', async () => {
    const { idas, leaders, hand, back, done } = await sitDown();
    await hand();
    expect(kindOf(await hand())).toEqual([409, 'draftHandedOver']);
    await expect.poll(() => leaders.read().toReadOut.length, patience).toBe(1);
    expect((await back()).status).toBe(204);
    await expect.poll(() => leaders.read().toReadOut, patience).toEqual([]);
    await expect.poll(() => idas.read().drafts[0]?.handed, patience).toBeUndefined();
    expect(kindOf(await done())).toEqual([404, 'draftNotFound']);
    writeDraft(idas.doc, fear, 'Jeg gruer meg ikke');
    await idas.saved();
    await hand();
    await expect.poll(() => leaders.read().toReadOut[0]?.words, patience).toBe('Jeg gruer meg ikke');
    await done();
    expect(kindOf(await back())).toEqual([409, 'draftHandedOver']);
    expect(kindOf(await hand())).toEqual([409, 'draftHandedOver']);
  });

  it('is handed over by its writer alone, and said to be read by whoever leads alone, who made up nothing', async () => {
    const { leader, mona, ida, personId, leaders, idas, hand, back, done } = await sitDown();
    for (const person of [mona, leader]) expect((await hand(person)).status).toBeGreaterThanOrEqual(400);
    await hand();
    await expect.poll(() => leaders.read().toReadOut.length, patience).toBe(1);
    expect(kindOf(await back(mona))).toEqual([404, 'draftNotFound']);
    for (const person of [mona, ida]) expect((await done(person)).status).toBe(403);
    expect(idas.read().drafts[0]?.handed).toBe('waiting');
    // A leader's program that says that somebody's own draft was handed over marks nothing of theirs.
    await back();
    await expect.poll(() => idas.read().drafts[0]?.handed, patience).toBeUndefined();
    leaders.doc.getMap('toReadOut').set('x', { draftId: fear, byPerson: personId, by: 'Ida', words: 'x', at: 1 });
    await leaders.saved();
    await done();
    await idas.saved();
    expect(idas.read().drafts[0]?.handed).toBeUndefined();
  });
});
