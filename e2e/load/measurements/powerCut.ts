import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { BoardClient } from '../boardClient.ts';
import { prepareEdits } from '../preparedEdits.ts';
import { type Arena, Table } from '../table.ts';
import { writeAtPace } from './writeAtPace.ts';

export interface PowerCutSizes {
  readonly people: number;
  readonly editsPerSecond: number;
  /** Between the first edit and the kill; each trial takes a little longer than the one before. */
  readonly seconds: number;
}

/** How long a server may take to serve what it has stored, in ms. */
const lateLoadMs = 1_500;

/** The server is killed while all write. Which edits, that others had seen or that were called safe, are not there after? */
export async function powerCut({ contestant, server }: Arena, sizes: PowerCutSizes, trial: number) {
  const lifeMs = (sizes.seconds + trial * 0.37) * 1000;
  const count = Math.ceil((lifeMs / 1000 + 1) * sizes.editsPerSecond);
  const authors = Array.from({ length: sizes.people }, (_, person) => prepareEdits(person, count));
  const [seat, ...others] = await contestant.newBoard(server, 0, sizes.people + 1);
  if (!seat) throw new Error('A board without a seat');
  const table = await Table.lay({ contestant, server }, others, authors);
  const stop = writeAtPace(
    authors.map((_, author) => ({ table, author })),
    sizes.editsPerSecond,
  );
  await pause(lifeMs);
  table.check();
  await server.killHard();
  stop();
  // Nothing more can come: what is on its way from a dead process has been read when the next turn begins.
  await pause(100);
  const seen = authors.map((_, author) => table.deliveries.seen(author));
  const told = authors.map((_, author) => table.people[author]?.safeEdits ?? 0);
  await server.startAgain();
  const stored = await storedClocks(
    { contestant, server },
    seat,
    authors.map(({ clientId }) => clientId),
  );
  const lost = authors.map(({ ends }, author) => {
    const promised = Math.max(seen[author] ?? 0, told[author] ?? 0);
    const kept = ends.filter((end) => end <= (stored[author] ?? 0)).length;
    return Math.max(0, promised - kept);
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { lost: sum(lost), seen: sum(seen), told: sum(told) };
}

async function storedClocks(
  { contestant, server }: Arena,
  seat: Parameters<typeof BoardClient.join>[2],
  clients: readonly number[],
): Promise<readonly number[]> {
  if (!contestant.holdsDocuments) return clients.map(() => 0);
  const doc = new Y.Doc();
  const client = await BoardClient.join(contestant, server, seat, { onEdits: (update) => Y.applyUpdate(doc, update) });
  if (client.state) Y.applyUpdate(doc, client.state);
  // Some serve an empty board first, and what they have stored when they have read it.
  await pause(lateLoadMs);
  await client.leave();
  return clients.map((clientId) => Y.getState(doc.store, clientId));
}
