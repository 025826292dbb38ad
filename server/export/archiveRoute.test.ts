import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

const ground = 'offl. § 13 jf. fvl. § 13';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ archiveGround: ground });
});
afterAll(() => server.close());

let leader: Person;
let api: string;
beforeEach(async () => {
  leader = server.person();
  api = `/api/boards/${(await leader.post('/api/demos/sander')).json().boardId}`;
});

const problemOf = async (reply: ReturnType<Person['get']>) => {
  const { statusCode, body } = await reply;
  return [statusCode, JSON.parse(body).type];
};

describe('a version for the archive', () => {
  it('is packed for whoever leads, the same bytes twice, with what the version is made of', async () => {
    const reply = await leader.get(`${api}/plans/1/arkiv.zip`);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="arkiv-versjon-1.zip"',
      'cache-control': 'private, no-store',
    });
    const files = unzipSync(reply.rawPayload);
    const json = (await leader.get(`${api}/plans/1.json`)).rawPayload;
    expect(Buffer.from(files['investeringsplan-versjon-1.json'] ?? []).equals(json)).toBe(true);
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array());
    expect(sums).toContain(`${createHash('sha256').update(json).digest('hex')}  investeringsplan-versjon-1.json\n`);
    expect(strFromU8(files['arkivmelding.xml'] ?? new Uint8Array())).toContain(ground);
    const again = await leader.get(`${api}/plans/1/arkiv.zip`);
    expect(again.rawPayload.equals(reply.rawPayload)).toBe(true);
  });

  it('is not a draft, nor one that is not there, and nothing is asked of it', async () => {
    expect(await problemOf(leader.get(`${api}/plans/2/arkiv.zip`))).toEqual([409, '/problems/planIsDraft']);
    expect(await problemOf(leader.get(`${api}/plans/3/arkiv.zip`))).toEqual([404, '/problems/versionNotFound']);
    expect(await problemOf(leader.get(`${api}/plans/1/arkiv.zip?lang=nb`))).toEqual([400, '/problems/invalidRequest']);
    await leader.post(`${api}/plans/2/release`, { reason: 'Familien er bortreist' });
    expect((await leader.get(`${api}/plans/2/arkiv.zip`)).statusCode).toBe(200);
  });

  it('takes along the lines of the contact log that are named, and no other, and each once', async () => {
    const write = async (words: string, more = {}) =>
      (await leader.post(`${api}/contacts`, { day: '2026-01-02', words, ...more })).json<{ contactId: string }>()
        .contactId;
    const [first, second] = [await write('Ringte barnevernet'), await write('Traff Guro på torget')];
    const fix = await write('Det var dagen etter', { corrects: first });
    const zipOf = async (query: string) => unzipSync((await leader.get(`${api}/plans/1/arkiv.zip${query}`)).rawPayload);
    const wordsIn = (files: Record<string, Uint8Array>, words: string) =>
      Object.entries(files).flatMap(([name, bytes]) => (Buffer.from(bytes).includes(words) ? [name] : []));
    const without = await zipOf('');
    expect(Object.keys(without).some((name) => name.startsWith('notat'))).toBe(false);
    const chosen = await zipOf(`?notater=${first}`);
    expect(wordsIn(chosen, 'Ringte barnevernet')).toEqual(['notat-1/notat.txt']);
    expect(wordsIn(chosen, 'Det var dagen etter')).toEqual(['notat-1/notat.txt']);
    expect(wordsIn(chosen, 'Traff Guro')).toEqual([]);
    expect(
      Object.keys(await zipOf(`?notater=${second},${first}`)).filter((name) => name.endsWith('.txt')),
    ).toHaveLength(2);
    for (const wrong of ['ingen', fix, `${first},${first}`, ''])
      expect(await problemOf(leader.get(`${api}/plans/1/arkiv.zip?notater=${wrong}`))).toEqual([
        400,
        '/problems/invalidRequest',
      ]);
    // And in nothing else that leaves the duk.
    for (const file of ['1.json', '1.csv', '1.txt'])
      expect((await leader.get(`${api}/plans/${file}`)).body).not.toContain('Ringte barnevernet');
    expect((await leader.get(`${api}/plans/1/diff/2`)).body).not.toContain('Ringte barnevernet');
  });

  it('makes the folder until the archive has answered for an earlier version', async () => {
    await leader.post(`${api}/plans/2/release`, { reason: 'Familien er bortreist' });
    const messageOf = async (version: number) => {
      const { rawPayload } = await leader.get(`${api}/plans/${version}/arkiv.zip`);
      return strFromU8(unzipSync(rawPayload)['arkivmelding.xml'] ?? new Uint8Array());
    };
    expect(await messageOf(2)).toContain('<mappe ');
    await leader.post(`${api}/plans/1/receipts`, { archiveId: '2026/1-2', day: '2026-03-01' });
    expect(await messageOf(2)).not.toContain('<mappe ');
    // Its own answer changes nothing of what it answered to.
    expect(await messageOf(1)).toContain('<mappe ');
  });

  it('is noted in the log as what was taken home', async () => {
    await leader.get(`${api}/plans/1/arkiv.zip`);
    const { lines } = (await leader.get(`${api}/log`)).json<{ lines: { event: object }[] }>();
    expect(lines.map(({ event }) => event)).toContainEqual({ kind: 'export', version: 1, format: 'arkiv.zip' });
  });

  it('is told to the leader to be with the archive or not, and to nobody else', async () => {
    const told = async (who = leader) =>
      (await who.get(`${api}/plans`)).json<{ plans: { isArchived?: boolean }[] }>().plans.map((one) => one.isArchived);
    expect(await told()).toEqual([false, undefined]);
    await leader.post(`${api}/plans/1/receipts`, { archiveId: '2026/1-2', day: '2026-03-01' });
    expect(await told()).toEqual([true, undefined]);
    const reader = server.person();
    const secret = new URL((await leader.post(`${api}/links`, { role: 'viewer' })).json().url).hash.slice(1);
    await reader.post(`${api}/join`, { secret, name: 'Noen', voice: 'family' });
    const { personId } = (await reader.get(`${api}/me`)).json();
    await leader.patch(`${api}/people/${personId}`, { readsPlans: true });
    expect(await told(reader)).toEqual([undefined, undefined]);
    expect(await problemOf(reader.get(`${api}/plans/1/arkiv.zip`))).toEqual([403, '/problems/notAllowed']);
  });
});

describe('where no law is set up that plans are shielded by', () => {
  it('nothing is packed, and it is said what is missing', async () => {
    const bare = await openTestServer();
    try {
      const who = bare.person();
      const at = `/api/boards/${(await who.post('/api/demos/sander')).json().boardId}/plans/1`;
      const refused = await who.get(`${at}/arkiv.zip`);
      expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('DUK_ARCHIVE_GROUND')]);
      expect((await who.get(`${at}/life`)).json().hasArchiveGround).toBe(false);
    } finally {
      await bare.close();
    }
  });
});
