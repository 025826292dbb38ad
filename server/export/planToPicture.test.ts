import { maxNoteLength } from '@duken/shared/board';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, describe, expect, it } from 'vitest';
import { pictureWidthPx } from './drawPng.ts';
import { openRenderer } from './renderer.ts';
import { agreed, boardWith, note, pictureOf, versionOf } from './testing/planBuilders.ts';

/** Reads as strictly as XML asks: every fault is thrown. */
function parsed(svg: string) {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(svg, 'image/svg+xml');
}

function wordsOf(svg: string): string {
  return Array.from(parsed(svg).getElementsByTagName('text'), ({ textContent }) => textContent).join(' ');
}

const sofa = note('sofa', { column: 'difficult', theme: 'housing' }, { text: 'Jeg bor på sofaen hos Gro & co.' });

describe('the duk as SVG', () => {
  it('is well-formed, and says what it is to those who cannot see it', () => {
    const document = parsed(pictureOf(versionOf(boardWith([sofa]))));
    const root = document.documentElement;
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.getAttribute('viewBox')).toMatch(/^0 0 \d+ \d+$/);
    expect(document.getElementsByTagName('title')[0]?.textContent).toBe('Planen til Eirin');
    expect(document.getElementsByTagName('desc')[0]?.textContent).toBe('Duk med 1 lapp i 6 kolonner og 10 temaer.');
  });

  it('shows the notes, the tiltak and the sheet', () => {
    const words = wordsOf(
      pictureOf(
        versionOf(
          boardWith([sofa, note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke lån', action: agreed })]),
        ),
      ),
    );
    for (const said of [
      'Jeg bor på sofaen',
      '& co.',
      'Søke lån',
      'Mona',
      '1.12.26',
      'Avtalt',
      'Bosituasjon',
      'Det jeg drømmer om',
    ])
      expect(words).toContain(said);
  });

  it('is the same bytes for the same version, however often it is drawn', () => {
    const version = versionOf(boardWith([sofa]));
    const again = structuredClone(version);
    expect(pictureOf(again)).toBe(pictureOf(version));
  });

  it('takes in nothing from elsewhere and runs nothing', () => {
    const svg = pictureOf(versionOf(boardWith([sofa])));
    expect(svg).not.toMatch(/<(script|image|use|a|foreignObject|style|filter)\b|href|url\(|\bon\w+=/i);
  });

  it('shows hostile words as words', () => {
    const hostile = [
      '</svg><script>alert(1)</script>',
      ']]><!--',
      '&amp; &#0;',
      '"\'',
      'a\u0000\u0008\u001b\ufffe\ud800b',
    ];
    const notes = hostile.map((text, index) => note(`h${index}`, { column: 'works', theme: 'work' }, { text }));
    const svg = pictureOf(versionOf(boardWith(notes, { title: '</title><script/>', for: '<b>' })));
    expect(parsed(svg).getElementsByTagName('script')).toHaveLength(0);
    const words = wordsOf(svg).replaceAll(' ', '');
    for (const said of ['</svg><script>alert(1)</script>', ']]><!--', '&amp;&#0;', '"\'', 'a□□b', '<b>'])
      expect(words).toContain(said);
  });

  it('shows all of a note of 2,000 characters', () => {
    const svg = pictureOf(
      versionOf(boardWith([note('long', { column: 'works', theme: 'work' }, { text: 'Ø'.repeat(maxNoteLength) })])),
    );
    expect(wordsOf(svg).match(/Ø/g)?.length).toBeGreaterThanOrEqual(maxNoteLength);
  });

  it('ends a line of Arabic at the right edge of its note', () => {
    const svg = pictureOf(versionOf(boardWith([note('ar', { column: 'dream', theme: '' }, { text: 'أريد بيت 1' })])));
    const line = Array.from(parsed(svg).getElementsByTagName('text')).find(({ textContent }) =>
      textContent?.includes('أريد'),
    );
    expect(line?.getAttribute('text-anchor')).toBe('end');
    expect(line?.textContent).toBe('\u2067أريد بيت 1\u2069');
  });
});

describe('the duk as PNG', () => {
  const renderer = openRenderer();
  afterAll(() => renderer.close());

  async function sizeOf(svg: string): Promise<{ width: number; height: number }> {
    const png = await renderer.render({ kind: 'png', svg });
    if (!png.ok) throw new Error(JSON.stringify(png.failure));
    const bytes = Buffer.from(png.value);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }

  it('is wide enough for a wall, in the shape of the duk', async () => {
    const svg = pictureOf(versionOf(boardWith([sofa])));
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    const size = await sizeOf(svg);
    expect(size.width).toBe(pictureWidthPx);
    // The renderer rounds its own way.
    expect(Math.abs(size.height - (pictureWidthPx * Number(height)) / Number(width))).toBeLessThan(1);
  });

  it('is never larger than a computer can take, however long the duk', async () => {
    const notes = Array.from({ length: 120 }, (_, index) =>
      note(`n${index}`, { column: 'works', theme: 'work' }, { text: 'Ord '.repeat(100) }),
    );
    const { width, height } = await sizeOf(pictureOf(versionOf(boardWith(notes))));
    expect(height).toBe(8000);
    expect(width).toBeLessThan(pictureWidthPx);
  });
});
