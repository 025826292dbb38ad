import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test.describe('the duk as a list', { tag: '@phone' }, () => {
  test('somebody lays a note by thumb, and it lies under its theme and column for everybody', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const eirin = new DukList((await join('Eirin')).page);
    const mona = new DukList(leader.page);
    await eirin.open();
    await mona.open();
    await eirin.lay('Jeg vil møte opp to dager i uka', 'Jobb', 'Gjøre nå');

    await expect(eirin.page.getByText('Lagt på duken: Det vi skal gjøre nå, Jobb.')).toBeVisible();
    // Ready for the next, or where both cannot be seen at one's own note.
    const own = eirin.note('Jeg vil møte opp to dager i uka').getByRole('button', { name: /^Skriv: / });
    await expect(eirin.box.and(eirin.page.locator(':focus')).or(own.and(eirin.page.locator(':focus')))).toBeAttached();
    await expect(mona.theme('Jobb').getByRole('heading', { name: 'Det vi skal gjøre nå' })).toBeVisible();
    await expect(mona.note('Jeg vil møte opp to dager i uka')).toContainText('Innbygger · Eirin');
    await expect(mona.news).toContainText('Eirin la til en lapp. Det vi skal gjøre nå, Jobb');
    expect(await seriousFindings(mona.page)).toEqual([]);
  });

  test('it asks where a note belongs before it takes it, and guesses nothing', async ({ layTable }) => {
    const list = new DukList((await layTable()).leader.page);
    await list.open();
    await list.box.fill('Jeg vil ha en hund');
    await expect(list.page.getByRole('radio', { checked: true })).toHaveCount(0);
    for (const question of ['Hvor på duken?', 'Hvilket tema?'])
      for (const chip of await list.page.getByRole('group', { name: question }).getByRole('radio').all()) {
        const box = await chip.boundingBox();
        const { width = 0 } = list.page.viewportSize() ?? {};
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width, 'every choice is in sight').toBe(
          true,
        );
      }
    const lay = list.page.getByRole('button', { name: 'Velg først hvor lappen hører til' });
    await expect(lay).toHaveAttribute('aria-disabled', 'true');
    await lay.press('Enter');
    await expect(list.choice('Hvor på duken?', 'Fungerer')).toBeFocused();
    expect(await seriousFindings(list.page)).toEqual([]);
    await list.choice('Hvor på duken?', 'Drømmer').check();
    await list.page.getByRole('button', { name: 'Legg på duken' }).click();

    await expect(list.page.getByText('Lagt på duken: Det jeg drømmer om.')).toBeVisible();
    await expect(list.page.getByRole('radio', { checked: true }), 'the next note is asked for anew').toHaveCount(0);
  });

  test('where a theme is needed, the list asks for it and keeps the words', async ({ layTable }) => {
    const list = new DukList((await layTable()).leader.page);
    await list.open();
    await list.box.fill('Søke om startlån');
    await list.choice('Hvor på duken?', 'Gjøre nå').check();
    await list.page.getByRole('button', { name: 'Legg på duken' }).click();

    await expect(list.page.getByText('Velg et tema først.')).toBeVisible();
    await expect(list.box).toHaveValue('Søke om startlån');
    await list.choice('Hvilket tema?', 'Bosituasjon').check();
    await list.page.getByRole('button', { name: 'Legg på duken' }).click();
    await expect(list.theme('Bosituasjon')).toContainText('Søke om startlån');
  });

  test('what is half written is still there after a look at the canvas', async ({ layTable }) => {
    const list = new DukList((await layTable()).leader.page);
    await list.open();
    await list.box.fill('Noe jeg tenker på');
    // On a phone the box is all that one sees, until one is out of it.
    await list.page.keyboard.press('Escape');
    await list.page.getByRole('link', { name: 'Duk', exact: true }).click();
    await expect(list.box).toBeHidden();
    await list.open();

    await expect(list.box).toHaveValue('Noe jeg tenker på');
  });

  test('a long text becomes more than one note, and nothing of it is lost', async ({ layTable }) => {
    const list = new DukList((await layTable()).leader.page);
    await list.open();
    await list.box.fill('a'.repeat(2010));
    await list.choice('Hvor på duken?', 'Fungerer').check();
    await expect(list.page.getByText('En lapp har plass til 2000 tegn. De siste 10 blir stående her')).toBeVisible();
    await list.page.getByRole('button', { name: 'Legg på duken' }).click();

    await expect(list.box).toHaveValue('a'.repeat(10));
    await expect.poll(async () => (await list.textsIn('Uten tema')).map(({ length }) => length)).toEqual([2000]);
  });

  test('two people write in the same note, and each sees who the other is', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const mona = new DukList(leader.page);
    const eirin = new DukList((await join('Eirin')).page);
    await mona.open();
    await eirin.open();
    await mona.lay('Jeg kan', 'Jobb', 'Fungerer');
    await eirin.note('Jeg kan').getByRole('button', { name: 'Skriv: Jeg kan' }).click();
    await expect(mona.note('Jeg kan')).toContainText('Eirin skriver …');
    await mona.note('Jeg kan').getByRole('button', { name: 'Skriv: Jeg kan' }).click();
    await eirin.page.keyboard.type(' tegne');
    await expect(mona.page.getByRole('textbox', { name: 'Skriv: Jeg kan' })).toHaveValue('Jeg kan tegne');
    await mona.page.keyboard.press('End');
    await mona.page.keyboard.type(' og male');

    await expect(eirin.page.getByRole('textbox', { name: 'Skriv: Jeg kan' })).toHaveValue('Jeg kan tegne og male');
    await eirin.page.keyboard.press('Escape');
    await expect(eirin.page.getByRole('button', { name: /^Skriv: Jeg kan/ })).toBeFocused();
    await expect(mona.page.getByText('Eirin skriver …')).toBeHidden();
  });

  test('somebody moves the note one writes in: it stays under the hands until one is done', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const mona = new DukList(leader.page);
    const eirin = new DukList((await join('Eirin')).page);
    await mona.open();
    await eirin.open();
    await mona.lay('Hybel', 'Jobb', 'Fungerer');
    await expect(eirin.news).toContainText('Mona la til en lapp');
    await eirin.page.getByRole('button', { name: 'Skriv: Hybel' }).click();
    await mona.page.getByRole('button', { name: 'Valg: Hybel' }).click();
    await mona.page.getByRole('button', { name: 'Flytt til …' }).click();
    await mona.page.getByLabel('Tema', { exact: true }).selectOption('Bosituasjon');
    await mona.page.getByRole('button', { name: 'Flytt', exact: true }).click();
    await expect(eirin.news).toContainText('En lapp er flyttet. Det som fungerer, Bosituasjon');
    await eirin.page.keyboard.type(' med hage');

    await expect(mona.theme('Bosituasjon')).toContainText('Hybel med hage');
    await expect(eirin.theme('Jobb')).toBeVisible();
    await eirin.page.keyboard.press('Escape');
    await expect(eirin.theme('Bosituasjon')).toContainText('Hybel med hage');
    await expect(eirin.page.getByRole('button', { name: 'Skriv: Hybel med hage' })).toBeFocused();
  });

  test('every tiltak is followed in one place, and its status changed there', async ({ layTable }) => {
    const { leader, join } = await layTable();
    const mona = new DukList(leader.page);
    await mona.open();
    await mona.page.getByRole('link', { name: 'Tiltak' }).click();
    await expect(mona.page.getByRole('heading', { name: 'Ingen tiltak ennå' })).toBeVisible();
    await mona.open();
    await mona.lay('Ringe bedriften', 'Jobb', 'Gjøre nå');
    await mona.page.getByRole('button', { name: 'Valg: Ringe bedriften' }).click();
    await mona.page.getByRole('button', { name: 'Gjør til tiltak' }).click();
    const dialog = mona.page.getByRole('dialog', { name: 'Nytt tiltak' });
    await dialog.getByLabel('Hvem gjør det?').fill('Marit');
    await dialog.getByLabel('Innen').fill('2020-03-01');
    await dialog.getByRole('button', { name: 'Gjør til tiltak' }).click();
    await mona.page.getByRole('link', { name: 'Tiltak' }).click();

    await expect(mona.page.getByText('1 tiltak. 1 skulle vært gjort.')).toBeVisible();
    await expect(mona.page.getByRole('row', { name: /Ringe bedriften/ })).toContainText(
      'Skulle vært gjort 1. mars 2020',
    );
    await mona.page.getByLabel('Status: Ringe bedriften').selectOption('Gjort');
    await expect(mona.page.getByText('1 tiltak.', { exact: true })).toBeVisible();
    expect(await seriousFindings(mona.page)).toEqual([]);
    const reader = new DukList((await join('Observatør', 'viewer')).page);
    await reader.open();
    await expect(reader.note('Ringe bedriften')).toContainText('Gjort');
    await expect(reader.box).toBeHidden();
    await expect(reader.page.getByRole('button', { name: /^(Skriv|Valg|Endre|Angre)/ })).toHaveCount(0);
  });
});

