import type { Board, NoteId } from '@duken/shared/board';
import type { LostPerson } from '@duken/shared/meeting';
import { doersOf } from '@duken/shared/people';
import type { ParticipantReply, PersonReply } from '@duken/shared/protocol';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useMemo } from 'react';
import { usePeopleToName } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { type DialogSlot, peopleToChoose } from '../ui/index.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { BinDialog } from './BinDialog.tsx';
import { BoardKeepingDialog, type ProveAnew } from './BoardKeepingDialog.tsx';
import type { DialogName } from './BoardTop.tsx';
import { HeaderDialog } from './HeaderDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import type { BoardActions } from './useBoardActions.ts';
import { useBoardWhile, useSavedStatus } from './useBoardSession.ts';

/** Dialogs that other features own, joined in app/boardPages.tsx. */
export interface DialogSlots {
  readonly inviteDialog: (slot: DialogSlot) => ReactNode;
  readonly meetingPanel: (slot: DialogSlot) => ReactNode;
  /** Asks anew who it is, for what cannot be undone. */
  readonly proveAnew: ProveAnew;
  readonly freezeDialog: (
    slot: DialogSlot & {
      readonly session: BoardSession;
      readonly board: Board;
      readonly isSaved: boolean;
      readonly lost: readonly LostPerson[];
    },
  ) => ReactNode;
}

interface BoardDialogsProps extends DialogSlots {
  readonly boardId: string;
  readonly session: BoardSession;
  readonly template: Template;
  readonly actions: BoardActions;
  readonly isLeader: boolean;
  readonly ownName: string;
  readonly mayInvite: boolean;
  readonly mayKeep: boolean;
  /** The board's title, and since when it is put away. */
  readonly title: string;
  readonly archivedAt: number | undefined;
  readonly closingReason: string | undefined;
  /** Everybody who has come in. */
  readonly participants: readonly ParticipantReply[];
  /** Who is put down as present. */
  readonly present: readonly string[];
  /** Those who have fallen off the line. */
  readonly lost: readonly LostPerson[];
  readonly dialog: DialogName | undefined;
  readonly onDialog: (dialog: DialogName | undefined) => void;
  /** The notes that are being moved, and the one that is being made a tiltak. */
  readonly moving: readonly NoteId[];
  readonly onMoving: (noteIds: readonly NoteId[]) => void;
  readonly acting: NoteId | undefined;
  readonly onActing: (noteId: NoteId | undefined) => void;
}

/** Every dialog over the duk. They follow the board only while one is open: closed, they cost nothing when others write. */
export function BoardDialogs(props: BoardDialogsProps): ReactNode {
  const { session, template, actions, dialog, moving, acting } = props;
  const isOpen = dialog !== undefined || moving.length > 0 || acting !== undefined;
  const board = useBoardWhile(session, isOpen);
  const isSaved = useSavedStatus(session).kind === 'saved';
  const people = usePeopleToName(session.boardId, props.isLeader);
  const caseOf = people.kind === 'here' ? people.value : nobody;
  const { participants, present } = props;
  const doers = useMemo(
    () => peopleToChoose({ people: caseOf, participants, names: [...present, ...ownersOn(board, caseOf)] }),
    [caseOf, participants, present, board],
  );
  const services = useMemo(() => servicesOn(board), [board]);
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
        notes={board.notes.filter(({ id }) => moving.includes(id))}
        actions={actions}
        onClose={() => props.onMoving([])}
      />
      <ActionDialog
        session={session}
        note={find(acting)}
        notes={board.notes}
        people={doers}
        mayAddPeople={props.isLeader}
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
      <NameDialog boardId={props.boardId} name={props.ownName} {...slot('name')} />
      <HeaderDialog
        session={session}
        board={board}
        field={dialog === 'vision' ? 'vision' : undefined}
        onClose={slot('vision').onClose}
      />
      <KeysDialog {...slot('keys')} />
      {props.mayInvite && props.inviteDialog(slot('invite'))}
      {props.mayKeep && (
        <BoardKeepingDialog
          boardId={props.boardId}
          title={props.title}
          archivedAt={props.archivedAt}
          closingReason={props.closingReason}
          proveAnew={props.proveAnew}
          {...slot('board')}
        />
      )}
      {props.isLeader && props.meetingPanel(slot('meeting'))}
      {props.isLeader && props.freezeDialog({ ...slot('freeze'), session, board, isSaved, lost: props.lost })}
    </>
  );
}

const nobody: readonly PersonReply[] = [];

/** Names that do a tiltak already, and are nobody else. */
function ownersOn(board: Board, people: readonly PersonReply[]): readonly string[] {
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name;
  return board.notes.flatMap(({ action }) =>
    action ? doersOf(action, nameOf).flatMap(({ name, personId }) => (personId ? [] : [name])) : [],
  );
}

/** Services already used on this duk, each once, by the alphabet. */
function servicesOn(board: Board): readonly string[] {
  const used = board.notes.flatMap(({ action }) => (action?.service ? [action.service] : []));
  return [...new Set(used)].sort((a, b) => a.localeCompare(b, 'nb'));
}
