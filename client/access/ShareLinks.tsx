import { useTranslation } from 'react-i18next';
import { type DialogSlot, Modal } from '../ui/index.ts';
import './access.css';
import { AtTheTable } from './AtTheTable.tsx';
import { CasePeople } from './CasePeople.tsx';
import { Knocking } from './Knocking.tsx';
import { LeaderLink } from './LeaderLink.tsx';
import { LinkList } from './LinkList.tsx';
import { NewLink } from './NewLink.tsx';

interface ShareLinksProps extends DialogSlot {
  readonly boardId: string;
  /** Who is looking, to say so in the list of those at the table. */
  readonly participantId: string;
}

/** *Inviter*: makes a link to send or to hold up, shows who is at the table, and takes links back. */
export function ShareLinks({ boardId, participantId, open, onClose }: ShareLinksProps) {
  const { t } = useTranslation('invite');
  return (
    <Modal open={open} onClose={onClose} title={t('title')} size="wide">
      <div className="share">
        <Knocking boardId={boardId} />
        <NewLink boardId={boardId} />
        <AtTheTable boardId={boardId} participantId={participantId} />
        <CasePeople boardId={boardId} />
        <LinkList boardId={boardId} />
        <LeaderLink boardId={boardId} />
      </div>
    </Modal>
  );
}
