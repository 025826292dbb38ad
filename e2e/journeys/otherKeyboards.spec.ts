import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

const held = { alt: 1, ctrl: 2 } as const;

/** Presses a key as a keyboard of another alphabet does. */
async function pressAs(page: Page, key: string, code: string, modifiers = 0): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const windowsVirtualKeyCode = code.charCodeAt(3);
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await browser.send('Input.dispatchKeyEvent', { type, key, code, modifiers, windowsVirtualKeyCode });
}

test('with a Ukrainian keyboard and with Alt on a Mac the shortcuts work', async ({ layTable }) => {
  const { page, sheet } = (await layTable()).leader;
  await sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await sheet.surface.focus();
  for (let step = 0; step < 4; step++) await pressAs(page, 'я', 'KeyZ', held.ctrl);
  await expect.poll(() => sheet.readNotes()).toEqual([]);
  await pressAs(page, 'т', 'KeyN');
  await expect(sheet.editor).toBeFocused();
  await sheet.closeNote();
  await pressAs(page, '¬', 'KeyL', held.alt);
  await expect(page).toHaveURL(/vis=liste/);
  await page.getByRole('button', { name: 'Papirkurv' }).focus();
  await pressAs(page, 'д', 'KeyL', held.alt);
  await expect(page).toHaveURL(/vis=duk/);
});
