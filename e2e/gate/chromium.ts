/** Where Debian's package `chromium` puts the browser. */
export const debianChromium = '/usr/bin/chromium';

/** Quiet, alone with the product, and willing to run as root in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
