import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('one piece of work is done in each turn of the event loop', async () => {
  const turns = new Turns();
  const told: string[] = [];
  const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve));
  for (const each of [1, 2, 3]) turns.take('Anna', () => told.push(`Anna ${each}`));
  expect(told).toEqual([]);
  expect(turns.length).toBe(3);
  for (const each of [1, 2, 3]) {
    await turnOfLoop();
    expect(told.at(-1)).toBe(`Anna ${each}`);
    expect(told.length).toBe(each);
  }
  expect(turns.length).toBe(0);
});

test('those who ask are served in rotation, each in order', async () => {
  const turns = new Turns();
  const told: string[] = [];
  await new Promise<void>((resolve) => {
    for (const name of ['Mallory 1', 'Mallory 2', 'Mallory 3', 'Anna 1', 'Bilal 1', 'Anna 2']) {
      const [who] = name.split(' ');
      turns.take(who, () => {
        if (told.push(name) === 6) resolve();
      });
    }
  });
  expect(told).toEqual(['Mallory 1', 'Anna 1', 'Bilal 1', 'Mallory 2', 'Anna 2', 'Mallory 3']);
});

test('work that asks for more goes on to the end of the line', async () => {
  const turns = new Turns();
  const told: string[] = [];
  await new Promise<void>((resolve) => {
    turns.take('Anna', () => {
      told.push('Anna');
      turns.take('Anna', () => {
        told.push('Anna again');
        resolve();
      });
    });
    turns.take('Bilal', () => told.push('Bilal'));
  });
  expect(told).toEqual(['Anna', 'Bilal', 'Anna again']);
});
