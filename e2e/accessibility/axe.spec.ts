import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';
import { seriousFindings } from './findings.ts';

/** Checks a page once it stands still: a colour half-way through a fade is nobody's colour. */
async function expectNoBarriers(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  expect(await seriousFindings(page)).toEqual([]);
}

test.describe('every page can be used by everyone', { tag: ['@phone', '@table'] }, () => {
  test('the front page, and the questions for a new duk', async ({ leader: { page } }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Dine duker' })).toBeVisible();
    await expectNoBarriers(page);

    await page.getByRole('button', { name: 'Ny duk' }).click();
    await expect(page.getByRole('dialog', { name: 'En ny duk' })).toBeVisible();
    await expectNoBarriers(page);

    await page.getByRole('button', { name: 'Lag duken' }).click();
    await expect(page.getByText('Gi duken et navn, så dere kjenner den igjen.')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('a page that is not there', async ({ leader: { page } }) => {
    await page.goto('/finnes/ikke');
    await expect(page.getByRole('heading', { name: 'Her er det ingen side' })).toBeVisible();
    await expectNoBarriers(page);
  });

  test('the way in, for those with a link and those without', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const { page } = await newParticipant('Eirin');
    await page.goto(leader.page.url());
    await expect(page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
    await expectNoBarriers(page);

    await page.goto(`${leader.page.url()}#${'A'.repeat(43)}`);
    await expect(page.getByLabel('Hva heter du?')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('the invitation', async ({ leader }) => {
    await leader.makeBoard('Planen til Eirin');
    await leader.inviteTo('Skrive på duken');
    await expectNoBarriers(leader.page);
  });
});
