import type { MeReply } from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import { type Device, doorPath, thisDevice } from '../device/index.ts';
import type { RequestFailure } from '../http/index.ts';
import type { Welcome } from './comeIn.ts';

/** How long, in ms, whoever is let in waits until the device knows it. */
const longestWaitMs = 1_000;

/** What the server said at the door, told to the device too; where it said nothing, what it last said here, for as long as that holds. */
export async function withDevice(
  boardId: string,
  welcome: Result<Welcome, RequestFailure>,
): Promise<Result<Welcome, RequestFailure>> {
  const device = await thisDevice();
  if (!device) return welcome;
  try {
    const kept = keepOrFind(device, boardId, welcome);
    // The server has answered: a disk that is slow keeps nobody standing there.
    return await (welcome.ok ? Promise.race([kept, after(longestWaitMs, welcome)]) : kept);
  } catch (error) {
    // A browser that cannot keep anything just now is no reason to be kept out.
    reportError(error);
    return welcome;
  }
}

function after<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}

async function keepOrFind(
  device: Device,
  boardId: string,
  welcome: Result<Welcome, RequestFailure>,
): Promise<Result<Welcome, RequestFailure>> {
  if (!welcome.ok) {
    const me = saysNothing(welcome.failure) ? await device.findAnswer(boardId, doorPath) : undefined;
    return me ? succeeded({ kind: 'in', me: me as MeReply }) : welcome;
  }
  const { value } = welcome;
  if (value.kind === 'in') {
    const { participantId, seats, stays } = value.me;
    if (!stays) return welcome;
    await device.welcome(boardId, { participantId, seats, ...stays, standing: standingOf(value.me) });
    await device.keepAnswer(boardId, doorPath, value.me);
  } else if (value.kind === 'noWayIn' && isOut.includes(value.why)) await device.forget(boardId);
  else await device.lock(boardId);
  return welcome;
}

/** What decides which answers are theirs: a leader's list of links, a plan that was given to be read, a service that is let in. */
function standingOf({ role, personId, isSubject, plansGiven, service, sharing }: MeReply): string {
  return JSON.stringify([role, personId, isSubject, plansGiven, service, sharing]);
}

/** Somebody has said that they are out. A session that only ran out is none of these: they may come in again. */
const isOut: readonly Extract<Welcome, { readonly kind: 'noWayIn' }>['why'][] = ['ended', 'notLetIn', 'notInConsent'];

/** No network, or something that stands in for a server that is away. */
function saysNothing(failure: RequestFailure): boolean {
  if (failure.kind === 'problem') return failure.problem.status >= 500;
  return failure.kind === 'offline' || failure.status >= 500;
}

/** Says that the board is open before somebody. */
export async function noteUseOnDevice(boardId: string): Promise<void> {
  await (await thisDevice())?.use(boardId).catch(reportError);
}
