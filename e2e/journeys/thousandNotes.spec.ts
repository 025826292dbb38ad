import { Typist } from '../people/typist.ts';
import { expect, test } from '../product/productTest.ts';

const columns = ['works', 'difficult', 'now', 'short', 'long', 'dream'];
const themes = ['work', 'housing', 'physical-health', 'mental-health', 'economy', 'education', 'leisure', 'network'];

// With motion, as people have it: what glides must not get in the way.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a duk of a thousand notes can be moved, brought nearer, written on and moved about in', async ({ layTable }) => {
  const { seat, leader, join } = await layTable();
  const typist = new Typist('Gro', seat);
  await expect.poll(() => typist.isSynced).toBe(true);
  typist.doc.transact(() => {
    for (let index = 0; index < 1000; index += 1) {
      const column = columns[index % columns.length];
      const theme = themes[Math.floor(index / columns.length) % themes.length];
      const order = `a${String(index).padStart(4, '0')}`;
      typist.layNote({ text: `Lapp ${index}: vi snakker om det neste gang vi sees`, column, theme, order });
    }
  });
  await expect.poll(() => typist.saved, { timeout: 20_000 }).toBe(1000);

  const eirin = await join('Eirin');
  const { page, sheet } = eirin;
  const place = await sheet.placeIn('now', 'Jobb');
  await page.mouse.move(place.x, place.y);
  const before = await sheet.pictureAt(place);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => sheet.pictureAt(place)).not.toBe(before);
  await page.mouse.wheel(0, -300);
  await sheet.showAll();
  await expect.poll(async () => (await sheet.placeIn('now', 'Nettverk')).y).toBeLessThan(900);
  await page.getByRole('button', { name: 'Større' }).click();

  await sheet.surface.focus();
  await sheet.goTo('Lapp 0:');
  await page.keyboard.press('Enter');
  await expect(sheet.editor).toBeFocused();
  await sheet.type(' Skrevet blant tusen.');
  await sheet.closeNote();
  await sheet.expectSaved();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => sheet.heard()).toContain('Det som er vanskelig');
  await leader.sheet.expectSaved();
  await expect
    .poll(() => typist.texts())
    .toContain('Lapp 0: vi snakker om det neste gang vi sees Skrevet blant tusen.');
  typist.leave();
});
