import type { ParticipantId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type ReactNode, useMemo } from 'react';
import { BoardStage, type BoardStageProps } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { peopleOnSheet } from './peopleOnSheet.ts';
import { useOthers } from './useBoardSession.ts';

interface PeopleStageProps extends Omit<BoardStageProps, 'pointers' | 'carets' | 'writers'> {
  readonly session: BoardSession;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly showsPointers: boolean;
  /** With each note's own words, in which carets have their place. */
  readonly ownLayout: SheetLayout;
}

/** The stage with the others on it. A moving pointer renders this alone, not the page around it. */
export function PeopleStage({
  session,
  names,
  showsPointers,
  ownLayout: layout,
  ...stage
}: PeopleStageProps): ReactNode {
  const others = useOthers(session);
  const people = useMemo(
    () =>
      peopleOnSheet(others, {
        layout,
        names,
        showsPointers,
        placeOf: (noteId, caret) => session.placeOf(noteId, caret),
      }),
    [others, layout, names, showsPointers, session],
  );
  return <BoardStage {...stage} {...people} />;
}
