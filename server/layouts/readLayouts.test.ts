import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLayouts } from './readLayouts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-layouts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const layout = (id: string, change: object = {}) => ({
  id,
  name: { nb: `Oppsett ${id}` },
  columns: [{ id: 'now', heading: { nb: 'Nå' }, place: 'ahead', themes: 'one' }],
  themes: [{ id: 'home', name: { nb: 'Hjem' }, icon: 'house' }],
  ...change,
});

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}

describe('an operator’s own layouts', () => {
  it('are none by default', async () => {
    expect(await readLayouts(undefined)).toEqual({ ok: true, value: [] });
  });

  it('are read from a file, or from all the JSON in a folder by name', async () => {
    const file = await write('b.json', [layout('b1'), layout('b2')]);
    await write('a.json', `\uFEFF${JSON.stringify(layout('a'))}`);
    await write('readme.txt', 'not a layout');
    const ids = async (from: string) => {
      const read = await readLayouts(from);
      return read.ok ? read.value.map(({ id }) => id) : read.failure;
    };
    expect(await ids(file)).toEqual(['b1', 'b2']);
    expect(await ids(folder)).toEqual(['a', 'b1', 'b2']);
  });

  it.each<[string, unknown, object, string]>([
    ['no JSON', '{\n  "id": "a",\n  oops\n}', { line: 3, column: 3 }, 'it is not JSON from here on'],
    ['broken off', '{\n  "id": "a"', { line: 2, column: 12 }, 'it is not JSON from here on'],
    [
      'an unknown icon',
      layout('a', { themes: [{ id: 'home', name: { nb: 'Hjem' }, icon: 'boat' }] }),
      { line: 22, column: 15 },
      'themes.0.icon',
    ],
    ['a key that is misspelled', layout('a', { colour: 1 }), { line: 25, column: 13 }, 'Unrecognized key: "colour"'],
    [
      'a heading that is missing',
      layout('a', { columns: [{ id: 'now', place: 'ahead', themes: 'one' }] }),
      { line: 7, column: 5 },
      'columns.0.heading',
    ],
    [
      'the second of a list',
      [layout('a'), layout('simple')],
      { line: 28, column: 11 },
      'id is the id of a layout that ships',
    ],
    ['the same twice', [layout('a'), layout('a')], { line: 27, column: 3 }, 'the layout a is there twice'],
  ])('with %s say where', async (_, content, place, reason) => {
    const file = await write('own.json', content);
    const read = await readLayouts(file);
    expect(read).toMatchObject({ ok: false, failure: { file, place } });
    expect(!read.ok && read.failure.reason).toContain(reason);
  });

  it('that are not there are a fault too: the boards made with them would be missing their layout', async () => {
    const file = join(folder, 'gone.json');
    expect(await readLayouts(file)).toEqual({ ok: false, failure: { file, reason: 'it cannot be read (ENOENT)' } });
  });
});
