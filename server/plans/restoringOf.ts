import {
  type Board,
  BoardReader,
  lookInJournal,
  type NoteId,
  type ParticipantId,
  replayBoard,
  restoreMoment,
} from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { layoutsWith, type Template } from '@duken/shared/template';

type Updates = readonly Uint8Array[];

/** A duk at two moments, as their journals have it. */
export type RestoringRequest = { readonly layouts: readonly Template[] } & (
  | { readonly kind: 'restore'; readonly past: Updates; readonly seen: Updates }
  | {
      readonly kind: 'undo';
      /** Just before it was restored, and what it was restored to. */
      readonly before: Updates;
      readonly moment: Updates;
      readonly seats: ReadonlySet<ParticipantId>;
      readonly only?: ReadonlySet<NoteId>;
    }
);

/** What restoring goes by: the duk that it is to be, and the one that it was when somebody saw what would become different. */
export interface RestoringBoards {
  readonly past: Board;
  readonly seen: Board;
}

/**
 * To take back what was restored is to restore what was just before, over what restoring made of that: it is made anew here, so that whatever
 * anybody has done since then is not what it made.
 */
export function restoringOf(
  request: RestoringRequest,
): Result<RestoringBoards, { readonly kind: 'versionUnreadable' }> {
  const layouts = layoutsWith(request.layouts);
  if (request.kind === 'restore') return bothOf(replayBoard(request.past, layouts), replayBoard(request.seen, layouts));
  const { before, seats, only } = request;
  const [past, moment] = [replayBoard(before, layouts), replayBoard(request.moment, layouts)];
  if (!past.ok || !moment.ok) return failed({ kind: 'versionUnreadable' });
  const restored = lookInJournal(
    before,
    (board) => {
      restoreMoment(board, { past: moment.value, seen: past.value, seats, at: 0, ...(only ? { only } : {}) });
      return new BoardReader(board).read();
    },
    layouts,
  );
  return bothOf(past, restored);
}

function bothOf(
  past: Result<Board, unknown>,
  seen: Result<Board, unknown>,
): Result<RestoringBoards, { readonly kind: 'versionUnreadable' }> {
  return past.ok && seen.ok ? succeeded({ past: past.value, seen: seen.value }) : failed({ kind: 'versionUnreadable' });
}
