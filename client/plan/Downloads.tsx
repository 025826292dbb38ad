import { Button, Dropdown } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { type PlanFormat, planFileUrl } from '../http/index.ts';

const others = ['svg', 'png', 'csv', 'json'] as const satisfies readonly PlanFormat[];

/** The PDF is what one takes home; the other formats are in a small menu. */
export function Downloads({ boardId, version }: { readonly boardId: string; readonly version: number }) {
  const { t } = useTranslation('plan');
  return (
    <div className="row downloads">
      <Dropdown.TriggerContext>
        <Dropdown.Trigger variant="tertiary">{t('otherFormats')}</Dropdown.Trigger>
        <Dropdown>
          <Dropdown.List>
            {others.map((format) => (
              <Dropdown.Item key={format}>
                <Dropdown.Button asChild>
                  <a href={planFileUrl(boardId, version, format)} download>
                    {t(`download-${format}`)}
                  </a>
                </Dropdown.Button>
              </Dropdown.Item>
            ))}
          </Dropdown.List>
        </Dropdown>
      </Dropdown.TriggerContext>
      <Button asChild>
        <a href={planFileUrl(boardId, version, 'pdf')} download>
          {t('download-pdf')}
        </a>
      </Button>
    </div>
  );
}
