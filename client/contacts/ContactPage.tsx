import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { ContactReply, MeReply } from '@duken/shared/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listContacts, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, dayNow, momentInWords, useLanguage } from '../texts/index.ts';
import { Aloud, CasePage, FailureNote, Waiting } from '../ui/index.ts';
import { ContactForm } from './ContactForm.tsx';
import './contacts.css';

interface ContactPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/kontakt`: what whoever leads notes for themself, and which is in nothing else. */
export function ContactPage({ boardId, me }: ContactPageProps): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'readContacts') ? <ContactLog boardId={boardId} me={me} /> : <p>{t('notYours')}</p>}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

function ContactLog({ boardId, me }: ContactPageProps): ReactNode {
  const { t } = useTranslation('contacts');
  const failureText = useFailureText();
  // What a leader notes for themselves lies on no device.
  const contacts = useRemote(`${boardId}/contacts`, () => listContacts(boardId), false);
  const mayWrite = may(me, 'keepContacts');
  const [correcting, setCorrecting] = useState<string>();
  const [written, setWritten] = useState<ContactReply>();
  const said = useRef<HTMLParagraphElement>(null);
  const all = contacts.kind === 'here' ? contacts.value : [];
  const onWritten = (line: ContactReply): void => {
    setWritten(line);
    setCorrecting(undefined);
    // The form of a correction is gone then.
    if (line.corrects !== undefined) said.current?.focus();
    contacts.reload();
  };
  return (
    <>
      <p>{t('about')}</p>
      <p>
        <strong>{t('noJournal')}</strong>
      </p>
      {mayWrite && <ContactForm boardId={boardId} today={dayNow()} onWritten={onWritten} />}
      <Aloud ref={said} words={written ? t('written') : ''} of={written} />
      {contacts.kind === 'loading' && <Waiting />}
      {contacts.kind === 'failed' && <FailureNote text={failureText(contacts.failure)} onRetry={contacts.reload} />}
      {contacts.kind === 'here' && all.length === 0 && <p>{t('none')}</p>}
      <ol className="plainList contactList">
        {all
          .filter(({ corrects }) => corrects === undefined)
          .map((line) => (
            <li key={line.contactId}>
              <ContactItem
                line={line}
                corrections={correctionsOf(line.contactId, all)}
                onCorrect={mayWrite && correcting !== line.contactId ? () => setCorrecting(line.contactId) : undefined}
              />
              {correcting === line.contactId && (
                <ContactForm
                  boardId={boardId}
                  today={line.day}
                  corrects={line.contactId}
                  onWritten={onWritten}
                  onCancel={() => setCorrecting(undefined)}
                />
              )}
            </li>
          ))}
      </ol>
    </>
  );
}

/** What corrects a line, and what corrects that, in the order it was written. */
function correctionsOf(contactId: string, all: readonly ContactReply[]): readonly ContactReply[] {
  const found = new Set([contactId]);
  const inOrder = all.toSorted((a, b) => a.at - b.at);
  return inOrder.filter(({ contactId: id, corrects }) => {
    if (corrects === undefined || !found.has(corrects)) return false;
    found.add(id);
    return true;
  });
}

interface ContactItemProps {
  readonly line: ContactReply;
  readonly corrections: readonly ContactReply[];
  readonly onCorrect: (() => void) | undefined;
}

function ContactItem({ line, corrections, onCorrect }: ContactItemProps): ReactNode {
  const { t } = useTranslation('contacts');
  const language = useLanguage();
  const by = ({ by: name, at }: ContactReply) => t('by', { navn: name, tid: momentInWords(at, language) });
  return (
    <article className="contactLine">
      <h2>{dayInWords(line.day, language)}</h2>
      <p className="contactLine-words" dir="auto">
        {line.words}
      </p>
      <p className="muted">{by(line)}</p>
      {corrections.map((correction) => (
        <div key={correction.contactId} className="contactLine-correction">
          <h3>{t('correction')}</h3>
          <p className="contactLine-words" dir="auto">
            {correction.day !== line.day && <span>{`${dayInWords(correction.day, language)}: `}</span>}
            <span>{correction.words}</span>
          </p>
          <p className="muted">{by(correction)}</p>
        </div>
      ))}
      {onCorrect && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('correctOf', { dato: dayInWords(line.day, language) })}
          onClick={onCorrect}
        >
          {t('correct')}
        </Button>
      )}
    </article>
  );
}
