import { DukList } from '../people/dukList.ts';
import { newBoard } from '../product/newBoard.ts';
import { expect as expectSoon, test } from '../product/productTest.ts';

/** Eight windows start up on the same machine. */
const expect = expectSoon.configure({ timeout: 30_000 });

// Over plain HTTP a browser opens six connections to a server, however many windows it has.
test('one browser with the duk in eight windows: each writes, hears the others, freezes and takes the plan home', async ({
  product,
  newPage,
}) => {
  test.slow();
  const seat = await newBoard(product);
  const first = await newPage(seat);
  const windows = [first];
  while (windows.length < 8) windows.push(await first.context().newPage());
  const lists = windows.map((page) => new DukList(page));
  await Promise.all(
    lists.map(async ({ page, box }) => {
      await page.goto(`/duk/${seat.boardId}?vis=liste`);
      await expect(box).toBeVisible();
    }),
  );
  for (const [index, list] of lists.entries()) await list.lay(`Fra vindu ${index + 1}`, 'Jobb', 'Drømmer');
  for (const list of lists) await expect(list.theme('Jobb').locator('li[data-note]')).toHaveCount(lists.length);

  // Whatever a window asks the server for, it asks like any page.
  const last = lists.at(-1)?.page ?? first;
  const api = `/api/boards/${seat.boardId}`;
  const ask = ({ path, body }: { path: string; body?: object }) =>
    last.evaluate(
      async ([address, sent]) => {
        const asked = sent ? { method: 'POST', body: JSON.stringify(sent) } : {};
        const reply = await fetch(address, { ...asked, headers: { 'content-type': 'application/json' } });
        return { status: reply.status, text: await reply.text() };
      },
      [`${api}${path}`, body] as const,
    );
  const opened = await ask({ path: '/meetings', body: { date: '2026-11-30', present: [{ name: 'Mona' }] } });
  const { meetingId } = JSON.parse(opened.text) as { meetingId: string };
  // Each window hears for itself: one that closes takes nothing from the others.
  await lists[0]?.page.close();
  const left = lists.slice(1);
  expect((await ask({ path: `/meetings/${meetingId}/freeze`, body: {} })).status).toBe(201);
  for (const { page } of left) await expect(page.getByText('Planen er klar.')).toBeVisible();
  await Promise.all(
    left.slice(0, 6).map(async ({ page }) => {
      await page.goto(`/duk/${seat.boardId}/plan/1`);
      await expect(page.getByRole('article')).toContainText('Fra vindu 8');
    }),
  );
  expect(await ask({ path: '/plans/1.pdf' })).toMatchObject({ status: 200, text: expect.stringMatching(/^%PDF/) });
});
