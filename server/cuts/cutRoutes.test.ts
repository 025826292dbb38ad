import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId } from '@duken/shared/board';
import { letterTexts } from '@duken/shared/letter';
import { type PlanAction, type PlanItem, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import type { CutReply, CutsReply, LinkedCutReply, PreviewCutReply } from '@duken/shared/protocol';
import { sheetWords } from '@duken/shared/sheet';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runTool } from '../export/testing/runTool.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

const patience = 180_000;

describe('to each what is theirs', { timeout: patience }, () => {
  let server: TestServer;
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer({
      limits: { joinsPerMinute: 20, newBoardsPerMinute: 1000, newDemosPerMinute: 1000, newBoardsPerDay: 1000 },
    });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
  }, patience);

  const toGarden = { recipient: { name: 'Hagesenteret' }, themes: ['work'], withPicture: true, withDifference: true };
  const problemOf = (reply: { statusCode: number; body: string }) => [
    reply.statusCode,
    JSON.parse(reply.body).type?.replace('/problems/', ''),
  ];

  /** Looks, and gives what was seen. */
  async function give(wish: object = {}, how: object = { way: 'link' }, version = 3) {
    const asked = { ...toGarden, ...wish };
    const seen = await leader.post(`${api}/plans/${version}/cuts/preview`, asked);
    expect([seen.statusCode, seen.body.slice(0, 200)]).toEqual([200, expect.anything()]);
    const { sha256 } = seen.json<PreviewCutReply>();
    const given = await leader.post(`${api}/plans/${version}/cuts`, { ...asked, sha256, ...how });
    expect([given.statusCode, given.body.slice(0, 200)]).toEqual([201, expect.anything()]);
    const { cut, url } = given.json<{ cut: CutReply; url?: string }>();
    return { cut, secret: url === undefined ? '' : new URL(url).hash.slice(1), url };
  }

  async function enter(secret: string, who = server.person()) {
    const reply = await who.post('/api/cuts/enter', { secret });
    const kept = reply.cookies.find(({ name }) => name.startsWith('duk-utdrag'));
    const cookies = kept ? { [kept.name]: kept.value } : {};
    const get = (url: string) => who.ask({ method: 'GET', url, cookies });
    const at = reply.statusCode === 200 ? `/api/cuts/${reply.json<LinkedCutReply>().cutId}` : '/api/cuts/none';
    return { reply, get, at, cookies };
  }

  async function comes(name: string, role = 'editor') {
    const who = server.person();
    const secret = new URL((await leader.post(`${api}/links`, { role })).json().url).hash.slice(1);
    await who.post(`${api}/join`, { secret, name, voice: 'family' });
    const { personId } = (await who.get(`${api}/me`)).json<{ personId: string }>();
    return { who, personId };
  }

  const eventsNow = async () =>
    (await server.storage.caseLog.list(boardId, { limit: 99 })).toReversed().map(({ event, name }) => [name, event]);

  /** Words that stand in what was left out and nowhere else: neither in what was chosen nor among our own. */
  async function wordsLeftOut(): Promise<readonly string[]> {
    const versions = await Promise.all(
      [2, 3].map(async (number) => {
        const read = readPlanVersion((await leader.get(`${api}/plans/${number}.json`)).body);
        if (!read.ok) throw new Error('the example cannot be read');
        return read.value;
      }),
    );
    const wordsOf = (value: unknown) => JSON.stringify(value).match(/\p{L}{4,}/gu) ?? [];
    const items = ({ plan }: PlanVersion): readonly PlanItem[] => [
      ...[...plan.dreams, ...plan.actions, ...plan.nowNotes, ...plan.shortGoals, ...plan.longGoals],
      ...plan.today.flatMap(({ works, difficult }) => [...works, ...difficult]),
    ];
    const isIn = ({ theme, voice }: PlanItem) => theme === 'work' && voice !== 'child';
    const known = (_: string, value: unknown) => (typeof value === 'function' ? String(value) : value);
    const allowed = new Set(
      [
        ...versions.flatMap((version) => wordsOf(items(version).filter(isIn))),
        ...wordsOf(JSON.stringify([letterTexts, sheetWords], known)),
        ...versions.flatMap(({ template }) => wordsOf([template.columns, template.name, template.id])),
        ...wordsOf(['Eirin', 'Hagesenteret', 'Gro']),
      ].map((word) => word.toLowerCase()),
    );
    const out = versions.flatMap((version) =>
      wordsOf([
        items(version)
          .filter((item) => !isIn(item))
          .map((item) => [
            item.text,
            item.authorName,
            (item as Partial<PlanAction>).owner,
            (item as Partial<PlanAction>).service,
          ]),
        version.template.themes.filter(({ id }) => id !== 'work').map(({ name }) => name),
        version.plan.vision,
        version.present.map(({ name }) => name),
      ]),
    );
    return [...new Set(out.map((word) => word.toLowerCase()))].filter((word) => !allowed.has(word));
  }

  it('gives a garden centre the part about work: in every form, nothing of all else, by any byte', async () => {
    const left = await wordsLeftOut();
    // That the search can find something: these stand in the plan.
    for (const word of ['inkasso', 'økonomi', 'hasj'])
      expect([word, left.some((one) => one.includes(word))]).toEqual([word, true]);
    const { cut, secret } = await give();
    const { reply, get, at } = await enter(secret);
    expect(reply.statusCode).toBe(200);
    const whole = (await leader.get(`${api}/plans/3.txt`)).body.toLowerCase();
    expect(left.filter((word) => whole.includes(word)).length).toBeGreaterThan(20);

    const folder = mkdtempSync(join(tmpdir(), 'duken-cut-'));
    try {
      const forms: [string, string][] = [['reply', reply.body]];
      for (const format of ['pdf', 'docx', 'txt', 'json', 'svg', 'png', 'csv']) {
        const file = await get(`${at}/file.${format}`);
        expect([format, file.statusCode]).toEqual([format, 200]);
        forms.push([`${format} name`, decodeURIComponent(String(file.headers['content-disposition']))]);
        forms.push([`${format} bytes`, file.rawPayload.toString('latin1')]);
        forms.push([`${format} as text`, file.rawPayload.toString('utf8')]);
        if (format === 'pdf') {
          const path = join(folder, 'cut.pdf');
          writeFileSync(path, file.rawPayload);
          const unpacked = runTool('qpdf', ['--qdf', '--object-streams=disable', path, '-']);
          // Bookmarks, alternative texts and metadata lie as hexadecimal UTF-16.
          const hidden = [...unpacked.matchAll(/<feff([0-9a-f]*)>/gi)].map(([, hex = '']) =>
            Buffer.from(hex, 'hex').swap16().toString('utf16le'),
          );
          expect(hidden.length).toBeGreaterThan(3);
          forms.push(['pdf unpacked', unpacked], ['pdf hidden', hidden.join('\n')]);
          const words = runTool('pdftotext', [path, '-']);
          expect(words.replace(/\s+/g, ' ')).toContain('Tor sa at kundene spør etter meg');
          expect(words).toContain('Hagesenteret');
          forms.push(['pdf words', words]);
        }
        if (format === 'docx')
          for (const [name, bytes] of Object.entries(unzipSync(file.rawPayload)))
            forms.push([`docx ${name}`, strFromU8(bytes)], [`docx ${name} name`, name]);
        if (format === 'png') {
          // No chunk that could hold words, wherever it lies.
          const kinds = new Set(pngChunks(file.rawPayload));
          expect([...kinds].toSorted()).toEqual(expect.arrayContaining(['IDAT', 'IEND', 'IHDR']));
          expect([...kinds].filter((kind) => /^(tEXt|zTXt|iTXt|eXIf|iCCP|tIME)$/.test(kind))).toEqual([]);
        }
        if (format === 'json') {
          // The bytes that its own hash is of, which name the whole version's.
          expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(cut.sha256);
          const { plans } = (await leader.get(`${api}/plans`)).json();
          expect(JSON.parse(file.body).cutFrom).toEqual({ version: 3, sha256: plans[2].sha256 });
        }
      }
      for (const [form, text] of forms) {
        // Compressed bytes may spell a word of four letters by chance.
        const lower = text.toLowerCase();
        const found = left.filter(
          (word) => lower.includes(word) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(lower),
        );
        const isPacked = / bytes$|as text$/.test(form) && /^(pdf|docx|png)/.test(form);
        expect([form, found.filter((word) => !isPacked || word.length > 5)]).toEqual([form, []]);
      }
      const svg = (await get(`${at}/file.svg`)).body;
      expect(svg).toContain('kundene');
      expect(reply.json<LinkedCutReply>().picture).toBe(svg);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('leaves out picture and difference where they were not chosen', async () => {
    const { secret } = await give({ withPicture: false, withDifference: false });
    const { reply, get, at } = await enter(secret);
    const { letter, picture } = reply.json<LinkedCutReply>();
    expect(picture).toBeUndefined();
    expect(letter.sections.map(({ id }) => id).filter((id) => id === 'picture' || id === 'changes')).toEqual([]);
    expect(problemOf(await get(`${at}/file.svg`))).toEqual([404, 'notFound']);
    expect((await get(`${at}/file.pdf`)).statusCode).toBe(200);
  });

  it('gives only what was looked through, and nothing of a draft', async () => {
    const seen = await leader.post(`${api}/plans/3/cuts/preview`, toGarden);
    const { sha256 } = seen.json<PreviewCutReply>();
    const more = { ...toGarden, themes: ['work', 'housing'], sha256, way: 'link' };
    expect(problemOf(await leader.post(`${api}/plans/3/cuts`, more))).toEqual([409, 'cutChanged']);
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] })).json();
    const { version } = (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json();
    for (const path of [`plans/${version}/cuts/preview`, `plans/${version}/cuts`])
      expect(problemOf(await leader.post(`${api}/${path}`, { ...more, sha256 }))).toEqual([409, 'planIsDraft']);
    // What was approved can be given still.
    expect((await leader.post(`${api}/plans/3/cuts/preview`, toGarden)).statusCode).toBe(200);
    expect(problemOf(await leader.post(`${api}/plans/9/cuts/preview`, toGarden))).toEqual([404, 'versionNotFound']);
  });

  it('tells what became different since the last version that was no draft', async () => {
    const frozen = async () => {
      const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] })).json();
      return (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json<{ version: number }>().version;
    };
    const draft = await frozen();
    const approved = await frozen();
    const spoken = { by: 'spoken', when: '2026-11-30', how: 'På møtet' };
    expect((await leader.post(`${api}/plans/${approved}/approve`, spoken)).statusCode).toBe(204);
    const compared = async (version: number) => {
      const { secret } = await give({ withPicture: false }, { way: 'link' }, version);
      const { get, at } = await enter(secret);
      return JSON.parse((await get(`${at}/file.json`)).body).compared?.version;
    };
    expect([draft, approved, await compared(approved)]).toEqual([4, 5, 3]);
    expect(await compared(1)).toBeUndefined();
  });

  it('says which themes, people, ways and languages there are', async () => {
    const ask = async (wish: object) => {
      const reply = await leader.post(`${api}/plans/3/cuts/preview`, { ...toGarden, ...wish });
      return [reply.statusCode, reply.json().errors?.[0]?.pointer, reply.body] as const;
    };
    const theme = await ask({ themes: ['work', 'hage'] });
    expect(theme.slice(0, 2)).toEqual([400, '/themes']);
    expect(theme[2]).toContain('work, housing');
    expect(theme[2]).not.toContain('hage');
    const person = await ask({ recipient: { personId: 'nobody' } });
    expect(person.slice(0, 2)).toEqual([400, '/recipient/personId']);
    expect(person[2]).toContain('(Kaja)');
    for (const wrong of [{ themes: [] }, { lang: 'xx' }, { recipient: {} }]) expect((await ask(wrong))[0]).toBe(400);
    const seen = (await leader.post(`${api}/plans/3/cuts/preview`, toGarden)).json<PreviewCutReply>();
    const given = await leader.post(`${api}/plans/3/cuts`, { ...toGarden, sha256: seen.sha256, way: 'seat' });
    expect([given.statusCode, given.json().errors[0].pointer]).toEqual([400, '/way']);
  });

  it('lets a service have what consents are about, says so before, and ends when they end', async () => {
    const consented = async (themes: string[]) =>
      (
        await leader.post(`${api}/consents`, {
          ...{ services: ['Hagesenteret'], themes, purpose: 'Jobb', words: 'De kan vite om jobben.', givenBy: 'Eirin' },
          ...{ how: 'spoken', givenOn: '2026-01-01', until: '2099-01-01' },
        })
      ).json().consentId;
    const consentId = await consented(['work']);
    const ask = (themes: string[], name = 'Hagesenteret') =>
      leader.post(`${api}/plans/3/cuts/preview`, { ...toGarden, recipient: { name }, themes });
    expect((await ask(['work'])).statusCode).toBe(200);
    expect(problemOf(await ask(['work', 'economy']))).toEqual([409, 'cutNotInConsent']);
    expect(problemOf(await ask(['work', '']))).toEqual([409, 'cutNotInConsent']);
    expect(problemOf(await ask(['work'], 'NAV'))).toEqual([409, 'cutNotInConsent']);
    const { secret } = await give();
    const { reply, get, at } = await enter(secret);
    expect(reply.statusCode).toBe(200);
    await leader.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    expect(problemOf(await get(`${at}/letter`))).toEqual([403, 'cutLinkRefused']);
    expect(problemOf((await enter(secret)).reply)).toEqual([403, 'cutLinkRefused']);
  });

  it('opens a link as often as it says, reads on without opening it, and opens no duk', async () => {
    const { secret, url, cut } = await give({}, { way: 'link', uses: 2, days: 1 });
    expect(new URL(url ?? '').pathname).toBe('/utdrag');
    const first = await enter(secret);
    expect(first.reply.json<LinkedCutReply>()).toMatchObject({ usesLeft: 1, recipient: 'Hagesenteret' });
    expect(first.reply.body).not.toContain(boardId);
    for (let again = 0; again < 3; again += 1)
      expect((await first.get(`${first.at}/letter?lang=en`)).json<LinkedCutReply>()).toMatchObject({
        usesLeft: 1,
        letter: { language: 'en', title: 'Investment plan for Eirin' },
      });
    for (const path of ['', '/me', '/plans', '/plans/3', '/plans/3.pdf', '/cuts', `/cuts/${cut.cutId}.pdf`])
      expect([path, (await first.get(`${api}${path}`)).statusCode]).toEqual([path, path === '' ? 404 : 401]);
    expect((await enter(secret)).reply.statusCode).toBe(200);
    const wrongs = [(await enter(secret)).reply, (await enter('wrong')).reply];
    const { cut: other, secret: gone } = await give();
    await leader.post(`${api}/cuts/${other.cutId}/withdraw`);
    wrongs.push((await enter(gone)).reply);
    const same = wrongs.map(({ statusCode, body }) => [statusCode, body.replace(/"instance":"[^"]*"/, '')]);
    expect(new Set(same.map(String)).size).toBe(1);
    expect(problemOf(wrongs[0] as { statusCode: number; body: string })).toEqual([403, 'cutLinkRefused']);
    // Whoever had opened it reads on until it is withdrawn, and no longer.
    expect((await first.get(`${first.at}/file.txt`)).statusCode).toBe(200);
    await leader.post(`${api}/cuts/${cut.cutId}/withdraw`);
    expect((await first.get(`${first.at}/file.txt`)).statusCode).toBe(403);
  });

  it('keeps two families apart in one browser', async () => {
    const one = await give();
    const first = await enter(one.secret);
    const two = await give({ recipient: { name: 'Skolen' } });
    const second = await enter(two.secret);
    const who = server.person();
    const cookies = { ...first.cookies, ...second.cookies };
    const sha256Of = async (at: string) =>
      (await who.ask({ method: 'GET', url: `${at}/letter`, cookies })).json<LinkedCutReply>().sha256;
    expect(Object.keys(cookies)).toHaveLength(2);
    expect([await sha256Of(first.at), await sha256Of(second.at)]).toEqual([one.cut.sha256, two.cut.sha256]);
    expect((await first.get(`${second.at}/letter`)).statusCode).toBe(403);
    // What one cut's cookie holds opens no other, whatever it is called.
    const [[name] = ['']] = Object.entries(second.cookies);
    const [value = ''] = Object.values(first.cookies);
    const asked = await who.ask({ method: 'GET', url: `${second.at}/file.txt`, cookies: { [name]: value } });
    expect(problemOf(asked)).toEqual([403, 'cutLinkRefused']);
  });

  it('counts no use of a browser that has it open already, also when all are used', async () => {
    const { secret } = await give({}, { way: 'link', uses: 1, days: 1 });
    const who = server.person();
    const first = await enter(secret, who);
    const again = await who.ask({
      ...{ method: 'POST', url: '/api/cuts/enter', cookies: first.cookies },
      payload: { secret },
    });
    expect(again.json()).toMatchObject({ usesLeft: 0, cutId: first.reply.json().cutId });
    expect(problemOf((await enter(secret)).reply)).toEqual([403, 'cutLinkRefused']);
  });

  it('gives an editor their own cut at their seat, and nobody else’s', async () => {
    const gro = await comes('Gro Kusine');
    const other = await comes('Nabo', 'viewer');
    const { cut } = await give({ recipient: { personId: gro.personId } }, { way: 'seat' });
    const mine = async (who: Person) => (await who.get(`${api}/cuts/mine`)).json<CutsReply>().cuts;
    expect((await mine(gro.who)).map(({ cutId }) => cutId)).toEqual([cut.cutId]);
    expect(await mine(other.who)).toEqual([]);
    const letter = await gro.who.get(`${api}/cuts/${cut.cutId}/letter`);
    expect(letter.json()).toMatchObject({ sha256: cut.sha256, letter: { title: 'Investeringsplan for Eirin' } });
    expect((await gro.who.get(`${api}/cuts/${cut.cutId}.docx`)).statusCode).toBe(200);
    for (const path of [`/cuts/${cut.cutId}/letter`, `/cuts/${cut.cutId}.pdf`, '/cuts/nothing/letter'])
      expect(problemOf(await other.who.get(`${api}${path}`))).toEqual([404, 'cutNotFound']);
    // The plan itself is not theirs, and whom to ask is said.
    for (const { who } of [gro, other]) {
      const refused = await who.get(`${api}/plans/3`);
      expect(problemOf(refused)).toEqual([403, 'plansNotGiven']);
      expect(refused.json().detail).toContain('Be ');
    }
    await leader.post(`${api}/cuts/${cut.cutId}/withdraw`);
    expect(await mine(gro.who)).toEqual([]);
    expect((await gro.who.get(`${api}/cuts/${cut.cutId}/letter`)).statusCode).toBe(404);
  });

  it('lists who got what and when for the leader and whom the plan is about, and a line of the log stands first', async () => {
    const { cut, secret } = await give();
    const entered = await enter(secret);
    await entered.get(`${entered.at}/file.pdf`);
    await enter(secret);
    const eirin = await comes('Eirin');
    expect((await eirin.who.get(`${api}/cuts`)).statusCode).toBe(403);
    await leader.patch(`${api}/people/${eirin.personId}`, { isSubject: true });
    const { cuts } = (await eirin.who.get(`${api}/cuts`)).json<CutsReply>();
    expect(cuts).toEqual([
      expect.objectContaining({
        ...{ cutId: cut.cutId, recipient: 'Hagesenteret', themes: ['work'], version: 3, sha256: cut.sha256 },
        link: expect.objectContaining({ uses: 2, maxUses: 10 }),
      }),
    ]);
    expect(problemOf(await eirin.who.post(`${api}/cuts/${cut.cutId}/withdraw`))).toEqual([403, 'notAllowed']);
    await leader.post(`${api}/cuts/${cut.cutId}/withdraw`);
    const { cutId } = cut;
    const events = (await eventsNow()).filter(([, event]) => /^cut/.test((event as { kind: string }).kind));
    expect(events.slice(0, 4)).toEqual([
      [expect.any(String), { kind: 'cutGiven', version: 3, cutId, whom: 'Hagesenteret' }],
      ['Hagesenteret', { kind: 'cut', version: 3, cutId }],
      ['Hagesenteret', { kind: 'cutFile', version: 3, cutId, format: 'pdf' }],
      // Somebody else with the same link, whose line is their own.
      ['Hagesenteret', { kind: 'cut', version: 3, cutId }],
    ]);
    expect(events.at(-1)?.[1]).toEqual({ kind: 'cutWithdrawn', version: 3, cutId, whom: 'Hagesenteret' });
    expect(problemOf(await leader.post(`${api}/cuts/${cut.cutId}/withdraw`))).toEqual([404, 'cutNotFound']);
  });
});

/** The kinds of a PNG's chunks, in their order. */
function pngChunks(png: Buffer): readonly string[] {
  const kinds: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) kinds.push(png.toString('latin1', at + 4, at + 8));
  return kinds;
}
