import type { Plugin } from 'vite';

/** js-aruco2 exports by `this`, which is `exports` in Node and nothing to a bundler. */
export function saysItsExports(): Plugin {
  return {
    name: 'says-its-exports',
    transform(code, id) {
      if (!/js-aruco2\/src\/(aruco|cv)\.js/.test(id)) return undefined;
      return { code: code.replace(/this\.CV \|\| /, '').replace(/^this\./m, 'exports.'), map: null };
    },
  };
}
