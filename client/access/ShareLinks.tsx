import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
}

/** *Inviter*: the code to hold up at once, or a link to make, who is at the table, and links to take back. */
export function ShareLinks({ boardId, participantId, open, onClose }: ShareLinksProps) {
  const { t } = useTranslation('invite');
  return (
    <Modal open={open} onClose={onClose} title={t('title')} size="wide">
      <ShareBody boardId={boardId} participantId={participantId} />
    </Modal>
  );
}

function ShareBody({ boardId, participantId }: Pick<ShareLinksProps, 'boardId' | 'participantId'>) {
  const [shown, setShown] = useState<InvitationShown>({ kind: 'newest' });
  return (
    <div className="share">
      <Knocking boardId={boardId} />
      <Invitation boardId={boardId} shown={shown} onShown={setShown} />
      <AtTheTable boardId={boardId} participantId={participantId} />
      <CasePeople boardId={boardId} />
      <LinkList boardId={boardId} onShown={setShown} />
      <LeaderLink boardId={boardId} />
    </div>
  );
}
