import type { Voice } from '@duken/shared/board';
import type { Product } from './startProduct.ts';

/** Where a program sits down: the board, and the cookie of the one who may. */
export interface Seat {
  readonly url: string;
  readonly boardId: string;
  /** What a browser would send: `duk=…`. */
  readonly cookie: string;
  /** Who they are there: the author of what they write. */
  readonly participantId: string;
  /** Whose private document is theirs. */
  readonly personId: string;
}

/**
 * A board made as a program makes one, through the public interface. Mona leads it.
 * @param leader the cookie of her account, where there are accounts
 */
export async function newBoard(product: Pick<Product, 'url'>, leader?: string): Promise<Seat> {
  const body = { title: 'Planen til Eirin', templateId: 'lorenskog', name: 'Mona' };
  const { reply, cookie } = await post(`${product.url}/api/boards`, body, leader);
  const { boardId } = reply as { boardId: string };
  return seatAt(product.url, boardId, leader ?? cookie);
}

/**
 * Makes the first account of an installation that others reach than this machine.
 * @param server what printed the link by which it is made
 * @param url where people reach it
 * @returns the account's cookie
 */
export async function firstAccount(server: Pick<Product, 'log'>, url: string): Promise<string> {
  const [, secret] = /\/oppsett#([A-Za-z0-9_-]{43})/.exec(server.log) ?? [];
  const body = { secret, name: 'Mona', email: 'mona@kommune.no', password: 'traktor himmel saks onsdag' };
  return (await post(`${url}/api/setup`, body)).cookie;
}

/** A board with one of the examples played on it: notes of every kind, tiltak, and a version for each meeting. */
export async function newExampleBoard(
  product: Pick<Product, 'url'>,
  demo: 'eirin' | 'selam-dawit' | 'sander' = 'eirin',
): Promise<Seat> {
  const { reply, cookie } = await post(`${product.url}/api/demos/${demo}`, {});
  const { boardId } = reply as { boardId: string };
  return seatAt(product.url, boardId, cookie);
}

/** Who comes by a link: their name, right, and whose voice they have; without one, they are asked nothing. */
export type Guest = readonly [name: string, role?: 'editor' | 'viewer', voice?: Voice];

/** Somebody more at the leader's board, in by a link of their own. */
export async function joinBoard(leader: Seat, ...who: Guest): Promise<Seat> {
  return (await invite(leader, ...who)).seat;
}

/** The same, and the link, by which they can be kept out again. */
export async function invite(leader: Seat, ...[name, role = 'editor', voice]: Guest) {
  const board = `${leader.url}/api/boards/${leader.boardId}`;
  const { reply } = await post(`${board}/links`, { role, lobby: false }, leader.cookie);
  const { url, linkId } = reply as { url: string; linkId: string };
  const secret = new URL(url).hash.slice(1);
  const { cookie } = await post(`${board}/join`, { secret, name, ...(voice ? { voice } : {}) });
  const seat = await seatAt(leader.url, leader.boardId, cookie);
  return { seat, linkId, participantId: seat.participantId };
}

async function seatAt(url: string, boardId: string, cookie: string): Promise<Seat> {
  const me = await fetch(`${url}/api/boards/${boardId}/me`, { headers: { cookie } });
  const { participantId, personId } = (await me.json()) as { participantId: string; personId: string };
  return { url, boardId, cookie, participantId, personId };
}

async function post(url: string, body: object, cookie = ''): Promise<{ reply: unknown; cookie: string }> {
  const headers = { 'content-type': 'application/json', cookie };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status} ${await reply.text()}`);
  return { reply: await reply.json(), cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
