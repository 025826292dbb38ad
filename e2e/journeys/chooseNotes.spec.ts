import type { Locator, Page } from '@playwright/test';
import { seriousFindings } from '../accessibility/findings.ts';
import type { Place, Sheet } from '../people/sheet.ts';
import { expect, test } from '../product/productTest.ts';

const noteTools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Verktøy for lappen', exact: true });
const severalTools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Verktøy for lappene' });

/** Presses a place with Shift held. */
async function shiftClick({ page }: Sheet, { x, y }: Place): Promise<void> {
  await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  await page.keyboard.up('Shift');
}

test('a click chooses a note, a double one writes on it, and the sheet stays where it is', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await sheet.newNoteIn('now', 'Jobb', 'Ringe NAV');
  await sheet.showAll();
  const note = await sheet.placeIn('now', 'Jobb');
  const before = await sheet.placeIn('dream', 'Økonomi');
  await page.mouse.click(note.x, note.y);
  await expect(noteTools(page)).toBeVisible();
  await expect(sheet.editor).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(noteTools(page)).toBeHidden();

  await page.mouse.dblclick(note.x, note.y);
  await expect(sheet.editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await sheet.type(' på mandag');
  expect(await sheet.placeIn('dream', 'Økonomi'), 'nothing zooms or moves while one writes').toEqual(before);
  const box = await sheet.editor.boundingBox();
  expect((box?.height ?? 0) / 2, 'the words are large enough to read').toBeGreaterThan(14);
  await noteTools(page).getByRole('button', { name: 'Ferdig' }).click();
  await expect(sheet.editor).toBeHidden();
  expect(await sheet.placeIn('dream', 'Økonomi')).toEqual(before);
  await expect(noteTools(page), 'the note is still chosen').toBeVisible();

  await noteTools(page).getByRole('button', { name: 'Skriv' }).click();
  await expect(sheet.editor).toHaveValue('Ringe NAV på mandag');
});

test('a new note comes along on the pointer, and lies where one clicks', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await sheet.showAll();
  await page.getByRole('button', { name: 'Ny lapp' }).click();
  await expect(page.getByText('Klikk der lappen skal ligge.')).toBeVisible();
  const bare = await sheet.placeIn('dream', 'Nettverk');
  await page.mouse.move(bare.x, bare.y);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Klikk der lappen skal ligge.')).toBeHidden();
  await page.mouse.click(bare.x, bare.y);
  await expect(sheet.editor, 'Escape let it go').toBeHidden();

  await page.getByRole('button', { name: 'Ny lapp' }).click();
  await page.mouse.click(bare.x, bare.y);
  await expect(page.getByRole('textbox', { name: 'Lapp i Det jeg drømmer om, Nettverk' })).toBeFocused();
  await sheet.type('En venn');
  await sheet.closeNote();
  expect(await sheet.whereIs('En venn')).toContain('Det jeg drømmer om, Nettverk');
});

