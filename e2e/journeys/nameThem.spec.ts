import type { Page } from '@playwright/test';
import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { newExampleBoard, type Seat } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

const ask = async ({ url, boardId, cookie }: Seat, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(`${url}/api/boards/${boardId}/${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', cookie },
  });
  return answer.json();
};

const addPerson = async (seat: Seat, name: string, service?: string): Promise<string> =>
  ((await ask(seat, 'people', { name, ...(service ? { service } : {}) })) as { personId: string }).personId;

const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

test.describe('people are found by name as they are typed', { tag: '@phone' }, () => {
  test('for who is present: two of one name are two, and a comma parts names', async ({ layTable }) => {
    const { leader, seat } = await layTable();
    const { page } = leader;
    const [bup, , amira] = [
      await addPerson(seat, 'Jonas', 'BUP'),
      await addPerson(seat, 'Jonas', 'NAV'),
      await addPerson(seat, 'Amira Said', 'PPT'),
    ];
    await leader.openFromMore('Møtet');
    const meeting = page.getByRole('dialog', { name: 'Møtet' });
    const field = meeting.getByRole('combobox', { name: 'Legg til navn' });

    await field.pressSequentially('jo');
    await expect(option(page, 'Jonas · BUP')).toBeVisible();
    await expect(option(page, 'Jonas · NAV')).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await expect(option(page, 'Jonas · BUP')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(option(page, 'Jonas · BUP')).toBeHidden();
    await expect(meeting).toBeVisible();

    // Nobody guesses which of the two is meant; the other name is taken meanwhile.
    await field.fill('Jonas, amira said,');
    await expect(meeting.getByText('Flere heter Jonas. Velg hvem det er.')).toBeVisible();
    await expect(meeting.getByRole('button', { name: 'Fjern Amira Said' })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await option(page, 'Jonas · BUP').click();
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await expect(meeting.getByRole('button', { name: 'Fjern Jonas (BUP)' })).toBeVisible();

    await field.pressSequentially('Tante Gro');
    await page.keyboard.press('Enter');
    await field.pressSequentially('Ola');
    await option(page, 'Legg til «Ola» som person').click();
    await expect(meeting.getByRole('button', { name: 'Fjern Ola' })).toBeVisible();
    // Who is typed when the meeting is opened, is here too.
    await field.pressSequentially('Besta');
    await meeting.getByRole('button', { name: 'Åpne møtet' }).click();
    await expect(meeting).toBeHidden();

    const { meetings } = (await ask(seat, 'meetings')) as { meetings: { present: { personId?: string }[] }[] };
    const { people } = (await ask(seat, 'people')) as { people: { personId: string; name: string }[] };
    const ola = people.find(({ name }) => name === 'Ola')?.personId;
    expect(meetings[0]?.present).toMatchObject([
      { name: 'Mona' },
      { name: 'Amira Said', personId: amira },
      { name: 'Jonas', personId: bup },
      { name: 'Tante Gro' },
      { name: 'Ola', personId: ola },
      { name: 'Besta' },
    ]);
  });

  test('for who does a tiltak: the first owns it, and all stand in the plan', async ({ layTable }) => {
    const { leader, seat, join } = await layTable();
    const { page } = leader;
    const jonas = await addPerson(seat, 'Jonas', 'BUP');
    await addPerson(seat, 'Jonas', 'NAV');
    const eirin = (await join('Eirin')).page;
    const list = new DukList(page);
    await list.open();
    await list.lay('Ringe bedriften', 'Jobb', 'Gjøre nå');
    await page.getByRole('button', { name: 'Valg: Ringe bedriften' }).click();
    await page.getByRole('button', { name: 'Gjør til tiltak' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nytt tiltak' });
    const field = dialog.getByRole('combobox', { name: 'Hvem gjør det?' });
    await field.pressSequentially('Jonas');
    await dialog.getByRole('button', { name: 'Gjør til tiltak' }).click();
    await expect(dialog.getByText('Flere heter Jonas. Velg hvem det er.')).toBeVisible();
    await option(page, 'Jonas · BUP').click();
    await field.pressSequentially('Eirin, Tante Gro');
    await dialog.getByRole('button', { name: 'Gjør til tiltak' }).click();
    await expect(dialog).toBeHidden();
    await expect(list.note('Ringe bedriften')).toContainText('Jonas, Eirin, Tante Gro');

    // Whoever does not lead finds those at the table, and is not told of others of the case.
    const theirs = new DukList(eirin);
    await theirs.open();
    await eirin.getByRole('button', { name: 'Valg: Ringe bedriften' }).click();
    await eirin.getByRole('button', { name: 'Endre tiltak' }).click();
    const changing = eirin.getByRole('dialog', { name: 'Tiltak' });
    await changing.getByRole('button', { name: 'Fjern Tante Gro' }).click();
    await changing.getByRole('combobox', { name: 'Hvem gjør det?' }).pressSequentially('Jo');
    await expect(option(eirin, /Jonas/)).toHaveCount(0);
    await expect(option(eirin, /som person/)).toHaveCount(0);
    await changing.getByRole('combobox', { name: 'Hvem gjør det?' }).fill('mo');
    await option(eirin, 'Mona').click();
    await changing.getByRole('button', { name: 'Lagre tiltaket' }).click();
    await expect(changing).toBeHidden();
    await expect(list.note('Ringe bedriften')).toContainText('Jonas, Eirin, Mona');

    const { meetingId } = (await ask(seat, 'meetings', { date: '2026-11-22', present: [] })) as { meetingId: string };
    await ask(seat, `meetings/${meetingId}/freeze`, {});
    const { planVersion } = (await ask(seat, 'plans/1')) as { planVersion: { plan: { actions: unknown[] } } };
    const { participants } = (await ask(seat, 'participants')) as {
      participants: { name: string; personId: string }[];
    };
    const idOf = (name: string) => participants.find((each) => each.name === name)?.personId;
    expect(planVersion.plan.actions).toMatchObject([
      { owner: 'Jonas, Eirin, Mona', ownerId: jonas, withIds: [idOf('Eirin'), idOf('Mona')] },
    ]);
  });

  test('the title of no page names anybody, for the browser remembers it', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    for (const [path, title] of [
      ['?vis=duk', 'Duk · Duken'],
      ['?vis=liste', 'Liste · Duken'],
      ['?vis=tiltak', 'Tiltak · Duken'],
      ['/plan/3', 'Planen · Versjon 3'],
    ] as const) {
      await page.goto(`/duk/${seat.boardId}${path}`);
      await expect(page).toHaveTitle(title, { timeout: 30_000 });
    }
  });
});
