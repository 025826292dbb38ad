import { defineConfig } from 'vitest/config';

// Journeys in browsers (*.spec.ts) are Playwright's; these are the tests of the gate itself, and what needs no browser.
export default defineConfig({
  test: {
    include: ['architecture/**/*.test.ts', 'gate/**/*.test.ts', 'deploy/**/*.test.ts', 'chaos/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
