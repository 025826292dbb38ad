import type { CDPSession, Page } from '@playwright/test';
import type { Place } from '../people/sheet.ts';
import { Typist } from '../people/typist.ts';
import { expect, test } from '../product/productTest.ts';

/** How long fingers rest on the duk, in ms, one after the other: most are short, and some are slow. */
const presses = [0, 90, 0, 90, 700];
/** How far apart they come down, in CSS pixels. */
const pitch = 96;

const tables = [
  ['a tablet', 820, 1180],
  ['a small tablet on its side', 1024, 768],
  ['a tablet on its side', 1180, 820],
  ['a phone', 390, 844],
] as const;

for (const [name, width, height] of tables) {
  test.describe(`fingers on ${name}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true });

    test(`a tap does one thing wherever it comes down, at ${width} × ${height}`, async ({ layTable }) => {
      test.setTimeout(240_000);
      const { seat, join } = await layTable();
      const solveig = await join('Solveig');
      const { page, sheet } = solveig;
      const witness = new Typist('Vitne', seat);
      await expect.poll(() => witness.isSynced).toBe(true);
      const finger = await page.context().newCDPSession(page);
      const columnsSeen = new ColumnsSeen();
      let laid = 0;

      for (const [index, point] of gridOver(width, height).entries()) {
        if (!(await isBareDuk(page, point))) continue;
        const row = await rowAt(page, point);
        if (!row) continue;
        await tap(finger, point, presses[index % presses.length] ?? 0);
        const where = `tapped at ${point.x}, ${point.y}, in ${row.name}`;
        await expect(page.getByRole('dialog'), where).toHaveCount(0);
        await expect(page.getByText('Lappen er slettet.'), where).toHaveCount(0);
        await expect(page.getByText('Lappen er ikke på duken lenger.'), where).toHaveCount(0);
        if (!(await sheet.editor.isVisible())) {
          // Between two cells there is nothing to lay a note in.
          expect(onTheDuk(witness), where).toEqual([]);
          continue;
        }
        laid += 1;
        await expect(sheet.editor, where).toBeFocused();
        await expect.poll(() => onTheDuk(witness), { message: where }).toHaveLength(1);
        const [note] = onTheDuk(witness);
        expect(note, where).toMatchObject({ voice: 'citizen', author: expect.not.stringMatching(seat.participantId) });
        const label = (await sheet.editor.getAttribute('aria-label')) ?? '';
        expect(label, where).toContain(row.name);
        columnsSeen.add((point.x - row.x) / row.width, String(note?.column));

        await page.keyboard.press('Escape');
        await expect.poll(() => onTheDuk(witness), { message: `${where}, and put down empty` }).toEqual([]);
      }
      expect(laid, 'taps that laid a note').toBeGreaterThan(width < 500 ? 10 : 20);
      columnsSeen.expectInOrder();
      witness.leave();
    });
  });
}

/** Points all over a screen. */
function gridOver(width: number, height: number): readonly Place[] {
  const points: Place[] = [];
  for (let y = pitch / 2; y < height; y += pitch)
    for (let x = pitch / 3; x < width; x += pitch) points.push({ x: Math.round(x), y: Math.round(y) });
  return points;
}

/** Whether nothing lies over the painted duk there. */
async function isBareDuk(page: Page, point: Place): Promise<boolean> {
  return page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('.konvajs-content') !== null, point);
}

/** The row a point is at, by its theme's button, whose place tells where the sheet lies now. */
async function rowAt(page: Page, point: Place) {
  for (const button of await page.getByRole('button', { name: /: vis eller brett sammen$/ }).all()) {
    const box = await button.boundingBox();
    if (!box || point.y <= box.y + 2 || point.y >= box.y + box.height - 2) continue;
    const name = ((await button.getAttribute('aria-label')) ?? '').replace(/: vis eller brett sammen$/, '');
    return { name: name === 'Uten tema' ? '' : name, x: box.x, width: box.width };
  }
  return undefined;
}

async function tap(finger: CDPSession, point: Place, restMs: number): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  const restsUntil = performance.now() + restMs;
  // A finger rests by the clock: there is nothing on the page to wait for.
  await expect.poll(() => performance.now() >= restsUntil, { intervals: [Math.max(1, restMs)] }).toBe(true);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

interface SeenNote {
  readonly [key: string]: unknown;
}

/** The notes on the duk, as another sees them. */
function onTheDuk(witness: Typist): readonly SeenNote[] {
  const notes = Object.values(witness.doc.getMap('notes').toJSON()) as SeenNote[];
  return notes.filter(({ deletedAt }) => deletedAt === undefined);
}

/** Which column each place across the sheet turned out to be in. */
class ColumnsSeen {
  readonly #order = ['works', 'difficult', 'now', 'short', 'long', 'dream'];
  readonly #seen: { readonly across: number; readonly column: string }[] = [];

  add(across: number, column: string): void {
    this.#seen.push({ across, column });
  }

  /** A note lies where it was tapped: from left to right come the columns as they stand, none of them mixed. */
  expectInOrder(): void {
    const columns = this.#seen.toSorted((a, b) => a.across - b.across).map(({ column }) => this.#order.indexOf(column));
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  }
}
