import { Button } from '@digdir/designsystemet-react';
import { type Board, isDay } from '@duken/shared/board';
import { type LostPerson, openMatters, presentChangesBetween } from '@duken/shared/meeting';
import { type ProblemKind, problemKindOf } from '@duken/shared/protocol';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { changeMeeting, createMeeting, freezeMeeting, type RequestFailure, useFailureText } from '../http/index.ts';
import { type BoardSession, useDraft } from '../session/index.ts';
import { dayInWords, namesInWords, useLanguage, useToday } from '../texts/index.ts';
import { FailureNote, meetingEnded, Waiting, WhichDay } from '../ui/index.ts';
import { FreezeContents } from './FreezeContents.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import { addPresent, draftOf, type MeetingDraft, meetingRequest, presentOf, proposeMeeting } from './meetingDraft.ts';
import { NextDateField } from './NextDateField.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { type MeetingTable, useMeetingTable } from './useMeetingTable.ts';
import { useWrittenMeeting, withTyped } from './writtenMeeting.ts';

interface FreezeBodyProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly isSaved: boolean;
  readonly lost: readonly LostPerson[];
  readonly onClose: () => void;
}

export function FreezeBody(props: FreezeBodyProps) {
  const { t } = useTranslation('freeze');
  const failureText = useFailureText();
  const table = useMeetingTable(props.session.boardId);
  if (table.kind === 'loading') return <Waiting />;
  if (table.kind === 'failed') return <FailureNote text={failureText(table.failure)} onRetry={table.reload} />;
  if (props.board.notes.length === 0) return <p>{t('boardEmpty')}</p>;
  return <FreezeForm {...props} table={table.value} />;
}

function FreezeForm({
  session,
  board,
  isSaved,
  lost,
  onClose,
  table,
}: FreezeBodyProps & { readonly table: MeetingTable }) {
  const { t } = useTranslation('freeze');
  const [, navigate] = useLocation();
  const failureText = useFreezeFailureText();
  const { boardId } = session;
  const today = useToday();
  // The meeting as it was when the dialog opened: news that arrives meanwhile must not change the form under one's hands.
  const [meeting] = useState(table.open);
  const draftName = `freeze/${meeting?.meetingId ?? 'new'}`;
  const [written, setWritten, forget] = useWrittenMeeting(boardId, draftName, () =>
    meeting ? draftOf(meeting) : proposeMeeting(today, table.participants),
  );
  const { before, draft, typed } = written;
  const [left, setLeft, forgetLeft] = useDraft<readonly string[]>(boardId, `left/${draftName}`, []);
  /** The draft as the server last had it from here. */
  const [sent, setSent] = useState(before);
  const [isChanging, setIsChanging] = useState(meeting === undefined || typed !== '' || draft !== before);
  const [madeMeetingId, setMadeMeetingId] = useState(meeting?.meetingId);
  const [isFreezing, setIsFreezing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const fields = useRef<HTMLDivElement>(null);

  const write = (next: MeetingDraft, rest = typed): void => setWritten({ before, draft: next, typed: rest });
  const goTo = (field: 'date' | 'present' | 'nextDate'): void => {
    setIsChanging(true);
    // The fields may not be there before the next picture.
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus());
  };
  const translations = useSyncExternalStore(session.subscribe, () => session.translationsIfOpen()?.translations());
  const matters = openMatters({
    board,
    template: session.template(),
    date: draft.date,
    present: presentOf(draft.present),
    nextDate: draft.nextDate,
    today,
    subjects: table.subjects,
    lost,
    lastFrozenAt: table.lastFrozenAt,
    ...(translations && { translations }),
  });

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
    if (isFreezing) return;
    if (!isDay(draft.date)) return goTo('date');
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
    close();
    navigate(`/duk/${boardId}/plan/${frozen.value.version}`, { state: meetingEnded });
  };
  const close = (): void => {
    forget();
    forgetLeft();
    onClose();
  };

  return (
    <>
      <p>
        <span>{t('text')}</span> <span>{t('draft')}</span>
      </p>
      <WhichDay onChoose={(day, proposed) => draft.date === proposed && write({ ...draft, date: day })} />
      <FreezeContents board={board} />
      <OpenMatters
        session={session}
        board={board}
        matters={matters}
        left={left}
        onLeft={setLeft}
        meetingDate={draft.date}
        choices={table.choices}
        onMeeting={goTo}
        onPresent={(person) => write(addPresent(draft, person))}
      />
      <div ref={fields} className="meetingFields">
        {isChanging ? (
          <MeetingFields boardId={boardId} draft={draft} typed={typed} table={table} onChange={write} />
        ) : (
          <MeetingInWords draft={draft} onChange={() => setIsChanging(true)} />
        )}
        <NextDateField value={draft.nextDate} onChange={(nextDate) => write({ ...draft, nextDate })} />
      </div>
      {!isSaved && <p role="status">{t('unsaved')}</p>}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button loading={isFreezing} onClick={() => void freeze()}>
          <span>{isFreezing ? t('freezing') : t('freeze')}</span>
        </Button>
        <Button variant="tertiary" onClick={close}>
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
    ...(before.nextDate === after.nextDate ? {} : { nextDate: isDay(after.nextDate) ? after.nextDate : null }),
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