test('with a keyboard alone: a note made, written, moved, made a tiltak, deleted and taken back', async ({
  layTable,
}) => {
  const list = new DukList((await layTable()).leader.page);
  const { page } = list;
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await list.open();

  await list.tabTo(list.box);
  for (const words of ['Jeg vil bo alene', 'Jeg er mye alene']) {
    await keyboard.type(words);
    await list.tabTo(list.choice('Hvor på duken?', 'Fungerer'));
    await keyboard.press('ArrowRight');
    await list.tabTo(list.choice('Hvilket tema?', 'Uten tema'));
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(list.note(words)).toBeVisible();
    await expect(list.box).toBeFocused();
  }
  expect(await list.textsIn('Jobb')).toEqual(['Jeg vil bo alene', 'Jeg er mye alene']);

  await list.tabTo(button('Skriv: Jeg vil bo alene'));
  await keyboard.press('Enter');
  await keyboard.type(' i Asker');
  await keyboard.press('Escape');
  await expect(button('Skriv: Jeg vil bo alene i Asker')).toBeFocused();

  await list.tabTo(button('Valg: Jeg vil bo alene i Asker'));
  await keyboard.press('Enter');
  await list.tabTo(button('Flytt ned'));
  await keyboard.press('Enter');
  await expect.poll(() => list.textsIn('Jobb')).toEqual(['Jeg er mye alene', 'Jeg vil bo alene i Asker']);
  await expect(button('Flytt ned')).toBeFocused();

  await keyboard.press('Escape');
  await expect(button('Valg: Jeg vil bo alene i Asker')).toBeFocused();
  await keyboard.press('Enter');
  await list.tabTo(button('Flytt til …'));
  await keyboard.press('Enter');
  await list.tabTo(page.getByLabel('Tema', { exact: true }));
  await keyboard.type('Bo');
  await keyboard.press('Enter');
  await list.tabTo(button('Flytt'));
  await keyboard.press('Enter');
  await expect.poll(() => list.textsIn('Bosituasjon')).toEqual(['Jeg vil bo alene i Asker']);
  await expect(button('Flytt til …')).toBeFocused();

  await keyboard.press('Shift+Tab');
  await expect(button('Gjør til tiltak')).toBeFocused();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Nytt tiltak' });
  await list.tabTo(dialog.getByLabel('Hvem gjør det?'));
  await keyboard.type('Eirin');
  await keyboard.press('Enter');
  await expect(list.note('Jeg vil bo alene i Asker')).toContainText('Eirin');
  await expect(button('Endre tiltak')).toBeFocused();

  await list.tabTo(button('Slett'));
  await keyboard.press('Enter');
  await expect(list.note('Jeg vil bo alene i Asker')).toHaveCount(0);
  await expect(button('Valg: Jeg er mye alene')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(list.note('Jeg vil bo alene i Asker')).toContainText('Eirin');
});
