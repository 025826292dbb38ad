import { documentIdOf } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import { consentState } from '@duken/shared/consent';
import type { MeetingId } from '@duken/shared/meeting';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Template } from '@duken/shared/template';
import { osloDayOf } from '../access/index.ts';
import { subjectPresenceOn } from '../people/index.ts';
import { type Consents, type Directory, endOf, type Journal, type PlanArchive, updatesIn } from '../storage/index.ts';
import type { VersionMaker, VersionMakerFailure } from './versionMaker.ts';

export interface FreezeTools {
  readonly journal: Pick<Journal, 'read'>;
  readonly archive: Pick<PlanArchive, 'list' | 'store'>;
  readonly directory: Pick<Directory, 'findMeeting' | 'helperSeats' | 'listParticipants' | 'listPeople'>;
  readonly consents: Pick<Consents, 'list'>;
  readonly makeVersion: VersionMaker['make'];
  /** The operator's own layouts. */
  readonly layouts?: readonly Template[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface FreezeRequest {
  readonly boardId: BoardId;
  readonly meetingId: MeetingId;
  /** Waited for before a version is kept; where it fails, none is. */
  readonly first?: (version: number) => Promise<void>;
}

export interface Frozen {
  readonly version: number;
  readonly sha256: string;
}

/** `frozenTooOften`: as many versions were made of this duk within a day as any row of meetings needs. */
export type FreezeDukFailure = VersionMakerFailure | { readonly kind: 'frozenTooOften' };

export type FreezeMeeting = (request: FreezeRequest) => Promise<Result<Frozen, FreezeDukFailure>>;

const dayMs = 24 * 60 * 60 * 1000;
/** Versions of one duk within a day: a meeting is an hour at least. A version of a crowded duk takes some 3 MB for ever. */
const maxVersionsPerDay = 24;

/** Each lost race means that somebody else's freeze of this board went through; so many at once there never are. */
const maxAttempts = 100;

/**
 * Freezes a board's duk as the plan version of one of its meetings. Reads the journal, not memory: every edit that was
 * saved before the request is in the version. Of several requests for one meeting exactly one makes a version.
 *
 * @throws StorageUnavailable when the disk or database refuses; nothing is frozen then
 */
export function freezing(tools: FreezeTools): FreezeMeeting {
  return async ({ boardId, meetingId, first }) => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const row = await tools.directory.findMeeting(boardId, meetingId);
      // All of it is read again for each attempt, so that versions follow each other in the journal too.
      const versions = await tools.archive.list(boardId);
      const now = tools.now();
      const ofToday = versions.filter(({ frozenAt }) => frozenAt > now - dayMs);
      if (row?.version === undefined && ofToday.length >= maxVersionsPerDay) return failed({ kind: 'frozenTooOften' });
      const entries = await tools.journal.read(documentIdOf(boardId, 'duk'));
      const made = await tools.makeVersion({
        boardId,
        meeting: row,
        updates: updatesIn(entries),
        position: endOf(entries),
        names: await namesOn(tools.directory, boardId),
        helpers: new Set(await tools.directory.helperSeats(boardId)),
        people: new Map((await tools.directory.listPeople(boardId)).map(({ id, name }) => [id, name])),
        previous: versions.at(-1),
        ...(tools.layouts ? { layouts: tools.layouts } : {}),
        frozenAt: now,
      });
      if (!made.ok) return made;
      const { version, sha256 } = made.value;
      // What was agreed on when they met belongs to the version, and changes nothing of what is hashed.
      const today = osloDayOf(now);
      const counting = (await tools.consents.list(boardId)).filter((each) => consentState(each, today) === 'given');
      const consents = counting.length > 0 ? { consents: counting.map(({ id }) => id) } : {};
      const subject = await subjectPresenceOn(tools.directory, boardId, row?.present ?? []);
      await first?.(version);
      if (await tools.archive.store({ ...made.value, ...consents }, subject)) return succeeded({ version, sha256 });
    }
    throw new Error(`freezing meeting ${meetingId} of board ${boardId} lost ${maxAttempts} races`);
  };
}

async function namesOn(
  directory: FreezeTools['directory'],
  boardId: BoardId,
): Promise<ReadonlyMap<ParticipantId, string>> {
  const participants = await directory.listParticipants(boardId);
  return new Map(participants.map(({ id, name }) => [id, name]));
}
