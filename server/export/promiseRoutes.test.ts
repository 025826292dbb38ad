import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter } from '@duken/shared/letter';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { pageTexts } from './testing/pageTexts.ts';
import { runTool } from './testing/runTool.ts';

/** Words of others' tiltak and of the family, which no letter of Kaja's may hold. */
const foreign = ['hasj', 'inkasso', 'angst', 'sofaen', 'Rus', 'Økonomi', 'Eirin'];

/** A PDF with its streams laid open, and what lies in it as hexadecimal UTF-16: bookmarks, alternative texts and metadata. */
function unpacked(pdf: Uint8Array): readonly [string, string] {
  const folder = mkdtempSync(join(tmpdir(), 'duken-promises-'));
  try {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, pdf);
    const open = runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-']);
    const hidden = [...open.matchAll(/<feff([0-9a-f]*)>/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
    expect(hidden.join()).toContain('Dette gjør du');
    return [open, hidden.join('\n')];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what one person has said yes to, as a letter', () => {
  let server: TestServer;
  let leader: Person;
  let api: string;
  let boardId: string;
  let ids: ReadonlyMap<string, string>;
  const letterUrl = (name: string, version = 3) => `${api}/plans/${version}/letters/${ids.get(name) ?? name}`;
  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
    const { people } = (await leader.get(`${api}/people`)).json<{ people: { personId: string; name: string }[] }>();
    ids = new Map(people.map(({ personId, name }) => [name, personId]));
  });
  afterAll(() => server.close());

  it('is had by each who has something to do, with as much as they promised', async () => {
    const counts = new Map<string, number>();
    for (const name of ids.keys()) {
      const reply = await leader.get(letterUrl(name));
      const promised = reply.statusCode === 200 ? reply.json<Letter>().sections[0]?.blocks : [];
      const count = promised?.reduce((sum, block) => sum + (block.kind === 'tasks' ? block.tasks.length : 0), 0) ?? 0;
      if (count > 0) counts.set(name, count);
      else expect([name, reply.statusCode, reply.json().type]).toEqual([name, 404, '/problems/nothingPromised']);
    }
    expect(Object.fromEntries(counts)).toEqual({ Leif: 1, Eirin: 2, Kaja: 1 });
  });

  it('is one page of PDF and a Word file, with nothing of others or of the family, also in names and metadata', async () => {
    const pdf = await leader.get(`${letterUrl('Kaja')}.pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const pages = pageTexts(pdf.rawPayload);
    expect(pages.length).toBe(1);
    expect(pages[0]).toContain('Dette har du sagt ja til');
    const docx = await leader.get(`${letterUrl('Kaja')}.docx`);
    const words = (await mammoth.extractRawText({ buffer: docx.rawPayload })).value;
    expect(words).toContain('Dette gjør du');
    for (const word of foreign) {
      expect([word, pages.join('').includes(word)]).toEqual([word, false]);
      expect([word, words.includes(word)]).toEqual([word, false]);
      for (const [name, bytes] of Object.entries(unzipSync(docx.rawPayload)))
        expect([word, name, strFromU8(bytes).includes(word)]).toEqual([word, name, false]);
      expect([word, String(pdf.headers['content-disposition']).includes(word)]).toEqual([word, false]);
      for (const form of unpacked(pdf.rawPayload)) expect([word, form.includes(word)]).toEqual([word, false]);
    }
  });

  it('has a link of theirs to answer by, and no other', async () => {
    const links = (name: string) => `${api}/people/${ids.get(name)}/answer-links`;
    const secretOf = async (name: string) => new URL((await leader.post(links(name), {})).json().url).hash.slice(1);
    const [kajas, leifs] = [await secretOf('Kaja'), await secretOf('Leif')];
    const pdf = await leader.post(`${letterUrl('Kaja')}.pdf`, { secret: kajas });
    expect(pdf.statusCode).toBe(200);
    const pages = pageTexts(pdf.rawPayload);
    expect(pages.length).toBe(1);
    // Where a line ends with a hyphen pdftotext joins the two, as if a word had been divided.
    expect(pages.join('').replaceAll(/[\s-]/g, '')).toContain(`/svar#${kajas.replaceAll('-', '')}`);
    const docx = await leader.post(`${letterUrl('Kaja')}.docx`, { secret: kajas });
    expect(docx.statusCode).toBe(200);
    expect((await mammoth.extractRawText({ buffer: docx.rawPayload })).value).toContain(`/svar#${kajas}`);
    for (const secret of [leifs, 'x'.repeat(43)]) {
      const refused = await leader.post(`${letterUrl('Kaja')}.pdf`, { secret });
      expect([refused.statusCode, refused.json().type]).toEqual([400, '/problems/invalidRequest']);
    }
    await leader.delete(links('Kaja'));
    expect((await leader.post(`${letterUrl('Kaja')}.pdf`, { secret: kajas })).statusCode).toBe(400);
  });

  it('waits while the version is a draft, and is made for nobody whom the case does not know', async () => {
    expect((await leader.get(letterUrl('ingen'))).statusCode).toBe(404);
    expect((await leader.get(letterUrl('Kaja', 9))).statusCode).toBe(404);
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-12-01', present: [] })).json();
    const { version } = (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json();
    for (const url of [letterUrl('Kaja', version), `${letterUrl('Kaja', version)}.pdf`])
      expect((await leader.get(url)).statusCode).toBe(409);
  });
});
