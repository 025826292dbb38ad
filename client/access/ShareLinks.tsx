import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessionNow } from '../http/index.ts';
import { type DialogSlot, Modal } from '../ui/index.ts';
import './access.css';
import { AtTheTable } from './AtTheTable.tsx';
import { CasePeople } from './CasePeople.tsx';
import { Invitation, type InvitationShown } from './Invitation.tsx';
import { Knocking } from './Knocking.tsx';
import { LeaderLink } from './LeaderLink.tsx';
import { LinkList } from './LinkList.tsx';

interface ShareLinksProps extends DialogSlot {
  readonly boardId: string;
  /** Who is looking, to say so in the list of those at the table. */
  readonly participantId: string;
  /** Who leads the case, where leaders have accounts. */
  readonly leaders: ReactNode;
}

/** *Inviter*: the code to hold up at once, or a link to make, who is at the table, and links to take back. */
export function ShareLinks({ boardId, participantId, leaders, open, onClose }: ShareLinksProps) {
  const { t } = useTranslation('invite');
  return (
    <Modal open={open} onClose={onClose} title={t('title')} size="wide">
      <ShareBody boardId={boardId} participantId={participantId} leaders={leaders} />
    </Modal>
  );
}

function ShareBody({ boardId, participantId, leaders }: Omit<ShareLinksProps, 'open' | 'onClose'>) {
  const { t } = useTranslation('invite');
  const session = useSessionNow();
  const [shown, setShown] = useState<InvitationShown>({ kind: 'newest' });
  return (
    <div className="share">
      {session?.stage === 'tryingOut' && <p className="muted">{t('stageShared', { ns: 'common' })}</p>}
      <Knocking boardId={boardId} />
      <Invitation boardId={boardId} shown={shown} onShown={setShown} />
      <AtTheTable boardId={boardId} participantId={participantId} />
      <CasePeople boardId={boardId} />
      <LinkList boardId={boardId} onShown={setShown} />
      {session?.stage === 'accounts' ? leaders : <LeaderLink boardId={boardId} />}
    </div>
  );
}
