import { defineConfig } from 'vitest/config';

// Everything here is pure, so tests can share one module graph: no file can see what another left behind.
export default defineConfig({ test: { isolate: false, include: ['**/*.test.ts'] } });
