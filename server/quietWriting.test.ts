import { addNote, type NoteId } from '@duken/shared/board';
import { beginDraft, markQuietly, placeDraft, readQuiet, removeDrafts, writeDraft } from '@duken/shared/quiet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardUser, openTestServer, patience, type TestServer } from './testing/index.ts';

const [fear, hope] = ['fear', 'hope'] as [NoteId, NoteId];
/** Words that nobody may hear before they are laid. */
const words = ['gruer', 'søvnløs'];

describe('what somebody writes quietly', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  /** A leader, the citizen, and somebody more, who hears all that a browser can be sent. */
  async function sitDown() {
    const leader = await BoardUser.withNewBoard(origin);
    const join = (name: string, voice: 'citizen' | 'service') =>
      BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, voice);
    const [ida, mona] = [await join('Ida', 'citizen'), await join('Mona', 'service')];
    const duk = ida.openBoard(origin);
    const own = ida.openBoard(origin, new Y.Doc(), '/private');
    await Promise.all([duk.allSaved(), own.allSaved()]);
    const recordAll = (part: string) => Promise.all([leader, mona].map((person) => person.record(origin, part)));
    const [duks, theirOwn, translations, news] = await Promise.all(
      ['', '/private', '/translations', '/news'].map(recordAll),
    );
    const events = await Promise.all([leader, mona].map((person) => person.listen(origin)));
    // All that comes to somebody who sits down has come: what the duk holds and who is at it, and that one's own is empty.
    await expect.poll(() => (duks ?? []).map((frames) => frames.length), patience).toEqual([2, 2]);
    await expect.poll(() => (theirOwn ?? []).map((frames) => frames.length), patience).toEqual([1, 1]);
    await expect.poll(() => translations?.[0]?.length, patience).toBe(1);
    const heard = [duks, theirOwn, translations].flatMap((frames) => frames ?? []);
    return { leader, ida, mona, duk, own, heard, news: news ?? [], events };
  }

  const framesOf = (heard: readonly (readonly string[])[]): readonly string[] => heard.flat();

  it('is sent to nobody else, not a frame of it, until its writer lays it', async () => {
    const { ida, duk, own, heard, news, events } = await sitDown();
    const before = framesOf(heard).length;
    own.doc.transact(() => beginDraft(own.doc, { id: fear, text: 'Jeg', begunAt: 1 }));
    for (const letter of ' gruer meg, og er søvnløs') {
      const text = readQuiet(own.doc).drafts[0]?.text ?? '';
      writeDraft(own.doc, fear, text + letter);
      await new Promise((resolve) => setImmediate(resolve));
    }
    beginDraft(own.doc, { id: hope, text: 'gruer', begunAt: 2 });
    placeDraft(own.doc, hope, { column: 'dream', theme: '' });
    markQuietly(own.doc, hope, true);
    await own.allSaved();

    // The first frame that anybody gets is what comes after: it would have had to pass the others on its way.
    const column = duk.board.template.columns[0]?.id ?? 'works';
    const cell = { column, theme: duk.board.template.themes[0]?.id ?? '' };
    const note = { id: 'aloud' as NoteId, cell, text: 'Sagt høyt', voice: 'citizen', createdAt: 3 } as const;
    addNote(duk.board, { ...note, author: ida.participantId });
    await duk.allSaved();
    await expect.poll(() => framesOf(heard).filter((frame) => frame.includes('Sagt h')).length, patience).toBe(2);
    const since = framesOf(heard).length - before;
    // Made in the bin and taken out of it: two edits to each of two duks, in one frame or two.
    expect(since).toBeLessThanOrEqual(4);
    // Who sat down may still be news; nothing else is.
    expect(events.flat().filter((changed) => changed !== 'participants')).toEqual([]);
    expect(framesOf(news).filter((frame) => frame !== JSON.stringify({ changed: 'participants' }))).toEqual([]);
    for (const word of words) {
      const bytes = Buffer.from(word).toString('latin1');
      expect(framesOf([...heard, ...news]).filter((frame) => frame.includes(bytes))).toEqual([]);
    }

    // Laid by its writer, it is as any note; what is not laid stays away.
    addNote(duk.board, { ...note, id: fear, text: 'Jeg gruer meg', author: ida.participantId });
    removeDrafts(own.doc, [fear]);
    await Promise.all([duk.allSaved(), own.allSaved()]);
    await expect.poll(() => framesOf(heard).filter((frame) => frame.includes('gruer')).length, patience).toBe(2);
  });

  it('is there again for its writer, in another window, and for nobody who asks in another’s place', async () => {
    const { leader, mona, ida, own } = await sitDown();
    beginDraft(own.doc, { id: fear, text: 'Jeg gruer meg', begunAt: 1 });
    await own.allSaved();
    own.provider.destroy();
    const again = ida.openBoard(origin, new Y.Doc(), '/private');
    await expect.poll(() => readQuiet(again.doc).drafts.map(({ text }) => text), patience).toEqual(['Jeg gruer meg']);
    for (const person of [leader, mona]) {
      const theirs = person.openBoard(origin, new Y.Doc(), '/private');
      await theirs.allSaved();
      expect(readQuiet(theirs.doc).drafts).toEqual([]);
      // No address names whose it is.
      await expect(person.record(origin, `/private/${ida.participantId}`)).rejects.toThrow('404');
    }
  });
});
