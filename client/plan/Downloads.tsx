import { Button, Dropdown } from '@digdir/designsystemet-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlanFormat, planFileUrl } from '../http/index.ts';

const others = ['svg', 'png', 'csv'] as const satisfies readonly PlanFormat[];

/** The PDF is what one takes home; those for eyes and Excel are in a small menu, which closes when one is chosen. */
export function Downloads({ boardId, version }: { readonly boardId: string; readonly version: number }) {
  const { t } = useTranslation('plan');
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const closeAfterChoice = (): void => {
    setOpen(false);
    // Else focus would go with what it stood on, to the top of the page.
    trigger.current?.focus();
  };
  return (
    <div className="row downloads">
      <Button ref={trigger} variant="tertiary" popoverTarget={id}>
        {t('otherFormats')}
      </Button>
      <Dropdown id={id} open={open} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} placement="bottom-end">
        <Dropdown.List>
          {others.map((format) => (
            <Dropdown.Item key={format}>
              <Dropdown.Button asChild>
                <a href={planFileUrl(boardId, version, format)} download onClick={closeAfterChoice}>
                  {t(`download-${format}`)}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
      <Button asChild>
        <a href={planFileUrl(boardId, version, 'pdf')} download>
          {t('download-pdf')}
        </a>
      </Button>
    </div>
  );
}
