import * as Y from 'yjs';
import { Typist } from '../people/typist.ts';
import { expect, test } from '../product/productTest.ts';

test('a duk with content that is none opens all the same, and says how much was left out', async ({ layTable }) => {
  const { seat, leader, join } = await layTable();
  const hostile = new Typist('Fiendtlig', seat);
  await expect.poll(() => hostile.isSynced).toBe(true);
  hostile.layNote({ text: 'Denne er hel' });
  hostile.layNote({ text: 'i en kolonne som ikke er', column: 'nowhere' });
  hostile.layNote({ text: 42 });
  hostile.layNote({ text: 'med fremmed stemme', voice: 'devil' });
  hostile.layNote({ text: new Y.Map([['text', 'i']]) });
  hostile.layNote({ text: 'uten plass', order: null });
  hostile.doc.getMap('notes').set('rubbish', '<script>alert(1)</script>');
  hostile.doc.getMap('notes').set('list', new Y.Array());
  hostile.doc.getMap('strokes').set('wild', { points: [Number.NaN, 1e9, 'x'], colour: 'ink', width: -1 });
  hostile.doc.getMap('journey').set('overall', 'paradise');
  await expect.poll(() => hostile.saved).toBe(6);

  await expect(leader.page.getByText('9 ting på duken kunne ikke leses og er utelatt.')).toBeVisible();
  const late = await join('Sein');
  await expect(late.page.getByText('9 ting på duken kunne ikke leses og er utelatt.')).toBeVisible();
  expect(await late.sheet.readNotes()).toEqual([expect.stringMatching(/^Denne er hel/)]);
  await late.sheet.openNote('Denne er hel');
  await late.sheet.type(', og kan skrives på');
  await late.sheet.closeNote();
  await expect.poll(() => leader.sheet.whereIs('Denne er hel, og kan skrives på')).not.toBe('');
  await late.page.goto(`${late.page.url().split('?')[0]}?vis=liste`);
  await expect(late.page.getByText('Denne er hel, og kan skrives på').first()).toBeVisible();

  await leader.page.getByRole('button', { name: 'Frys møtet' }).click();
  await leader.page.getByRole('dialog').getByRole('button', { name: 'Frys møtet' }).click();
  await expect(
    leader.page.getByText('9 oppføringer på duken kunne ikke leses, og er ikke med i planen.'),
  ).toBeVisible();
  hostile.leave();
});

test('a duk that becomes one of a later kind is shown no more, and takes no more writing', async ({ layTable }) => {
  const { seat, leader } = await layTable();
  const newer = new Typist('Nyere', seat);
  await expect.poll(() => newer.isSynced).toBe(true);
  newer.doc.getMap('duk').set('schema', 2);
  await expect(leader.page.getByRole('heading', { name: 'Duken kan ikke vises' })).toBeVisible();
  await expect(leader.page.getByRole('button', { name: 'Ny lapp' })).toBeHidden();
  newer.doc.getMap('duk').set('schema', 1);
  await expect(leader.page.getByRole('button', { name: 'Ny lapp' })).toBeVisible();
  newer.leave();
});
