/** Every failure that a person can meet at the API. The names are stable: programs tell failures apart by them. */
export const problemKinds = [
  'invalidRequest',
  'malformedRequest',
  'notIn',
  'notAllowed',
  'accessEnded',
  'waiting',
  'refused',
  'plansNotGiven',
  'makerStays',
  'makerLinkStays',
  'personNotFound',
  'noChildsVoice',
  'helperIsChild',
  'helperChanged',
  'linkRefused',
  'foreignOrigin',
  'unknownHost',
  'notFound',
  'linkNotFound',
  'participantNotFound',
  'actionNotFound',
  'meetingNotFound',
  'versionNotFound',
  'versionUnreadable',
  'versionAltered',
  'requestTooSlow',
  'meetingFrozen',
  'boardEmpty',
  'boardUnreadable',
  'layoutMissing',
  'boardDamaged',
  'boardArchived',
  'ownLinkStays',
  'ownSeatStays',
  'requestTooLarge',
  'wrongMediaType',
  'headersTooLarge',
  'tooManyRequests',
  'tooManyBoards',
  'tooManyWindows',
  'internalError',
  'exportFailed',
  'exportBusy',
  'frozenTooOften',
  'binNotCleared',
  'plansBusy',
  'freezeGivenUp',
  'serverFull',
  'diskNearlyFull',
  'stopping',
  'storageUnavailable',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** A problem's `type` (RFC 9457). */
export function problemType(kind: ProblemKind): string {
  return `/problems/${kind}`;
}

/** Which failure a problem tells of; undefined for one that only a newer server knows. */
export function problemKindOf({ type }: { readonly type: string }): ProblemKind | undefined {
  return problemKinds.find((kind) => problemType(kind) === type);
}
