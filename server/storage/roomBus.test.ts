import { expect, it } from 'vitest';
import { loneBus } from './roomBus.ts';

it('the bus of a lone server is always up, has nobody to tell, and hears nothing of its own', async () => {
  const heard: Uint8Array[] = [];
  const { ready, end } = loneBus.subscribe('board/a', (message) => heard.push(message));
  await ready;
  loneBus.onChange(() => expect.unreachable('it never goes away'));
  loneBus.publish('board/a', Uint8Array.of(1));
  await new Promise(setImmediate);
  expect(heard).toEqual([]);
  expect(loneBus).toMatchObject({ isUp: true, unsent: 0 });
  end();
  await loneBus.close();
});
