import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretForTests } from './sealing/keysForTests.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { RedisServer } from './storage/redis/redisForTests.ts';
import { BoardUser, originOf, patience, type ServerProcess, startServerProcess } from './testing/index.ts';

interface RunningServer extends ServerProcess {
  readonly origin: string;
}

let cluster: Cluster;
let redis: RedisServer;
let databaseUrl: string;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  databaseUrl = await cluster.newDatabase();
  redis = await RedisServer.start();
});
afterEach(() => redis.remove());

async function startServer(): Promise<RunningServer> {
  const server = startServerProcess({
    PORT: '0',
    DUK_DATA_DIR: join(tmpdir(), 'duken-never-made'),
    DUK_DATABASE_URL: databaseUrl,
    DUK_KEY: Buffer.from(secretForTests()).toString('base64url'),
    DUK_REDIS_URL: redis.url,
  });
  return { ...server, origin: await originOf(server) };
}

/** A leader on one server, and somebody who came by link on the other, both at the board. */
async function meetOnTwoServers() {
  const [one, two] = await Promise.all([startServer(), startServer()]);
  const leader = await BoardUser.withNewBoard(one.origin);
  const guest = await BoardUser.joining(two.origin, leader.boardId, leader.joinSecret, 'Mormor');
  const atOne = leader.openBoard(one.origin);
  const atTwo = guest.openBoard(two.origin);
  await Promise.all([atOne.allSaved(), atTwo.allSaved()]);
  return { one, two, leader, guest, atOne, atTwo };
}

async function freeze(leader: BoardUser, origin: string): Promise<readonly string[]> {
  const opened = await leader.post(origin, '/meetings', { date: '2026-11-22', present: [{ name: 'Kari' }] });
  const { meetingId } = opened as { meetingId: string };
  const { version } = (await leader.post(origin, `/meetings/${meetingId}/freeze`, {})) as { version: number };
  const plan = (await leader.get(origin, `/plans/${version}`)) as {
    planVersion: { sheet: { notes: { id: string }[] } };
  };
  return plan.planVersion.sheet.notes.map(({ id }) => id).toSorted();
}

