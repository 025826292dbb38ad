import { Button } from '@digdir/designsystemet-react';
import { type Board, isDay } from '@duken/shared/board';
import { presentChangesBetween } from '@duken/shared/meeting';
import { type ProblemKind, problemKindOf } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { changeMeeting, createMeeting, freezeMeeting, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayInWords, dayOf, namesInWords, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, Modal, Waiting } from '../ui/index.ts';
import { FreezeContents } from './FreezeContents.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import './meeting.css';
import { type MeetingDraft, meetingRequest, presentOf, proposeMeeting } from './meetingDraft.ts';
import { type MeetingTable, useMeetingTable } from './useMeetingTable.ts';
import { useWrittenMeeting, withTyped } from './writtenMeeting.ts';

interface FreezeDialogProps extends DialogSlot {
  readonly boardId: string;
  readonly board: Board;
  /** Whether all this browser wrote is on the server's disk; what is not, would miss the version. */
  readonly isSaved: boolean;
}

/** Freezes the duk as the meeting's plan version: says first what goes in, and lands on the version. */
export function FreezeDialog({ boardId, board, isSaved, open, onClose }: FreezeDialogProps) {
  const { t } = useTranslation('freeze');
  return (
    <Modal open={open} onClose={onClose} title={t('title')}>
      <FreezeBody boardId={boardId} board={board} isSaved={isSaved} onClose={onClose} />
    </Modal>
  );
}

type FreezeBodyProps = Omit<FreezeDialogProps, 'open'>;

function FreezeBody(props: FreezeBodyProps) {
  const { t } = useTranslation('freeze');
  const failureText = useFailureText();
  const table = useMeetingTable(props.boardId);
  if (table.kind === 'loading') return <Waiting />;
  if (table.kind === 'failed') return <FailureNote text={failureText(table.failure)} onRetry={table.reload} />;
  if (props.board.notes.length === 0) return <p>{t('boardEmpty')}</p>;
  return <FreezeForm {...props} table={table.value} />;
}

function FreezeForm({ boardId, board, isSaved, onClose, table }: FreezeBodyProps & { readonly table: MeetingTable }) {
  const { t } = useTranslation('freeze');
  const [, navigate] = useLocation();
  const failureText = useFreezeFailureText();
  // The meeting as it was when the dialog opened: news that arrives meanwhile must not change the form under one's hands.
  const [meeting] = useState(table.open);
  const [written, setWritten, forget] = useWrittenMeeting(
    boardId,
    `freeze/${meeting?.meetingId ?? 'new'}`,
    () => meeting ?? proposeMeeting(dayOf(new Date()), table.participants),
  );
  const { before, draft, typed } = written;
  /** The draft as the server last had it from here. */
  const [sent, setSent] = useState(before);
  const [isChanging, setIsChanging] = useState(meeting === undefined || typed !== '' || draft !== before);
  const [madeMeetingId, setMadeMeetingId] = useState(meeting?.meetingId);
  const [isFreezing, setIsFreezing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  /** The meeting's id, once it stands on the server as it stands in the form. */
  const saveMeeting = async (draft: MeetingDraft) => {
    if (madeMeetingId === undefined) {
      const made = await createMeeting(boardId, meetingRequest(draft));
      if (made.ok) setSent(draft);
      return made;
    }
    // Only what was changed here: another window may have the meeting open too.
    const saved = draft === sent ? undefined : await changeMeeting(boardId, madeMeetingId, changesFrom(sent, draft));
    if (saved?.ok) setSent(draft);
    return saved && !saved.ok ? saved : ({ ok: true, value: { meetingId: madeMeetingId } } as const);
  };

  const freeze = async () => {
    if (isFreezing || !isDay(draft.date)) return;
    // A name that was typed and not yet taken is somebody who is here.
    const whole = withTyped(written, table.choices);
    setWritten(whole);
    if (whole.typed !== '') return;
    setIsFreezing(true);
    setFailure(undefined);
    const saved = await saveMeeting(whole.draft);
    if (saved.ok) setMadeMeetingId(saved.value.meetingId);
    const frozen = saved.ok ? await freezeMeeting(boardId, saved.value.meetingId) : saved;
    setIsFreezing(false);
    if (!frozen.ok) return setFailure(frozen.failure);
    forget();
    onClose();
    navigate(`/duk/${boardId}/plan/${frozen.value.version}`);
  };

  return (
    <>
      <p>{t('text')}</p>
      <FreezeContents board={board} />
      {isChanging ? (
        <MeetingFields
          boardId={boardId}
          draft={draft}
          typed={typed}
          table={table}
          onChange={(next, rest) => setWritten({ before, draft: next, typed: rest })}
        />
      ) : (
        <MeetingInWords draft={draft} onChange={() => setIsChanging(true)} />
      )}
      {!isSaved && <p role="status">{t('unsaved')}</p>}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button loading={isFreezing} onClick={() => void freeze()}>
          <span>{isFreezing ? t('freezing') : t('freeze')}</span>
        </Button>
        <Button
          variant="tertiary"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
      <p className="ds-sr-only" role="status">
        {isFreezing && t('freezing')}
      </p>
    </>
  );
}

function MeetingInWords({ draft, onChange }: { readonly draft: MeetingDraft; readonly onChange: () => void }) {
  const { t } = useTranslation('freeze');
  const language = useLanguage();
  const names = draft.present.map(({ name }) => name);
  return (
    <section aria-labelledby="freeze-meeting">
      <h3 id="freeze-meeting">{t('meetingOf', { dato: dayInWords(draft.date, language) })}</h3>
      <p>{names.length === 0 ? t('nobodyPresent') : t('present', { navn: namesInWords(names, language) })}</p>
      <Button variant="tertiary" data-size="sm" onClick={onChange}>
        {t('change')}
      </Button>
    </section>
  );
}

function changesFrom(before: MeetingDraft, after: MeetingDraft) {
  const { add, remove } = presentChangesBetween(presentOf(before.present), presentOf(after.present));
  return {
    ...(before.date === after.date ? {} : { date: after.date }),
    presentChanges: { add: [...add], remove: [...remove] },
  };
}

/** The failures that freezing knows, in the reader's language; the rest as the server says them. */
const failureKeys = {
  boardEmpty: 'boardEmpty',
  meetingNotFound: 'meetingNotFound',
  meetingFrozen: 'meetingFrozen',
  notAllowed: 'notLeader',
} as const satisfies Partial<Record<ProblemKind, string>>;

function useFreezeFailureText(): (failure: RequestFailure) => string {
  const { t } = useTranslation('freeze');
  const failureText = useFailureText();
  return (failure) => {
    const kind = failure.kind === 'problem' ? problemKindOf(failure.problem) : undefined;
    return kind && kind in failureKeys ? t(failureKeys[kind as keyof typeof failureKeys]) : failureText(failure);
  };
}
