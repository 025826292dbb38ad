import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

test('three at one duk write, move and delete at the same time, and see the same @servers', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  const gro = await join('Gro');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await eirin.sheet.goTo('Søke om startlån');
  await gro.sheet.goTo('Søke om startlån');

  await Promise.all([
    leader.sheet.newNoteIn('works', 'Bosituasjon', 'Tante Gro stiller opp'),
    eirin.sheet.newNoteIn('dream', 'Jobb', 'Et verksted med lys fra nord'),
    (async () => {
      await gro.sheet.goTo('Søke om startlån');
      await gro.page.keyboard.press('Alt+ArrowRight');
    })(),
  ]);
  for (const { sheet } of [leader, eirin, gro]) {
    await expect.poll(() => sheet.readNotes()).toHaveLength(3);
    await expect.poll(() => sheet.whereIs('Søke om startlån')).toContain('På kort sikt, Jobb');
    await sheet.expectSaved();
  }
  await gro.sheet.goTo('Tante Gro');
  await gro.page.keyboard.press('Delete');
  await expect.poll(() => leader.sheet.readNotes()).toHaveLength(2);
  const seenByLeader = await leader.sheet.readAll();
  expect(await eirin.sheet.readAll()).toEqual(seenByLeader);
  expect(await gro.sheet.readAll()).toEqual(seenByLeader);
});

test('two write in the same note at once, at its two ends, and no letter is lost @servers', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  const gro = await join('Gro');
  await leader.sheet.newNoteIn('now', 'Jobb', 'midten');
  await leader.sheet.openNote('midten');
  const place = await gro.sheet.placeIn('now', 'Jobb');
  await gro.sheet.goTo('midten');
  const withoutCarets = await gro.sheet.pictureAt(place);
  await eirin.sheet.openNote('midten');
  await leader.page.keyboard.press('Control+Home');

  const before = 'Vi ringer på mandag, og så tar vi det derfra. ';
  const after = ' Jeg vil gjerne være med når dere ringer. 🌻';
  await Promise.all([leader.sheet.type(before), eirin.sheet.type(after)]);

  const whole = `${before}midten${after}`;
  await expect(leader.sheet.editor).toHaveValue(whole);
  await expect(eirin.sheet.editor).toHaveValue(whole);
  await expect.poll(() => gro.sheet.whereIs(whole)).not.toBe('');
  expect(await gro.sheet.pictureAt(place), 'a third person sees that they write').not.toBe(withoutCarets);
  await expect(leader.sheet.editor).toBeFocused();
  const caret = await leader.sheet.editor.evaluate((box: HTMLTextAreaElement) => box.selectionStart);
  expect(caret, "the leader's caret stays where the leader writes").toBe(before.length);
});

test('one writes while another moves the note: the writing goes on, and every word is there @servers', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Først.');
  await eirin.sheet.openNote('Først.');
  await leader.sheet.goTo('Først.');

  const words = ' Og så skriver jeg videre, mens lappen flytter seg under hånden min.';
  const typing = eirin.page.keyboard.type(words, { delay: 10 });
  for (const move of ['Alt+ArrowRight', 'Alt+ArrowDown', 'Alt+ArrowRight']) await leader.page.keyboard.press(move);
  // Others' words come in between: the sheet tells of the last move when it has drawn it.
  await expect.poll(() => leader.sheet.whereIs('Først.')).toContain('På lang sikt, Bosituasjon');
  await leader.sheet.drag(['long', 'Bosituasjon'], ['short', 'Jobb']);
  await typing;

  await expect(eirin.sheet.editor).toHaveValue(`Først.${words}`);
  await expect(eirin.page.getByRole('textbox', { name: 'Lapp i På kort sikt, Jobb' })).toBeFocused();
  await expect.poll(() => leader.sheet.whereIs(`Først.${words}`)).toContain('På kort sikt, Jobb');
});

test('who deletes a note that another writes on is told first; the words are in the bin, and come back @servers', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe');
  await eirin.sheet.openNote('Ringe');
  await leader.sheet.goTo('Ringe');
  await eirin.sheet.type(' NAV på tirsdag');
  await leader.sheet.goTo('Ringe NAV');
  await leader.page.keyboard.press('Delete');
  const asked = leader.page.getByRole('status').filter({ hasText: 'Eirin skriver på lappen akkurat nå.' });
  await expect(asked).toBeVisible();
  await expect(eirin.sheet.editor).toBeFocused();
  await asked.getByRole('button', { name: 'Slett likevel' }).click();
  await expect(eirin.sheet.editor).toBeHidden();

  await eirin.page.getByRole('button', { name: 'Papirkurv', exact: true }).click();
  const bin = eirin.page.getByRole('dialog', { name: 'Papirkurv' });
  await bin.getByRole('listitem').filter({ hasText: 'Ringe NAV på tirsdag' }).getByRole('button').click();
  await expect.poll(() => leader.sheet.whereIs('Ringe NAV på tirsdag')).toContain('Det vi skal gjøre nå, Jobb');
});

