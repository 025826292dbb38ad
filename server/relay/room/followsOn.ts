import * as Y from 'yjs';
import type { UpdateParts } from '../wire/updateGate.ts';

/**
 * Whether an update goes right on from where its author was: something new, with nothing of it there before and nothing
 * missing that it leans on. Then it is known what Yjs will do with it, and it can wait to be worked in with others. What is
 * not as plain as that says nothing: a document must be asked.
 * @param clockOf up to where the parts of a Yjs client are there
 */
export function followsOn(parts: UpdateParts, clockOf: (clientId: number) => number): boolean {
  const { structs, ds } = parts;
  const [first] = structs;
  // Deletions alone may be old news. The parts of several clients may lean on each other, and of two lists in the name of
  // one client Yjs sees only the last.
  if (!first || !parts.isOfOneClient) return false;
  const { client } = first.id;
  const isThere = (leansOn: unknown) =>
    !(leansOn instanceof Y.ID) || leansOn.client === client || leansOn.clock < clockOf(leansOn.client);
  let clock = clockOf(client);
  for (const struct of structs) {
    if (struct.id.clock !== clock || struct instanceof Y.Skip) return false;
    if (struct instanceof Y.Item) {
      if (!isThere(struct.origin) || !isThere(struct.rightOrigin) || !isThere(struct.parent)) return false;
    }
    clock += struct.length;
  }
  for (const [clientId, deletions] of ds.clients) {
    const end = clientId === client ? clock : clockOf(clientId);
    for (const deleted of deletions) if (deleted.clock + deleted.len > end) return false;
  }
  return true;
}
