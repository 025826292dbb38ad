import { Button } from '@digdir/designsystemet-react';
import { linkWorks } from '@duken/shared/access';
import type { LinkReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, useFailureText, useLinks, withdrawLink } from '../http/index.ts';
import { dayInWords, dayOf, momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Modal, useRoleName } from '../ui/index.ts';

/** The links that were made: what each gives, how many came in by it, and a way to take it back. */
export function LinkList({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const language = useLanguage();
  const roleName = useRoleName();
  const failureText = useFailureText();
  const remote = useLinks(boardId);
  const links = remote.kind === 'here' ? remote.value.filter(({ role }) => role !== 'leader') : [];
  const [asked, setAsked] = useState<LinkReply>();
  return (
    <section className="share-links" aria-labelledby="share-links">
      <h3 id="share-links">{t('links')}</h3>
      {remote.kind === 'failed' && <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />}
      {remote.kind === 'here' && links.length === 0 && <p className="muted">{t('noLinks')}</p>}
      <ul className="plainList">
        {links
          .toSorted((a, b) => b.createdAt - a.createdAt)
          .map((link) => (
            <li key={link.linkId} className="share-row">
              <span>
                <strong>{roleName(link.role)}</strong>
                <span className="muted">
                  {' · '}
                  {t('madeWhen', { dato: momentInWords(link.createdAt, language) })}
                  {' · '}
                  {t('joined', { count: link.joined })}
                  <LinkEnd link={link} />
                </span>
              </span>
              {link.withdrawnAt === undefined && (
                <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => setAsked(link)}>
                  {t('withdraw')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <WithdrawDialog boardId={boardId} link={asked} onClose={() => setAsked(undefined)} />
    </section>
  );
}

function LinkEnd({ link }: { readonly link: LinkReply }) {
  const { t } = useTranslation('invite');
  const language = useLanguage();
  if (link.withdrawnAt !== undefined) return ` · ${t('withdrawn')}`;
  if (link.expiresAt === undefined) return null;
  const life = { expiresAt: link.expiresAt };
  return linkWorks(life, Date.now())
    ? ` · ${t('expires', { dato: dayInWords(dayOf(new Date(link.expiresAt)), language) })}`
    : ` · ${t('expired')}`;
}

interface WithdrawDialogProps {
  readonly boardId: string;
  readonly link: LinkReply | undefined;
  readonly onClose: () => void;
}

/** Says what withdrawing does before it is done: people lose their place at once. */
function WithdrawDialog({ boardId, link, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const withdraw = async () => {
    if (!link || isWithdrawing) return;
    setIsWithdrawing(true);
    setFailure(undefined);
    const withdrawn = await withdrawLink(boardId, link.linkId);
    setIsWithdrawing(false);
    if (withdrawn.ok) onClose();
    else setFailure(withdrawn.failure);
  };

  return (
    <Modal open={link !== undefined} onClose={onClose} title={t('withdrawTitle')}>
      <p>{t('withdrawText', { count: link?.joined ?? 0 })}</p>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button data-color="danger" loading={isWithdrawing} onClick={() => void withdraw()}>
          {t('withdraw')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </Modal>
  );
}
