import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Leader } from '../people/leader.ts';
import { expect, test } from '../product/productTest.ts';
import { runTool } from '../product/runTool.ts';

test('a whole meeting: from the front page, by the link and the duk, to the plan in hand, and the next meeting', {
  tag: '@servers',
}, async ({ leader, newParticipant }) => {
  test.slow();
  await leader.makeBoard('Planen til Eirin');
  const link = await leader.inviteTo('Skrive på duken');
  const eirin = await newParticipant('Eirin');
  await eirin.joinBy(link);
  await leader.closeDialog();

  await leader.openFromMore('Møtet');
  const meeting = leader.page.getByRole('dialog', { name: 'Møtet' });
  await meeting.getByLabel('Dato').fill('2026-11-22');
  await meeting.getByLabel('Legg til navn').fill('Tante Gro');
  await meeting.getByRole('button', { name: 'Legg til', exact: true }).click();
  await meeting.getByRole('button', { name: 'Åpne møtet' }).click();
  await expect(meeting).toBeHidden();

  await eirin.sheet.newNoteIn('dream', 'Jobb', 'Et verksted med lys fra nord');
  await eirin.sheet.newNoteIn('works', 'Bosituasjon', 'Sofaen hos tante Gro');
  await leader.sheet.newNoteIn('now', 'Bosituasjon', 'Søke om startlån');
  await leader.sheet.goTo('Søke om startlån');
  await leader.agree({ owner: 'Mona', service: 'Boligkontoret', due: '2026-12-15' });
  await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe bedriften');
  await leader.sheet.goTo('Ringe bedriften');
  await leader.agree({ owner: 'Eirin', due: '' });
  await leader.page.getByRole('button', { name: 'Ferden' }).click();
  await leader.page.getByRole('button', { name: 'Utsatt' }).first().click();
  await leader.page.getByRole('button', { name: /^Planen til .* Endre$/ }).click();
  await leader.page.getByLabel('Hvem er planen til?').fill('Eirin');
  await leader.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await eirin.sheet.expectSaved();
  await leader.sheet.goTo('Et verksted');

  await leader.page.getByRole('button', { name: 'Frys møtet' }).click();
  const freeze = leader.page.getByRole('dialog', { name: 'Frys møtet' });
  for (const said of ['4 lapper', '2 tiltak', '1 drøm', 'Én ting står åpen', 'Møtet 22. november 2026']) {
    await expect(freeze).toContainText(said);
  }
  await expect(freeze.getByRole('listitem').filter({ hasText: 'Ringe bedriften' })).toContainText('Mangler dato.');
  await expect(freeze).toContainText('Tante Gro');
  await freeze.getByRole('button', { name: 'Frys møtet' }).click();
  await expect(leader.page).toHaveURL(/\/plan\/1$/);
  await expect(leader.page.getByRole('heading', { name: 'Investeringsplan for Eirin' })).toBeVisible();
  const row = leader.page.getByRole('row').filter({ hasText: 'Søke om startlån' });
  await expect(row).toContainText('Mona');
  await expect(row).toContainText('Boligkontoret');
  await expect(row.getByText('15.')).toContainText('des. 2026');
  await expect(leader.page.getByText('Situasjonen som helhet: Ikke trygt ennå')).toBeVisible();
  await expect(leader.page.getByText('Jobb · Innbyggerens stemme · skrevet av Eirin')).toBeVisible();
  await expect(leader.page.getByText('Versjonene er slik de ble frosset')).toBeVisible();

  await holdInHand(leader.page);
  await nextMeeting(leader);
});

