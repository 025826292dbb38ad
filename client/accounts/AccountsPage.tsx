import { Button, Checkbox } from '@digdir/designsystemet-react';
import type { AccountInListReply, AccountInvitationReply, AccountReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createAccount, endAccount, inviteAccount, listAccounts, useFailureText, useRemote } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { CopyField, type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { ClosedCases } from './ClosedCases.tsx';
import { ConfirmAnew, ConfirmForm } from './ConfirmAnew.tsx';
import { EmailField, emailFault } from './EmailField.tsx';
import { useFaults } from './useForm.ts';

/** `/administrasjon`: everybody's accounts, for an administrator: people and numbers. */
export function AccountsPage() {
  const { t } = useTranslation('account');
  return <AccountFrame title={t('accountsTitle')}>{(account) => <AdminSheets own={account} />}</AccountFrame>;
}

function AdminSheets({ own }: { readonly own: AccountReply }) {
  return (
    <>
      <Accounts own={own} />
      <ClosedCases />
    </>
  );
}

/** A link that was just made, and whose it is. */
interface MadeLink {
  readonly name: string;
  readonly invitation: AccountInvitationReply;
}

function Accounts({ own }: { readonly own: AccountReply }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const accounts = useRemote('accounts', listAccounts);
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<MadeLink>();
  const [ending, setEnding] = useState<AccountInListReply>();
  const [inviting, setInviting] = useState<AccountInListReply>();
  const invite = async ({ accountId, name }: AccountInListReply) => {
    const invited = await inviteAccount(accountId);
    if (invited.ok) setMade({ name, invitation: invited.value });
    return invited;
  };
  return (
    <section className="cloth accountPage-sheet" aria-label={t('accountsTitle')}>
      <p>{t('accountsText')}</p>
      <div className="row">
        <Button onClick={() => setIsMaking(true)}>{t('newAccount')}</Button>
      </div>
      {accounts.kind === 'failed' && <FailureNote text={failureText(accounts.failure)} onRetry={accounts.reload} />}
      {accounts.kind === 'here' && (
        <>
          <ul className="plainList accountRows">
            {accounts.value.map((account) => (
              <AccountRow
                key={account.accountId}
                account={account}
                onInvite={() => setInviting(account)}
                onEnd={() => setEnding(account)}
              />
            ))}
          </ul>
          {accounts.value.length === 1 && <p className="muted">{t('noOthers')}</p>}
        </>
      )}
      <NewAccountDialog
        open={isMaking}
        onClose={() => setIsMaking(false)}
        email={own.email}
        onMade={(link) => {
          setMade(link);
          accounts.reload();
        }}
      />
      {inviting && (
        <ConfirmAnew
          open
          onClose={() => setInviting(undefined)}
          email={own.email}
          title={t('newLinkTitle', { navn: inviting.name })}
          command={t('newLinkMake')}
          act={() => invite(inviting)}
          onDone={accounts.reload}
          isHarmless
        >
          <p>{t('newLinkText', { navn: inviting.name })}</p>
        </ConfirmAnew>
      )}
      <LinkDialog made={made} onClose={() => setMade(undefined)} />
      <ConfirmAnew
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        email={own.email}
        title={t('endAccountTitle', { navn: ending?.name ?? '' })}
        command={t('endAccount')}
        act={() => endAccount(ending?.accountId ?? '')}
        onDone={accounts.reload}
      >
        <p>{t('endAccountText', { navn: ending?.name ?? '' })}</p>
      </ConfirmAnew>
    </section>
  );
}

interface AccountRowProps {
  readonly account: AccountInListReply;
  readonly onInvite: () => void;
  readonly onEnd: () => void;
}

function AccountRow({ account, onInvite, onEnd }: AccountRowProps) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { name, email, isAdmin, isOwn, boards, hasPassword, hasPasskey, invitedUntil, provider } = account;
  const notChosen =
    invitedUntil === undefined ? t('notChosenOver') : t('notChosen', { tid: momentInWords(invitedUntil, language) });
  return (
    <li className="accountRow">
      <span className="accountRow-words">
        <strong>{isOwn ? `${name} (${t('isYou')})` : name}</strong>
        {email && <span className="muted">{email}</span>}
        <span className="muted">
          {[
            t('leads', { count: boards }),
            ...(isAdmin ? [t('admin')] : []),
            ...(hasPasskey ? [t('hasPasskey')] : []),
            ...(provider ? [t('from', { navn: provider.label })] : hasPassword || hasPasskey ? [] : [notChosen]),
          ].join(' · ')}
        </span>
      </span>
      <span className="accountRow-tools">
        {!isOwn && (
          <>
            {!provider && (
              <Button variant="tertiary" aria-label={t('newLinkFor', { navn: name })} onClick={onInvite}>
                {t('newLink')}
              </Button>
            )}
            <Button
              variant="tertiary"
              data-color="danger"
              aria-label={t('endAccountOf', { navn: name })}
              onClick={onEnd}
            >
              {t('endAccount')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

interface NewAccountProps {
  /** The administrator's. */
  readonly email: string;
  readonly onMade: (made: MadeLink) => void;
}

function NewAccountDialog({ open, onClose, ...form }: DialogSlot & NewAccountProps) {
  const { t } = useTranslation('account');
  return (
    <Modal open={open} onClose={onClose} title={t('newAccount')}>
      <NewAccountForm {...form} onClose={onClose} />
    </Modal>
  );
}

function NewAccountForm({ email: ownEmail, onMade, onClose }: NewAccountProps & Pick<DialogSlot, 'onClose'>) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [mayLead, setMayLead] = useState(true);
  const [isAdmin, setIsAdmin] = useState(false);
  const { faultOf, isSendable } = useFaults({
    name: isBlank(name) ? 'nameMissing' : undefined,
    email: emailFault(email),
    rights: mayLead || isAdmin ? undefined : 'rightsMissing',
  });
  const make = async () => {
    const made = await createAccount({ name, email: email.trim(), mayLead, isAdmin });
    if (made.ok) onMade({ name, invitation: made.value });
    return made;
  };
  return (
    <ConfirmForm onClose={onClose} email={ownEmail} command={t('make')} act={make} isSendable={isSendable} isHarmless>
      <LineField
        label={t('theirName')}
        error={faultOf('name') && t('nameMissing')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        longest={60}
        autoComplete="off"
        data-first-focus
      />
      <EmailField value={email} onChange={setEmail} fault={faultOf('email')} autoComplete="off" />
      <div>
        <Checkbox label={t('mayLead')} checked={mayLead} onChange={(event) => setMayLead(event.target.checked)} />
        <Checkbox label={t('isAdmin')} checked={isAdmin} onChange={(event) => setIsAdmin(event.target.checked)} />
      </div>
      {faultOf('rights') && <FailureNote text={t('rightsMissing')} />}
    </ConfirmForm>
  );
}

function LinkDialog({ made, onClose }: { readonly made: MadeLink | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const name = made?.name ?? '';
  return (
    <Modal open={made !== undefined} onClose={onClose} title={t('linkReady', { navn: name })}>
      {made && (
        <>
          <p>{t('linkText', { navn: name, tid: momentInWords(made.invitation.worksUntil, language) })}</p>
          <CopyField label={t('linkReady', { navn: name })} value={made.invitation.url} />
        </>
      )}
    </Modal>
  );
}