test('with a keyboard one is asked where a new note is to lie, and nothing is guessed', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await page.getByRole('button', { name: 'Ny lapp' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hvor skal lappen ligge?' });
  await expect(dialog.getByLabel('Kolonne')).toHaveValue('');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('Kolonne').selectOption('Det vi skal gjøre nå');
  await dialog.getByLabel('Tema').selectOption('Bosituasjon');
  await dialog.getByRole('button', { name: 'Legg den her' }).click();
  await expect(page.getByRole('textbox', { name: 'Lapp i Det vi skal gjøre nå, Bosituasjon' })).toBeFocused();
  await sheet.type('Søke om startlån');
  await sheet.closeNote();
  expect(await sheet.whereIs('Søke om startlån')).toContain('Bosituasjon');
});

test.describe('several notes', () => {
  test('are chosen with Shift or a frame, moved together, deleted together, and come back as one', async ({
    layTable,
  }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const { page, sheet } = leader;
    await sheet.newNoteIn('works', 'Jobb', 'En');
    await sheet.newNoteIn('difficult', 'Jobb', 'To');
    await sheet.showAll();
    const [one, two] = [await sheet.placeIn('works', 'Jobb'), await sheet.placeIn('difficult', 'Jobb')];
    await page.mouse.click(one.x, one.y);
    await shiftClick(sheet, two);
    await expect(severalTools(page)).toContainText('2 lapper valgt');
    expect(await seriousFindings(page)).toEqual([]);

    await sheet.drag(['works', 'Jobb'], ['long', 'Bosituasjon']);
    for (const words of ['En', 'To'])
      await expect.poll(() => eirin.sheet.whereIs(words)).toContain('På lang sikt, Bosituasjon');
    await severalTools(page).getByRole('button', { name: 'Slipp' }).click();
    await expect(severalTools(page)).toBeHidden();

    const at = await sheet.placeIn('long', 'Bosituasjon');
    await page.keyboard.down('Shift');
    await page.mouse.move(at.x - 200, at.y + 6);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect(severalTools(page)).toContainText('2 lapper valgt');
    await page.keyboard.press('Delete');
    await expect(page.getByText('2 lapper er slettet.')).toBeVisible();
    await expect.poll(() => eirin.sheet.readNotes()).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: 'Angre' }).click();
    await expect.poll(async () => (await eirin.sheet.readNotes()).length).toBe(2);
  });

  test('may hold a child’s note: it stays, and the page says so', async ({ layTable, newParticipant }) => {
    const { leader } = await layTable();
    const link = await leader.inviteTo('Skrive på duken');
    await leader.closeDialog();
    const lea = await newParticipant('Lea');
    await lea.joinBy(link, 'Barn');
    await lea.sheet.newNoteIn('dream', 'Jobb', 'En hund');
    const { page, sheet } = leader;
    await sheet.newNoteIn('long', 'Jobb', 'Egen bil');
    await sheet.goTo('En hund');
    await sheet.showAll();
    const [dog, car] = [await sheet.placeIn('dream', 'Jobb'), await sheet.placeIn('long', 'Jobb')];
    await page.mouse.click(car.x, car.y);
    await shiftClick(sheet, dog);
    await severalTools(page).getByRole('button', { name: 'Slett' }).click();
    await expect(page.getByText('Lappen er slettet. Én lapp er barnets, og ble liggende.')).toBeVisible();
    expect(await sheet.readNotes()).toEqual([expect.stringMatching(/^En hund/)]);
  });
});

test.describe('the clipboard', () => {
  test('carries notes from one window to another, and Ctrl and D lays one more', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const { page, sheet } = leader;
    await sheet.newNoteIn('now', 'Jobb', 'En');
    await sheet.newNoteIn('now', 'Bosituasjon', 'To');
    await sheet.goTo('En');
    await page.keyboard.press('Space');
    await sheet.goTo('To');
    await page.keyboard.press('Space');
    await expect(severalTools(page)).toContainText('2 lapper valgt');
    await page.keyboard.press('Control+c');

    await eirin.sheet.goTo('To');
    await eirin.page.keyboard.press('Control+v');
    await expect(eirin.page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => (await sheet.readNotes()).length).toBe(4);
    await page.keyboard.press('Control+d');
    await expect.poll(async () => (await eirin.sheet.readNotes()).length).toBe(6);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await eirin.sheet.readNotes()).length, { message: 'one step' }).toBe(4);
  });

  test('brings a list, which becomes a note for each line or one note', async ({ layTable }) => {
    const { leader } = await layTable();
    const { page, sheet } = leader;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('1. Søke startlån\n2. Ringe NAV\n3. Be om møte'));
    await sheet.readAll();
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Du limte inn 3 linjer' });
    await expect(dialog).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lag 3 lapper' }).click();
    await expect.poll(async () => (await sheet.readNotes()).length).toBe(3);
    expect(await sheet.whereIs('Ringe NAV')).not.toBe('');

    await page.keyboard.press('Control+v');
    await dialog.getByRole('button', { name: 'Én lapp' }).click();
    await expect.poll(async () => (await sheet.readNotes()).length).toBe(4);

    const bare = await sheet.placeIn('works', 'Økonomi');
    await page.mouse.dblclick(bare.x, bare.y);
    await expect(sheet.editor).toBeFocused();
    await page.keyboard.press('Control+v');
    await dialog.getByRole('button', { name: 'Lag 3 lapper' }).click();
    await expect.poll(async () => (await sheet.readNotes()).length).toBe(7);
    expect(await sheet.whereIs('Be om møte')).not.toBe('');
  });
});
