import { Dialog } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogSlot } from './dialogSlot.ts';

interface ModalProps extends DialogSlot {
  readonly title: string;
  /** `screen` fills the screen. */
  readonly size?: 'narrow' | 'wide' | 'screen';
  readonly children: ReactNode;
}

/** A modal dialog with a heading. What is in it starts afresh each time it opens. */
export function Modal({ open, onClose, title, size = 'narrow', children }: ModalProps) {
  const { t } = useTranslation('common');
  const titleId = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      closeButton={t('close')}
      aria-labelledby={titleId}
      className={`modal modal-${size}`}
    >
      {open && (
        <div className="modal-body">
          <h2 id={titleId}>{title}</h2>
          {children}
        </div>
      )}
    </Dialog>
  );
}
