import { seriousFindings } from '../accessibility/findings.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect as expectSoon, test } from '../product/productTest.ts';

/** The first picture starts a process of its own, on a machine that may do much else. */
const expect = expectSoon.configure({ timeout: 40_000 });

test('a garden centre gets the part about work by a link, and no longer when it is withdrawn', async ({
  product,
  newPage,
}) => {
  const seat = await newExampleBoard(product);
  const leader = await newPage(seat);
  const link = await test.step('the leader chooses, looks it through and gives it', async () => {
    await leader.goto(`/duk/${seat.boardId}/plan/3`);
    await leader.getByRole('link', { name: 'Gi til …' }).click();
    await leader.getByRole('button', { name: 'Se over utdraget' }).click();
    await expect(leader.getByRole('combobox', { name: 'Hvem skal få?' })).toBeFocused();
    await leader.getByRole('combobox', { name: 'Hvem skal få?' }).selectOption('En annen, eller et sted');
    await leader.getByLabel('Navnet på den eller det som skal få').fill('Hagesenteret');
    await leader.getByRole('checkbox', { name: 'Jobb', exact: true }).check();
    expect(await seriousFindings(leader)).toEqual([]);
    await leader.getByRole('button', { name: 'Se over utdraget' }).click();
    const seen = leader.getByRole('article');
    await expect(seen).toContainText('Tor sa at kundene spør etter meg');
    await expect(seen.getByRole('img', { name: 'Den delen av duken som utdraget handler om' })).toBeVisible();
    await expect(seen).not.toContainText('Økonomi');
    expect(await seriousFindings(leader)).toEqual([]);
    // Another choice is another cut, which nobody has seen.
    await leader.getByRole('checkbox', { name: 'Bosituasjon' }).check();
    await expect(leader.getByText('Du har endret noe. Se over utdraget på nytt.')).toBeVisible();
    await expect(leader.getByRole('button', { name: 'Gi utdraget' })).toBeHidden();
    await leader.getByRole('checkbox', { name: 'Bosituasjon' }).uncheck();
    await leader.getByLabel('Hvor mange ganger kan den åpnes?').selectOption('3');
    await leader.getByRole('button', { name: 'Gi utdraget' }).click();
    await expect(leader.getByText('Hagesenteret har fått utdraget.')).toBeVisible();
    return leader.getByLabel('Lenke', { exact: true }).inputValue();
  });

  const phone = await newPage({ url: product.url });
  await phone.setViewportSize({ width: 390, height: 844 });
  await test.step('whoever has the link opens it, reads it and takes it home', async () => {
    await phone.goto(link);
    expect(await seriousFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Åpne utdraget' }).click();
    await expect(phone.getByRole('article')).toContainText('Tor sa at kundene spør etter meg');
    await expect(phone.getByText('Lenken kan åpnes 2 ganger til')).toBeVisible();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousFindings(phone)).toEqual([]);
    const coming = phone.waitForEvent('download');
    await phone.getByRole('link', { name: 'Last ned PDF' }).click();
    expect((await coming).suggestedFilename()).toBe('Utdrag Investeringsplan Eirin versjon 3, 2026-09-16.pdf');
  });

  await test.step('the leader sees who got what, and takes it back', async () => {
    await leader.getByRole('link', { name: 'Se hvem som har fått hva' }).click();
    await expect(leader.getByText('Åpnet 1 av 3 ganger.')).toBeVisible();
    expect(await seriousFindings(leader)).toEqual([]);
    await leader.getByRole('button', { name: 'Trekk tilbake utdraget til Hagesenteret' }).click();
    await expect(leader.getByText('Utdraget til Hagesenteret er trukket tilbake.')).toBeVisible();
    await phone.reload();
    await phone.getByRole('button', { name: 'Åpne utdraget' }).click();
    await expect(phone.getByRole('heading', { name: 'Lenken virker ikke' })).toBeVisible();
  });
});
