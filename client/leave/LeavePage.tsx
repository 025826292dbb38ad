import { Button } from '@digdir/designsystemet-react';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { forgetDevice, unsentOnDevice } from '../device/index.ts';
import { type RequestFailure, signOut, useFailureText, useSessionNow } from '../http/index.ts';
import { useSessionsLeftWithWork } from '../session/index.ts';
import { CasePage, FailureNote } from '../ui/index.ts';

interface LeavePageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/forlat`: this browser forgets every duk it is in on, once all that was written here is saved. */
export function LeavePage({ boardId, me }: LeavePageProps): ReactNode {
  const { t } = useTranslation('leave');
  const account = useSessionNow()?.account;
  const waiting = useSessionsLeftWithWork().length;
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      <Leaving
        isWaiting={waiting > 0}
        leadsByLink={me.role === 'leader' && !account}
        toBoard={
          <Button asChild variant="tertiary">
            <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
          </Button>
        }
      />
    </CasePage>
  );
}

interface LeavingProps {
  /** Whether something written here is still on its way. */
  readonly isWaiting: boolean;
  /** Whether one comes back as leader by a link alone. */
  readonly leadsByLink: boolean;
  readonly toBoard: ReactNode;
}

export function Leaving({ isWaiting, leadsByLink, toBoard }: LeavingProps): ReactNode {
  const { t } = useTranslation('leave');
  const failureText = useFailureText();
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [holds, setHolds] = useState<readonly string[]>([]);
  const leave = async (): Promise<void> => {
    if (isLeaving || isWaiting) return;
    setIsLeaving(true);
    setFailure(undefined);
    const unsent = await unsentOnDevice();
    setHolds(unsent);
    if (unsent.length > 0) return setIsLeaving(false);
    // The server has the browser clear what it keeps; not every browser does.
    await forgetDevice();
    const left = await signOut();
    // What this or another window was told meanwhile, while the server still knew us.
    if (left.ok) await forgetDevice();
    // In the place of this page, and loaded anew: the back button leads to nothing that was shown.
    if (left.ok) return location.replace(left.value?.signOutUrl ?? '/');
    setIsLeaving(false);
    setFailure(left.failure);
  };
  return (
    <>
      <p>{t('about')}</p>
      <p>{t('stays')}</p>
      {leadsByLink && (
        <p>
          <strong>{t('leadsByLink')}</strong>
        </p>
      )}
      <p role="status">{isWaiting && t('waiting')}</p>
      {holds.length > 0 && (
        <div role="alert">
          <p>{t('unsent')}</p>
          <ul>
            {holds.map((id, at) => (
              <li key={id}>
                <Link href={`/duk/${id}`}>{t('unsentDuk', { nr: at + 1 })}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button loading={isLeaving} disabled={isWaiting} onClick={() => void leave()}>
          <span>{t('leave')}</span>
        </Button>
        {toBoard}
      </div>
    </>
  );
}
