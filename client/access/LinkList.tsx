import { Button } from '@digdir/designsystemet-react';
import { linkWorks } from '@duken/shared/access';
import type { LinkReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText, useLinks, withdrawLink } from '../http/index.ts';
import { ownLinks, withBoard } from '../session/index.ts';
import { dayInWords, dayOf, momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, useRoleName } from '../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { InvitationShown } from './Invitation.tsx';
import { addressOf, isInvitation } from './invitations.ts';

/** The links that were made: what each gives, how many came in by it, and a way to take it back. */
export function LinkList({
  boardId,
  onShown,
}: {
  readonly boardId: string;
  /** Shows one of them, or asks for a new one like it. */
  readonly onShown: (shown: InvitationShown) => void;
}) {
  const { t } = useTranslation('invite');
  const language = useLanguage();
  const nameOf = useLinkName();
  const failureText = useFailureText();
  const remote = useLinks(boardId);
  const links = remote.kind === 'here' ? remote.value : [];
  const knows = (link: LinkReply): boolean => addressOf(boardId, link, Date.now()) !== undefined;
  const [asked, setAsked] = useState<LinkReply>();
  return (
    <section className="share-links" aria-labelledby="share-links">
      <h3 id="share-links">{t('links')}</h3>
      {remote.kind === 'failed' && <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />}
      <p className="muted">{t('linksText')}</p>
      <ul className="plainList">
        {links
          .toSorted((a, b) => b.createdAt - a.createdAt)
          .map((link) => (
            <li key={link.linkId} className="share-row">
              <span>
                <strong>{nameOf(link)}</strong>
                <span className="muted">
                  <LinkKind link={link} />
                  <span>
                    {`${t('madeWhen', { dato: momentInWords(link.createdAt, language) })} · ${t('joined', { count: link.joined })}`}
                  </span>
                  <LinkEnd link={link} />
                </span>
              </span>
              <span className="share-linkTools">
                {isInvitation(link, Date.now()) && (
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t(knows(link) ? 'showCodeOf' : 'makeNewOf', { lenke: nameOf(link) })}
                    onClick={() =>
                      onShown(knows(link) ? { kind: 'link', linkId: link.linkId } : { kind: 'new', like: link })
                    }
                  >
                    <span>{t(knows(link) ? 'showCode' : 'makeNew')}</span>
                  </Button>
                )}
                {link.withdrawnAt === undefined && !link.isOwn && (
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    data-color="neutral"
                    aria-label={t('withdrawNamed', { lenke: nameOf(link) })}
                    onClick={() => setAsked(link)}
                  >
                    {t('withdraw')}
                  </Button>
                )}
              </span>
            </li>
          ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('withdrawTitle')}
        command={t('withdraw')}
        act={() => {
          if (asked) ownLinks.forget(boardId, asked.linkId);
          if (asked?.withBoard) ownLinks.forget(boardId, withBoard);
          return withdrawLink(boardId, asked?.linkId ?? '');
        }}
      >
        <p>{t('withdrawText', { count: asked?.joined ?? 0 })}</p>
      </ConfirmDialog>
    </section>
  );
}

/** What a link is called in the list. */
function useLinkName(): (link: LinkReply) => string {
  const { t } = useTranslation('invite');
  const roleName = useRoleName();
  return ({ role, label, withBoard }) => {
    if (label !== undefined) return label;
    if (role === 'leader') return t('leaderLinkName');
    return withBoard ? t('withBoard') : roleName(role);
  };
}

/** What a link gives, where its name doesn't say so already. */
function LinkKind({ link }: { readonly link: LinkReply }) {
  const { t } = useTranslation('invite');
  const roleName = useRoleName();
  if (link.isOwn) return <span>{`${t('ownLink')} · `}</span>;
  const isSaid = link.label !== undefined || (link.withBoard && link.role !== 'leader');
  return isSaid ? <span>{`${roleName(link.role)} · `}</span> : null;
}

function LinkEnd({ link }: { readonly link: LinkReply }) {
  const { t } = useTranslation('invite');
  const language = useLanguage();
  if (link.withdrawnAt !== undefined) return <span>{` · ${t('withdrawn')}`}</span>;
  if (link.expiresAt === undefined) return null;
  const life = { expiresAt: link.expiresAt };
  const words = linkWorks(life, Date.now())
    ? t('expires', { dato: dayInWords(dayOf(new Date(link.expiresAt)), language) })
    : t('expired');
  return <span>{` · ${words}`}</span>;
}
