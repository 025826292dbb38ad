import { newExampleBoard } from '../product/newBoard.ts';
import { test } from '../product/productTest.ts';
import { expectEverythingInReach } from './outOfReach.ts';

// As 1280×1024 is at 400 %.
test('at 400 % nothing is covered, and nothing lies beside the screen', async ({ layTable, product }) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  await leader.page.setViewportSize({ width: 320, height: 256 });
  await expectEverythingInReach(leader, seat.boardId);
});
