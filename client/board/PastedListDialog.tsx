import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../ui/index.ts';

interface PastedListDialogProps {
  /** What was pasted, as a list; the dialog is closed while there is none. */
  readonly items: readonly string[];
  readonly onOneEach: () => void;
  readonly onOneNote: () => void;
  readonly onClose: () => void;
}

/** How many items are shown before they are only counted. */
const shownItems = 6;

/** Asks whether a pasted list is to be a note for each item, or one note. */
export function PastedListDialog({ items, onOneEach, onOneNote, onClose }: PastedListDialogProps): ReactNode {
  const { t } = useTranslation('board');
  const count = items.length;
  return (
    <Modal open={count > 0} onClose={onClose} title={t('pastedTitle', { count })}>
      <div className="stack">
        <ol className="pastedList">
          {items.slice(0, shownItems).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown, and may say the same twice.
            <li key={index}>{item}</li>
          ))}
        </ol>
        {count > shownItems && <p>{t('andMore', { count: count - shownItems })}</p>}
        <div className="row">
          <Button type="button" data-first-focus onClick={onOneEach}>
            {t('oneNoteEach', { count })}
          </Button>
          <Button type="button" variant="secondary" onClick={onOneNote}>
            {t('oneNote')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
