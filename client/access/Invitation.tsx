import { Button } from '@digdir/designsystemet-react';
import type { LinkReply } from '@duken/shared/protocol';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinks } from '../http/index.ts';
import { ownLinks } from '../session/index.ts';
import { CopyField, QrCode, useRoleName, Waiting } from '../ui/index.ts';
import { type KnownInvitation, knownInvitations } from './invitations.ts';
import { NewLink } from './NewLink.tsx';

/** Which invitation is shown: the best this window knows, a certain one, or the questions for a new one. */
export type InvitationShown =
  | { readonly kind: 'newest' }
  | { readonly kind: 'link'; readonly linkId: string }
  /** Made as another was, whose address is not to be had. */
  | { readonly kind: 'new'; readonly like?: LinkReply };

interface InvitationProps {
  readonly boardId: string;
  readonly shown: InvitationShown;
  readonly onShown: (shown: InvitationShown) => void;
}

/** An invitation with its code, ready to be held up, for as long as its link works and this window knows it; else one to make. */
export function Invitation({ boardId, shown, onShown }: InvitationProps) {
  const links = useLinks(boardId);
  const place = useRef<HTMLDivElement>(null);
  const isAskedFor = shown.kind !== 'newest';
  // Asked for from the list, which lies below.
  useEffect(() => {
    if (isAskedFor) place.current?.scrollIntoView({ block: 'start' });
    if (shown.kind === 'link') place.current?.querySelector<HTMLElement>('h3')?.focus();
  }, [isAskedFor, shown]);
  if (links.kind === 'loading') return <Waiting />;
  const known = knownInvitations(boardId, links.kind === 'here' ? links.value : [], Date.now());
  const chosen = shown.kind === 'link' ? known.find(({ link }) => link.linkId === shown.linkId) : known[0];
  return (
    <div ref={place}>
      {shown.kind !== 'new' && chosen ? (
        <ShownInvitation invitation={chosen} onAnother={() => onShown({ kind: 'new' })} />
      ) : (
        <NewLink
          key={shown.kind === 'new' ? shown.like?.linkId : undefined}
          boardId={boardId}
          like={shown.kind === 'new' ? shown.like : undefined}
          onMade={({ linkId, url }) => {
            ownLinks.keep(boardId, linkId, url);
            onShown({ kind: 'link', linkId });
            links.reload();
          }}
        />
      )}
    </div>
  );
}

function ShownInvitation({
  invitation: { link, url },
  onAnother,
}: {
  readonly invitation: KnownInvitation;
  readonly onAnother: () => void;
}) {
  const { t } = useTranslation('invite');
  const right = useRightName()(link);
  return (
    <section className="share-new">
      <div className="share-made">
        <QrCode url={url} />
        <div className="share-link">
          <h3 tabIndex={-1}>{link.label === undefined ? right : t('linkFor', { navn: link.label, rett: right })}</h3>
          <CopyField label={t('link')} value={url} />
          <p className="muted">{t('linkText')}</p>
          {link.role === 'editor' && <CopyField label={t('childLink')} value={url.replace('#', '/barn#')} />}
          <div className="row">
            <Button variant="secondary" onClick={onAnother}>
              {t('another')}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}

/** What a link lets one do, as the questions for a new one call it. */
function useRightName(): (link: LinkReply) => string {
  const { t } = useTranslation('invite');
  const roleName = useRoleName();
  return ({ role }) => (role === 'editor' || role === 'interpreter' || role === 'viewer' ? t(role) : roleName(role));
}
