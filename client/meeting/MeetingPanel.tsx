import { Button } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { createMeeting, type RequestFailure, useFailureText } from '../http/index.ts';
import { useDraft } from '../session/index.ts';
import { dayInWords, dayNow, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, Modal, Waiting, WhichDay } from '../ui/index.ts';
import { MeetingFields } from './MeetingFields.tsx';
import './meeting.css';
import { meetingRequest, proposeMeeting } from './meetingDraft.ts';
import { NextMeeting } from './NextMeeting.tsx';
import { useMeetingSaves } from './useMeetingSaves.ts';
import { type MeetingTable, useMeetingTable } from './useMeetingTable.ts';
import { useWrittenMeeting, withTyped } from './writtenMeeting.ts';

interface MeetingPanelProps extends DialogSlot {
  readonly boardId: string;
}

/** The leader opens a meeting, and keeps its day and who is present right while it is open. */
export function MeetingPanel({ boardId, open, onClose }: MeetingPanelProps) {
  const { t } = useTranslation('meeting');
  return (
    <Modal open={open} onClose={onClose} title={t('title')}>
      <MeetingPanelBody boardId={boardId} onClose={onClose} />
    </Modal>
  );
}

function MeetingPanelBody({ boardId, onClose }: { readonly boardId: string; readonly onClose: () => void }) {
  const failureText = useFailureText();
  const table = useMeetingTable(boardId);
  if (table.kind === 'loading') return <Waiting />;
  if (table.kind === 'failed') return <FailureNote text={failureText(table.failure)} onRetry={table.reload} />;
  const { open, frozen } = table.value;
  const [last] = frozen;
  return (
    <>
      {open ? (
        <OpenMeeting key={open.meetingId} boardId={boardId} meeting={open} table={table.value} />
      ) : (
        <NewMeeting boardId={boardId} table={table.value} onOpened={table.reload} onClose={onClose} />
      )}
      {!open && last && <NextMeeting key={last.meetingId} boardId={boardId} last={last} />}
      <EarlierMeetings boardId={boardId} meetings={frozen} />
    </>
  );
}

interface NewMeetingProps {
  readonly boardId: string;
  readonly table: MeetingTable;
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

function NewMeeting({ boardId, table, onOpened, onClose }: NewMeetingProps) {
  const { t } = useTranslation('meeting');
  const failureText = useFailureText();
  const [written, setWritten, forget] = useWrittenMeeting(boardId, 'new', () =>
    proposeMeeting(dayNow(), table.participants),
  );
  const { draft, typed } = written;
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const openMeeting = async () => {
    if (isOpening || !isDay(draft.date)) return;
    // A name that was typed and not yet taken is somebody who is here.
    const whole = withTyped(written, table.choices);
    setWritten(whole);
    if (whole.typed !== '') return;
    setIsOpening(true);
    setFailure(undefined);
    const made = await createMeeting(boardId, meetingRequest(whole.draft));
    setIsOpening(false);
    if (!made.ok) return setFailure(made.failure);
    forget();
    onOpened();
    onClose();
  };

  return (
    <>
      <p>{t('openText')}</p>
      <WhichDay
        onChoose={(day, proposed) =>
          draft.date === proposed && setWritten({ ...written, draft: { ...draft, date: day } })
        }
      />
      <MeetingFields
        boardId={boardId}
        draft={draft}
        typed={typed}
        table={table}
        onChange={(next, rest) => setWritten({ ...written, draft: next, typed: rest })}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button loading={isOpening} onClick={() => void openMeeting()}>
          <span>{isOpening ? t('opening') : t('open')}</span>
        </Button>
      </div>
    </>
  );
}

interface OpenMeetingProps {
  readonly boardId: string;
  readonly meeting: NonNullable<MeetingTable['open']>;
  readonly table: MeetingTable;
}

/** An open meeting is changed as one types: there is nothing to send, and nothing to forget to send. */
function OpenMeeting({ boardId, meeting, table }: OpenMeetingProps) {
  const { t } = useTranslation('meeting');
  const failureText = useFailureText();
  const { draft, change, status, retry } = useMeetingSaves(boardId, meeting);
  const [typed, setTyped] = useDraft(boardId, 'meeting/name', '', (name) => !isBlank(name));
  return (
    <>
      <p>{t('isOpen')}</p>
      <MeetingFields
        boardId={boardId}
        draft={draft}
        typed={typed}
        table={table}
        onChange={(next, rest) => {
          setTyped(rest);
          change(next);
        }}
      />
      {status.kind === 'failed' && <FailureNote text={failureText(status.failure)} onRetry={retry} />}
      <p className="muted meeting-saved" role="status">
        <span>{status.kind === 'saved' ? `✓ ${t('saved')}` : ''}</span>
      </p>
    </>
  );
}

function EarlierMeetings({
  boardId,
  meetings,
}: {
  readonly boardId: string;
  readonly meetings: MeetingTable['frozen'];
}) {
  const { t } = useTranslation('meeting');
  const language = useLanguage();
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby="meetings-earlier">
      <h3 id="meetings-earlier">{t('earlier')}</h3>
      <ul className="plainList meeting-earlier">
        {meetings.map(({ meetingId, date, version, present }) => (
          <li key={meetingId}>
            <Link href={`/duk/${boardId}/plan/${version}`}>
              {t('earlierMeeting', { dato: dayInWords(date, language), versjon: String(version) })}
            </Link>
            <span className="muted">{` · ${t('presentCount', { count: present.length })}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
