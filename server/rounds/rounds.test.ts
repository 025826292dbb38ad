import type { NoteId } from '@duken/shared/board';
import { theRound } from '@duken/shared/board';
import { beginDraft, readQuiet, removeDrafts } from '@duken/shared/quiet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';

const names = ['Ida', 'Mona', 'Far', 'Tor'] as const;

describe('a round without names', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  /** A leader with the duk open, and people with different voices who each have their own document open. */
  async function sitDown(people: readonly string[] = names) {
    const leader = await BoardUser.withNewBoard(origin);
    const window = leader.openBoard(origin);
    await window.allSaved();
    const writers = [];
    for (const [at, name] of people.entries()) {
      const voice = (['citizen', 'service', 'family', 'service'] as const)[at] ?? 'family';
      const person = await BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, voice);
      const own = person.openBoard(origin, new Y.Doc(), '/private');
      await own.allSaved();
      writers.push({ name, person, own });
    }
    const round = () => window.board.meeting.get('round') as { id: string; ready: number } | undefined;
    const openRound = async (): Promise<string> => {
      expect(await leader.ask(origin, 'POST', '/round')).toEqual({ status: 204, body: '' });
      await expect.poll(round, patience).toBeDefined();
      return round()?.id ?? '';
    };
    const [column, theme] = [
      window.board.template.columns[0]?.id ?? 'works',
      window.board.template.themes[0]?.id ?? '',
    ];
    type Writer = (typeof writers)[number];
    const write = async ({ name, own }: Writer, id: string, count = 1): Promise<void> => {
      for (let number = 0; number < count; number++) {
        const draft = { id: `${name}${number}` as NoteId, text: `Ord ${name} ${number}`, begunAt: number, round: id };
        beginDraft(own.doc, { ...draft, cell: { column, theme } });
      }
      await own.allSaved();
    };
    const done = async ({ person }: Writer): Promise<void> => {
      expect(await person.ask(origin, 'POST', '/round/done')).toEqual({ status: 204, body: '' });
    };
    const laid = () =>
      [...window.board.notes.entries()].map(([id, note]) => {
        const map = note as Y.Map<unknown>;
        return { id, text: String(map.get('text')), map };
      });
    const lay = () => leader.ask(origin, 'POST', '/round/laid');
    return { leader, window, writers, round, openRound, write, done, laid, lay };
  }

  const kindOf = ({ body }: { readonly body: string }): unknown => JSON.parse(body).type;

  it('lies on the duk all at once, by nobody, with ids, clocks and order that tell nothing', async () => {
    const table = await sitDown();
    const { leader, writers, openRound, write, done, laid, lay, round } = table;
    const id = await openRound();
    const watcher = writers[3]?.person ?? leader;
    const heard = [await leader.record(origin), await watcher.record(origin)];
    const others = [
      await leader.record(origin, '/private'),
      await watcher.record(origin, '/translations'),
      await leader.record(origin, '/news'),
    ];
    const events = await leader.listen(origin);
    for (const writer of writers) await write(writer, id, 3);
    // In an order that somebody at the table could watch.
    for (const [at, writer] of writers.entries()) {
      await done(writer);
      await expect.poll(() => round()?.ready, patience).toBe(at + 1);
    }
    const before = [...heard, ...others].flat();
    expect(before.filter((frame) => frame.includes('Ord '))).toEqual([]);

    expect(await lay()).toEqual({ status: 204, body: '' });
    await expect.poll(() => laid().length, patience).toBe(12);
    await expect
      .poll(() => heard.every((frames) => frames.some((frame) => frame.includes('Ord Tor 2'))), patience)
      .toBe(true);
    // The words come in one frame, the very same to all.
    const withWords = heard.map((frames) => frames.filter((frame) => frame.includes('Ord ')));
    expect(withWords.map((frames) => frames.length)).toEqual([1, 1]);
    expect(withWords[0]).toEqual(withWords[1]);
    for (const { person } of writers) expect(withWords.flat().join('')).not.toContain(person.participantId);
    expect(others.flat().filter((frame) => frame.includes('Ord'))).toEqual([]);
    expect(events.filter((changed) => !['participants', 'people', 'actions'].includes(changed))).toEqual([]);

    const keys = ['author', 'voice', 'createdAt', 'editedBy', 'deletedBy', 'deletedAt'] as const;
    expect(new Set(laid().map(({ map }) => JSON.stringify(keys.map((key) => map.get(key) ?? null)))).size).toBe(1);
    expect(laid()[0]?.map.get('author')).toBe(theRound);
    const owners = await server.storage.journal.owners(leader.boardId);
    const clients = new Set(laid().map(({ map }) => map._item?.id.client ?? -1));
    expect([...clients].map((client) => owners.get(client))).toEqual(['server']);

    // Whose each was is known to its writer alone, in another window too.
    for (const { name, own } of writers) {
      const mine = () =>
        readQuiet(own.doc)
          .drafts.flatMap(({ laidAs }) => laidAs ?? [])
          .toSorted();
      await expect.poll(() => mine().length, patience).toBe(3);
      expect(mine()).toEqual(
        laid()
          .flatMap(({ id: noteId, text }) => (text.includes(name) ? noteId : []))
          .toSorted(),
      );
    }
  });

  it('cannot be guessed: whoever goes by the order and the moments of all that came by the wire is right no oftener than by chance', async () => {
    const people = ['Ida', 'Mona', 'Far'] as const;
    const { writers, openRound, write, done, laid, lay, round } = await sitDown(people);
    const [each, times] = [12, 4];
    /** By what a guesser puts the notes in a line, to say of the first third that they are whose who was done first, and so on. */
    const lines: Record<string, (note: ReturnType<typeof laid>[number], came: number) => number | string> = {
      came: (_, came) => came,
      order: ({ map }) => String(map.get('order')),
      id: ({ id }) => id,
      clock: ({ map }) => map._item?.id.clock ?? 0,
    };
    const right: Record<string, number> = {};
    const neighbours: Record<string, number> = {};
    const before = new Set<string>();
    for (let time = 0; time < times; time += 1) {
      const id = await openRound();
      // Each writes and is done before the next begins, as somebody who watches the room would see.
      for (const [at, writer] of writers.entries()) {
        await write(writer, id, each);
        await done(writer);
        await expect.poll(() => round()?.ready, patience).toBe(at + 1);
      }
      expect((await lay()).status).toBe(204);
      await expect.poll(() => laid().length, patience).toBe((time + 1) * people.length * each);
      await expect.poll(round, patience).toBeUndefined();
      const now = laid().filter((note) => !before.has(note.id));
      for (const { id: noteId } of now) before.add(noteId);
      for (const [line, by] of Object.entries(lines)) {
        const ranked = now.map((note, came) => [by(note, came), note] as const);
        const authors = ranked.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { text }]) => text.split(' ')[1]);
        const hits = authors.filter((name, at) => name === people[Math.floor(at / each)]).length;
        right[line] = (right[line] ?? 0) + hits;
        neighbours[line] = (neighbours[line] ?? 0) + authors.filter((name, at) => name === authors[at + 1]).length;
      }
      for (const { own } of writers)
        removeDrafts(
          own.doc,
          readQuiet(own.doc).drafts.map(({ id: draftId }) => draftId),
        );
      await Promise.all(writers.map(({ own }) => own.allSaved()));
    }
    // 48 of 144 by chance, and 45 of 140 neighbours: six standard deviations more come once in hundreds of millions.
    for (const line of Object.keys(lines)) {
      expect([line, right[line]], `guessed by ${line}`).toSatisfy(([, hits]) => hits < 48 + 6 * 5.7);
      expect([line, neighbours[line]], `guessed by ${line}`).toSatisfy(([, pairs]) => pairs < 46 + 6 * 5.6);
    }
  });

  it('lays nothing of whoever left before they were done, and they find it again', async () => {
    const { writers, openRound, write, done, laid, lay } = await sitDown();
    const id = await openRound();
    for (const writer of writers) await write(writer, id);
    const [left, ...stayed] = writers;
    left?.own.provider.destroy();
    for (const writer of stayed) await done(writer);
    expect((await lay()).status).toBe(204);
    await expect.poll(() => laid().length, patience).toBe(3);
    expect(laid().filter(({ text }) => text.includes('Ida'))).toEqual([]);
    const again = left?.person.openBoard(origin, new Y.Doc(), '/private');
    await expect
      .poll(() => again && readQuiet(again.doc).drafts.map(({ text }) => text), patience)
      .toEqual(['Ord Ida 0']);
    expect(again && readQuiet(again.doc).drafts.flatMap(({ laidAs }) => laidAs ?? [])).toEqual([]);
  });

  it('says plainly that too few are there, or have written, and lays nothing then', async () => {
    const alone = await sitDown(['Ida']);
    const refused = await alone.leader.ask(origin, 'POST', '/round');
    expect([refused.status, kindOf(refused)]).toEqual([409, '/problems/roundTooFewPeople']);

    const { writers, openRound, write, done, laid, lay, round } = await sitDown(['Ida', 'Mona', 'Far']);
    const id = await openRound();
    for (const writer of writers.slice(0, 2)) await write(writer, id);
    for (const writer of writers) await done(writer);
    const tooFew = await lay();
    expect([tooFew.status, kindOf(tooFew)]).toEqual([409, '/problems/roundTooFewWrote']);
    await expect.poll(() => round()?.ready, patience).toBe(3);
    expect(laid()).toEqual([]);
  });

  it('is opened, laid and ended by the leader alone, and each is done for themself alone', async () => {
    const { leader, writers, openRound, write, done, laid, lay, round } = await sitDown();
    const [ida, mona] = [writers[0], writers[1]];
    if (!ida || !mona) throw new Error('nobody sits there');
    for (const [method, path] of [
      ['POST', '/round'],
      ['DELETE', '/round'],
      ['POST', '/round/laid'],
    ] as const)
      expect((await ida.person.ask(origin, method, path)).status).toBe(403);
    const early = await ida.person.ask(origin, 'POST', '/round/done');
    expect([early.status, kindOf(early)]).toEqual([409, '/problems/roundNotOpen']);
    const id = await openRound();
    for (const writer of writers) await write(writer, id);
    // One person in two windows is one, and who asks for another is heard for oneself.
    await done(ida);
    await done(ida);
    await ida.person.ask(origin, 'POST', `/round/done?participantId=${mona.person.participantId}`);
    await expect.poll(() => round()?.ready, patience).toBe(1);
    expect((await ida.person.ask(origin, 'DELETE', '/round/done')).status).toBe(204);
    await expect.poll(() => round()?.ready, patience).toBe(0);
    for (const writer of writers) await done(writer);
    expect((await leader.ask(origin, 'DELETE', '/round')).status).toBe(204);
    await expect.poll(round, patience).toBeUndefined();
    const over = await lay();
    expect([over.status, kindOf(over)]).toEqual([409, '/problems/roundNotOpen']);
    expect(laid()).toEqual([]);
    expect(readQuiet(ida.own.doc).drafts).toHaveLength(1);
  });

  it('has no child in it, whose words would then be anybody’s', async () => {
    const { leader, openRound } = await sitDown();
    const child = await BoardUser.joining(origin, leader.boardId, leader.joinSecret, 'Liya', 'child');
    await openRound();
    const refused = await child.ask(origin, 'POST', '/round/done');
    expect([refused.status, kindOf(refused)]).toEqual([403, '/problems/roundNotForChildren']);
  });
});
