import * as Y from 'yjs';
import type { UpdateParts } from '../wire/updateGate.ts';

/** Up to where the parts of a Yjs client are there. */
export type ClockOf = (clientId: number) => number;

/**
 * Whether an update leans on parts that are neither there nor in it: Yjs would set it aside, in whole or in part, until they
 * come. Parts that lean on each other in a ring, which no Yjs writes, are not found here.
 */
export function lacksParts({ structs, ds, reach }: UpdateParts, clockOf: ClockOf): boolean {
  const isThere = (leansOn: unknown) =>
    !(leansOn instanceof Y.ID) || leansOn.clock < Math.max(clockOf(leansOn.client), reach.get(leansOn.client) ?? 0);
  let client: number | undefined;
  let clock = 0;
  for (const struct of structs) {
    if (struct.id.client !== client) {
      client = struct.id.client;
      clock = clockOf(client);
    }
    // A skip stands for parts that its author knew to be there.
    if (struct instanceof Y.Skip) continue;
    if (struct.id.clock > clock) return true;
    clock = Math.max(clock, struct.id.clock + struct.length);
    if (!(struct instanceof Y.Item)) continue;
    if (!isThere(struct.origin) || !isThere(struct.rightOrigin) || !isThere(struct.parent)) return true;
  }
  for (const [clientId, deletions] of ds.clients) {
    const end = Math.max(clockOf(clientId), reach.get(clientId) ?? 0);
    for (const deleted of deletions) if (deleted.clock + deleted.len > end) return true;
  }
  return false;
}

/**
 * Whether an update that lacks no parts goes right on from where its author was, so that all of it is new. Then it is known
 * what Yjs will do with it, and it can wait to be worked in with others. What is not as plain as that says nothing: a
 * document must be asked.
 */
export function isPlainlyNew({ structs, isOfOneClient }: UpdateParts, clockOf: ClockOf): boolean {
  const [first] = structs;
  // Deletions alone may be old news. The parts of several clients may lean on each other, and of two lists in the name of
  // one client Yjs sees only the last.
  return first !== undefined && isOfOneClient && first.id.clock === clockOf(first.id.client);
}

/** The Yjs clients that an update goes on with. Parts beyond a gap, which the document has set aside already, are no news. */
export function clientsGoingOn({ structs }: UpdateParts, clockOf: ClockOf): readonly number[] {
  const clientIds: number[] = [];
  let client: number | undefined;
  let clock = 0;
  for (const struct of structs) {
    if (struct.id.client !== client) {
      client = struct.id.client;
      clock = clockOf(client);
    }
    if (struct instanceof Y.Skip || struct.id.clock > clock || struct.id.clock + struct.length <= clock) continue;
    clientIds.push(client);
    // Once is enough.
    clock = Number.POSITIVE_INFINITY;
  }
  return clientIds;
}
