import { expect, test } from '../product/productTest.ts';

test('the duk is sharp on another screen: sheet and what lies above it follow at once', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page } = leader;
  const densities = () =>
    page
      .locator('.konvajs-content canvas')
      .evaluateAll((layers) => (layers as HTMLCanvasElement[]).map(({ width, clientWidth }) => width / clientWidth));
  expect(await densities()).toEqual([1, 1]);
  const browser = await page.context().newCDPSession(page);
  for (const [deviceScaleFactor, width] of [
    [2, 1400],
    [1.5, 1360],
    [1, 1440],
  ] as const) {
    await browser.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 900,
      deviceScaleFactor,
      mobile: false,
    });
    await expect.poll(densities).toEqual([deviceScaleFactor, deviceScaleFactor]);
  }
});
