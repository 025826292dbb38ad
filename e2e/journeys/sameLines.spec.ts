import { breakLines, sizes, textWidth } from '@duken/shared/sheet';
import type { Locator } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

const { textFont } = sizes.note;

/** Texts that Inter has every letter of: here the open note must wrap exactly where canvas and picture break. */
const plainTexts: readonly string[] = [
  'Søke om startlån',
  'Arbeidsavklaringspengevedtaksklagebehandlingsfristoversikten må sjekkes',
  'En oppfølgings- og veiledningssamtale med NAV-kontoret på Lørenskog',
  'Tenåringsmor-barn-gruppe, tirsdag–torsdag, kl. 12.30–14.00 (oppmøte 12.15)',
  'Hei,   tre   mellomrom   her   og   mange   på   slutten   ',
  'Første linje\n\nTredje linje, den andre er tom\n',
  'Hun sa: «Jeg vil ha et hjem!» – og så: «Kan vi få det til?»',
  'Ringe 22 33 44 55, eller skrive til post@kommune.no innen 1.12.2026.',
  'Økonomi: 12 500 kr i husleie, 3 000 kr i strøm, 50 % av lønna igjen',
  'ÆØÅ æøå éèêü ŠŽ čđ ŋ – … “hermetegn” ‘enkle’',
  'Привіт, мене звати Олена, я шукаю роботу в Осло',
  'Καλημέρα, ψάχνω για δουλειά στο Όσλο',
  'Chcę nauczyć się norweskiego i znaleźć pracę w przedszkolu',
  'AVATAR WAVY To Ty Yo LT fi fl ffi Te. V, «T»',
  'i i i i i i i i i i i i i i i i i i i i i i i i i i i i i i WWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'et-to-tre-fire-fem-seks-sju-åtte-ni-ti-elleve-tolv-tretten-fjorten-femten-seksten-sytten',
];

/**
 * Texts in other scripts and with emoji: drawn with room to spare, so the open note may fill its lines more than the sheet.
 * No families, skins or flags: a machine without a font for them draws their members one by one, and so wider.
 */
const otherTexts: readonly string[] = [
  'Vi tar oss en kaffe ☕ og en prat 🙂 på torsdag 🏠🚒🎂⚽ og ser hvordan det går ❤️',
  '⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐ 1️⃣2️⃣3️⃣ ⏰⌚',
  'أريد أن أتعلم اللغة النرويجية وأن أجد عملاً في روضة أطفال قريبة من البيت',
  'Jeg heter محمد og vil lære norsk',
  'ኖርወይኛ መማር እና ሥራ ማግኘት እፈልጋለሁ፣ ልጆቼም ትምህርት ቤት',
];

const words =
  'jeg vil ha en jobb der jeg kan bruke hendene mine, og et sted å bo som er vårt eget. NAV-veileder skal ringe: «husbanken», barnehage-plass; økonomisk rådgivning – samtale/møte hver uke (torsdager) kl. 9 på biblioteket! Hva med fotball? arbeidsinkludering ungdomsskoleelever A4 50% 3–5 år'.split(
    ' ',
  );

/** Many texts of ordinary words, the same ones each time. */
function manyTexts(count: number): readonly string[] {
  let seed = 20261122;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 + next(40) }, () => words[next(words.length)] ?? '').join(next(12) === 0 ? '\n' : ' '),
  );
}

interface InBrowser {
  /** Where each line starts, in UTF-16 units, in a box set as the open note. */
  readonly lineStarts: readonly number[];
  /** Lines that the text box itself makes. */
  readonly lineCount: number;
}

/** Room for words in the open note, in CSS pixels at 100 %. */
function roomIn(editor: Locator): Promise<number> {
  return editor.evaluate((box) => {
    const style = getComputedStyle(box);
    return (
      Number.parseFloat(style.width) - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    );
  });
}

