import { failed, succeeded } from '@duken/shared/result';
import { describe, expect, it } from 'vitest';
import { MadeFiles } from './madeFiles.ts';

const file = (length: number) => succeeded(new Uint8Array(length));

describe('files made of a version', () => {
  it('are made once, however many ask at once or later', async () => {
    const files = new MadeFiles();
    let made = 0;
    const make = async () => {
      made += 1;
      return file(10);
    };
    await Promise.all([files.get('plan', make), files.get('plan', make)]);
    await files.get('plan', make);
    expect(made).toBe(1);
  });

  it('are tried again after one that was not made', async () => {
    const files = new MadeFiles();
    expect(await files.get('plan', async () => failed({ kind: 'busy' }))).toMatchObject({ ok: false });
    expect(await files.get('plan', async () => file(1))).toMatchObject({ ok: true });
  });

  it('make room for each other: what was longest not asked for goes first', async () => {
    const files = new MadeFiles(25);
    const made: string[] = [];
    const get = (key: string) =>
      files.get(key, async () => {
        made.push(key);
        return file(10);
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not kept when one is larger than all the room', async () => {
    const files = new MadeFiles(5);
    await files.get('large', async () => file(10));
    let again = false;
    await files.get('large', async () => {
      again = true;
      return file(10);
    });
    expect(again).toBe(true);
  });
});
