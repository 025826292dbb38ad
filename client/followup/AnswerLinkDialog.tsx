import { Button, Textfield } from '@digdir/designsystemet-react';
import type { AnswerLinksReply } from '@duken/shared/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createAnswerLink,
  type RequestFailure,
  readAnswerLinks,
  useFailureText,
  useRemote,
  withdrawAnswerLinks,
} from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { Aloud, CopyField, FailureNote, Modal, QrCode, Waiting } from '../ui/index.ts';

interface AnswerLinkDialogProps {
  readonly boardId: string;
  readonly personId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The leader looks over what somebody's link will show, makes it, and can take all of theirs back. */
export function AnswerLinkDialog({ boardId, personId, name, onClose }: AnswerLinkDialogProps) {
  const { t } = useTranslation('followUp');
  const failureText = useFailureText();
  const remote = useRemote(`answerLinks/${boardId}/${personId}`, () => readAnswerLinks(boardId, personId));
  return (
    <Modal open onClose={onClose} title={t('linkTitle', { navn: name })}>
      {remote.kind === 'loading' && <Waiting />}
      {remote.kind === 'failed' && <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />}
      {remote.kind === 'here' && <LinkForm boardId={boardId} links={remote.value} onChanged={remote.reload} />}
    </Modal>
  );
}

/** Longest text of a tiltak on the page, in UTF-16 units. */
const maxText = 200;

interface LinkFormProps {
  readonly boardId: string;
  readonly links: AnswerLinksReply;
  readonly onChanged: () => void;
}

export function LinkForm({ boardId, links, onChanged }: LinkFormProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const failureText = useFailureText();
  const [texts, setTexts] = useState(() => new Map(links.items.map(({ noteId, text }) => [noteId, text])));
  const [made, setMade] = useState<{ readonly url: string; readonly expiresAt: number }>();
  const [hasWithdrawn, setHasWithdrawn] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const faultOf = (text: string) => {
    if (text.trim() === '') return hasTried ? t('textMissing') : undefined;
    return text.trim().length > maxText ? t('textTooLong') : undefined;
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    const all = [...texts].map(([noteId, text]) => [noteId, text.trim()] as const);
    if (all.some(([, text]) => text === '' || text.length > maxText)) return;
    const answer = await createAnswerLink(boardId, links.personId, { texts: Object.fromEntries(all) });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setMade(answer.value);
    onChanged();
  };
  const withdraw = async () => {
    const answer = await withdrawAnswerLinks(boardId, links.personId);
    setFailure(answer.ok ? undefined : answer.failure);
    setHasWithdrawn(answer.ok);
    if (answer.ok) setMade(undefined);
    onChanged();
  };
  return (
    <>
      {made ? (
        <>
          <p>{t('linkMade', { dato: dayInWords(dayOf(new Date(made.expiresAt)), language) })}</p>
          <QrCode url={made.url} />
          <CopyField label={t('link')} value={made.url} />
        </>
      ) : (
        <form className="week-link" onSubmit={(event) => void make(event)} noValidate>
          <p>{t('linkText')}</p>
          {links.items.map(({ noteId, source }) => (
            <Textfield
              key={noteId}
              label={t('textOf')}
              description={t('onDuk', { tekst: source })}
              multiline
              rows={2}
              value={texts.get(noteId) ?? ''}
              error={faultOf(texts.get(noteId) ?? '')}
              onChange={(event) =>
                setTexts(new Map(texts).set(noteId, event.target.value.replaceAll(/\s*\n\s*/g, ' ')))
              }
            />
          ))}
          <Button type="submit">{t('makeLink')}</Button>
        </form>
      )}
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <Aloud
        words={hasWithdrawn && links.links + links.calendars === 0 ? t('withdrawn') : ''}
        className="week-lastWords"
      />
      {links.links + links.calendars > 0 && (
        <div className="week-last">
          {links.links > 0 && <span>{t('linksNow', { count: links.links })}</span>}
          {links.calendars > 0 && <span>{t('calendarsNow', { count: links.calendars })}</span>}
          <Button variant="secondary" data-color="danger" data-size="sm" onClick={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}
