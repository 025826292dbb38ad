import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRestingThread, type RestingThread } from './restingThread.ts';

type Question =
  | { readonly say: string; readonly bytes?: Uint8Array<ArrayBuffer> }
  /** Answers and then sets the number to 1, for whoever waits without reading answers. */
  | { readonly say: string; readonly tell: Int32Array }
  | { readonly die: string }
  | { readonly end: true }
  | { readonly beSilent: true };

/** Says what it was asked to say, and how many it has answered since it started. */
interface Answer {
  readonly said: string;
  readonly count: number;
  readonly bytes?: Uint8Array;
}

const file = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    let count = 0;
    parentPort.on('message', (question) => {
      if (question.die) throw new Error(question.die);
      if (question.end) process.exit();
      if (question.beSilent) return;
      parentPort.postMessage({ said: question.say, count: ++count, bytes: question.bytes });
      if (!question.tell) return;
      Atomics.store(question.tell, 0, 1);
      Atomics.notify(question.tell, 0);
    });
  `)}`,
);

const never = 3_600_000;
const opened: RestingThread<Question, Answer>[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const thread of opened.splice(0)) await thread.close();
});

function open({ idleMs = never, ...limits }: { idleMs?: number; limitMs?: number } = {}) {
  const thread = openRestingThread<Question, Answer>(file, { idleMs, ...limits });
  opened.push(thread);
  return thread;
}

const said = (words: string, count: number) => ({ ok: true, value: { said: words, count } });
const noAnswer = (reason: string) => ({ ok: false, failure: { kind: 'noAnswer', reason } });

describe('a thread that rests', () => {
  it('answers many who ask at once, each its own, in the order asked', async () => {
    const thread = open();
    const words = Array.from({ length: 50 }, (_, number) => `nr. ${number}`);
    const order: string[] = [];
    const answers = await Promise.all(
      words.map(async (say) => {
        const answer = await thread.ask({ say });
        order.push(say);
        return answer;
      }),
    );
    expect(answers).toMatchObject(words.map((word, index) => said(word, index + 1)));
    expect(order).toEqual(words);
  });

  it('takes over the memory that it is given, and copies the rest', async () => {
    const thread = open();
    const [given, shown] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)];
    const answers = [
      await thread.ask({ say: 'given', bytes: given }, [given.buffer]),
      await thread.ask({ say: 'shown', bytes: shown }),
    ];
    expect(answers).toMatchObject([
      { value: { bytes: Uint8Array.of(1, 2, 3) } },
      { value: { bytes: Uint8Array.of(4, 5) } },
    ]);
    expect([given.length, shown.length]).toEqual([0, 2]);
  });

  it('stays for the next question, and is another after a long rest', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const thread = open({ idleMs: 1000 });
    expect(await thread.ask({ say: 'one' })).toMatchObject(said('one', 1));
    vi.advanceTimersByTime(900);
    const two = thread.ask({ say: 'two' });
    vi.advanceTimersByTime(900);
    expect(await two).toMatchObject(said('two', 2));
    vi.advanceTimersByTime(900);
    expect(await thread.ask({ say: 'three' })).toMatchObject(said('three', 3));
    vi.advanceTimersByTime(1000);
    expect(await thread.ask({ say: 'four' })).toMatchObject(said('four', 1));
  });

  it('says so to all who were waiting when it dies, and is another for the next', async () => {
    const thread = open();
    expect(await thread.ask({ say: 'before' })).toMatchObject(said('before', 1));
    const waiting = [thread.ask({ die: 'out of ink' }), thread.ask({ say: 'behind' })];
    expect(await Promise.all(waiting)).toEqual([noAnswer('out of ink'), noAnswer('out of ink')]);
    expect(await thread.ask({ say: 'after' })).toMatchObject(said('after', 1));
  });

  it('says so when it ends by itself', async () => {
    const thread = open();
    expect(await thread.ask({ end: true })).toEqual(noAnswer('the thread ended'));
    expect(await thread.ask({ say: 'after' })).toMatchObject(said('after', 1));
  });

  it('is given up when an answer takes too long, and with it what came after', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const thread = open({ limitMs: 1000 });
    const silent = thread.ask({ beSilent: true });
    vi.advanceTimersByTime(600);
    const behind = thread.ask({ beSilent: true });
    vi.advanceTimersByTime(400);
    expect(await Promise.all([silent, behind])).toEqual([noAnswer('it took too long'), noAnswer('it took too long')]);
    expect(await thread.ask({ say: 'after' })).toMatchObject(said('after', 1));
  });

  it('has all its time for each question', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const thread = open({ limitMs: 1000 });
    for (const count of [1, 2, 3]) {
      expect(await thread.ask({ say: 'again' })).toMatchObject(said('again', count));
      vi.advanceTimersByTime(900);
    }
  });

  it('gives nobody an answer that came too late to somebody else', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const thread = open({ limitMs: 1000 });
    const answered = new Int32Array(new SharedArrayBuffer(4));
    const late = thread.ask({ say: 'somebody else’s', tell: answered });
    // Without a turn of the event loop: the answer is on its way, and not read.
    Atomics.wait(answered, 0, 0);
    vi.advanceTimersByTime(1000);
    const next = thread.ask({ say: 'mine' });
    expect(await late).toEqual(noAnswer('it took too long'));
    expect(await next).toMatchObject(said('mine', 1));
  });

  it('gives up what is under way when it is closed, and takes no more', async () => {
    const thread = open();
    const waiting = thread.ask({ beSilent: true });
    await thread.close();
    expect(await waiting).toEqual(noAnswer('the thread was closed'));
    expect(await thread.ask({ say: 'after' })).toEqual(noAnswer('the thread was closed'));
    await thread.close();
  });

  it('refuses what cannot cross to a thread, and answers the next', async () => {
    const thread = open();
    const crooked = { say: () => 'a function' } as unknown as Question;
    await expect(thread.ask(crooked)).rejects.toThrow('could not be cloned');
    expect(await thread.ask({ say: 'after' })).toMatchObject(said('after', 1));
  });

  it('keeps its process alive while it works, and not while it rests', async () => {
    const program = `
      import { openRestingThread } from ${JSON.stringify(new URL('./restingThread.ts', import.meta.url).href)};
      const thread = openRestingThread(new URL(${JSON.stringify(file.href)}), { idleMs: ${never} });
      void thread.ask({ say: 'first' }).then(({ value }) => {
        console.log(value.said);
        void thread.ask({ say: 'second' }).then(({ value }) => console.log(value.said));
      });
    `;
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { timeout: 60_000 });
    expect(stdout).toBe('first\nsecond\n');
  });
});
