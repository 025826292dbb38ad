import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import { messageType, syncType } from '@duken/shared/protocol';
import * as decoding from 'lib0/decoding';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { boardWith, versionOf } from '../export/testing/planBuilders.ts';
import { Wire } from '../relay/peers/busForTests.ts';
import { syncFrame, typed } from '../relay/relayForTests.ts';
import type { ArchivedVersion, PlanArchive } from '../storage/index.ts';
import { openTestServer, type Person, patience, soonMs, type TestServer } from '../testing/index.ts';

const hourMs = 3_600_000;
/** A version whose picture is far more than the system holds for a socket, which is 33 MB. */
const picture = `<svg viewBox="0 0 100 100">${'x'.repeat(40 * 1024 * 1024)}</svg>`;
const archive: Partial<PlanArchive> = {
  list: async () => [],
  find: async (boardId): Promise<ArchivedVersion> => ({
    ...{ boardId, version: 1, position: 1, frozenAt: 1, sha256: '', previousSha256: '' },
    meetingId: versionOf(boardWith([])).meetingId,
    state: new Uint8Array(),
    planJson: JSON.stringify(versionOf(boardWith([]))),
    picture,
  }),
};

interface Place {
  readonly leader: Person;
  readonly guest: Person;
  readonly guestId: string;
  readonly boardId: BoardId;
  readonly api: string;
  readonly dataDir: string;
  readonly wire: Wire;
  /** Where the guest has things open, and where the leader is. */
  readonly theirs: { readonly server: TestServer; readonly port: number };
  readonly servers: readonly TestServer[];
}

const places = ['on the same server', 'on another server', 'on another server while the bus is down'] as const;

/** A leader, and a guest who came by a link of their own that lasts an hour. */
async function meet(place: (typeof places)[number]): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-access-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const wire = new Wire();
  const start = async (): Promise<TestServer> => {
    const server = await openTestServer({
      dataDir,
      storage: { bus: wire.join(), archive: archive as PlanArchive },
    });
    onTestFinished(() => server.close());
    return server;
  };
  const one = await start();
  const two = place === 'on the same server' ? one : await start();
  const leader = one.person();
  const { boardId, api } = await leader.makeBoard();
  const expiresAt = Date.now() + hourMs;
  const { url } = (await leader.post(`${api}/links`, { role: 'editor', expiresAt, label: 'gjest' })).json();
  const guest = two.person();
  const guestId = await guest.join(boardId, new URL(url).hash.slice(1));
  const { personId } = (await guest.get(`${api}/me`)).json();
  await leader.patch(`${api}/people/${personId}`, { readsPlans: true });
  const port = await two.listen();
  if (place === 'on another server while the bus is down') wire.cut();
  const servers = two === one ? [one] : [one, two];
  return {
    leader,
    guest,
    guestId,
    boardId: boardId as BoardId,
    api,
    dataDir,
    wire,
    theirs: { server: two, port },
    servers,
  };
}

async function linkOf({ leader, api }: Place, label: string): Promise<string> {
  const { links } = (await leader.get(`${api}/links`)).json<{ links: { linkId: string; label?: string }[] }>();
  return links.find((link) => link.label === label)?.linkId ?? '';
}

/** A socket, as far as it matters here: what it is sent, and how it ends. */
async function openSocket({ guest, boardId, theirs }: Place, part = '') {
  const socket = new WebSocket(`ws://127.0.0.1:${theirs.port}/sync/${boardId}${part}`, {
    headers: { cookie: `duk=${guest.cookie}` },
  });
  const frames: Buffer[] = [];
  socket.on('message', (frame: Buffer) => frames.push(frame));
  let code: number | undefined;
  socket.on('close', (closedWith) => {
    code = closedWith;
  });
  onTestFinished(() => socket.terminate());
  const isAsked = () => frames.some((frame) => frame[0] === messageType.sync && frame[1] === syncType.step1);
  await expect.poll(isAsked, patience).toBe(true);
  return {
    code: () => code,
    write: (text: string) => socket.send(syncFrame('update', typed(text))),
    saved() {
      const last = frames.findLast((frame) => frame[0] === messageType.saved);
      return last ? decoding.readVarUint(decoding.createDecoder(last.subarray(1))) : 0;
    },
  };
}

async function openNews({ guest, api, theirs }: Place) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const reply = await fetch(`http://127.0.0.1:${theirs.port}${api}/events`, {
    headers: { cookie: `duk=${guest.cookie}` },
    signal: leaving.signal,
  });
  const heard: string[] = [];
  const read = async () => {
    for await (const part of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard.push(...[...part.matchAll(/"changed":"(\w+)"/g)].map(([, changed = '']) => changed));
    }
    heard.push('the end');
  };
  read().catch(() => undefined); // The test ended.
  return { heard };
}

