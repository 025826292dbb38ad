import type { CDPSession, Locator } from '@playwright/test';
import type { Participant } from '../people/participant.ts';
import type { Place } from '../people/sheet.ts';
import { Typist } from '../people/typist.ts';
import { expect, test } from '../product/productTest.ts';

const right = ({ x, y }: Place, by: number): Place => ({ x: x + by, y });

test.describe('with fingers on the table', { tag: '@table' }, () => {
  test.use({ hasTouch: true });

  test('a tap in a cell makes a note, a long press lifts it, and two fingers bring the sheet nearer', async ({
    layTable,
  }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const { page, sheet } = leader;
    const fingers = await page.context().newCDPSession(page);
    await touch(fingers, 'touchStart', [await sheet.placeIn('now', 'Bosituasjon')]);
    await touch(fingers, 'touchEnd', []);
    await expect(sheet.editor).toBeFocused();
    await sheet.type('Lagt med en finger');
    await sheet.closeNote();
    await eirin.sheet.goTo('Lagt med en finger');

    const from = await sheet.placeIn('now', 'Bosituasjon');
    const to = await sheet.placeIn('long', 'Jobb');
    const atRest = await sheet.pictureAt(from);
    await touch(fingers, 'touchStart', [from]);
    await expect.poll(() => sheet.pictureAt(from), { message: 'the note is lifted' }).not.toBe(atRest);
    for (const share of [0.3, 0.7, 1]) {
      const on = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      await touch(fingers, 'touchMove', [on]);
    }
    await touch(fingers, 'touchEnd', []);
    await expect.poll(() => eirin.sheet.heard()).toContain('På lang sikt, Jobb');

    const zoom = page.getByRole('status', { name: 'Størrelse' });
    const before = await zoom.textContent();
    const middle = await sheet.placeIn('now', 'Økonomi');
    await touch(fingers, 'touchStart', [right(middle, -50), right(middle, 50)]);
    for (const reach of [80, 120, 160])
      await touch(fingers, 'touchMove', [right(middle, -reach), right(middle, reach)]);
    await touch(fingers, 'touchEnd', []);
    await expect(zoom).not.toHaveText(before ?? '');

    const cell = await sheet.placeIn('now', 'Økonomi');
    await touch(fingers, 'touchStart', [cell]);
    for (const by of [40, 80, 120]) await touch(fingers, 'touchMove', [right(cell, -by)]);
    await touch(fingers, 'touchEnd', []);
    await expect.poll(async () => (await sheet.placeIn('now', 'Økonomi')).x).toBeLessThan(cell.x - 80);
    await expect(sheet.editor).toBeHidden();
  });

  test('a tap chooses, two write, a finger that rests begins with several, and a new note lies where one taps', async ({
    layTable,
  }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const { page, sheet } = leader;
    const fingers = await page.context().newCDPSession(page);
    await tap(fingers, await placeOf(page.getByRole('button', { name: 'Ny lapp' })));
    await expect(page.getByText('Trykk der lappen skal ligge.')).toBeVisible();
    await tap(fingers, await sheet.placeIn('works', 'Jobb'));
    await expect(page.getByRole('textbox', { name: 'Lapp i Det som fungerer, Jobb' })).toBeFocused();
    await sheet.type('Jeg står opp');
    await sheet.closeNote();
    await sheet.newNoteIn('dream', 'Jobb', 'En hund');

    const [up, dog] = [await sheet.placeIn('works', 'Jobb'), await sheet.placeIn('dream', 'Jobb')];
    const tools = page.getByRole('toolbar', { name: 'Verktøy for lappen', exact: true });
    await tap(fingers, dog);
    await expect(tools).toBeVisible();
    await expect(sheet.editor).toBeHidden();
    await tapTwice(fingers, dog);
    await expect(sheet.editor).toHaveValue('En hund');
    await tools.getByRole('button', { name: 'Ferdig' }).click();

    const several = page.getByRole('toolbar', { name: 'Verktøy for lappene' });
    await touch(fingers, 'touchStart', [up]);
    const atRest = await sheet.pictureAt(up);
    await expect.poll(() => sheet.pictureAt(up), { message: 'the note is lifted' }).not.toBe(atRest);
    await touch(fingers, 'touchEnd', []);
    await expect(several).toContainText('lapp');
    await tap(fingers, dog);
    await expect(several).toContainText('2 lapper valgt');
    await several.getByRole('button', { name: 'Flytt til …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Flytt 2 lapper' });
    await dialog.getByLabel('Kolonne').selectOption('På lang sikt');
    await dialog.getByLabel('Tema').selectOption('Økonomi');
    await dialog.getByRole('button', { name: 'Flytt', exact: true }).click();
    for (const words of ['Jeg står opp', 'En hund'])
      await expect.poll(() => eirin.sheet.whereIs(words)).toContain('På lang sikt, Økonomi');
  });

  test('four drag a note each while a fifth presses Ny lapp, two draw at once, and a tap beside leaves open what somebody writes', async ({
    layTable,
  }) => {
    const { leader, seat } = await layTable();
    const { page, sheet } = leader;
    const witness = new Typist('Vitne', seat);
    await expect.poll(() => witness.isSynced).toBe(true);
    const fingers = await page.context().newCDPSession(page);
    const themes = ['Jobb', 'Bosituasjon', 'Økonomi', 'Fritid'] as const;
    for (const theme of themes) await sheet.newNoteIn('works', theme, `Om ${theme}`);
    await sheet.showAll();

    const down: Finger[] = [];
    const from = await Promise.all(themes.map((theme) => sheet.placeIn('works', theme)));
    const to = await Promise.all(themes.map((theme) => sheet.placeIn('long', theme)));
    const atRest = await Promise.all(from.map((place) => sheet.pictureAt(place)));
    for (const [id, place] of from.entries()) {
      down.push({ ...place, id });
      await touch(fingers, 'touchStart', down);
    }
    for (const [index, place] of from.entries())
      await expect.poll(() => sheet.pictureAt(place), { message: 'each is lifted' }).not.toBe(atRest[index]);
    const dragged = to.map((place, id) => ({ ...place, id }));
    for (const share of [0.4, 1])
      await touch(
        fingers,
        'touchMove',
        from.map((start, id) => {
          const end = to[id] ?? start;
          return { id, x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
        }),
      );
    const fifth = { ...(await placeOf(page.getByRole('button', { name: 'Ny lapp' }))), id: 4 };
    await touch(fingers, 'touchStart', [...dragged, fifth]);
    await touch(fingers, 'touchEnd', [fifth]);
    await expect(page.getByText('Trykk der lappen skal ligge.')).toBeVisible();
    await touch(fingers, 'touchEnd', []);
    await expect
      .poll(() => themes.map((theme) => placeOfNote(witness, `Om ${theme}`)))
      .toEqual(['long work', 'long housing', 'long economy', 'long leisure']);
    await page.getByRole('button', { name: 'Avbryt' }).click();

    await page.getByRole('button', { name: 'Penn', exact: true }).click();
    const pens = [await sheet.placeIn('works', 'Jobb'), await sheet.placeIn('dream', 'Jobb')].map((place, id) => ({
      ...place,
      id,
    }));
    await touch(fingers, 'touchStart', pens);
    for (const by of [20, 40])
      await touch(
        fingers,
        'touchMove',
        pens.map((pen) => ({ ...pen, x: pen.x + by })),
      );
    await touch(fingers, 'touchEnd', []);
    await expect.poll(() => witness.doc.getMap('strokes').size).toBe(2);
    await page.getByRole('button', { name: 'Penn', exact: true }).click();

    await tap(fingers, await sheet.placeIn('now', 'Jobb'));
    await expect(sheet.editor).toBeFocused();
    await sheet.type('Jeg skriver');
    await tap(fingers, await sheet.placeIn('now', 'Rus'));
    await expect(page.getByText('Noen skriver på en lapp nå.')).toBeVisible();
    await sheet.type(' videre');
    await expect(sheet.editor).toHaveValue('Jeg skriver videre');
    await tap(fingers, await placeOf(page.getByRole('button', { name: 'Ferdig' })));
    await expect(sheet.editor).toBeHidden();
    witness.leave();
  });
});

test.describe('with a pen', () => {
  test.use({ hasTouch: true });

  test('a tap makes a note, and a palm neither breaks a stroke nor moves the sheet, and what was drawn is said in words', async ({
    layTable,
  }) => {
    const { leader, seat } = await layTable();
    const { page, sheet } = leader;
    const witness = new Typist('Vitne', seat);
    await expect.poll(() => witness.isSynced).toBe(true);
    const hand = await page.context().newCDPSession(page);
    const pen = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Place) =>
      hand.send('Input.dispatchMouseEvent', {
        ...{ type, ...at, pointerType: 'pen', button: 'left', clickCount: 1, force: 0.6 },
        buttons: type === 'mouseReleased' ? 0 : 1,
      });
    await sheet.showAll();
    const at = await sheet.placeIn('now', 'Jobb');
    await pen('mousePressed', at);
    await pen('mouseReleased', at);
    await expect(sheet.editor).toBeFocused();
    await sheet.type('Skrevet etter en penn');
    await sheet.closeNote();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Penn', exact: true }).click();
    const start = await sheet.placeIn('long', 'Jobb');
    const palm = { x: start.x + 90, y: start.y + 140 };
    await touch(hand, 'touchStart', [palm]);
    await pen('mousePressed', start);
    await touch(hand, 'touchMove', [right(palm, 40)]);
    await pen('mouseMoved', right(start, 30));
    await touch(hand, 'touchEnd', []);
    await touch(hand, 'touchStart', [palm, right(palm, 60)]);
    await touch(hand, 'touchMove', [right(palm, -40), right(palm, 120)]);
    await pen('mouseMoved', right(start, 60));
    await touch(hand, 'touchEnd', []);
    await pen('mouseReleased', right(start, 60));
    await expect.poll(() => witness.doc.getMap('strokes').size).toBe(1);
    const [stroke] = Object.values(witness.doc.getMap('strokes').toJSON()) as { points: number[] }[];
    expect(stroke?.points, 'all of the stroke').toHaveLength(3 * 3);
    expect(await sheet.placeIn('long', 'Jobb'), 'the sheet lies where it lay').toEqual(start);
    await sheet.expectSaved();
    expect([witness.doc.getMap('strokes').size, witness.doc.getMap('notes').size]).toEqual([1, 1]);

    await page.getByRole('link', { name: 'Liste', exact: true }).click();
    const drawings = page.getByRole('region', { name: 'Tegninger' });
    await expect(drawings.getByRole('listitem')).toContainText('har tegnet: På lang sikt, Jobb');
    await drawings.getByRole('button', { name: 'Si hva tegningen viser: På lang sikt, Jobb' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hva viser tegningen?' });
    await dialog.getByLabel('Hva viser tegningen?').fill('En vei');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await expect(drawings.getByRole('listitem')).toContainText('En vei');
    await expect
      .poll(() => Object.values(witness.doc.getMap('strokes').toJSON()))
      .toMatchObject([{ points: stroke?.points, words: 'En vei' }]);
    witness.leave();
  });
});

interface Finger extends Place {
  readonly id: number;
}

/** Where a note lies, as somebody else has it. */
function placeOfNote(witness: Typist, text: string): string | undefined {
  const notes: { text: unknown; column: unknown; theme: unknown }[] = Object.values(
    witness.doc.getMap('notes').toJSON(),
  );
  const note = notes.find((each) => each.text === text);
  return note && `${note.column} ${note.theme}`;
}

/** Short, however slow the machine is: both are on their way before either is answered. */
async function tap(fingers: CDPSession, at: Place): Promise<void> {
  await Promise.all([touch(fingers, 'touchStart', [at]), touch(fingers, 'touchEnd', [])]);
}

async function placeOf(control: Locator): Promise<Place> {
  const box = await control.boundingBox();
  if (!box) throw new Error('The control is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function touch(
  fingers: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  touchPoints: (Place | Finger)[],
  when?: number,
) {
  await fingers.send('Input.dispatchTouchEvent', {
    type,
    touchPoints,
    ...(when === undefined ? {} : { timestamp: when / 1000 }),
  });
}

/** As quickly as a hand does it, however slow the machine is. */
async function tapTwice(fingers: CDPSession, at: Place): Promise<void> {
  const began = Date.now();
  await Promise.all(
    [0, 120].flatMap((since) => [
      touch(fingers, 'touchStart', [at], began + since),
      touch(fingers, 'touchEnd', [], began + since + 40),
    ]),
  );
}

test('the wheel moves the sheet, Ctrl and the wheel zooms round the pointer, and one key brings everything back', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await sheet.showAll();
  const home = await sheet.placeIn('now', 'Økonomi');
  await page.mouse.move(home.x, home.y);
  await page.mouse.wheel(0, 120);
  await expect.poll(async () => (await sheet.placeIn('now', 'Økonomi')).y).toBeCloseTo(home.y - 120, 0);

  const under = await sheet.placeIn('now', 'Økonomi');
  await page.mouse.move(under.x, under.y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, -40);
  await page.keyboard.up('Control');
  await expect.poll(() => scaleOf(leader)).toBeGreaterThan(100);
  const nearer = await sheet.placeIn('now', 'Økonomi');
  expect(Math.hypot(nearer.x - under.x, nearer.y - under.y), 'what is under the pointer stays there').toBeLessThan(3);

  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(2000, 2000);
  await sheet.surface.focus();
  await page.keyboard.press('0');
  await expect.poll(() => sheet.placeIn('now', 'Økonomi')).toEqual(home);
});

async function scaleOf({ page }: Participant): Promise<number> {
  return Number.parseInt((await page.getByRole('status', { name: 'Størrelse' }).textContent()) ?? '', 10);
}

test('Ctrl and Z takes back wherever the hand was last, and Ctrl and Y does it again', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await sheet.newNoteIn('now', 'Økonomi', 'Slettet med mus');
  await sheet.openNote('Slettet med mus');
  await page.getByRole('button', { name: 'Slett', exact: true }).click();
  await expect.poll(() => sheet.whereIs('Slettet med mus')).toBe('');
  await expect(page.getByText('Lappen er slettet.')).toBeVisible();

  await sheet.showAll();
  await page.keyboard.press('Control+z');
  await sheet.goTo('Slettet med mus');
  // It would go by itself, but not so soon.
  await expect(page.getByText('Lappen er slettet.'), 'it is not, any more').toBeHidden({ timeout: 3_000 });
  await sheet.showAll();
  await page.keyboard.press('Control+y');
  await expect.poll(() => sheet.whereIs('Slettet med mus')).toBe('');
});

test('what one draws the others see; only who drew it can rub it out, and undo takes it back', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.showAll();
  await eirin.sheet.showAll();
  const place = await eirin.sheet.placeIn('now', 'Økonomi');
  const seen = () => eirin.sheet.pictureAt(place);
  await expect(eirin.page.getByRole('img', { name: /^2 er her nå/ })).toBeVisible();
  const bare = await seen();

  await drawAcross(leader, 'Penn', place);
  await expect.poll(seen, { message: 'Eirin sees the line' }).not.toBe(bare);
  await leader.sheet.expectSaved();
  await eirin.page.getByRole('button', { name: 'Penn' }).click();
  await drawAcross(eirin, 'Visk ut', place);
  await eirin.sheet.expectSaved();
  expect(await seen(), "another's line stays").not.toBe(bare);

  await drawAcross(leader, 'Visk ut', place);
  await expect.poll(seen, { message: 'the line is rubbed out' }).toBe(bare);
  await leader.page.getByRole('button', { name: 'Angre', exact: true }).click();
  await expect.poll(seen, { message: 'undo brings it back' }).not.toBe(bare);
});

/** Draws a line through a place with a tool, and takes the hand away. */
async function drawAcross({ page }: Participant, tool: string, at: Place): Promise<void> {
  await page.getByRole('button', { name: tool, exact: true }).click();
  const start = right(at, -60);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const by of [20, 50, 80, 120]) await page.mouse.move(start.x + by, start.y + (by % 3) * 4);
  await page.mouse.up();
  await page.mouse.move(20, 20);
}
