import { Button } from '@digdir/designsystemet-react';
import type { Cell, Template } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../ui/index.ts';
import { CellFields, type ChosenCell, cellOf } from './CellFields.tsx';

interface PlaceDialogProps {
  readonly template: Template;
  readonly open: boolean;
  readonly onPlace: (cell: Cell) => void;
  readonly onClose: () => void;
}

/** Asks where a new note is to lie, for whoever has no pointer to show it with. */
export function PlaceDialog({ template, open, onPlace, onClose }: PlaceDialogProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <Modal open={open} onClose={onClose} title={t('placeTitle')}>
      <PlaceForm template={template} onPlace={onPlace} onClose={onClose} />
    </Modal>
  );
}

function PlaceForm({
  template,
  onPlace,
  onClose,
}: Pick<PlaceDialogProps, 'template' | 'onPlace' | 'onClose'>): ReactNode {
  const { t } = useTranslation('board');
  const [chosen, setChosen] = useState<ChosenCell>({ column: undefined, theme: undefined });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const cell = cellOf(template, chosen);
        if (cell) onPlace(cell);
      }}
    >
      <CellFields template={template} chosen={chosen} onChoose={setChosen} />
      <div className="row">
        <Button type="submit">{t('layHere')}</Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
