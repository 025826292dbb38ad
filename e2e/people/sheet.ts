import { sizes } from '@duken/shared/sheet';
import { expect, type Locator, type Page } from '@playwright/test';

/** Columns of Lørenskog's sheet by how many lie between them and the themes: to the left of those today, to the right what is ahead. */
const columns = { works: -2, difficult: -1, now: 0, short: 1, long: 2, dream: 3 } as const;
export type Column = keyof typeof columns;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The duk as hands, eyes and ears meet it. It is painted, so nothing on it is an element: a cell is found where its theme's
 * button and the columns cross, and a note by walking the sheet with the arrows until it is read aloud.
 */
export class Sheet {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What has the keyboard while one is on the sheet and not in a note. */
  get surface(): Locator {
    return this.page.getByRole('application');
  }

  /** The open note. */
  get editor(): Locator {
    return this.page.getByRole('textbox', { name: /^Lapp i / });
  }

  /** *Lagret*, *Lagrer …* or *Uten nett*. */
  get savedSign(): Locator {
    return this.page.getByTestId('saved');
  }

  /** How much waits to be saved, as people count it. */
  get waiting(): Locator {
    return this.page.getByTestId('waiting');
  }

  /** Takes a new note in the hand, and lays it in a cell with a click. */
  async takeAndLay(column: Column = 'now', theme = 'Jobb'): Promise<void> {
    await this.page.getByRole('button', { name: 'Ny lapp' }).click();
    const { x, y } = await this.#bringIntoSight(column, theme);
    await this.page.mouse.click(x, y);
    await expect(this.editor).toBeFocused();
  }

  /** Lays a new note from the bar, and writes on it. */
  async newNote(text: string): Promise<void> {
    await this.takeAndLay();
    await this.#writeAndClose(text);
  }

  /** Lays a note by a double click in a cell. */
  async newNoteIn(column: Column, theme: string, text: string): Promise<void> {
    // A note that is still chosen has its tools over the cell below.
    if (await this.page.getByRole('toolbar', { name: /^Verktøy for lapp/ }).isVisible())
      await this.page.keyboard.press('Escape');
    const { x, y } = await this.#bringIntoSight(column, theme);
    await this.page.mouse.dblclick(x, y);
    await this.#writeAndClose(text);
  }

  /** Opens the note that begins so, by keyboard; the caret is then at its end. */
  async openNote(words: string): Promise<void> {
    await this.goTo(words);
    await this.page.keyboard.press('Enter');
    await expect(this.editor).toBeFocused();
  }

