import type { BoardId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../storage/index.ts';
import { boardNamed } from '../relayForTests.ts';
import { CommitQueue, type Edit, type EditOwner } from './commitQueue.ts';

/** A board that writes down what it hears of its edits. */
class Listener implements EditOwner<Edit> {
  readonly documentId: BoardId;
  readonly heard: string[] = [];
  readonly #throws: boolean;

  constructor(name: string, throws = false) {
    this.documentId = boardNamed(name);
    this.#throws = throws;
  }

  ready(edits: readonly Edit[]): readonly Edit[] {
    return edits;
  }

  committed(edits: readonly Edit[]): void {
    if (this.#throws) throw new Error('A bug');
    this.heard.push(`committed ${edits.length}`);
  }

  lost(edits: readonly Edit[]): void {
    this.heard.push(`lost ${edits.length}`);
  }

  broke(error: unknown): void {
    this.heard.push(String(error));
  }
}

const edit: Edit = { update: Uint8Array.of(0, 0), newOwners: [] };
const passed: Edit = { update: undefined, newOwners: [] };

function queueOn(append: (batch: Batch) => Promise<void>): CommitQueue<Edit> {
  const journal = {
    append: async (batch: Batch) => {
      await append(batch);
      return new Map([...batch.keys()].map((documentId) => [documentId, 1]));
    },
  };
  return new CommitQueue(journal, () => undefined);
}

describe('the beat', () => {
  it('takes a message with nothing to write in its turn, without touching the disk', async () => {
    let appends = 0;
    const queue = queueOn(async () => {
      appends += 1;
    });
    const board = new Listener('one');
    queue.add(board, passed);
    await queue.idle();
    expect([board.heard, appends]).toEqual([['committed 1'], 0]);
  });

  it('loses with a failed commit what had gathered on top of it, and only for the boards concerned', async () => {
    const failing = Promise.withResolvers<void>();
    const appends: number[] = [];
    const queue = queueOn((batch) => {
      appends.push(batch.size);
      return appends.length === 1 ? failing.promise : Promise.resolve();
    });
    const [one, two] = [new Listener('one'), new Listener('two')];
    queue.add(one, edit);
    await expect.poll(() => appends).toEqual([1]);
    queue.add(one, edit);
    queue.add(two, edit);
    failing.reject(new Error('The disk is full'));
    await queue.idle();
    expect([one.heard, two.heard, appends]).toEqual([['lost 2'], ['committed 1'], [1, 1]]);
  });

  it('gives each of two rooms of one board an entry of its own', async () => {
    const batches: number[] = [];
    const queue = queueOn(async (batch) => {
      batches.push([...batch.values()].flat().length);
    });
    const [broken, successor] = [new Listener('one'), new Listener('one')];
    queue.add(broken, edit);
    queue.add(successor, edit);
    queue.add(successor, edit);
    await queue.idle();
    expect([broken.heard, successor.heard, batches]).toEqual([['committed 1'], ['committed 2'], [1, 2]]);
  });

  it("goes on for the others when one board's hearing of it throws", async () => {
    const queue = queueOn(async () => undefined);
    const [broken, sound] = [new Listener('broken', true), new Listener('sound')];
    queue.add(broken, edit);
    queue.add(sound, edit);
    await queue.idle();
    queue.add(sound, edit);
    await queue.idle();
    expect([broken.heard, sound.heard]).toEqual([['Error: A bug'], ['committed 1', 'committed 1']]);
  });
});