/** A download that is stuck half-way, down a line that takes nothing more for now. */
async function openDownload({ guest, api, theirs }: Place) {
  const line = connect(theirs.port, '127.0.0.1');
  onTestFinished(() => void line.destroy());
  line.write(`GET ${api}/plans/1.svg HTTP/1.1\r\nHost: duk\r\nCookie: duk=${guest.cookie}\r\n\r\n`);
  const [head] = (await once(line, 'data')) as [Buffer];
  expect(head.toString('latin1')).toMatch(/^HTTP\/1.1 200 /);
  line.pause();
  let bytes = head.length;
  line.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  let hasEnded = false;
  line.on('close', () => {
    hasEnded = true;
  });
  line.on('error', () => undefined);
  line.pause();
  return { goOn: () => line.resume(), hasEnded: () => hasEnded, bytes: () => bytes };
}

/** Gives somebody another role, as the row says it: today no route does. */
function setRole(place: Place, role: string): void {
  const db = new DatabaseSync(join(place.dataDir, 'duk.db'));
  db.prepare('update participants set role = ? where id = ?').run(role, place.guestId);
  db.close();
}

/** The leader has said which service the guest works in. */
async function comeFor({ leader, guest, api }: Place, service: string): Promise<void> {
  const { personId } = (await guest.get(`${api}/me`)).json();
  await leader.patch(`${api}/people/${personId}`, { service });
}

const consentFor = (service: string) => ({
  services: [service],
  themes: [],
  purpose: 'Å lage en plan sammen',
  words: `${service} kan være med.`,
  givenBy: 'Eirin',
  how: 'spoken',
  givenOn: '2026-01-10',
  until: '2199-01-01',
});

/** Each way for an access to end, and what the socket is closed with. */
const ends: readonly (readonly [string, number, (place: Place) => Promise<unknown>])[] = [
  ['their link is withdrawn', 4403, async (at) => at.leader.delete(`${at.api}/links/${await linkOf(at, 'gjest')}`)],
  ['they are removed', 4403, async ({ leader, api, guestId }) => leader.delete(`${api}/participants/${guestId}`)],
  [
    'their link expires',
    4403,
    async ({ servers }) => {
      for (const server of servers) server.waitMs(hourMs + 1);
    },
  ],
  [
    'the consent that named their service is withdrawn',
    4403,
    async (at) => {
      await comeFor(at, 'NAV');
      const { consentId } = (await at.leader.post(`${at.api}/consents`, consentFor('NAV'))).json();
      expect((await at.guest.get(`${at.api}/me`)).statusCode).toBe(200);
      const withdrawn = await at.leader.post(`${at.api}/consents/${consentId}/withdraw`, {
        by: 'Eirin',
        how: 'spoken',
      });
      expect(withdrawn.json().servicesOut).toEqual(['NAV']);
    },
  ],
  [
    'a first consent is written down that does not name their service',
    4403,
    async (at) => {
      await comeFor(at, 'NAV');
      await at.leader.post(`${at.api}/consents`, consentFor('Skolen'));
    },
  ],
  // Somewhere else than where they are, by the same cookie.
  ['their session ends', 4401, async ({ servers, guest }) => servers[0]?.person(guest.cookie).delete('/api/session')],
  [
    'their session expires',
    4401,
    async (at) => {
      const db = new DatabaseSync(join(at.dataDir, 'duk.db'));
      db.exec('update links set expires_at = null');
      db.close();
      for (const server of at.servers) server.waitMs(200 * 24 * hourMs);
    },
  ],
];