test.describe('undo is one’s own', { tag: '@servers' }, () => {
  test('it takes back one’s own words, and leaves what another wrote meanwhile', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    await leader.sheet.newNoteIn('now', 'Jobb', 'Plan:');
    await leader.sheet.openNote('Plan:');
    await eirin.sheet.openNote('Plan:');
    await leader.sheet.type(' mitt');
    await expect(eirin.sheet.editor).toHaveValue('Plan: mitt');
    await eirin.page.keyboard.press('Control+End');
    await eirin.sheet.type(' ditt');
    await expect(leader.sheet.editor).toHaveValue('Plan: mitt ditt');
    await leader.page.keyboard.press('Control+z');

    await expect(leader.sheet.editor).toHaveValue('Plan: ditt');
    await expect(eirin.sheet.editor).toHaveValue('Plan: ditt');
    await leader.page.keyboard.press('Control+y');
    await expect(eirin.sheet.editor).toHaveValue('Plan: mitt ditt');
  });

  test('a new note that another wrote on stays, and the page says why', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const { x, y } = await leader.sheet.placeIn('now', 'Jobb');
    await leader.page.mouse.dblclick(x, y);
    await expect(leader.sheet.editor).toBeFocused();
    await eirin.sheet.goTo('Tom lapp');
    const empty = await eirin.sheet.placeIn('now', 'Jobb');
    await eirin.page.mouse.dblclick(empty.x, empty.y);
    await expect(eirin.sheet.editor).toBeFocused();
    await eirin.sheet.type('Det jeg ville si');
    await expect(leader.sheet.editor).toHaveValue('Det jeg ville si');
    await leader.page.keyboard.press('Control+z');

    await expect(leader.page.getByText('Lappen blir liggende, for andre har skrevet på den.')).toBeVisible();
    await expect(eirin.sheet.editor).toHaveValue('Det jeg ville si');
  });
});

test('a word that is being composed survives what another writes in the same note', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Start.');
  await leader.sheet.openNote('Start.');
  await eirin.sheet.openNote('Start.');
  await eirin.page.keyboard.press('Control+Home');

  const ime = await leader.page.context().newCDPSession(leader.page);
  await compose(ime, 'に');
  await compose(ime, 'にほ');
  await eirin.sheet.type('Først: ');
  await compose(ime, 'にほん');
  await expect(leader.sheet.editor, 'others’ words wait while one composes').toHaveValue('Start.にほん');
  await ime.send('Input.insertText', { text: '日本' });

  await expect(leader.sheet.editor).toHaveValue('Først: Start.日本');
  await expect(eirin.sheet.editor).toHaveValue('Først: Start.日本');
});

async function compose(ime: CDPSession, text: string): Promise<void> {
  await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

test.describe('a note holds 2,000 characters', () => {
  test('pasting more says so, and lays the rest on a new note', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const pasted = Array.from({ length: 300 }, (_, index) => `linje ${String(index).padStart(3, '0')}\n`).join('');
    expect(pasted).toHaveLength(3000);
    await leader.sheet.newNoteIn('now', 'Jobb', 'x');
    await leader.sheet.openNote('x');
    await paste(leader.page, pasted);

    await expect(leader.sheet.editor).toHaveValue(`x${pasted.slice(0, 1999)}`);
    await expect(leader.page.getByText('Lappen er full. 1001 tegn fikk ikke plass.')).toBeVisible();
    await leader.page.getByRole('button', { name: 'Legg resten på en ny lapp' }).click();
    await expect(leader.sheet.editor).toHaveValue(pasted.slice(1999));
    await expect.poll(async () => (await eirin.sheet.readNotes()).length).toBe(2);
  });

  test('emoji are never cut in two, and Arabic stands as it was written', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const family = '👩‍👧‍👦';
    await leader.sheet.newNoteIn('dream', 'Jobb', 'x');
    await leader.sheet.openNote('x');
    await paste(leader.page, '🌻'.repeat(1200));
    await expect(leader.sheet.editor).toHaveValue(`x${'🌻'.repeat(999)}`);
    await leader.sheet.closeNote();

    const arabic = 'أريد بيتا فيه حديقة';
    await leader.sheet.newNoteIn('now', 'Økonomi', 'y');
    await leader.sheet.openNote('y');
    await paste(leader.page, ` ${arabic} ${family}`);
    await expect.poll(() => eirin.sheet.whereIs(`y ${arabic} ${family}`)).not.toBe('');
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}
