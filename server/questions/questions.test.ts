import type { NoteId } from '@duken/shared/board';
import { readQuiet } from '@duken/shared/quiet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';

const words = 'Kan du skrive sint i stedet?';

describe('a quiet question to a child', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await openTestServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterAll(() => server.close());

  async function sitDown() {
    const leader = await BoardUser.withNewBoard(origin);
    const join = (name: string, voice: 'child' | 'family' | 'service') =>
      BoardUser.joining(origin, leader.boardId, leader.joinSecret, name, voice);
    const [liya, mor, mona] = [await join('Liya', 'child'), await join('Mor', 'family'), await join('Mona', 'service')];
    const window = liya.openBoard(origin);
    await window.allSaved();
    window.write('redd', 'child');
    await window.allSaved();
    const own = async (person: BoardUser) => {
      const document = person.openBoard(origin, new Y.Doc(), '/private');
      await document.allSaved();
      return () => readQuiet(document.doc);
    };
    const ask = (person: BoardUser, noteId = 'redd') => person.ask(origin, 'POST', '/questions', { noteId, words });
    const answer = (person: BoardUser, said: string, noteId = 'redd') =>
      person.ask(origin, 'POST', '/questions/answer', { noteId, answer: said });
    return { leader, liya, mor, mona, window, join, own, ask, answer };
  }

  const kindOf = ({ status, body }: { readonly status: number; readonly body: string }) => [
    status,
    String(JSON.parse(body).type).replace('/problems/', ''),
  ];

  it('is before the child with who asks, changes nothing on the duk, and nobody else is sent a word of it', async () => {
    const { leader, liya, mor, mona, window, own, ask, answer } = await sitDown();
    const [childs, mothers] = [await own(liya), await own(mor)];
    const heard = await Promise.all(
      ['', '/private', '/translations', '/news'].flatMap((part) =>
        [leader, mona].map((one) => one.record(origin, part)),
      ),
    );
    const events = await Promise.all([leader, mona, liya].map((one) => one.listen(origin)));
    const before = JSON.stringify(window.doc.toJSON());
    expect(await ask(mor)).toEqual({ status: 204, body: '' });
    await expect.poll(() => childs().asked, patience).toMatchObject([{ noteId: 'redd', by: 'Mor', words }]);
    await expect.poll(() => mothers().askedOf, patience).toMatchObject([{ noteId: 'redd', of: 'Liya', words }]);
    expect(await answer(liya, 'later')).toEqual({ status: 204, body: '' });
    await expect.poll(() => mothers().askedOf[0]?.answer, patience).toBe('later');
    await answer(liya, 'yes');
    await expect.poll(() => mothers().askedOf[0]?.answer, patience).toBe('yes');
    expect(JSON.stringify(window.doc.toJSON())).toBe(before);

    // What comes after it comes by the same ways: nothing of it went before.
    window.write('etterpå', 'child');
    await expect.poll(() => heard.flat().filter((frame) => frame.includes('Lapp etterp')).length, patience).toBe(2);
    expect(heard.flat().filter((frame) => frame.includes('sint i stedet'))).toEqual([]);
    expect(events.flat().filter((changed) => !['participants', 'people', 'actions'].includes(changed))).toEqual([]);
  });

  it('is one at a time about a note, from whomever, and a no is a no', async () => {
    const { liya, mor, mona, own, ask, answer } = await sitDown();
    const childs = await own(liya);
    await ask(mor);
    expect(kindOf(await ask(mona))).toEqual([409, 'childAskedAlready']);
    await answer(liya, 'later');
    expect(kindOf(await ask(mor))).toEqual([409, 'childAskedAlready']);
    await answer(liya, 'yes');
    expect((await ask(mona)).status).toBe(204);
    await answer(liya, 'no');
    expect(kindOf(await ask(mor))).toEqual([409, 'childSaidNo']);
    await expect.poll(() => childs().asked, patience).toMatchObject([{ by: 'Mona', answer: 'no' }]);
  });

  it('is one unanswered from each who asks', async () => {
    const { liya, mor, mona, window, ask, answer } = await sitDown();
    window.write('sint', 'child');
    await window.allSaved();
    await ask(mor);
    expect(kindOf(await ask(mor, 'sint'))).toEqual([409, 'childHasYourQuestion']);
    expect((await ask(mona, 'sint')).status).toBe(204);
    await answer(liya, 'later');
    expect(kindOf(await ask(mor, 'sint'))).toEqual([409, 'childAskedAlready']);
    await answer(liya, 'yes', 'sint');
    expect((await ask(mor, 'sint')).status).toBe(204);
  });

  it('is asked of a child’s own note by others alone, and answered by the child alone', async () => {
    const { liya, mor, mona, window, join, ask, answer } = await sitDown();
    const sibling = await join('Sara', 'child');
    const mors = mor.openBoard(origin, new Y.Doc());
    await mors.allSaved();
    mors.write('mors', 'family');
    await mors.allSaved();
    await expect.poll(window.notes, patience).toContain('mors');
    expect(kindOf(await ask(mona, 'mors'))).toEqual([404, 'childsNoteNotFound']);
    expect(kindOf(await ask(mona, 'finnes-ikke'))).toEqual([404, 'childsNoteNotFound']);
    expect((await ask(liya)).status).toBe(403);
    expect((await ask(sibling)).status).toBe(403);
    expect((await mor.ask(origin, 'POST', '/questions', { noteId: 'redd', words: ' \n ' })).status).toBe(400);
    await ask(mor);
    for (const other of [mor, mona, sibling])
      expect(kindOf(await answer(other, 'yes'))).toEqual([404, 'childsNoteNotFound']);
    expect((await answer(liya, 'ja')).status).toBe(400);
    // A note that the child takes away takes the question along.
    (window.board.notes.get('redd' as NoteId) as Y.Map<unknown>).set('deletedAt', 9);
    await window.allSaved();
    expect(kindOf(await answer(liya, 'yes'))).toEqual([404, 'childsNoteNotFound']);
  });

  it('is before whom the child lets write for it too, who answers with the child', async () => {
    const { leader, liya, mor, mona, own, ask, answer } = await sitDown();
    const idOf = async (person: BoardUser) => ((await person.get(origin, '/me')) as { personId: string }).personId;
    const helperId = await idOf(mona);
    expect((await leader.ask(origin, 'PATCH', `/people/${await idOf(liya)}`, { helperId })).status).toBe(200);
    // Named is not yet let: until the child has said yes, it is the child's alone.
    expect((await ask(mor)).status).toBe(204);
    const helpers = await own(mona);
    expect(helpers().asked).toEqual([]);
    await answer(liya, 'yes');
    expect((await liya.ask(origin, 'PUT', '/me/helper', { confirmed: true, helperId })).status).toBeLessThan(300);
    expect((await ask(mona)).status).toBe(403);
    expect((await ask(mor)).status).toBe(204);
    await expect.poll(() => helpers().asked, patience).toMatchObject([{ by: 'Mor', words }]);
    expect((await answer(mona, 'no')).status).toBe(204);
    const childs = await own(liya);
    await expect.poll(() => childs().asked, patience).toMatchObject([{ answer: 'no' }]);
    // Whoever writes for it cannot be pressed to take the no back; the child itself can.
    expect(kindOf(await answer(mona, 'yes'))).toEqual([409, 'childSaidNo']);
    expect((await answer(liya, 'later')).status).toBe(204);
    expect((await answer(mona, 'yes')).status).toBe(204);
  });

  it('is not answered by somebody who was let again, of what was asked meanwhile, before they have seen it', async () => {
    const { leader, liya, mor, mona, join, own, ask, answer } = await sitDown();
    const idOf = async (person: BoardUser) => ((await person.get(origin, '/me')) as { personId: string }).personId;
    const helperId = await idOf(mona);
    await leader.ask(origin, 'PATCH', `/people/${await idOf(liya)}`, { helperId });
    const lets = async (confirmed: boolean) =>
      expect((await liya.ask(origin, 'PUT', '/me/helper', { confirmed, helperId })).status).toBeLessThan(300);
    await lets(true);
    await ask(mor);
    const [childs, helpers] = [await own(liya), await own(mona)];
    await expect.poll(() => helpers().asked, patience).toMatchObject([{ by: 'Mor' }]);
    await lets(false);
    expect(kindOf(await answer(mona, 'yes'))).toEqual([404, 'childsNoteNotFound']);
    await answer(liya, 'yes');
    const far = await join('Far', 'family');
    expect((await ask(far)).status).toBe(204);
    await lets(true);
    // What they see is still what mother asked.
    expect(helpers().asked).toMatchObject([{ by: 'Mor' }]);
    expect(kindOf(await answer(mona, 'yes'))).toEqual([404, 'childsNoteNotFound']);
    await expect.poll(() => childs().asked, patience).toMatchObject([{ by: 'Far' }]);
    expect(childs().asked[0]).not.toHaveProperty('answer');
    // Now they do.
    await expect.poll(() => helpers().asked, patience).toMatchObject([{ by: 'Far' }]);
    expect((await answer(mona, 'later')).status).toBe(204);
    await expect.poll(() => childs().asked, patience).toMatchObject([{ by: 'Far', answer: 'later' }]);
  });

  it('is put to nobody where the child has no seat any more', async () => {
    const { leader, liya, mor, ask } = await sitDown();
    expect((await leader.ask(origin, 'DELETE', `/participants/${liya.participantId}`)).status).toBeLessThan(300);
    expect(kindOf(await ask(mor))).toEqual([404, 'childsNoteNotFound']);
  });

  it('is not put by a program to note after note', async () => {
    const { mor, ask } = await sitDown();
    const answers = await Promise.all(Array.from({ length: 61 }, (_, at) => ask(mor, `finnes-ikke-${at}`)));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });
});
