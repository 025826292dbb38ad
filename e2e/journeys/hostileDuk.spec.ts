import { Typist } from '../people/typist.ts';
import { joinBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('a duk with content that is none opens all the same, and says how much was left out', async ({ layTable }) => {
  const { seat, leader, join } = await layTable();
  const hostile = new Typist('Fiendtlig', seat);
  await expect.poll(() => hostile.isSynced).toBe(true);
  hostile.layNote({ text: 'Denne er hel' });
  hostile.layNote({ text: 'i en kolonne som ikke er', column: 'nowhere' });
  hostile.layNote({ text: 'uten plass', order: null });
  hostile.layNote({ text: 'fra en gang som ikke er', createdAt: 'i går' });
  const author = seat.participantId;
  const points = [Number.NaN, 1e9, 'x'];
  hostile.doc.getMap('strokes').set('wild', { points, colour: 'ink', width: -1, author });
  hostile.doc.getMap('journey').set('overall', 'paradise');
  await expect.poll(() => hostile.saved).toBe(4);

  await expect(leader.page.getByText('5 ting på duken kunne ikke leses og er utelatt.')).toBeVisible();
  const late = await join('Sein');
  await expect(late.page.getByText('5 ting på duken kunne ikke leses og er utelatt.')).toBeVisible();
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
    leader.page.getByText('5 oppføringer på duken kunne ikke leses, og er ikke med i planen.'),
  ).toBeVisible();
  hostile.leave();
});

const breaches: readonly (readonly [what: string, write: (hostile: Typist) => void])[] = [
  ['a voice that nobody was given', (hostile) => hostile.layNote({ text: 'med fremmed stemme', voice: 'devil' })],
  ['another’s name', (hostile) => hostile.layNote({ text: 'i en annens navn', author: 'noen-andre' })],
  ['a text that is none', (hostile) => hostile.layNote({ text: 42 })],
  ['a note that is none', (hostile) => hostile.doc.getMap('notes').set('rubbish', '<script>alert(1)</script>')],
  ['a later kind of duk', (hostile) => hostile.doc.getMap('duk').set('schema', 2)],
  ['the notes of all taken away', (hostile) => hostile.doc.getMap('notes').clear()],
];

test('a program that breaks the rules of the duk is shut out, and nobody sees what it did', async ({ layTable }) => {
  const { seat, leader } = await layTable();
  const honest = new Typist('Ærlig', seat);
  await expect.poll(() => honest.isSynced).toBe(true);
  honest.layNote({ text: 'Denne blir liggende' });
  await expect.poll(() => leader.sheet.whereIs('Denne blir liggende')).not.toBe('');
  for (const [what, write] of breaches) {
    const hostile = new Typist('Fiendtlig', await joinBoard(seat, 'Fiendtlig'));
    await expect.poll(() => hostile.isSynced, what).toBe(true);
    write(hostile);
    await expect.poll(() => hostile.closeCode, what).toBe(4422);
    hostile.leave();
  }
  honest.layNote({ text: 'Og denne kommer' });
  await expect.poll(() => leader.sheet.whereIs('Og denne kommer')).not.toBe('');
  expect(await leader.sheet.readNotes()).toHaveLength(2);
  await expect(leader.page.getByText('kunne ikke leses')).toBeHidden();
  honest.leave();
});
