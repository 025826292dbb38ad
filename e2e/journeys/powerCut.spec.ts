import { setImmediate as nextTurn } from 'node:timers/promises';
import { Typist } from '../people/typist.ts';
import { joinBoard, newBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

/**
 * Two who write without a pause: a few notes, and then whatever else the machine has to do.
 * @param pace how many at a time, and how far ahead of what is saved they may be
 */
async function writeUntil(typists: readonly Typist[], isEnough: () => boolean, pace = { atOnce: 10, ahead: 200 }) {
  while (!isEnough()) {
    for (const typist of typists) for (let note = 0; note < pace.atOnce; note += 1) typist.writeNote();
    await nextTurn();
    await expect
      .poll(() => typists.every(({ written, saved }) => written - saved < pace.ahead), { intervals: [1] })
      .toBe(true);
  }
}

const savedTextsOf = (typist: Typist) => Array.from({ length: typist.saved }, (_, index) => typist.noteText(index));

test('the power goes three times while two write, and nothing saved or seen by the other is lost', async () => {
  const product = await Product.start();
  try {
    const board = await newBoard(product);
    const typists = [new Typist('Eirin', board), new Typist('Gro', board)];
    for (let cut = 1; cut <= 3; cut += 1) {
      await expect.poll(() => typists.every((typist) => typist.isSynced)).toBe(true);
      const before = typists.map(({ saved }) => saved);
      await writeUntil(typists, () => typists.every(({ saved }, index) => saved >= (before[index] ?? 0) + 300));
      for (const typist of typists) for (let note = 0; note < 50; note += 1) typist.writeNote();
      await product.killHard();
      // What each knew at that moment: their own notes called saved, and all they had seen of the other's.
      const promised = [...typists.flatMap(savedTextsOf), ...typists.flatMap((typist) => seenOfOthers(typist))];
      for (const typist of typists) typist.pause();
      await product.startAgain();

      const late = new Typist('Sein', board);
      await expect.poll(() => late.isSynced).toBe(true);
      const found = new Set(late.texts());
      expect(promised.filter((text) => !found.has(text))).toEqual([]);
      late.leave();
      for (const typist of typists) typist.comeBack();
    }
    // The authors' own machines bring the rest home.
    await expect.poll(() => typists.every(({ written, saved }) => saved === written)).toBe(true);
    const [eirin, gro] = typists;
    await expect.poll(() => gro?.texts()).toEqual(eirin?.texts());
    expect(eirin?.texts()).toHaveLength(typists.reduce((sum, { written }) => sum + written, 0));
    for (const typist of typists) typist.leave();
  } finally {
    await product.remove();
  }
});

function seenOfOthers(typist: Typist): string[] {
  return typist.texts().filter((text) => !text.startsWith(`${typist.name} `));
}

test('freezing while two write holds everything that was saved before', async ({ product }) => {
  const board = await newBoard(product);
  // A seat each: who writes more than anybody can is sent away, and a busy machine may take long to freeze.
  const typists = [new Typist('Eirin', board), new Typist('Gro', await joinBoard(board, 'Gro'))];
  await expect.poll(() => typists.every((typist) => typist.isSynced)).toBe(true);
  const change = { method: 'POST', headers: { cookie: board.cookie, 'content-type': 'application/json' } };
  const meetings = `${board.url}/api/boards/${board.boardId}/meetings`;
  const meeting = await fetch(meetings, { ...change, body: JSON.stringify({ date: '2026-11-22', present: [] }) });
  const { meetingId } = (await meeting.json()) as { meetingId: string };

  await writeUntil(typists, () => typists.every(({ saved }) => saved >= 100));
  const savedBefore = typists.flatMap(savedTextsOf);
  const freezing = fetch(`${meetings}/${meetingId}/freeze`, { ...change, body: '{}' });
  let isFrozen = false;
  void freezing.then(() => {
    isFrozen = true;
  });
  await writeUntil(typists, () => isFrozen, { atOnce: 1, ahead: 1 });
  expect((await freezing).status).toBe(201);
  const writtenAfter = typists.map((typist) => {
    typist.writeNote();
    return typist.noteText(typist.written - 1);
  });

  const version = await fetch(`${board.url}/api/boards/${board.boardId}/plans/1.json`, { headers: change.headers });
  const plan = await version.text();
  expect(savedBefore.filter((text) => !plan.includes(`"${text}"`))).toEqual([]);
  expect(writtenAfter.filter((text) => plan.includes(`"${text}"`))).toEqual([]);
  for (const typist of typists) typist.leave();
});
