import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentIdOf } from '@duken/shared/access';
import { addNote, type BoardId, changeBoard, type NoteId, type ParticipantId, setAction } from '@duken/shared/board';
import { shippedLayouts } from '@duken/shared/template';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { randomSecrets } from '../access/index.ts';
import { type Messenger, openMailer, openSmsHook } from '../mail/index.ts';
import { actionsInUseWith } from '../planlife/index.ts';
import { openPlanReader } from '../plans/index.ts';
import { updatesIn } from '../storage/index.ts';
import { openPost, openTestServer, type Person, patience, type TestServer } from '../testing/index.ts';
import { ActionIndexes } from './actionIndexes.ts';
import { answerDoorWith } from './answerDoor.ts';
import { makeAnswerLinkWith } from './answerLinks.ts';
import { Reminders } from './reminders.ts';

/** A gateway that keeps the SMS it is handed. */
async function openGateway() {
  const heard: { to: string; text: string; id: string }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      heard.push(JSON.parse(body));
      reply.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { heard, messenger: openSmsHook(new URL(`http://127.0.0.1:${port}/`)) };
}

const day = (date: string, time = '10:00') => Date.parse(`${date}T${time}:00+01:00`);

describe('reminders', () => {
  let dataDir: string;
  let servers: TestServer[];
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  let now: number;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'duken-post-'));
    servers = [];
    now = day('2026-12-08');
    const server = await startServer();
    server.waitMs(now - server.now());
    leader = server.person();
    const board = await leader.makeBoard({ title: 'Planen til Eirin', templateId: 'simple' });
    boardId = board.boardId as BoardId;
    api = board.api;
    await leader.post(`${api}/people`, {
      name: 'Leif',
      service: 'Rus- og psykisk helsetjeneste',
      email: 'leif@kommune.no',
    });
    const injected = await leader.post(`${api}/people`, {
      name: 'Tor',
      email: 'tor@example.no\r\nBcc: alle@example.no',
    });
    expect(injected.statusCode).toBe(400);
    // What is no plain address is none, also where it got in.
    await leader.post(`${api}/people`, { name: 'Gro', email: 'gro@example.no,alle@example.no' });
    for (const owner of ['Leif', 'Gro']) await promise(`tur-${owner}`, owner);
  });
  afterEach(async () => {
    for (const server of servers) await server.close();
    await rm(dataDir, { recursive: true });
  });

  async function startServer(): Promise<TestServer> {
    const server = await openTestServer({ dataDir });
    servers.push(server);
    return server;
  }
  /** Writes a tiltak of somebody's on the duk. */
  async function promise(id: string, owner: string): Promise<void> {
    const [{ storage }] = servers as [TestServer];
    const duk = documentIdOf(boardId, 'duk');
    const update = changeBoard(updatesIn(await storage.journal.read(duk)), (board) => {
      const [column, theme] = [board.template.columns.find(({ id }) => id === 'now'), board.template.themes[0]];
      const cell = { column: column?.id ?? '', theme: theme?.id ?? '' } as Parameters<typeof addNote>[1]['cell'];
      const author = 'x' as ParticipantId;
      addNote(board, { id: id as NoteId, cell, text: 'Gå tur med Eirin', voice: 'service', author, createdAt: 1 });
      setAction(board, id as NoteId, { owner, due: '2026-12-15' });
    });
    await storage.journal.append(new Map([[duk, [update]]]));
  }
  async function freeze(): Promise<number> {
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-12-08', present: [] })).json();
    return (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json().version;
  }
  async function sayYes(version: number): Promise<void> {
    const spoken = { by: 'spoken', when: '2026-12-08', how: 'På møtet' };
    expect((await leader.post(`${api}/plans/${version}/approve`, spoken)).statusCode).toBe(204);
  }
  async function personId(name: string): Promise<string> {
    const { people } = (await leader.get(`${api}/people`)).json();
    return people.find((person: { name: string }) => person.name === name).personId;
  }

  /** What one server does, with a clock of ours. */
  function remindersOf({ storage }: TestServer, url: URL, ...more: readonly Messenger[]) {
    const made = remindersBy({ storage }, openMailer(url, 'duken@kommune.no'), ...more);
    onTestFinished(() => made.reminders.stop());
    return made;
  }
  function remindersBy({ storage }: Pick<TestServer, 'storage'>, ...messengers: readonly Messenger[]) {
    const clock = () => now;
    const indexes = new ActionIndexes({
      store: storage.followUp,
      journal: storage.journal,
      layouts: shippedLayouts,
      peek: () => undefined,
      onChanged: () => undefined,
      onFailed: (error) => expect(error).toBeUndefined(),
    });
    onTestFinished(() => indexes.stop());
    const planReader = openPlanReader(storage.archive, clock);
    onTestFinished(() => planReader.close());
    const failures: unknown[] = [];
    const reminders = new Reminders({
      messengers,
      origin: 'https://duk.kommune.no',
      reminders: storage.reminders,
      followUp: storage.followUp,
      answers: storage.answers,
      indexes,
      mayRemind: answerDoorWith({ consents: storage.consents, directory: storage.directory, clock }),
      actionsInUse: actionsInUseWith({
        archive: storage.archive,
        planLives: storage.planLives,
        inspect: planReader.inspect,
      }),
      makeLink: makeAnswerLinkWith({ answers: storage.answers, secrets: randomSecrets, clock }),
      clock,
      onFailed: (error) => failures.push(error),
    });
    return { reminders, failures };
  }

  it('come a week before, the day after and a week later, each once, whoever looks and however often they start anew', async () => {
    const { heard, url } = await openPost();
    const [first] = servers as [TestServer];
    const second = await startServer();
    const seen: [string, number][] = [];
    for (const date of [
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
      '2026-12-15',
      '2026-12-16',
      '2026-12-17',
      '2026-12-23',
      '2026-12-30',
    ]) {
      now = day(date);
      const before = heard.length;
      // Two servers at once, and again after a restart.
      await Promise.all([first, second].map((server) => remindersOf(server, url).reminders.now()));
      await remindersOf(second, url).reminders.now();
      seen.push([date.slice(5), heard.length - before]);
    }
    expect(seen).toEqual([
      ['12-07', 0],
      ['12-08', 1],
      ['12-09', 0],
      ['12-15', 0],
      ['12-16', 1],
      ['12-17', 0],
      ['12-23', 1],
      ['12-30', 0],
    ]);
  });

  it('say that there is something to answer, and nothing else: to one address, by a link that works', async () => {
    const { heard, url } = await openPost();
    await remindersOf(servers[0] as TestServer, url).reminders.now();
    const [message] = heard;
    expect(heard.map(({ to }) => to)).toEqual([['leif@kommune.no']]);
    expect(message?.mail).toMatchObject({ subject: 'Du har noe å svare på i Duken', attachments: [], html: false });
    const found = message?.mail.text?.match(
      /^Du har noe å svare på i Duken:\n\nhttps:\/\/duk\.kommune\.no\/svar#(\S{43})\s*$/,
    );
    expect(found).not.toBeNull();
    for (const word of ['Eirin', 'Leif ', 'Gå tur', 'psykisk', 'Planen', boardId, 'alle@example.no'])
      expect([word, `${message?.raw}${message?.mail.text}`.includes(word)]).toEqual([word, false]);
    const entered = await leader.post('/api/status/enter', { secret: found?.[1] });
    expect([entered.statusCode, entered.json().items.length]).toEqual([200, 1]);
  });

  it('come by SMS, in the same words, to whoever has a mobile and no e-mail; who has neither is rung', async () => {
    const { heard: mails, url } = await openPost();
    const { heard, messenger } = await openGateway();
    await leader.post(`${api}/people`, { name: 'Elif', phone: '22 33 44 55' });
    await leader.post(`${api}/people`, { name: 'Mona', phone: '412 34 567' });
    for (const owner of ['Elif', 'Mona']) await promise(`tur-${owner}`, owner);
    const { reminders } = remindersOf(servers[0] as TestServer, url, messenger);
    await reminders.now();
    await reminders.now();
    expect([mails.map(({ to }) => to), heard.map(({ to }) => to)]).toEqual([[['leif@kommune.no']], ['+4741234567']]);
    const secret = /^Du har noe å svare på i Duken:\n\nhttps:\/\/duk\.kommune\.no\/svar#(\S{43})\n$/.exec(
      heard[0]?.text ?? '',
    )?.[1];
    expect((await leader.post('/api/status/enter', { secret })).json().items.length).toBe(1);
    for (const word of ['Eirin', 'Mona', 'Gå tur', 'Planen', boardId])
      expect([word, JSON.stringify(heard).includes(word)]).toEqual([word, false]);
    const { items } = (await leader.get('/api/followup')).json();
    const elifs = items.find(({ doers }: { doers: { name: string }[] }) => doers[0]?.name === 'Elif');
    expect(elifs.doers).toMatchObject([{ name: 'Elif', phone: '22 33 44 55' }]);
  });

  it('that went out from a server which was killed before it could say so are the same message, and no other', async () => {
    const { heard, url } = await openPost();
    const [first] = servers as [TestServer];
    const mailer = openMailer(url, 'duken@kommune.no');
    const killed: Messenger = {
      ...mailer,
      send: async (message) => {
        await mailer.send(message);
        await new Promise(() => undefined);
      },
    };
    void remindersBy(first, killed).reminders.now();
    await expect.poll(() => heard.length, patience).toBe(1);
    // Another server does not send what somebody has just taken.
    const second = await startServer();
    await remindersOf(second, url).reminders.now();
    expect(heard.length).toBe(1);
    now += 11 * 60 * 1000;
    const again = remindersOf(second, url).reminders;
    await again.now();
    await again.now();
    expect(heard.map(({ mail }) => mail.messageId)).toEqual([heard[0]?.mail.messageId, heard[0]?.mail.messageId]);
    now += 11 * 60 * 1000;
    await again.now();
    expect(heard.length).toBe(2);
  });

  it('come neither at night, nor after an answer, nor from a case that is put away', async () => {
    const { heard, url } = await openPost();
    const { reminders } = remindersOf(servers[0] as TestServer, url);
    for (const time of ['06:59', '20:00', '23:30']) {
      now = day('2026-12-08', time);
      await reminders.now();
    }
    now = day('2026-12-08');
    await leader.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    await reminders.now();
    await leader.patch(api, { archived: false });
    const leif = await personId('Leif');
    const made = (await leader.post(`${api}/people/${leif}/answer-links`)).json();
    const secret = new URL(made.url).hash.slice(1);
    const [item] = (await leader.post('/api/status/enter', { secret })).json().items;
    expect((await leader.post(`/api/status/${item.itemId}`, { answer: 'started', secret })).statusCode).toBe(200);
    await reminders.now();
    expect(heard).toEqual([]);
  });

  it('tell nobody of what is new in a draft; what was agreed before goes on, and a yes opens the rest', async () => {
    const { heard, url } = await openPost();
    const { reminders } = remindersOf(servers[0] as TestServer, url);
    const lookAt = async (date: string): Promise<number> => {
      now = day(date);
      const before = heard.length;
      await reminders.now();
      return heard.length - before;
    };
    await freeze();
    expect(await lookAt('2026-12-08')).toBe(0);
    await sayYes(1);
    expect(await lookAt('2026-12-08')).toBe(1);
    await leader.post(`${api}/people`, { name: 'Per', email: 'per@example.no' });
    await promise('nytt', 'Per');
    await freeze();
    expect(await lookAt('2026-12-16')).toBe(1);
    expect(heard.at(-1)?.to).toEqual(['leif@kommune.no']);
    await sayYes(2);
    expect(await lookAt('2026-12-16')).toBe(1);
    expect(heard.at(-1)?.to).toEqual(['per@example.no']);
  });

  it('are kept and tried again while the mail server is away, and the leader is told after an hour', async () => {
    const { heard, url, refusing } = await openPost();
    refusing.isOn = true;
    const [server] = servers as [TestServer];
    const { reminders, failures } = remindersOf(server, url);
    await reminders.now();
    expect([heard.length, failures.length]).toEqual([0, 1]);
    expect((await leader.get('/api/followup')).json()).not.toHaveProperty('mailFails');
    expect((await server.storage.answers.linksOf(boardId, now)).length).toBe(0);
    // Not at once again.
    await reminders.now();
    expect(failures.length).toBe(1);
    now += 61 * 60 * 1000;
    server.waitMs(61 * 60 * 1000);
    await reminders.now();
    expect(failures.length).toBe(2);
    expect((await leader.get('/api/followup')).json()).toMatchObject({ mailFails: true });
    refusing.isOn = false;
    now += 16 * 60 * 1000;
    await reminders.now();
    expect(heard.length).toBe(1);
    expect((await leader.get('/api/followup')).json()).not.toHaveProperty('mailFails');
  });
});
