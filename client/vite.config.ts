import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite` alone serves the pages on 5173 and sends everything that is not a page to a server on its usual port. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: true,
    // The design system's parts have no effects of being loaded; without this its old Combobox comes along to every page.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /designsystemet-react.dist.esm/, sideEffects: false }] },
    },
  },
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:3000' },
      // The sockets of a board, and not the modules of client/session.
      '^/sync/[\\w-]+(/\\w+)?$': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
});
