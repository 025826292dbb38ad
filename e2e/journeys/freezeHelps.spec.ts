import { DukList } from '../people/dukList.ts';
import { joinBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test.describe('a freeze that helps', { tag: '@phone' }, () => {
  test('what stands open is mended where it stands or left on purpose, and what is mended stands in the plan', async ({
    layTable,
  }) => {
    test.slow();
    const { leader, seat } = await layTable();
    const eirin = await joinBoard(seat, 'Eirin');
    await fetch(`${seat.url}/api/boards/${seat.boardId}/people/${eirin.personId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', cookie: seat.cookie },
      body: JSON.stringify({ isSubject: true }),
    });
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}?vis=liste`);
    const lay = async (text: string, theme: string, column: string) => {
      await page.getByRole('textbox', { name: 'Hva vil du legge på duken?' }).fill(text);
      await page.getByRole('group', { name: 'Hvor på duken?' }).getByRole('radio', { name: column }).check();
      await page.getByRole('group', { name: 'Hvilket tema?' }).getByRole('radio', { name: theme }).check();
      await page.getByRole('button', { name: 'Legg på duken' }).click();
      await expect(page.getByRole('textbox', { name: 'Hva vil du legge på duken?' })).toHaveValue('');
    };
    await lay('Søke om startlån', 'Bosituasjon', 'Gjøre nå');
    await lay('Ringe bedriften', 'Jobb', 'Gjøre nå');
    await lay('Sofaen hos tante Gro', 'Uten tema', 'Fungerer');
    await leader.sheet.expectSaved();

    await leader.openFromBar('Frys møtet');
    const freeze = page.getByRole('dialog', { name: 'Frys møtet' });
    const heading = (words: string) => freeze.getByRole('heading', { name: words, level: 3 });
    await expect(heading('5 ting står åpne')).toBeVisible();
    const matter = (words: string) => freeze.getByRole('listitem').filter({ hasText: words });

    await matter('Søke om startlån').getByRole('button', { name: 'Ta det nå' }).click();
    await expect(freeze.getByLabel('Hvem gjør det?')).toBeFocused();
    await freeze.getByLabel('Hvem gjør det?').fill('Mona');
    await freeze.getByLabel('Innen', { exact: true }).fill('2027-01-15');
    await matter('Søke om startlån').getByRole('button', { name: 'Lagre' }).click();
    await expect(matter('Søke om startlån')).toHaveCount(0);
    // The next of its kind opens by itself; this one is left as it is.
    await expect(freeze.getByLabel('Hvem gjør det?')).toBeFocused();
    await matter('Ringe bedriften').getByRole('button', { name: 'Avbryt' }).click();
    await matter('Ringe bedriften').getByRole('button', { name: 'La det stå' }).click();

    await matter('Sofaen hos').getByRole('button', { name: 'Velg tema' }).click();
    await freeze.getByLabel('Tema', { exact: true }).selectOption('Nettverk');
    await matter('Sofaen hos').getByRole('button', { name: 'Lagre' }).click();
    await freeze.getByRole('button', { name: /^Velg trinn/ }).click();
    await freeze.getByRole('button', { name: /^Utsatt/ }).click();
    await freeze.getByRole('button', { name: /^Eirin er til stede/ }).click();
    await expect(heading('Én ting står som den er')).toBeVisible();
    await expect(freeze.getByText('Mona').first()).toBeVisible();

    await freeze.getByLabel('Neste møte').fill('2027-02-15');
    await leader.sheet.expectSaved();
    await freeze.getByRole('button', { name: 'Frys møtet' }).click();
    await expect(page).toHaveURL(/\/plan\/1$/);
    const article = page.getByRole('article');
    await expect(article.getByRole('row').filter({ hasText: 'Søke om startlån' })).toContainText('Mona');
    await expect(article).toContainText('Ringe bedriften');
    await expect(article).toContainText('Situasjonen som helhet: Ikke trygt ennå');
    await expect(article.getByRole('definition').filter({ hasText: 'Mona og Eirin' })).toBeVisible();
    await page.getByRole('link', { name: 'Liste', exact: true }).click();
    await leader.openFromMore('Møtet');
    const panel = page.getByRole('dialog', { name: 'Møtet' });
    await expect(panel.getByRole('heading', { name: 'Neste møte er 15. februar 2027.' })).toBeVisible();
    await panel.getByLabel('Neste møte (valgfritt)').fill('2027-03-01');
    await panel.getByRole('button', { name: 'Lagre' }).click();
    await expect(panel.getByRole('heading', { name: 'Neste møte er 1. mars 2027.' })).toBeVisible();
    const meetings = await fetch(`${seat.url}/api/boards/${seat.boardId}/meetings`, {
      headers: { cookie: seat.cookie },
    });
    expect(await meetings.json()).toMatchObject({ meetings: [{ nextDate: '2027-03-01', isFrozen: true }] });
  });

  test('what is gone since the last meeting is asked about, by one press, and the plan says why', async ({
    layTable,
  }) => {
    const { leader, seat } = await layTable();
    const { page } = leader;
    const list = new DukList(page);
    await page.goto(`/duk/${seat.boardId}?vis=liste`);
    await list.lay('Ha min egen nøkkel', 'Bosituasjon', 'Kort sikt');
    await list.lay('Sofaen hos tante Gro', 'Bosituasjon', 'Fungerer');
    await leader.sheet.expectSaved();
    const freeze = page.getByRole('dialog', { name: 'Frys møtet' });
    const freezeNow = async (version: number): Promise<void> => {
      await freeze.getByRole('button', { name: 'Frys møtet' }).click();
      await expect(page).toHaveURL(new RegExp(`/plan/${version}$`));
    };
    await leader.openFromBar('Frys møtet');
    await expect(freeze.getByRole('region', { name: 'Borte siden sist' })).toBeHidden();
    await freezeNow(1);

    await page.goto(`/duk/${seat.boardId}?vis=liste`);
    for (const words of ['Ha min egen nøkkel', 'Sofaen hos tante Gro']) {
      await list
        .note(words)
        .getByRole('button', { name: `Valg: ${words}` })
        .click();
      await list.note(words).getByRole('button', { name: 'Slett' }).click();
      await expect(list.note(words)).toHaveCount(0);
    }
    await list.lay('Leie på Ringeriksveien', 'Bosituasjon', 'Kort sikt');
    await leader.sheet.expectSaved();
    await leader.openFromBar('Frys møtet');
    const gone = freeze.getByRole('region', { name: 'Borte siden sist' });
    await expect(gone.getByRole('listitem')).toHaveCount(1);
    await gone.getByRole('button', { name: 'Ikke viktig lenger: Ha min egen nøkkel' }).click();
    await expect(gone).toBeHidden();
    await leader.sheet.expectSaved();
    await freezeNow(2);
    const changes = page.getByRole('region', { name: 'Borte', exact: true }).first();
    await expect(changes).toContainText('«Ha min egen nøkkel»');
    await expect(changes).toContainText('Er ikke viktig lenger, og er tatt bort.');
    await expect(changes).toContainText('Er tatt av duken.');
  });

  test('everybody sees that the meeting is open, and that the plan is ready: the way to it, or whom to ask', async ({
    layTable,
  }) => {
    const { leader, seat, join } = await layTable();
    const [eirin, leif] = [await join('Eirin'), await join('Leif')];
    const ask = async (path: string, method: string, body: object) => {
      const reply = await fetch(`${seat.url}/api/boards/${seat.boardId}/${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie: seat.cookie },
        body: JSON.stringify(body),
      });
      return reply.json();
    };
    const { people } = (await (
      await fetch(`${seat.url}/api/boards/${seat.boardId}/people`, { headers: { cookie: seat.cookie } })
    ).json()) as { people: { name: string; personId: string }[] };
    const personId = people.find(({ name }) => name === 'Eirin')?.personId ?? '';
    await ask(`people/${personId}`, 'PATCH', { readsPlans: true });
    await leader.sheet.newNote('Egen leilighet');
    await leader.sheet.expectSaved();

    const open = (page: typeof leader.page) => page.getByRole('status').filter({ hasText: 'Møtet er åpent' });
    await expect(open(eirin.page)).toHaveCount(0);
    const { meetingId } = (await ask('meetings', 'POST', {
      date: '2026-11-30',
      present: [],
      nextDate: '2027-02-15',
    })) as { meetingId: string };
    for (const { page } of [leader, eirin, leif]) await expect(open(page)).toBeVisible();

    await ask(`meetings/${meetingId}/freeze`, 'POST', {});
    for (const { page } of [leader, eirin, leif]) {
      await expect(page.getByText('Planen er klar.')).toBeVisible();
      await expect(page.getByText('Neste møte er 15. februar 2027.')).toBeVisible();
      await expect(open(page)).toHaveCount(0);
    }
    await expect(leif.page.getByText('Spør Mona om å få lese den.')).toBeVisible();
    await expect(leif.page.getByRole('link', { name: 'Se planen' })).toHaveCount(0);
    await eirin.page.getByRole('link', { name: 'Se planen' }).click();
    await expect(eirin.page).toHaveURL(/\/plan\/1$/);
  });
});
