import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';

const minute = 60_000;

describe('a pause that somebody asks for', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  async function sitDown() {
    const leader = await BoardUser.withNewBoard(origin);
    const join = (name: string) => BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, 'family');
    const [ida, far] = [await join('Ida'), await join('Far')];
    const window = leader.openBoard(origin);
    await window.allSaved();
    const pause = () => window.board.meeting.get('pause') as { from: number; until: number } | undefined;
    return { leader, ida, far, window, pause, lasts: () => (pause()?.until ?? 0) - (pause()?.from ?? 0) };
  }

  it('is five minutes for all, from the server, and the same whoever asked', async () => {
    const { leader, ida, far, window, pause, lasts } = await sitDown();
    const heard = [await leader.record(origin), await ida.record(origin), await far.record(origin)];
    const asked: string[] = [];
    for (const person of [ida, far, leader]) {
      server.waitMs(10 * minute);
      const before = heard.map((frames) => frames.length);
      expect(await person.ask(origin, 'POST', '/pause')).toMatchObject({ status: 204, body: '' });
      await expect.poll(() => (pause()?.until ?? 0) - server.now(), patience).toBeGreaterThan(4 * minute);
      expect(lasts()).toBe(5 * minute);
      await expect
        .poll(
          () => heard.every((frames, at) => frames.slice(before[at]).some((frame) => frame.includes('until'))),
          patience,
        )
        .toBe(true);
      // Whoever asked hears the very bytes that everybody hears. A key set anew is not named in them; what it holds is.
      const fresh = heard.map((frames, at) =>
        frames
          .slice(before[at])
          .filter((frame) => frame.includes('until'))
          .join(''),
      );
      expect(new Set(fresh).size).toBe(1);
      asked.push(...fresh);
    }
    for (const { participantId } of [leader, ida, far])
      expect(asked.filter((frame) => frame.includes(participantId))).toEqual([]);
    const owners = await server.storage.journal.owners(leader.boardId);
    const [item] = [...window.board.meeting._map].filter(([key]) => key === 'pause').map(([, value]) => value);
    expect(owners.get(item?.id.client ?? -1)).toBe('server');
  });

  it('is not begun anew while it goes on, and not at once after', async () => {
    const { ida, far, pause } = await sitDown();
    await ida.ask(origin, 'POST', '/pause');
    await expect.poll(pause, patience).toBeDefined();
    const first = pause();
    server.waitMs(minute);
    expect((await far.ask(origin, 'POST', '/pause')).status).toBe(204);
    // Somebody who comes now finds the same.
    const late = far.openBoard(origin, new Y.Doc());
    await late.allSaved();
    expect(late.board.meeting.get('pause')).toEqual(first);
    server.waitMs(5 * minute);
    for (const person of [ida, far]) {
      const refused = await person.ask(origin, 'POST', '/pause');
      expect([refused.status, JSON.parse(refused.body).type]).toEqual([429, '/problems/pauseJustWas']);
    }
    server.waitMs(2 * minute);
    expect((await far.ask(origin, 'POST', '/pause')).status).toBe(204);
  });

  it('is ended for all by the leader alone', async () => {
    const { leader, ida, pause, lasts } = await sitDown();
    await ida.ask(origin, 'POST', '/pause');
    await expect.poll(pause, patience).toBeDefined();
    server.waitMs(minute);
    expect((await ida.ask(origin, 'DELETE', '/pause')).status).toBe(403);
    expect((await leader.ask(origin, 'DELETE', '/pause')).status).toBe(204);
    await expect.poll(lasts, patience).toBeLessThan(2 * minute);
  });

  it('is laid by no program of one’s own', async () => {
    const { ida } = await sitDown();
    const window = ida.openBoard(origin, new Y.Doc());
    await window.allSaved();
    window.board.meeting.set('pause', { from: 1, until: 2, by: 'far' });
    await expect.poll(() => window.closeReasons, patience).toEqual(['pauseByServer']);
  });
});