  /** Writes at the caret of the open note. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Closes the open note, and stays on the sheet. */
  async closeNote(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.editor).toBeHidden();
  }

  /** Everything written here is on disk. */
  async expectSaved(): Promise<void> {
    await expect(this.savedSign).toContainText('Lagret');
  }

  /** Walks to the note that begins so, waiting for it when somebody else is writing it. */
  async goTo(words: string): Promise<void> {
    await expect.poll(() => this.whereIs(words), { message: `a note that begins «${words}»` }).not.toBe('');
  }

  /** The note that begins so as it is read aloud (words, voice, tiltak, place), or '' when there is none. */
  async whereIs(words: string): Promise<string> {
    await this.surface.focus();
    const here = await this.heard();
    if (here.startsWith(words)) return here;
    const last = (await this.page.evaluate(walkTheSheet, words)).at(-1) ?? '';
    return last.startsWith(words) ? last : '';
  }

  /** Everything on the sheet as it is read aloud, column by column; a cell without notes says so. */
  async readAll(): Promise<string[]> {
    await this.surface.focus();
    return [...new Set(await this.page.evaluate(walkTheSheet, undefined))];
  }

  /** Every note as it is read aloud. */
  async readNotes(): Promise<string[]> {
    return (await this.readAll()).filter((heard) => !heard.includes('Ingen lapper.'));
  }

  /** Where the first note of a cell lies on the screen, or would lie. The theme is named as its button is. */
  async placeIn(column: Column, theme: string): Promise<Place> {
    const label = this.page.getByRole('button', { name: `${theme}: vis eller brett sammen` });
    const box = await this.#atRest(label);
    if (!box) throw new Error(`The theme ${theme} is not on the sheet.`);
    const unit = box.width / sizes.labels.width;
    const width = (sizes.note.width + 2 * sizes.cell.padding) * unit;
    const gap = sizes.sheet.gap * unit;
    const steps = columns[column];
    const x = box.x + steps * (width + gap) + (steps < 0 ? 0 : box.width + gap);
    return { x: x + width / 2, y: box.y + 45 * unit };
  }

  /** Where something is once the sheet lies still: it may be on its way when one looks. */
  async #atRest(thing: Locator): Promise<Awaited<ReturnType<Locator['boundingBox']>>> {
    for (let last = await thing.boundingBox(); ; ) {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const now = await thing.boundingBox();
      if (JSON.stringify(now) === JSON.stringify(last)) return now;
      last = now;
    }
  }

  /** The whole sheet on the screen. */
  async showAll(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Vis alt' });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }

  /** Takes the first note of a cell with the mouse and lets it go in another. */
  async drag(from: readonly [Column, string], to: readonly [Column, string]): Promise<void> {
    await this.showAll();
    const start = await this.placeIn(...from);
    const end = await this.placeIn(...to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** What is painted round a place, to tell that something was painted there. */
  async pictureAt({ x, y }: Place): Promise<string> {
    const clip = { x: x - 80, y: y - 30, width: 160, height: 60 };
    return (await this.page.screenshot({ clip })).toString('base64');
  }

  /** What is read aloud about the place where the keyboard is. */
  async heard(): Promise<string> {
    const said = await this.page.locator('.canvasView > [aria-live="polite"]').textContent();
    return (said ?? '').replace(isolates, '');
  }

  async #bringIntoSight(column: Column, theme: string): Promise<Place> {
    const place = await this.placeIn(column, theme);
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    const bars = 120;
    if (place.x > 0 && place.x < width && place.y > bars && place.y < height - bars) return place;
    await this.showAll();
    return this.placeIn(column, theme);
  }

  async #writeAndClose(text: string): Promise<void> {
    await expect(this.editor).toBeFocused();
    await this.page.keyboard.type(text);
    await this.closeNote();
    await this.page.keyboard.press('Escape');
  }
}

/** Signs that keep the direction of others' words from ours. Nobody hears them. */
const isolates = /[\u2068\u2069]/g;

/**
 * Goes over the sheet with the arrows as a ploughman over a field, from the upper left, to the note that begins so.
 * Runs in the page: a person's hundred key presses, without a hundred messages to the browser.
 *
 * @returns what was read aloud on the way
 */
async function walkTheSheet(words: string | undefined): Promise<string[]> {
  const surface = document.querySelector('[role="application"]');
  const heard = () =>
    (document.querySelector('.canvasView > [aria-live="polite"]')?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
  const press = async (key: string) => {
    surface?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await Promise.resolve(); // The page answers a key when its event is over.
    await Promise.resolve();
  };
  const said: string[] = [];
  const isThere = () => words !== undefined && heard().startsWith(words);
  const goToEdge = async (key: string, listens: boolean) => {
    for (let before: string | undefined; before !== heard(); ) {
      before = heard();
      if (listens) said.push(before);
      if (listens && isThere()) return;
      await press(key);
    }
  };
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowUp']) await goToEdge(key, false);
  for (let isDown = true; ; isDown = !isDown) {
    await goToEdge(isDown ? 'ArrowDown' : 'ArrowUp', true);
    if (isThere()) return said;
    const before = heard();
    await press('ArrowRight');
    if (heard() === before) return said;
    // What stands nearest beside the end of one column may not be the end of the next.
    await goToEdge(isDown ? 'ArrowDown' : 'ArrowUp', false);
  }
}
