import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForNews } from './news.ts';

/** A socket that opens, speaks and closes when the test says so. */
class HeldSocket {
  static readonly all: HeldSocket[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  constructor() {
    HeldSocket.all.push(this);
  }
  close(): void {
    this.onclose?.();
  }
}

/** The socket opened last. */
const last = (): HeldSocket => {
  const socket = HeldSocket.all.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};

describe('the news of a board', () => {
  const stops: (() => void)[] = [];
  function listen(): string[] {
    const heard: string[] = [];
    stops.push(listenForNews('board', (changed) => heard.push(changed)));
    return heard;
  }
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', HeldSocket);
    vi.stubGlobal('window', { location: { origin: 'http://localhost' } });
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    HeldSocket.all.length = 0;
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says that everything may have changed once the line stands: nobody heard what changed before', () => {
    const early = listen();
    last().onopen?.();
    const late = listen();
    last().onmessage?.({ data: '{"changed":"participants"}' });
    expect([early, late]).toEqual([['everything', 'participants'], ['participants']]);
    expect(HeldSocket.all).toHaveLength(1);
  });

  it('comes back after the line was gone, and says that everything may have changed meanwhile', () => {
    const heard = listen();
    last().onopen?.();
    last().close();
    vi.advanceTimersByTime(1000);
    last().onopen?.();
    expect([HeldSocket.all.length, heard]).toEqual([2, ['everything', 'everything']]);
  });

  it('says that access may have ended when it is refused', () => {
    const heard = listen();
    last().close();
    expect(heard).toEqual(['access']);
  });

  it('leaves out what it does not know', () => {
    const heard = listen();
    for (const data of ['', '{', '{"changed":"weather"}', new ArrayBuffer(1)]) last().onmessage?.({ data });
    expect(heard).toEqual([]);
  });
});
