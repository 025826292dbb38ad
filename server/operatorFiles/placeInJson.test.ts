import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInJson } from './placeInJson.ts';

describe('where a value stands in JSON', () => {
  const json = '{\n  "a": [1, {"b\\"c": "x, ]}"}],\n  "d": {"e": null}\n}';

  it.each([
    [[], 1, 1],
    [['a'], 2, 8],
    [['a', 0], 2, 9],
    [['a', 1, 'b"c'], 2, 21],
    [['d', 'e'], 3, 14],
    // What is not there stands where it should have been.
    [['d', 'f'], 3, 8],
    [['a', 7], 2, 8],
  ])('%j', (path, line, column) => {
    expect(placeInJson(json, path)).toEqual({ line, column });
  });

  it('is found of everything in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 2);
        const lines = text.split('\n');
        const check = (path: PropertyKey[], inner: unknown): void => {
          const { line, column } = placeInJson(text, path);
          const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join('\n');
          const start = JSON.stringify(inner, null, 2).split('\n')[0] ?? '';
          expect(rest.startsWith(start)).toBe(true);
          if (typeof inner !== 'object' || inner === null) return;
          if (Array.isArray(inner)) for (const [at, one] of inner.entries()) check([...path, at], one);
          else for (const [key, one] of Object.entries(inner)) check([...path, key], one);
        };
        check([], JSON.parse(text));
      }),
    );
  });
});
