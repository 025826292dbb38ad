import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, debianChromium } from './gate/chromium.ts';

const launchOptions = {
  args: chromiumArguments,
  ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
};

// Each worker starts its own product (product/productTest.ts), so journeys never meet each other's boards or load.
export default defineConfig<object, { servers: number }>({
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: true,
  // A busy machine is slow, not wrong: nothing is waited for that does not come.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // Walking the sheet is hundreds of key presses, and a trace keeps the whole page for each: ask with --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Laying the program in is a hundred and fifty files for each browser; withoutNetwork.spec.ts has it.
    serviceWorkers: 'block',
    actionTimeout: 30_000,
    // A place on the sheet is then where it is at once; thousandNotes.spec.ts has what moves.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'laptop', grepInvert: /@onlyServers/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
    {
      // What people do together must be the same when each of them has come to another server.
      name: 'scaled',
      grep: /@servers/,
      use: { viewport: { width: 1440, height: 900 }, servers: 2 },
    },
    { name: 'table', grep: /@table/, use: { viewport: { width: 1920, height: 1080 } } },
  ],
});
