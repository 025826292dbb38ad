import type { BoardId } from '@duken/shared/board';
import { type LogEvent, type LogHead, sittingMs } from '@duken/shared/log';
import { describe, expect, it } from 'vitest';
import { type NewLogLine, StorageUnavailable } from '../storage/index.ts';
import { LogBook, type LogReader } from './logBook.ts';

const reader = (name: string): LogReader => ({
  ...{ boardId: 'duk' as BoardId, personId: name, participantId: `seat of ${name}`, name },
  ...{ role: 'viewer', access: 'link', accessId: 'link' },
});
const duk: LogEvent = { kind: 'duk' };

/** A disk that writes when it is told to. */
function slowLog() {
  const batches: { lines: readonly NewLogLine[]; done: () => void; fail: () => void }[] = [];
  const told: LogHead[] = [];
  const clock = { now: 1_000 };
  let number = 0;
  const book = new LogBook({
    caseLog: {
      append: (lines) =>
        new Promise((resolve, reject) => {
          batches.push({
            lines,
            done: () =>
              resolve(
                lines.map(({ boardId, at }) => {
                  number += 1;
                  return { at, head: { boardId, number, hash: `${number}` } };
                }),
              ),
            fail: () => reject(new StorageUnavailable('full', undefined)),
          });
        }),
    },
    clock: () => clock.now,
    onGrown: (heads) => told.push(...heads),
  });
  return { book, batches, told, clock };
}

describe('writing down who looks', () => {
  it('gathers those who come while the disk is busy', async () => {
    const { book, batches, told } = slowLog();
    const all = ['Mona', 'Gro', 'Kaja'].map((name) => book.write(reader(name), duk));
    expect(batches.map(({ lines }) => lines.map(({ name }) => name))).toEqual([['Mona']]);
    batches[0]?.done();
    await all[0];
    expect(batches.map(({ lines }) => lines.map(({ name }) => name))).toEqual([['Mona'], ['Gro', 'Kaja']]);
    batches[1]?.done();
    await Promise.all(all);
    // Of each case the newest alone.
    expect(told.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('lets nobody through whose line was not written, and asks the disk anew for the next', async () => {
    const { book, batches } = slowLog();
    const first = book.write(reader('Mona'), duk);
    batches[0]?.fail();
    await expect(first).rejects.toThrow(StorageUnavailable);
    const again = book.write(reader('Mona'), duk);
    batches[1]?.done();
    await again;
    // And what stands once is not asked for again within the sitting.
    await book.write(reader('Mona'), duk);
    expect(batches).toHaveLength(2);
  });

  it('writes what is seen again after a sitting, and what is done each time', async () => {
    const { book, batches, clock } = slowLog();
    const write = async (event: LogEvent) => {
      const before = batches.length;
      const writing = book.write(reader('Mona'), event);
      batches[before]?.done();
      await writing;
      return batches.length - before;
    };
    expect([await write(duk), await write(duk), await write({ kind: 'plan', version: 1 })]).toEqual([1, 0, 1]);
    expect([await write({ kind: 'plan', version: 2 }), await write({ kind: 'plan', version: 1 })]).toEqual([1, 0]);
    expect([await write({ kind: 'linkWithdrawn' }), await write({ kind: 'linkWithdrawn' })]).toEqual([1, 1]);
    clock.now += sittingMs;
    expect(await write(duk)).toBe(0);
    clock.now += 1;
    expect(await write(duk)).toBe(1);
  });

  it('writes down in each sitting who stays, until they leave', async () => {
    const { book, batches, clock } = slowLog();
    const stay = book.stays(reader('Mona'));
    const written = async () => {
      const before = batches.length;
      const writing = book.writeStaying();
      batches[before]?.done();
      await writing;
      return batches.length - before;
    };
    expect([await written(), await written()]).toEqual([1, 0]);
    clock.now += sittingMs + 1;
    expect([await written(), await written()]).toEqual([1, 0]);
    stay.end();
    clock.now += sittingMs + 1;
    expect(await written()).toBe(0);
  });
});
