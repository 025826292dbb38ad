import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Fonts of the scripts that few need are laid in when they are first shown. */
const lateFiles = /noto-sans|greek|cyrillic|vietnamese/;

/** Tells the worker which files the build has made: the same build gives the same worker, to the byte. */
export function listFiles(workerFile: string): Plugin {
  return {
    name: 'duken:list-files',
    apply: 'build',
    // After Vite has taken out the scripts that held nothing but styles.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[workerFile];
        if (worker?.type !== 'chunk') throw new Error(`The build made no ${workerFile}.`);
        const files = Object.keys(bundle)
          .filter((name) => /^assets\/.+\.(js|css|woff2)$/.test(name) && !lateFiles.test(name))
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
        const list = JSON.stringify({ version, files: files.map((name) => `/${name}`) });
        worker.code = `const dukenFiles = ${list};\n${worker.code}`;
      },
    },
  };
}
