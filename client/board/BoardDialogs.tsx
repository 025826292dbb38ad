import type { Board, NoteId } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useMemo } from 'react';
import type { BoardSession } from '../session/index.ts';
import type { DialogSlot } from '../ui/index.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { BinDialog } from './BinDialog.tsx';
import type { DialogName } from './BoardTop.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { BoardActions } from './useBoardActions.ts';
import { useBoardWhile, useSavedStatus } from './useBoardSession.ts';

/** Dialogs that other features own, joined in app/routes.tsx. */
export interface BoardSlots {
  readonly inviteDialog: (slot: DialogSlot) => ReactNode;
  readonly meetingPanel: (slot: DialogSlot) => ReactNode;
  readonly freezeDialog: (slot: DialogSlot & { readonly board: Board; readonly isSaved: boolean }) => ReactNode;
}

interface BoardDialogsProps extends BoardSlots {
  readonly boardId: string;
  readonly session: BoardSession;
  readonly template: Template;
  readonly actions: BoardActions;
  readonly isLeader: boolean;
  /** Names to propose for who does a tiltak. */
  readonly people: readonly string[];
  readonly dialog: DialogName | undefined;
  readonly onDialog: (dialog: DialogName | undefined) => void;
  /** The note that is being moved, and the one that is being made a tiltak. */
  readonly moving: NoteId | undefined;
  readonly onMoving: (noteId: NoteId | undefined) => void;
  readonly acting: NoteId | undefined;
  readonly onActing: (noteId: NoteId | undefined) => void;
}

/** Every dialog over the duk. They follow the board only while one is open: closed, they cost nothing when others write. */
export function BoardDialogs(props: BoardDialogsProps): ReactNode {
  const { session, template, actions, dialog, moving, acting } = props;
  const isOpen = dialog !== undefined || moving !== undefined || acting !== undefined;
  const board = useBoardWhile(session, isOpen);
  const isSaved = useSavedStatus(session).kind === 'saved';
  const owners = useMemo(() => namesToChoose(props.people, board, 'owner'), [props.people, board]);
  const services = useMemo(() => namesToChoose([], board, 'service'), [board]);
  const find = (noteId: NoteId | undefined) => board.notes.find(({ id }) => id === noteId);
  const slot = (name: DialogName): DialogSlot => ({
    open: dialog === name,
    onClose: () => props.onDialog(undefined),
  });
  return (
    <>
      <MoveDialog
        board={board}
        template={template}
        note={find(moving)}
        actions={actions}
        onClose={() => props.onMoving(undefined)}
      />
      <ActionDialog
        session={session}
        note={find(acting)}
        people={owners}
        services={services}
        actions={actions}
        onClose={() => props.onActing(undefined)}
      />
      <BinDialog
        boardId={props.boardId}
        board={board}
        mayWrite={session.mayWrite}
        mayEmpty={props.isLeader}
        actions={actions}
        {...slot('bin')}
      />
      {props.isLeader && props.inviteDialog(slot('invite'))}
      {props.isLeader && props.meetingPanel(slot('meeting'))}
      {props.isLeader && props.freezeDialog({ ...slot('freeze'), board, isSaved })}
    </>
  );
}

/** Names already used on this duk, each once, by the alphabet. */
function namesToChoose(people: readonly string[], board: Board, field: 'owner' | 'service'): readonly string[] {
  const used = board.notes.flatMap(({ action }) => (action?.[field] ? [action[field]] : []));
  return [...new Set([...people, ...used])].sort((a, b) => a.localeCompare(b, 'nb'));
}