/** Takes every format home, opens it, and finds in it what was written. */
async function holdInHand(page: Page): Promise<void> {
  const pdf = await download(page, 'Last ned PDF');
  const words = runTool('pdftotext', '-layout', pdf, '-');
  for (const said of ['Et verksted med lys fra nord', 'Søke om startlån', 'Boligkontoret', 'Tante Gro']) {
    expect(words).toContain(said);
  }
  const fonts = runTool('pdffonts', pdf).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font, 'each font is embedded').toMatch(/ yes (yes|no ) (yes|no )/);
  expect(runTool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');

  const svg = await readFile(await downloadOther(page, 'Duken som tegning (SVG)'), 'utf8');
  expect(svg).toMatch(/^<(\?xml|svg)/);
  expect(svg).toContain('startlån');
  const png = await readFile(await downloadOther(page, 'Duken som bilde (PNG)'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16), 'wide enough to read').toBeGreaterThan(2000);
  const csv = await readFile(await downloadOther(page, 'Tiltakene til Excel (CSV)'), 'utf8');
  expect(csv.startsWith('\uFEFF'), 'Excel knows its letters by the mark at the start').toBe(true);
  expect(csv).toMatch(/Søke om startlån.*;.*Mona.*;/);
  await page.getByText('For arkiv og kontroll').click();
  const json: unknown = JSON.parse(await readFile(await download(page, 'Alt som data (JSON)'), 'utf8'));
  expect(JSON.stringify(json)).toContain('Sofaen hos tante Gro');
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return file.path();
}

async function downloadOther(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Andre formater' }).click();
  const path = await download(page, name);
  await expect(page.getByRole('link', { name }), 'the menu closes when a format is chosen').toBeHidden();
  return path;
}

/** Things change until the next meeting: what is new, done and gone is told in words, and the old duk stays as it was. */
async function nextMeeting(leader: Leader): Promise<void> {
  const { page, sheet } = leader;
  await page.getByRole('link', { name: 'Duk', exact: true }).click();
  await sheet.expectSaved();
  await sheet.newNoteIn('short', 'Bosituasjon', 'Egen leilighet');
  await sheet.goTo('Sofaen hos tante Gro');
  await page.keyboard.press('Delete');
  await sheet.goTo('Søke om startlån');
  await page.keyboard.press('t');
  const action = page.getByRole('dialog', { name: 'Tiltak' });
  await action.getByLabel('Status').selectOption('Gjort');
  await action.getByRole('button', { name: 'Lagre tiltaket' }).click();
  await sheet.openNote('Ringe bedriften');
  await sheet.type(' på tirsdag');
  await sheet.closeNote();
  await sheet.expectSaved();
  await page.getByRole('button', { name: 'Frys møtet' }).click();
  const freeze = page.getByRole('dialog', { name: 'Frys møtet' });
  await freeze.getByLabel('Dato', { exact: true }).fill('2027-02-15');
  await freeze.getByRole('button', { name: 'Frys møtet' }).click();
  await expect(page).toHaveURL(/\/plan\/2$/);

  const changes = page.getByRole('region', { name: 'Siden forrige møte' });
  const kindOf = (name: string) => changes.getByRole('region', { name, exact: true });
  await expect(kindOf('Gjort')).toContainText('Søke om startlån');
  await expect(kindOf('Nytt')).toContainText('Egen leilighet');
  await expect(kindOf('Borte')).toContainText('Sofaen hos tante Gro');
  await expect(kindOf('Endret').locator('ins')).toContainText('på tirsdag');
  await expect(kindOf('Står igjen')).toContainText('Ringe bedriften');
  await expect(page.getByRole('article')).toContainText('Dette er gjort');

  await page.getByRole('link', { name: /^Versjon 1/ }).click();
  await expect(page).toHaveURL(/\/plan\/1$/);
  await expect(page.getByRole('article')).toContainText('Sofaen hos tante Gro');
  await expect(page.getByRole('article')).not.toContainText('Egen leilighet');
  await page.getByRole('button', { name: 'Se duken slik den var' }).click();
  await expect(page.getByRole('dialog', { name: 'Duken 22. november 2026' }).getByRole('application')).toBeVisible();
}
