import { type PaperCell, paperSheet } from '@duken/shared/paper';
import { sheetWords } from '@duken/shared/sheet';
import { templates } from '@duken/shared/template';
import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

const sheet = paperSheet(templates.lorenskog, sheetWords.nb);

interface Stuck {
  readonly in: string;
  readonly words: string;
  /** The paper's colour; absent for what is written on the sheet itself. */
  readonly colour?: string;
  readonly turned: number;
}

const stuck: readonly Stuck[] = [
  { in: 'works/work', words: 'Trives på hage-<br>senteret', colour: '#ffe169', turned: -4 },
  { in: 'difficult/economy', words: 'Regninger<br>hver måned', colour: '#ffe169', turned: 3 },
  { in: 'now/housing', words: 'Søke startlån<br>sammen', colour: '#a5cdf0', turned: 2 },
  { in: 'dream/leisure', words: 'Svømme<br>med mamma', colour: '#ffb68a', turned: -3 },
  { in: 'long/network', words: 'Bestemor vil<br>bo nær oss', colour: '#b5dd96', turned: 5 },
  { in: 'short/education', words: 'Norskkurs før jul', turned: 0 },
];

function placeOf(key: string): PaperCell {
  const cell = sheet.cells.find((one) => `${one.cell.column}/${one.cell.theme}` === key);
  if (!cell) throw new Error(`no cell ${key}`);
  return cell;
}

/** A printed sheet that a table has written on, photographed from a slant by a telephone in a half dark room. */
async function photograph(page: Page, svg: string, notes: readonly Stuck[], slant: string): Promise<Buffer> {
  const papers = notes
    .map(({ in: key, words, colour, turned }) => {
      const { x, y, width, height } = placeOf(key);
      const at = `left:${x + width / 2}px;top:${y + height / 2}px;transform:translate(-50%,-50%) rotate(${turned}deg)`;
      const paper = colour
        ? `background:${colour};box-shadow:1px 3px 5px #0003;width:112px;height:56px`
        : 'width:160px';
      return `<div style="position:absolute;${at};${paper};padding:4px 6px;box-sizing:border-box">${words}</div>`;
    })
    .join('');
  await page.setViewportSize({ width: 2000, height: 1500 });
  await page.setContent(`<body style="margin:0;background:#7a5c40;overflow:hidden">
    <div style="perspective:2600px;position:absolute;left:293px;top:250px">
      <div style="position:relative;width:1414px;height:1000px;transform:${slant};font:italic 16px/1.15 'Comic Neue','Segoe Script',cursive;color:#1d2a5c">
        ${svg}${papers}
      </div>
    </div>
    <div style="position:absolute;inset:0;background:linear-gradient(115deg,#0000 20%,#0007)"></div></body>`);
  return page.screenshot({ type: 'jpeg', quality: 80, scale: 'css' });
}

test('paper on the wall becomes notes on the duk: printed, written on, photographed, looked over and laid @phone', async ({
  layTable,
  newPage,
  product,
}) => {
  test.slow();
  // Reading a photograph is much for a machine that runs everything else at once.
  const read = { timeout: 60_000 };
  const { leader, seat } = await layTable();
  const { page } = leader;
  const darkroom = await newPage({ url: product.url });

  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('link', { name: 'Papir og penn' }).click();
  await expect(page.getByRole('heading', { name: 'Papir og penn' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned A2' }).click();
  expect((await download).suggestedFilename()).toBe('Tom duk A2.pdf');

  const print = await page.request.get(`/api/boards/${seat.boardId}/paper.svg?lang=nb&sheet=4321`);
  const svg = await print.text();
  const choose = page.getByLabel('Ta eller velg et bilde');
  const take = async (name: string, buffer: Buffer) => choose.setInputFiles({ name, mimeType: 'image/jpeg', buffer });

  await take('bord.jpg', await photograph(darkroom, '', stuck.slice(0, 2), 'none'));
  await expect(page.getByRole('alert')).toContainText('Fant ikke noe ark i bildet', read);
  await take('notat.txt', Buffer.from('ikke et bilde'));
  await expect(page.getByRole('alert')).toContainText('kan ikke leses som bilde', read);

  await take('ark.jpg', await photograph(darkroom, svg, stuck, 'rotateX(20deg) rotateZ(2deg)'));
  await expect(page.getByText('Fant 6 lapper.')).toBeVisible(read);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Lapp \d/ }) });
  await expect(cards).toHaveCount(6);
  // What is not sure comes first, and is asked: the child’s colour, and what stands on the sheet itself.
  const unsure = cards.filter({ has: page.getByLabel('Hvem sine ord er dette?') });
  await expect(unsure).toHaveCount(2);
  await page.getByRole('button', { name: 'Legg 6 lapper på duken' }).click();
  await expect(page.getByText('2 lapper mangler svar på hvem sine ord det er.')).toBeVisible();
  await expect(page.locator('select:focus')).toHaveCount(1);
  const onSheet = unsure.filter({ hasNotText: 'Oransje er barnets farge' });
  await onSheet.getByLabel('Hva står det?').fill('Norskkurs før jul');
  await onSheet.getByLabel('Hvem sine ord er dette?').selectOption('Innbygger');
  // The child lays its own.
  await unsure.getByRole('checkbox', { name: 'Legg på duken' }).uncheck();
  await page.getByRole('button', { name: 'Legg 5 lapper på duken' }).click();
  await expect(page.getByText('5 lapper ligger på duken.')).toBeVisible();

  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByText('Lappene ligger i papirkurven')).toBeVisible();
  await expect(page.getByText('Ligger i papirkurven fra før')).toHaveCount(5);
  for (const card of await cards.filter({ hasText: 'Ligger i papirkurven fra før' }).all())
    await card.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Legg 5 lapper på duken' }).click();
  await expect(page.getByText('5 lapper ligger på duken.')).toBeVisible();
  await expect(page.getByText('Ligger på duken fra før')).toHaveCount(5);

  await take('ark igjen.jpg', await photograph(darkroom, svg, stuck, 'rotateX(-14deg) rotateY(9deg) scale(0.9)'));
  await expect(page.getByText('Alt på det står her eller ligger på duken fra før.')).toBeVisible(read);
  await expect(cards).toHaveCount(6);

  await page.getByRole('link', { name: 'Til duken' }).click();
  await page.getByRole('link', { name: 'Liste' }).click();
  const laid = page.locator('[data-note]');
  await expect(laid).toHaveCount(5);
  await expect(laid.getByRole('img', { name: 'Skrevet for hånd' })).toHaveCount(5);
  await expect(laid.filter({ hasText: '[skrevet for hånd]' })).toHaveCount(4);
  await expect(laid.filter({ hasText: 'Norskkurs før jul' })).toHaveCount(1);

  // Typed over where it lies, it is kept with the hand that wrote it.
  const untyped = laid.filter({ hasText: '[skrevet for hånd]' }).first();
  await untyped.getByRole('button', { name: /^Skriv/ }).click();
  await page.keyboard.type('Trives på hagesenteret');
  await expect(laid.filter({ has: page.getByRole('textbox') }).getByRole('textbox')).toHaveValue(
    'Trives på hagesenteret',
  );
  await page.keyboard.press('Escape');
  await expect(laid.filter({ hasText: '[skrevet for hånd]' })).toHaveCount(3);
  await expect(laid.getByRole('img', { name: 'Skrevet for hånd' })).toHaveCount(5);
});
