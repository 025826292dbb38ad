import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['testing/ownTempFolder.ts'],
    // Tests use a real disk and real sockets; a busy machine is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    // Much of the time is waiting for other processes and the disk; left to itself, Vitest leaves one of two cores idle.
    maxWorkers: '100%',
    // Each file starts servers of its own; reading all modules in again for each would cost as much as the tests.
    isolate: false,
  },
});
