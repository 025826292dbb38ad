import { Dialog } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogSlot } from './dialogSlot.ts';

interface ModalProps extends DialogSlot {
  readonly title: string;
  /** `screen` fills the screen. */
  readonly size?: 'narrow' | 'wide' | 'screen';
  /** It holds the only copy of something: neither Escape nor a cross puts it away, only what is in it. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog with a heading. What is in it starts afresh each time it opens. Focus goes to the field marked
 * `data-first-focus`, else to the heading, and again when the title tells that the dialog has moved on.
 */
export function Modal({ open, onClose, title, size = 'narrow', isKept = false, children }: ModalProps) {
  const { t } = useTranslation('common');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const focusedTitle = useRef<string>(undefined);

  // Here and not by autofocus: React would focus before the dialog is shown, when nothing in it can have focus.
  useEffect(() => {
    if (!open) focusedTitle.current = undefined;
    else if (focusedTitle.current !== title) {
      focusedTitle.current = title;
      const first = dialog.current?.querySelector<HTMLElement>('[data-first-focus]');
      (first ?? dialog.current?.querySelector('h2'))?.focus();
    }
  }, [open, title]);

  return (
    <Dialog
      ref={dialog}
      open={open}
      onClose={onClose}
      closeButton={isKept ? false : t('close')}
      onCancel={(event) => {
        if (isKept) event.preventDefault();
      }}
      aria-labelledby={titleId}
      className={`modal modal-${size}`}
    >
      {open && (
        <div className="modal-body">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {children}
        </div>
      )}
    </Dialog>
  );
}
