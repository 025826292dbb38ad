import { Button } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { createMeeting, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, Modal, Waiting } from '../ui/index.ts';
import { MeetingFields } from './MeetingFields.tsx';
import './meeting.css';
import { meetingRequest, proposeMeeting } from './meetingDraft.ts';
import { useMeetingSaves } from './useMeetingSaves.ts';
import { type MeetingTable, useMeetingTable } from './useMeetingTable.ts';

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
  const { open, participants, frozen } = table.value;
  return (
    <>
      {open ? (
        <OpenMeeting key={open.meetingId} boardId={boardId} meeting={open} participants={participants} />
      ) : (
        <NewMeeting boardId={boardId} participants={participants} onOpened={table.reload} onClose={onClose} />
      )}
      <EarlierMeetings boardId={boardId} meetings={frozen} />
    </>
  );
}

interface NewMeetingProps {
  readonly boardId: string;
  readonly participants: MeetingTable['participants'];
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

function NewMeeting({ boardId, participants, onOpened, onClose }: NewMeetingProps) {
  const { t } = useTranslation('meeting');
  const failureText = useFailureText();
  const [draft, setDraft] = useState(() => proposeMeeting(dayOf(new Date()), participants));
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const openMeeting = async () => {
    if (isOpening || !isDay(draft.date)) return;
    setIsOpening(true);
    setFailure(undefined);
    const made = await createMeeting(boardId, meetingRequest(draft));
    setIsOpening(false);
    if (!made.ok) return setFailure(made.failure);
    onOpened();
    onClose();
  };

  return (
    <>
      <p>{t('openText')}</p>
      <MeetingFields draft={draft} participants={participants} onChange={setDraft} />
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
  readonly participants: MeetingTable['participants'];
}

/** An open meeting is changed as one types: there is nothing to send, and nothing to forget to send. */
function OpenMeeting({ boardId, meeting, participants }: OpenMeetingProps) {
  const { t } = useTranslation('meeting');
  const failureText = useFailureText();
  const { draft, change, status, retry } = useMeetingSaves(boardId, meeting);
  return (
    <>
      <p>{t('isOpen')}</p>
      <MeetingFields draft={draft} participants={participants} onChange={change} />
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