describe.each(places)('what somebody has open %s', (where) => {
  it.each(ends)('ends within a second when %s', async (_what, code, end) => {
    const place = await meet(where);
    const [socket, own] = await Promise.all([openSocket(place), openSocket(place, '/private')]);
    const [news, download] = await Promise.all([openNews(place), openDownload(place)]);
    await end(place);
    const endedAt = performance.now();
    await expect.poll(() => [socket.code(), own.code()], patience).toEqual([code, code]);
    await expect.poll(() => news.heard.slice(-2), patience).toEqual(['access', 'the end']);
    expect(performance.now() - endedAt).toBeLessThan(soonMs);
    download.goOn();
    await expect.poll(download.hasEnded, patience).toBe(true);
    expect(download.bytes()).toBeLessThan(picture.length);
    expect((await place.guest.get(`${place.api}/plans/1.svg`)).statusCode).toBe(code - 4000);
  });

  it('goes on when their role changes, with what they may do now', async () => {
    const place = await meet(where);
    const { leader, api } = place;
    await leader.post(`${api}/links`, { role: 'viewer', label: 'ubrukt' });
    const [socket, news, download] = await Promise.all([openSocket(place), openNews(place), openDownload(place)]);
    socket.write('før');
    await expect.poll(socket.saved, patience).toBe(1);
    setRole(place, 'viewer');
    // Any change of access to the board has everybody asked again.
    await leader.delete(`${api}/links/${await linkOf(place, 'ubrukt')}`);
    await expect.poll(() => news.heard, patience).toContain('access');
    expect([socket.code(), news.heard.includes('the end'), download.hasEnded()]).toEqual([undefined, false, false]);
    socket.write('etter');
    await expect.poll(socket.code, patience).toBe(4403);
    download.goOn();
    await expect.poll(download.bytes, patience).toBeGreaterThan(picture.length);
  });

  it('is nobody else’s concern', async () => {
    const place = await meet(where);
    const { leader, api, boardId, theirs } = place;
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', label: 'andre' })).json();
    const other = theirs.server.person();
    await other.join(boardId, new URL(url).hash.slice(1), 'Ola');
    const [theirSocket, socket] = await Promise.all([openSocket({ ...place, guest: other }), openSocket(place)]);
    const news = await openNews({ ...place, guest: other });
    await leader.delete(`${api}/links/${await linkOf(place, 'gjest')}`);
    await expect.poll(socket.code, patience).toBe(4403);
    theirSocket.write('fortsatt her');
    await expect.poll(theirSocket.saved, patience).toBe(1);
    // They hear of what happens on the duk, and nothing about their own access to it.
    expect(news.heard.filter((changed) => changed === 'access' || changed === 'the end')).toEqual([]);
  });
});

describe('a browser that comes in by another link', () => {
  it('leaves the seat it had, with what was open on it, and is somebody else from then on', async () => {
    const place = await meet('on the same server');
    const { leader, guest, api, boardId } = place;
    const { url } = (await leader.post(`${api}/links`, { role: 'viewer' })).json();
    const socket = await openSocket(place);
    await guest.join(boardId, new URL(url).hash.slice(1));
    expect((await guest.get(`${api}/me`)).json().role).toBe('viewer');
    // Whoever still holds the session of before gains nothing by it; the page asks who it is now, and comes back.
    await expect.poll(socket.code, patience).toBe(4401);
  });
});

describe('somebody who waits in the lobby', () => {
  it('opens no socket, hears nothing of the board, and is let in within a second', async () => {
    const place = await meet('on another server');
    const { leader, api, boardId, theirs } = place;
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', lobby: true })).json();
    const knocking = theirs.server.person();
    const { participantId } = (
      await knocking.post(`${api}/join`, { secret: new URL(url).hash.slice(1), name: 'Ola' })
    ).json();
    const socket = new WebSocket(`ws://127.0.0.1:${theirs.port}/sync/${boardId}`, {
      headers: { cookie: `duk=${knocking.cookie}` },
    });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
    const news = await openNews({ ...place, guest: knocking });
    await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] });
    await leader.post(`${api}/participants/${participantId}/admit`, { voice: 'family' });
    const admittedAt = performance.now();
    await expect.poll(() => news.heard, patience).toEqual(['access']);
    expect(performance.now() - admittedAt).toBeLessThan(soonMs);
    expect((await knocking.get(`${api}/me`)).json().state).toBe('in');
    await leader.post(`${api}/meetings`, { date: '2026-11-23', present: [] });
    await expect.poll(() => news.heard, patience).toContain('meetings');
    await openSocket({ ...place, guest: knocking });
  });

  it('is told within a second that they were not let in', async () => {
    const place = await meet('on the same server');
    const { leader, api, theirs } = place;
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', lobby: true })).json();
    const knocking = theirs.server.person();
    const { participantId } = (
      await knocking.post(`${api}/join`, { secret: new URL(url).hash.slice(1), name: 'Ola' })
    ).json();
    const news = await openNews({ ...place, guest: knocking });
    await leader.post(`${api}/participants/${participantId}/refuse`);
    await expect.poll(() => news.heard, patience).toEqual(['access', 'the end']);
  });
});

describe('a browser that leaves', () => {
  it('has no cookie, and is in nowhere', async () => {
    const { guest, api } = await meet('on the same server');
    const cookie = guest.cookie;
    const reply = await guest.delete('/api/session');
    expect([reply.statusCode, reply.cookies[0]?.value]).toEqual([204, '']);
    // Every service on the same domain keeps its cookies.
    expect(reply.headers['clear-site-data']).toBe('"cache", "storage"');
    guest.cookie = cookie;
    expect((await guest.get(`${api}/me`)).statusCode).toBe(401);
    expect((await guest.delete('/api/session')).statusCode).toBe(204);
  });
});
