import {
  type Board,
  type BoardId,
  foldUpdates,
  type OpenFailure,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { type FreezeFailure, type Meeting, type MeetingId, mayFreeze } from '@duken/shared/meeting';
import { derivePlan, type PlanVersion } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { type Template, templates } from '@duken/shared/template';
import {
  type ArchivedVersion,
  type ArchivedVersionHead,
  type Directory,
  endOf,
  type Journal,
  type PlanArchive,
  updatesIn,
} from '../storage/index.ts';
import { canonicalJsonOf, sha256Of } from './sealVersion.ts';

/** The duk as SVG. Must give the same text for the same arguments, on any machine. */
export type DrawPicture = (
  board: Board,
  template: Template,
  names: ReadonlyMap<ParticipantId, string>,
  meeting: Pick<Meeting, 'date' | 'present'>,
) => string;

export interface FreezeTools {
  readonly journal: Pick<Journal, 'read'>;
  readonly archive: Pick<PlanArchive, 'list' | 'store'>;
  readonly directory: Pick<Directory, 'findMeeting' | 'listParticipants'>;
  readonly drawPicture: DrawPicture;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface FreezeRequest {
  readonly boardId: BoardId;
  readonly meetingId: MeetingId;
}

export interface Frozen {
  readonly version: number;
  readonly sha256: string;
}

export type FreezeMeetingFailure =
  | FreezeFailure
  /** The journal holds nothing, or a document that only a newer version of the product can read. */
  | { readonly kind: 'boardUnreadable'; readonly cause: OpenFailure };

export type FreezeMeeting = (request: FreezeRequest) => Promise<Result<Frozen, FreezeMeetingFailure>>;

/** Each lost race means that somebody else's freeze of this board went through; so many at once there never are. */
const maxAttempts = 100;

/**
 * Freezes a board's duk as the plan version of one of its meetings. Reads the journal, not memory: every edit that was
 * saved before the request is in the version. Of several requests for one meeting exactly one makes a version.
 *
 * @throws StorageUnavailable when the disk or database refuses; nothing is frozen then
 */
export function freezing(tools: FreezeTools): FreezeMeeting {
  return async ({ boardId, meetingId }) => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const row = await tools.directory.findMeeting(boardId, meetingId);
      // All of it is read again for each attempt, so that versions follow each other in the journal too.
      const entries = await tools.journal.read(boardId);
      const updates = updatesIn(entries);
      const board = replayBoard(updates);
      if (!board.ok) return failed({ kind: 'boardUnreadable', cause: board.failure });
      const meeting = mayFreeze(row, board.value);
      if (!meeting.ok) return meeting;
      const version = seal(
        {
          boardId,
          meeting: meeting.value,
          board: board.value,
          position: endOf(entries),
          state: foldUpdates(updates),
          names: await namesOn(tools.directory, boardId),
          previous: (await tools.archive.list(boardId)).at(-1),
          frozenAt: tools.now(),
        },
        tools.drawPicture,
      );
      if (await tools.archive.store(version)) return succeeded({ version: version.version, sha256: version.sha256 });
    }
    throw new Error(`freezing meeting ${meetingId} of board ${boardId} lost ${maxAttempts} races`);
  };
}

interface Freezable {
  readonly boardId: BoardId;
  readonly meeting: Meeting;
  readonly board: Board;
  readonly position: number;
  readonly state: Uint8Array;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly previous: ArchivedVersionHead | undefined;
  readonly frozenAt: number;
}

function seal(freezable: Freezable, drawPicture: DrawPicture): ArchivedVersion {
  const { boardId, meeting, position, state, names, previous, frozenAt } = freezable;
  // What was thrown away is not on the duk, and a version goes to people who should not read it.
  const board: Board = { ...freezable.board, bin: [] };
  const template = templates[board.templateId];
  const { id: meetingId, date, present } = meeting;
  const picture = drawPicture(board, template, names, { date, present });
  const planVersion: PlanVersion = {
    format: 1,
    boardId,
    version: (previous?.version ?? 0) + 1,
    meetingId,
    date,
    present,
    template,
    position,
    frozenAt,
    plan: derivePlan({ board, template, meeting, names }),
    sheet: board,
    stateSha256: sha256Of(state),
    pictureSha256: sha256Of(picture),
    previousSha256: previous?.sha256 ?? '',
  };
  const planJson = canonicalJsonOf(planVersion);
  return {
    boardId,
    version: planVersion.version,
    meetingId,
    position,
    frozenAt,
    state,
    planJson,
    picture,
    sha256: sha256Of(planJson),
    previousSha256: planVersion.previousSha256,
  };
}

async function namesOn(
  directory: FreezeTools['directory'],
  boardId: BoardId,
): Promise<ReadonlyMap<ParticipantId, string>> {
  const participants = await directory.listParticipants(boardId);
  return new Map(participants.map(({ id, name }) => [id, name]));
}
