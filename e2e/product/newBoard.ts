import type { Product } from './startProduct.ts';

/** Where a program sits down: the board, and the cookie of the one who may. */
export interface Seat {
  readonly url: string;
  readonly boardId: string;
  /** What a browser would send: `duk=…`. */
  readonly cookie: string;
}

/** A board made as a program makes one, through the public interface. */
export async function newBoard(product: Product): Promise<Seat> {
  const reply = await fetch(`${product.url}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Planen til Eirin', templateId: 'lorenskog', name: 'Mona' }),
  });
  if (reply.status !== 201) throw new Error(`No board: ${reply.status} ${await reply.text()}`);
  const { boardId } = (await reply.json()) as { boardId: string };
  return { url: product.url, boardId, cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
