import type { Board } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import { isBlank } from '../text/index.ts';
import type { Meeting } from './meeting.ts';

export type FreezeFailure =
  | { readonly kind: 'meetingNotFound' }
  | { readonly kind: 'meetingFrozen'; readonly version: number }
  | { readonly kind: 'boardEmpty' };

/** Whether a duk can be frozen as this meeting's plan version. */
export function mayFreeze(meeting: Meeting | undefined, board: Board): Result<Meeting, FreezeFailure> {
  if (!meeting) return failed({ kind: 'meetingNotFound' });
  if (meeting.version !== undefined) return failed({ kind: 'meetingFrozen', version: meeting.version });
  if (board.notes.every(({ text, action }) => isBlank(text) && !action)) return failed({ kind: 'boardEmpty' });
  return succeeded(meeting);
}
