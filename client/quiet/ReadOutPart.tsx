import { Button } from '@digdir/designsystemet-react';
import type { ToReadOut } from '@duken/shared/quiet';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, useFailureText, wasReadOut } from '../http/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';

interface ReadOutPartProps {
  readonly boardId: string;
  readonly toReadOut: readonly ToReadOut[];
}

/** What others have handed to whoever leads, to be read out: it stands here alone, and goes when it was read. */
export function ReadOutPart({ boardId, toReadOut }: ReadOutPartProps): ReactNode {
  const { t } = useTranslation('quiet');
  const failureText = useFailureText();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [failure, setFailure] = useState<RequestFailure>();
  const [told, setTold] = useState<object>();
  const done = async ({ byPerson, draftId }: ToReadOut): Promise<void> => {
    const said = await wasReadOut(boardId, { personId: byPerson, draftId });
    setFailure(said.ok ? undefined : said.failure);
    if (!said.ok) return;
    setTold({});
    // The button goes with the words.
    title.current?.focus({ preventScroll: true });
  };
  if (toReadOut.length === 0 && !told) return null;
  return (
    <section className="quietRound" aria-labelledby={titleId}>
      <h3 id={titleId} ref={title} tabIndex={-1}>
        {t('toReadOut')}
      </h3>
      <p>{t(toReadOut.length > 0 ? 'toReadOutText' : 'toReadOutEmpty')}</p>
      <Aloud words={told ? t('wasReadTold') : ''} of={told} />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <ul className="plainList quietPanel-drafts">
        {toReadOut.map((one) => (
          <li key={`${one.byPerson}/${one.draftId}`} className="quietDraft">
            <blockquote className="quote" dir="auto">
              {one.words}
            </blockquote>
            <p className="muted">{t('toReadOutFrom', { name: one.by })}</p>
            <div className="row">
              <Button data-size="sm" variant="secondary" onClick={() => void done(one)}>
                <span>{t('wasRead')}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
