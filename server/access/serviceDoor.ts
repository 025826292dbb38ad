import { comesForService, serviceStanding } from '@duken/shared/consent';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Consents } from '../storage/index.ts';
import type { OwnSeat } from './accessQuestion.ts';
import { endOfOsloDay, osloDayOf } from './osloDay.ts';

/** Whether the consents of a case let somebody through who is at its door. */
export type ServiceDoor = (seat: OwnSeat, now: number) => Promise<Result<OwnSeat, { readonly kind: 'notInConsent' }>>;

/**
 * Where consents say who shares with whom, a service comes through by being named in one that counts, until it runs out. A case
 * without consents costs nothing here: the seat tells that it has none.
 */
export function serviceDoorWith(consents: Pick<Consents, 'list'>): ServiceDoor {
  return async (seat, now) => {
    const { participant, person, board } = seat;
    const { service, voices } = person;
    if (!seat.hasConsents || !comesForService({ role: participant.role, service, voices })) return succeeded(seat);
    const standing = serviceStanding(await consents.list(board.id), service, osloDayOf(now));
    if (standing.kind === 'outside') return failed({ kind: 'notInConsent' });
    return succeeded(standing.kind === 'named' ? { ...seat, consentEndsAt: endOfOsloDay(standing.until) } : seat);
  };
}
