import { Typist } from '../people/typist.ts';
import { joinBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('translations are for all and private writing for oneself, and neither is on the duk', {
  tag: '@servers',
}, async ({ layTable }) => {
  const { seat, leader } = await layTable();
  const child = await joinBoard(seat, 'Selam');
  const reader = await joinBoard(seat, 'Observatør', 'viewer');
  const open = (name: string, from: typeof seat, part: string) => new Typist(name, from, part);
  const translating = open('Mona', seat, 'translations');
  const translated = [open('Selam', child, 'translations'), open('Observatør', reader, 'translations')];
  const own = [open('Mona', seat, 'private'), open('Selam', child, 'private'), open('Observatør', reader, 'private')];
  const secondWindow = open('Selam 2', child, 'private');
  const all = [translating, ...translated, ...own, secondWindow];
  await expect.poll(() => all.every(({ isSynced }) => isSynced)).toBe(true);

  for (const typist of [translating, ...own]) typist.writeNote();
  await expect.poll(() => [translating, ...own].map(({ saved }) => saved)).toEqual([1, 1, 1, 1]);
  for (const typist of translated) await expect.poll(() => typist.texts()).toEqual(['Mona 0.']);
  await expect.poll(() => secondWindow.texts()).toEqual(['Selam 0.']);
  expect(own.map((typist) => typist.texts())).toEqual([['Mona 0.'], ['Selam 0.'], ['Observatør 0.']]);

  // Who may only read translations loses the connection, and nobody sees what they wrote.
  const [uninvited] = translated;
  uninvited?.writeNote();
  await expect.poll(() => uninvited?.closeCode).toBe(4403);
  for (const typist of all) typist.leave();

  await leader.sheet.newNote('Dette er alt');
  await leader.sheet.expectSaved();
  expect(await leader.sheet.readNotes()).toHaveLength(1);
  const late = open('Sein', seat, 'translations');
  await expect.poll(() => late.texts()).toEqual(['Mona 0.']);
  late.leave();
});

test('who leads has no way to what another has written for themself', { tag: '@servers' }, async ({ layTable }) => {
  const { seat } = await layTable();
  const child = await joinBoard(seat, 'Selam');
  const own = new Typist('Selam', child, 'private');
  await expect.poll(() => own.isSynced).toBe(true);
  own.writeNote();
  await expect.poll(() => own.saved).toBe(1);

  const leaders = new Typist('Mona', seat, 'private');
  await expect.poll(() => leaders.isSynced).toBe(true);
  expect(leaders.texts()).toEqual([]);
  const attempts = [`private/${child.personId}`, `private%2F${child.personId}`, `private?as=${child.personId}`, 'duk'];
  const guessing = attempts.map((part) => new Typist('Mona', seat, part));
  // A newcomer to the board has been let in and has read everything by the time those were answered.
  leaders.writeNote();
  await expect.poll(() => leaders.saved).toBe(1);
  for (const typist of guessing) expect(typist.texts()).not.toContain('Selam 0.');
  expect(guessing.map(({ isSynced }) => isSynced)).toEqual([false, false, expect.any(Boolean), false]);
  for (const typist of [own, leaders, ...guessing]) typist.leave();
});
