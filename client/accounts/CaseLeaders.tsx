import { Button } from '@digdir/designsystemet-react';
import type { LeaderReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLeader, endLeading, handOver, listLeaders, useFailureText, useRemote } from '../http/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import './accounts.css';
import { ConfirmAnew } from './ConfirmAnew.tsx';
import { EmailField, emailFault } from './EmailField.tsx';
import { useForm } from './useForm.ts';

type Doing = { readonly command: 'takeOut' | 'leave' | 'handOver'; readonly leader: LeaderReply };

/** Who leads the case: shared with a co-leader, taken back, left, and handed over. */
export function CaseLeaders({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const leaders = useRemote(`${boardId}/leaders`, () => listLeaders(boardId));
  const [doing, setDoing] = useState<Doing>();
  const own = leaders.kind === 'here' ? leaders.value.find(({ isOwn }) => isOwn) : undefined;
  const name = doing?.leader.name ?? '';
  const accountId = doing?.leader.accountId ?? '';
  return (
    <section className="caseLeaders" aria-labelledby="case-leaders">
      <h3 id="case-leaders">{t('leadersTitle')}</h3>
      <p className="muted">{t('leadersText')}</p>
      {leaders.kind === 'failed' && <FailureNote text={failureText(leaders.failure)} onRetry={leaders.reload} />}
      {leaders.kind === 'here' && (
        <ul className="plainList accountRows">
          {leaders.value.map((leader) => (
            <li key={leader.accountId} className="accountRow">
              <span className="accountRow-words">
                <strong>{leader.isOwn ? `${leader.name} (${t('isYou')})` : leader.name}</strong>
                <span className="muted">{`${t(leader.isOwner ? 'owner' : 'coLeader')} · ${leader.email}`}</span>
              </span>
              <span className="accountRow-tools">
                {own?.isOwner && !leader.isOwner && (
                  <>
                    <Button
                      variant="tertiary"
                      aria-label={t('handOverTo', { navn: leader.name })}
                      onClick={() => setDoing({ command: 'handOver', leader })}
                    >
                      {t('handOver')}
                    </Button>
                    <Button
                      variant="tertiary"
                      aria-label={t('takeOutOf', { navn: leader.name })}
                      onClick={() => setDoing({ command: 'takeOut', leader })}
                    >
                      {t('takeOut')}
                    </Button>
                  </>
                )}
                {leader.isOwn && !leader.isOwner && (
                  <Button variant="tertiary" onClick={() => setDoing({ command: 'leave', leader })}>
                    {t('leave')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShareForm boardId={boardId} onShared={leaders.reload} />
      <ConfirmAnew
        open={doing !== undefined}
        onClose={() => setDoing(undefined)}
        email={own?.email ?? ''}
        title={
          doing?.command === 'handOver'
            ? t('handOverTo', { navn: name })
            : doing?.command === 'leave'
              ? t('leave')
              : t('takeOutOf', { navn: name })
        }
        command={t(doing?.command ?? 'takeOut')}
        act={() => (doing?.command === 'handOver' ? handOver(boardId, accountId) : endLeading(boardId, accountId))}
        onDone={leaders.reload}
      >
        <p>{doing?.command === 'leave' ? t('leaveText') : t(`${doing?.command ?? 'takeOut'}Text`, { navn: name })}</p>
      </ConfirmAnew>
    </section>
  );
}

function ShareForm({ boardId, onShared }: { readonly boardId: string; readonly onShared: () => void }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const [email, setEmail] = useState('');
  const [shared, setShared] = useState<{ readonly with: string }>();
  const form = useForm({
    faults: { email: emailFault(email) },
    send: () => addLeader(boardId, email.trim()),
    onDone: () => {
      setShared({ with: email.trim() });
      setEmail('');
      onShared();
    },
  });
  return (
    <form className="accountForm" onSubmit={form.onSubmit} noValidate>
      <EmailField
        label={t('shareEmail')}
        value={email}
        onChange={setEmail}
        fault={form.faultOf('email')}
        autoComplete="off"
      />
      {form.failure && <FailureNote text={failureText(form.failure)} of={form.failure} />}
      <div className="row">
        <Button type="submit" variant="secondary" loading={form.isSending}>
          <span>{form.isSending ? t('sharing') : t('share')}</span>
        </Button>
      </div>
      <Aloud of={shared} words={shared ? t('shared', { navn: shared.with }) : ''} className="muted" />
    </form>
  );
}