/** Sets each text as the open note sets it, in a copy of its box. */
function wrapLikeEditor(editor: Locator, texts: readonly string[]): Promise<readonly InBrowser[]> {
  return editor.evaluate(async (element, all) => {
    const box = element as HTMLTextAreaElement;
    const copy = box.cloneNode() as HTMLTextAreaElement;
    copy.style.height = '0';
    // A text box does not say where it wraps; an ordinary one set alike does.
    const mirror = document.createElement('div');
    const style = getComputedStyle(box);
    for (const name of style) mirror.style.setProperty(name, style.getPropertyValue(name));
    mirror.style.height = 'auto';
    document.body.append(copy, mirror);
    const lineHeight = Number.parseFloat(style.lineHeight);
    const found: InBrowser[] = [];
    for (const text of all) {
      copy.value = text;
      mirror.textContent = text;
      await document.fonts.ready;
      const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
      const lineCount = Math.round((copy.scrollHeight - padding) / lineHeight);
      const node = mirror.firstChild;
      const lineStarts = [0];
      const range = document.createRange();
      let lastTop: number | undefined;
      for (let index = 0; node && index < text.length; index += 1) {
        if (text[index] === '\n') {
          lineStarts.push(index + 1);
          lastTop = undefined;
          continue;
        }
        // Hanging spaces belong to the line they hang on.
        if (text[index] === ' ') continue;
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        const top = rects[0]?.top;
        if (top === undefined) continue;
        if (lastTop !== undefined && top > lastTop + lineHeight / 2) lineStarts.push(index);
        lastTop = top;
      }
      found.push({ lineStarts, lineCount });
    }
    copy.remove();
    mirror.remove();
    return found;
  }, texts);
}

/** How wide the canvas draws each text in the sheet's font, in CSS pixels. */
function drawnWidths(editor: Locator, texts: readonly string[]): Promise<readonly number[]> {
  return editor.evaluate(
    async (box, all) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('no canvas');
      const { fontFamily, fontSize } = getComputedStyle(box);
      context.font = `400 ${fontSize} ${fontFamily}`;
      context.fontKerning = 'none';
      for (const text of all) await document.fonts.load(context.font, text);
      return all.map((text) => context.measureText(text).width);
    },
    [...texts],
  );
}

test.describe('the open note and the sheet break lines alike', () => {
  test.beforeEach(async ({ leader }) => {
    await leader.makeBoard('Planen til Eirin');
    await leader.sheet.takeAndLay();
  });

  test('in Latin, Greek and Cyrillic letters, at the very same places', async ({ leader }) => {
    const { editor } = leader.sheet;
    const room = await roomIn(editor);
    const texts = [...plainTexts, ...manyTexts(150)];
    const inBrowser = await wrapLikeEditor(editor, texts);
    const differing = texts.flatMap((text, index) => {
      const lines = breakLines(text, room, textFont);
      const { lineStarts = [], lineCount = 0 } = inBrowser[index] ?? {};
      const ours = lines.map(({ start }) => start);
      const isAlike = ours.length === lineCount && ours.join() === lineStarts.join();
      return isAlike ? [] : [{ text, ours, theirs: lineStarts, lineCount }];
    });
    expect(differing).toEqual([]);
  });

  test('in other scripts and with emoji the text box needs no more lines than the sheet has room for', async ({
    leader,
  }) => {
    const { editor } = leader.sheet;
    const room = await roomIn(editor);
    const inBrowser = await wrapLikeEditor(editor, otherTexts);
    for (const [index, text] of otherTexts.entries())
      expect(inBrowser[index]?.lineCount, text).toBeLessThanOrEqual(breakLines(text, room, textFont).length);
  });

  test('and no line that the canvas draws is wider than its note', async ({ leader }) => {
    const { editor } = leader.sheet;
    const room = await roomIn(editor);
    const lines = [...plainTexts, ...otherTexts, ...manyTexts(150)].flatMap((text) =>
      breakLines(text, room, textFont).map((line) => line.text),
    );
    const widths = await drawnWidths(editor, lines);
    const tooWide = lines.filter((_, index) => (widths[index] ?? 0) > room);
    expect(tooWide).toEqual([]);
  });

  test('for the table of advances says how wide the browser’s own Inter is', async ({ leader }) => {
    const { editor } = leader.sheet;
    const all = [...new Set([...plainTexts, ...words].flatMap((text) => text.split(/\s+/)))].filter(
      (word) => word !== '',
    );
    const widths = await drawnWidths(editor, all);
    const differing = all.flatMap((word, index) => {
      const width = widths[index] ?? 0;
      // The table's widths are rounded up to whole units.
      const difference = textWidth(word, textFont) - width;
      return difference > -0.05 && difference < 1.05 ? [] : [{ word, width, ours: textWidth(word, textFont) }];
    });
    expect(differing).toEqual([]);
  });
});
