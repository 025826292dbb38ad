import { failed, type Result, succeeded } from '@duken/shared/result';
import { describe, expect, it } from 'vitest';
import { SavesInOrder } from './savesInOrder.ts';

/** A server that answers when it is told to. */
function slowServer() {
  const asked: { readonly change: string; readonly answer: (result: Result<void, string>) => void }[] = [];
  const saves = new SavesInOrder<string, string>({
    send: (change) => new Promise((answer) => asked.push({ change, answer })),
    join: (first, second) => `${first}, ${second}`,
    onChange: () => undefined,
  });
  const answer = async (result: Result<void, string> = succeeded(undefined)): Promise<void> => {
    asked.at(-1)?.answer(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { saves, asked: () => asked.map(({ change }) => change), answer };
}

describe('saving as one changes', () => {
  it('sends one at a time, and what came meanwhile together, in order', async () => {
    const { saves, asked, answer } = slowServer();
    for (const name of ['Ola', 'Kari', 'Gro']) saves.add(name);
    expect(asked()).toEqual(['Ola']);
    expect(saves.pending()).toBe('Ola, Kari, Gro');
    await answer();
    expect(asked()).toEqual(['Ola', 'Kari, Gro']);
  });

  it('says that it is saved only when the newest is', async () => {
    const { saves, answer } = slowServer();
    expect(saves.status()).toEqual({ kind: 'untouched' });
    saves.add('Ola');
    saves.add('Kari');
    await answer();
    expect(saves.status()).toEqual({ kind: 'saving' });
    await answer();
    expect([saves.status(), saves.pending()]).toEqual([{ kind: 'saved' }, undefined]);
  });

  it('throws nothing away when the server refuses, and sends all of it again', async () => {
    const { saves, asked, answer } = slowServer();
    saves.add('Ola');
    saves.add('Kari');
    await answer(failed('offline'));
    expect([saves.status(), saves.pending()]).toEqual([{ kind: 'failed', failure: 'offline' }, 'Ola, Kari']);
    saves.retry();
    expect(asked().at(-1)).toBe('Ola, Kari');
    await answer();
    expect(saves.status()).toEqual({ kind: 'saved' });
  });
});
