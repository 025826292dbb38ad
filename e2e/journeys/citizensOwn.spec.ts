import type { Page } from '@playwright/test';
import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** What a page of somebody was sent over its sockets, as text. */
function recordWire(page: Page): { readonly heard: () => string } {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload).toString('latin1'))),
  );
  return { heard: () => frames.join('\n') };
}

test('whose plan it is says how they see the journey, and what became of a dream; others see it, and cannot say it', async ({
  layTable,
  product,
}) => {
  const { join } = await layTable(product, newExampleBoard);
  const eirin = await join('Eirin', 'editor', 'citizen');
  const henning = await join('Henning', 'editor', 'service');
  for (const { page } of [eirin, henning]) await new DukList(page).open();
  for (const { page } of [eirin, henning]) await page.getByRole('button', { name: 'Investeringsferden' }).click();

  const hers = (page: Page) => page.getByRole('group', { name: 'Samlet, Eirin ser det slik' });
  await expect(hers(henning.page)).toHaveCount(0);
  await hers(eirin.page).getByRole('button', { name: 'Utsatt' }).click();
  await expect(hers(henning.page).getByRole('button', { name: 'Utsatt' })).toHaveAttribute('aria-pressed', 'true');
  await expect(hers(henning.page).getByRole('button', { name: 'Stabil' })).toBeDisabled();

  const [own, others] = [new DukList(eirin.page), new DukList(henning.page)];
  const dream = 'Å illustrere en barnebok.';
  await own.note(dream).getByRole('button', { name: /^Valg/ }).click();
  await others.note(dream).getByRole('button', { name: /^Valg/ }).click();
  await own.note(dream).getByLabel('Hvordan gikk det?').selectOption('Det er på vei');
  await expect(others.note(dream)).toContainText('Det er på vei');
  await expect(others.note(dream).getByLabel('Hvordan gikk det?')).toHaveCount(0);
});

test('what matters is marked first by whose plan it is: nothing of the others’ marks is sent before', async ({
  layTable,
}) => {
  const { leader, seat, join } = await layTable();
  const eirin = await join('Eirin', 'editor', 'citizen');
  const henning = await join('Henning', 'editor', 'service');
  const wire = recordWire(eirin.page);
  await eirin.page.reload();
  await expect(eirin.sheet.surface).toBeVisible();
  const me = await henning.page.request.get(`/api/boards/${seat.boardId}/me`);
  const { participantId } = (await me.json()) as { participantId: string };
  // As Yjs writes the key of his mark: its length before it, where JSON has a quotation mark.
  const mark = String.fromCharCode(participantId.length) + participantId;
  await leader.openFromMore('Følg møtet');
  await leader.page.locator('.guide').getByRole('button', { name: 'Følg møtet' }).click();
  for (const { page } of [eirin, henning]) await new DukList(page).open();
  const [hers, his] = [new DukList(eirin.page), new DukList(henning.page)];
  await hers.lay('Ro om kvelden', 'Jobb', 'Fungerer');

  await his.note('Ro om kvelden').getByRole('button', { name: /^Valg/ }).click();
  await his.note('Ro om kvelden').getByRole('button', { name: 'Viktigst for meg' }).click();
  await expect(henning.page.getByText('Merket ditt ser bare du', { exact: false })).toBeVisible();
  await expect(his.note('Ro om kvelden').getByRole('button', { name: 'Viktigst for meg' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // Whatever else was sent meanwhile has come when this has.
  await leader.sheet.newNoteIn('works', 'Jobb', 'Etter merket');
  await expect(hers.note('Etter merket')).toBeVisible();
  expect(wire.heard()).not.toContain(mark);
  await expect(hers.note('Ro om kvelden')).not.toContainText('Viktig for andre');

  await hers.note('Ro om kvelden').getByRole('button', { name: /^Valg/ }).click();
  await hers.note('Ro om kvelden').getByRole('button', { name: 'Viktigst for meg' }).click();
  await expect(his.note('Ro om kvelden')).toContainText('Viktigst for innbyggeren');
  await eirin.page.getByRole('button', { name: 'Jeg er ferdig' }).first().click();
  await expect(hers.note('Ro om kvelden')).toContainText('Viktig for andre rundt bordet');
  expect(wire.heard()).toContain(mark);
});

test('somebody asks for a pause, and nobody is told who; the målbilde is one sentence that all see', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin', 'editor', 'citizen');
  const wire = recordWire(leader.page);
  await leader.page.reload();
  await expect(leader.sheet.surface).toBeVisible();
  const before = wire.heard().length;
  await eirin.openFromMore('Pust i bakken');
  await eirin.page.getByRole('button', { name: 'Be om pause' }).click();
  for (const { page } of [leader, eirin]) {
    await expect(page.getByRole('dialog', { name: 'Vi tar en pause' })).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Igjen av pausen' })).toBeVisible();
  }
  expect(wire.heard().slice(before)).not.toContain('Eirin');
  await leader.page.getByRole('button', { name: 'Vi fortsetter, for alle' }).click();
  await expect(eirin.page.getByRole('dialog', { name: 'Vi tar en pause' })).toBeHidden();

  await new DukList(eirin.page).open();
  await eirin.page.getByRole('button', { name: 'Endre: Målbilde' }).click();
  await eirin.page
    .getByLabel('Hvordan er det når det er blitt bra?', { exact: false })
    .fill('Vi sover alle i egen seng.');
  await eirin.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await new DukList(leader.page).open();
  await expect(leader.page.getByText('Vi sover alle i egen seng.')).toBeVisible();
});

test('the leader writes a wish up as a goal, and the words it was made of stay with it, on the duk and in the plan', async ({
  layTable,
  product,
}) => {
  const { leader, join } = await layTable(product, newExampleBoard);
  const { page } = leader;
  const eirin = await join('Eirin', 'editor', 'citizen');
  for (const each of [leader, eirin]) await new DukList(each.page).open();
  const [leaders, hers] = [new DukList(page), new DukList(eirin.page)];
  const wish = 'Fast deltidsjobb ved siden av skolen.';
  await leaders.note(wish).getByRole('button', { name: /^Valg/ }).click();
  await leaders.note(wish).getByRole('button', { name: 'Skriv opp som mål' }).click();
  const dialog = page.getByRole('dialog', { name: 'Skriv opp målet' });
  await expect(dialog.getByText(wish)).toBeVisible();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Skriv hva målet er.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Effektmål' }).check();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('Målet, kort sagt').fill('Eirin forsørger seg selv innen 2028');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog).toBeHidden();
  await expect(hers.note(wish)).toContainText('Effektmål: Eirin forsørger seg selv innen 2028');
  await hers.note(wish).getByRole('button', { name: /^Valg/ }).click();
  await expect(hers.note(wish).getByRole('button', { name: 'Skriv opp som mål' })).toHaveCount(0);
});