describe('two servers that PostgreSQL and Redis join', () => {
  it('are one duk to the people on it, and whichever freezes it holds what both have saved', async () => {
    const { one, two, leader, atOne, atTwo } = await meetOnTwoServers();
    atOne.write('note-0001');
    atTwo.write('note-0002');
    await expect.poll(atOne.notes, patience).toEqual(['note-0001', 'note-0002']);
    await expect.poll(atTwo.notes, patience).toEqual(['note-0001', 'note-0002']);
    await Promise.all([atOne.allSaved(), atTwo.allSaved()]);
    expect(await freeze(leader, two.origin)).toEqual(['note-0001', 'note-0002']);
    atTwo.write('note-0003');
    await atTwo.allSaved();
    expect(await freeze(leader, one.origin)).toEqual(['note-0001', 'note-0002', 'note-0003']);
  });

  it('make a duk what it was for the people of both, over what either has written, and take it back', async () => {
    const { one, two, leader, atOne, atTwo } = await meetOnTwoServers();
    atOne.write('note-0001');
    await atOne.allSaved();
    await freeze(leader, one.origin);
    atTwo.write('note-0002');
    await atTwo.allSaved();
    const { moments } = (await leader.get(two.origin, '/timeline')) as {
      moments: { position: number; version?: number }[];
    };
    const at = moments.find(({ version }) => version === 1)?.position;
    const { restoring } = (await leader.get(two.origin, `/timeline/${at}`)) as { restoring: { seen: number } };
    const { seen } = restoring;
    expect((await leader.ask(one.origin, 'POST', `/timeline/${at}/restore`, { seen })).status).toBe(200);
    const isBinned = ({ doc }: typeof atOne) =>
      'deletedAt' in ((doc.getMap('notes').toJSON() as Record<string, object>)['note-0002'] ?? {});
    for (const window of [atOne, atTwo]) await expect.poll(() => isBinned(window), patience).toBe(true);
    expect((await leader.ask(two.origin, 'POST', '/timeline/undo')).status).toBe(200);
    for (const window of [atOne, atTwo]) await expect.poll(() => isBinned(window), patience).toBe(false);
  });

  it('tell each other’s people what changed, and show everybody who is there', async () => {
    const { one, two, leader, guest } = await meetOnTwoServers();
    const heard = await guest.listen(two.origin);
    await leader.post(one.origin, '/meetings', { date: '2026-11-22', present: [] });
    await expect.poll(() => heard, patience).toContain('meetings');
    const { participants } = (await leader.get(one.origin, '/participants')) as {
      participants: { name: string; online: boolean }[];
    };
    expect(participants).toContainEqual(expect.objectContaining({ name: 'Mormor', online: true }));
  });

  it('close the socket of somebody who is removed, or whose link is withdrawn, on the other', async () => {
    const { one, two, leader, guest, atTwo } = await meetOnTwoServers();
    const another = await BoardUser.joining(two.origin, leader.boardId, leader.joinSecret, 'Onkel');
    const anotherAtTwo = another.openBoard(two.origin);
    await anotherAtTwo.allSaved();
    const { participantId } = (await guest.get(two.origin, '/me')) as { participantId: string };
    await leader.delete(one.origin, `/participants/${participantId}`);
    await expect.poll(() => atTwo.closeCodes, patience).toContain(4403);
    expect(anotherAtTwo.closeCodes).toEqual([]);
    const { links } = (await leader.get(one.origin, '/links')) as { links: { linkId: string; role: string }[] };
    await leader.delete(one.origin, `/links/${links.find(({ role }) => role === 'editor')?.linkId}`);
    await expect.poll(() => anotherAtTwo.closeCodes, patience).toContain(4403);
  });

  it('go on while Redis is away, a little later, and as before when it is back with an empty memory', async () => {
    const { one, leader, atOne, atTwo } = await meetOnTwoServers();
    await redis.stop('at once');
    atOne.write('note-0001');
    atTwo.write('note-0002');
    await Promise.all([atOne.allSaved(), atTwo.allSaved()]);
    await expect.poll(atOne.notes, patience).toEqual(['note-0001', 'note-0002']);
    await expect.poll(atTwo.notes, patience).toEqual(['note-0001', 'note-0002']);
    expect((await fetch(`${one.origin}/readyz`)).status).toBe(200);
    await redis.startAgain();
    atOne.write('note-0003');
    await expect.poll(atTwo.notes, patience).toEqual(['note-0001', 'note-0002', 'note-0003']);
    await redis.stop('at once');
    const { links } = (await leader.get(one.origin, '/links')) as { links: { linkId: string; role: string }[] };
    await leader.delete(one.origin, `/links/${links.find(({ role }) => role === 'editor')?.linkId}`);
    await expect.poll(() => atTwo.closeCodes, patience).toContain(4403);
  });

  it('lose nothing that was saved or seen when one is killed', async () => {
    const { one, two, leader, guest, atOne, atTwo } = await meetOnTwoServers();
    const written = Array.from({ length: 40 }, (_, index) => `note-${1001 + index}`);
    /** Each with the number of its last message: a late answer of the provider's may have gone between. */
    const sentAs = new Map<string, number>();
    for (const id of written) {
      atTwo.write(id);
      sentAs.set(id, atTwo.sent());
    }
    await expect.poll(() => atOne.notes().length, patience).toBeGreaterThan(5);
    two.child.kill('SIGKILL');
    await two.ended;
    const promised = written.filter((id) => (sentAs.get(id) ?? 0) <= atTwo.saved());
    atTwo.provider.disconnect();
    // Read now: PostgreSQL may still finish what the killed server had sent it, and that may be seen after the freeze.
    const seen = atOne.notes();
    expect(await freeze(leader, one.origin)).toEqual(expect.arrayContaining([...seen, ...promised]));
    // Home again, on the server that is left.
    const again = guest.openBoard(one.origin, atTwo.doc);
    await again.allSaved();
    await expect.poll(atOne.notes, patience).toEqual(written);
  });
});
