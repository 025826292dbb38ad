import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tileSizes } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { compileTiles } from './compilePdf.ts';
import { dukInTiles } from './dukInTiles.ts';
import { boardWith, note, versionOf } from './testing/planBuilders.ts';
import { runTool } from './testing/runTool.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duken-tiles-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(pdf: Uint8Array): string {
  const file = join(folder, `${Math.random()}.pdf`);
  writeFileSync(file, pdf);
  return file;
}

/** Each word with how high its line is, in points. */
function wordsIn(pdf: Uint8Array): readonly { readonly word: string; readonly height: number }[] {
  const found = runTool('pdftotext', ['-bbox', fileOf(pdf), '-']).matchAll(
    /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g,
  );
  return [...found].map(([, top, bottom, word = '']) => ({ word, height: Number(bottom) - Number(top) }));
}

const plainWords = (text: string): string => text.replaceAll(/\s+/g, '');

describe('the duk in parts', () => {
  let server: TestServer;
  let leader: Person;
  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
  });
  afterAll(() => server.close());

  it.each(['eirin', 'selam-dawit', 'sander'] as const)(
    'has each note of %s once, at 8 points or more',
    async (demo) => {
      const boardId = (await leader.post(`/api/demos/${demo}`)).json().boardId as string;
      const newest = (await leader.get(`/api/boards/${boardId}/plans`)).json().plans.length;
      const { sheet } = (await leader.get(`/api/boards/${boardId}/plans/${newest}.json`)).json();
      for (const size of tileSizes) {
        const reply = await leader.get(`/api/boards/${boardId}/plans/${newest}/duk-${size}.pdf`);
        expect(reply.headers['content-type']).toBe('application/pdf');
        expect(reply.headers['content-disposition']).toContain(size.toUpperCase());
        const pdf = reply.rawPayload;
        const info = runTool('pdfinfo', [fileOf(pdf)]);
        expect(info).toMatch(
          size === 'a4' ? /Page size: +841\.\d+ x 595\.\d+ pts/ : /Page size: +1190\.\d+ x 841\.\d+ pts/,
        );
        const words = wordsIn(pdf);
        // A line of Inter is a fifth higher than its letters are called.
        for (const { word, height } of words) expect([word, height >= 8]).toEqual([word, true]);
        const all = plainWords(runTool('pdftotext', [fileOf(pdf), '-']));
        for (const { text } of sheet.notes as { text: string }[])
          expect(all.split(plainWords(text).slice(0, 12)).length).toBeGreaterThan(1);
      }
    },
  );

  it('is marked as a draft on each page, in the language asked for, and the same bytes twice', () => {
    const notes = Array.from({ length: 30 }, (_, at) =>
      note(`n${at}`, { column: 'now', theme: 'housing' }, { text: `Lapp ${at}x` }),
    );
    const version = versionOf(boardWith(notes));
    const make = (): Uint8Array =>
      compileTiles(dukInTiles(version, { size: 'a4', language: 'en', mark: 'DRAFT' }), 1_800_000_000);
    const pdf = make();
    const pages = runTool('pdftotext', [fileOf(pdf), '-'])
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('DRAFT');
      expect(page).toContain(`Sheet ${at + 1} of ${pages.length}`);
    }
    const shown = pages.join('\n').match(/Lapp \d+x/g) ?? [];
    expect(shown.toSorted()).toEqual(notes.map(({ text }) => text).toSorted());
    expect(Buffer.from(make()).equals(Buffer.from(pdf))).toBe(true);
  });

  it('takes what no font of ours has, and a version with nothing on its sheet', () => {
    const odd = versionOf(
      boardWith([note('odd', { column: 'works', theme: 'work' }, { text: 'สวัสดี <b>&amp;</b> \\ `#x` 👩🏽‍🚒 سلام' })]),
    );
    expect(compileTiles(dukInTiles(odd, { size: 'a4', language: 'nb', mark: '' }), 1).length).toBeGreaterThan(1000);
    const empty = versionOf(boardWith([]));
    expect(compileTiles(dukInTiles(empty, { size: 'a3', language: 'nn', mark: '' }), 1).length).toBeGreaterThan(500);
  });
});
