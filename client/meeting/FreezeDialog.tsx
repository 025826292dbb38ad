import type { Board } from '@duken/shared/board';
import type { LostPerson } from '@duken/shared/meeting';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { type DialogSlot, LatePart, Modal } from '../ui/index.ts';
import './meeting.css';

interface FreezeDialogProps extends DialogSlot {
  readonly session: BoardSession;
  readonly board: Board;
  /** Whether all this browser wrote is on the server's disk; what is not, would miss the version. */
  readonly isSaved: boolean;
  /** Those who have fallen off the line: what they write now would miss it too. */
  readonly lost: readonly LostPerson[];
}

/** Comes when a meeting is to be frozen: whoever only writes has no need of it. */
const freezeBodyPart = { load: async () => (await import('./FreezeBody.tsx')).FreezeBody };

/** Freezes the duk as the meeting's plan version: says first what goes in and what stands open, and lands on the version. */
export function FreezeDialog({ open, onClose, ...rest }: FreezeDialogProps) {
  const { t } = useTranslation('freeze');
  return (
    <Modal open={open} onClose={onClose} title={t('title')}>
      <LatePart part={freezeBodyPart} show={(FreezeBody) => <FreezeBody {...rest} onClose={onClose} />} />
    </Modal>
  );
}
