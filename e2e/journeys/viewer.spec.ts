import { Typist } from '../people/typist.ts';
import { joinBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('somebody who may only read sees everything as it happens, and has nothing to write with', {
  tag: '@servers',
}, async ({ layTable }) => {
  const { leader, join } = await layTable();
  const reader = await join('Observatør', 'viewer');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe bedriften');
  await reader.sheet.goTo('Ringe bedriften');
  await leader.sheet.openNote('Ringe bedriften');
  await leader.sheet.type(' i morgen');
  await expect.poll(() => reader.sheet.whereIs('Ringe bedriften i morgen')).not.toBe('');

  for (const name of ['Ny lapp', 'Penn', 'Angre', 'Inviter', 'Frys møtet']) {
    await expect(reader.page.getByRole('button', { name, exact: true })).toBeHidden();
  }
  for (const phase of await reader.page.getByRole('group', { name: 'Samlet' }).getByRole('button').all()) {
    await expect(phase).toBeDisabled();
  }
  for (const key of ['Enter', 'n', 't', 'm', 'Delete', 'Alt+ArrowRight']) await reader.page.keyboard.press(key);
  const { x, y } = await reader.sheet.placeIn('now', 'Jobb');
  await reader.page.mouse.click(x, y);
  const empty = await reader.sheet.placeIn('now', 'Bosituasjon');
  await reader.page.mouse.dblclick(empty.x, empty.y);
  await expect(reader.page.getByRole('dialog')).toHaveCount(0);
  await expect(reader.sheet.editor).toBeHidden();
  await expect(leader.sheet.editor).toHaveValue('Ringe bedriften i morgen');
});

test('a program that writes by a reader’s cookie is refused, and nobody sees what it wrote', {
  tag: '@servers',
}, async ({ layTable }) => {
  const { seat, leader } = await layTable();
  const hostile = new Typist('Fiendtlig', await joinBoard(seat, 'Fiendtlig', 'viewer'));
  await expect.poll(() => hostile.isSynced).toBe(true);
  hostile.writeNote();
  await expect.poll(() => hostile.closeCode).toBe(4403);
  hostile.leave();

  await leader.sheet.newNote('Alt er som før');
  await leader.sheet.expectSaved();
  expect(await leader.sheet.readNotes()).toHaveLength(1);
  const late = new Typist('Sein', seat);
  await expect.poll(() => late.texts()).toEqual(['Alt er som før']);
  late.leave();
});
