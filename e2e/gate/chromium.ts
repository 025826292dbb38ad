/**
 * Chromium without windows, as Playwright itself uses it: the same engine at half the browser's cost. Where the Debian
 * package of the same name puts it.
 */
export const debianChromium = '/usr/bin/chromium-headless-shell';
export const debianChromiumPackage = 'chromium-headless-shell';

/** Quiet, alone with the product, and willing to run as root in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  // Letters as wide as they are on people's screens, where they are not fitted to whole pixels.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
