import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { listFiles } from './listFiles.ts';
import { saysItsExports } from './saysItsExports.ts';

const workerFile = 'worker.js';

/** `vite` alone serves the pages on 5173 and sends everything that is not a page to a server on its usual port. */
export default defineConfig({
  // Made once, at the build, and as small as can be: the server only sends what lies there.
  plugins: [
    react(),
    listFiles(workerFile),
    compression({
      algorithms: ['brotliCompress', 'gzip'],
      include: /\.(js|css|html|svg|txt)$/,
      exclude: /worker\.js$/,
    }),
  ],
  // Photographs of paper are read in a worker, which is built by itself.
  worker: { format: 'es', plugins: () => [saysItsExports()] },
  build: {
    target: 'es2022',
    sourcemap: true,
    // The design system's parts have no effects of being loaded, nor have those of its elements that no page of ours uses:
    // without this its tabs, suggestions and an old Combobox come along to every page.
    rolldownOptions: {
      input: { index: 'index.html', worker: 'worker/worker.ts' },
      // A worker rules over the folder that it lies in.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? workerFile : 'assets/[name]-[hash].js') },
      treeshake: {
        moduleSideEffects: [
          { test: /designsystemet-react.dist.esm/, sideEffects: false },
          {
            test: /designsystemet-web.dist.esm.(breadcrumbs|error-summary|pagination|suggestion|tabs|toggle-group)/,
            sideEffects: false,
          },
          { test: /@u-elements/, sideEffects: false },
        ],
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:3000' },
      '/kalender': { target: 'http://127.0.0.1:3000' },
      // The sockets of a board, and not the modules of client/session.
      '^/sync/[\\w-]+(/\\w+)?$': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
});
