import { Button, Dropdown } from '@digdir/designsystemet-react';
import { tileSizes } from '@duken/shared/protocol';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dukTilesUrl, type LetterWish, type PlanFormat, planFileUrl } from '../http/index.ts';
import { letterLanguage, useLanguage } from '../texts/index.ts';

/** In the order they are offered: letters first, then the duk and the tiltak. */
const files = [
  { text: 'docx', format: 'docx' },
  { text: 'txt', format: 'txt' },
  { text: 'team', format: 'pdf', for: 'team' },
  { text: 'individual', format: 'pdf', form: 'individuell' },
  { text: 'individualDocx', format: 'docx', form: 'individuell' },
  { text: 'svg', format: 'svg' },
  { text: 'png', format: 'png' },
  { text: 'csv', format: 'csv' },
] as const satisfies readonly ({ readonly text: string; readonly format: PlanFormat } & Pick<
  LetterWish,
  'for' | 'form'
>)[];

/** The PDF is what one takes home; those for eyes and Excel are in a small menu, which closes when one is chosen. */
export function Downloads({ boardId, version }: { readonly boardId: string; readonly version: number }) {
  const { t } = useTranslation('plan');
  const language = letterLanguage(useLanguage());
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
          {tileSizes.map((size) => (
            <Dropdown.Item key={size}>
              <Dropdown.Button asChild>
                <a href={dukTilesUrl(boardId, version, size, language)} download onClick={closeAfterChoice}>
                  {t(`download-${size}`)}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
          {files.map(({ text, format, ...wish }) => (
            <Dropdown.Item key={text}>
              <Dropdown.Button asChild>
                <a
                  href={planFileUrl(boardId, version, format, { lang: language, ...wish })}
                  download
                  onClick={closeAfterChoice}
                >
                  {t(`download-${text}`)}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
      <Button asChild variant="secondary">
        <Link href={`/duk/${boardId}/plan/${version}/min`}>{t('minPlan')}</Link>
      </Button>
      <Button asChild>
        <a href={planFileUrl(boardId, version, 'pdf', { lang: language })} download>
          {t('download-pdf')}
        </a>
      </Button>
    </div>
  );
}
