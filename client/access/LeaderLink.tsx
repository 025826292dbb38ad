import { Button } from '@digdir/designsystemet-react';
import { KeyVerticalIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createLeaderLink, type RequestFailure, useFailureText } from '../http/index.ts';
import { CopyField, FailureNote } from '../ui/index.ts';

/** One more link for the leader alone. Without a code to hold a camera to: this dialog may lie on a screen that all see. */
export function LeaderLink({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const [isMaking, setIsMaking] = useState(false);
  const [url, setUrl] = useState<string>();
  const [failure, setFailure] = useState<RequestFailure>();

  const make = async () => {
    if (isMaking) return;
    setIsMaking(true);
    setFailure(undefined);
    const made = await createLeaderLink(boardId);
    setIsMaking(false);
    if (made.ok) setUrl(made.value.url);
    else setFailure(made.failure);
  };

  return (
    <section className="leaderKey share-leader" aria-labelledby="share-leader">
      <h3 id="share-leader">
        <KeyVerticalIcon aria-hidden />
        <span>{t('leader')}</span>
      </h3>
      <details>
        <summary>{t('leaderMore')}</summary>
        <p>{t('leaderText')}</p>
        {failure && <FailureNote text={failureText(failure)} />}
        {url === undefined ? (
          <div className="row">
            <Button variant="secondary" loading={isMaking} onClick={() => void make()}>
              <span>{isMaking ? t('making') : t('makeLeader')}</span>
            </Button>
          </div>
        ) : (
          <>
            <CopyField label={t('leaderLink')} value={url} />
            <p className="muted">{t('leaderWarning')}</p>
          </>
        )}
      </details>
    </section>
  );
}
