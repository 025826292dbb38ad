import { Button } from '@digdir/designsystemet-react';
import { sheetNumbers } from '@duken/shared/paper';
import { paperSizes } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paperFileUrl, paperPictureUrl } from '../http/index.ts';
import { letterLanguage, useLanguage } from '../texts/index.ts';

const sizeTexts = { a1: 'sizeA1', a2: 'sizeA2', a3: 'sizeA3' } as const;

/** The empty duk to download, each sheet with a number of its own. */
export function PrintPart({ boardId }: { readonly boardId: string }): ReactNode {
  const { t } = useTranslation('paper');
  const language = letterLanguage(useLanguage());
  const [sheet, setSheet] = useState(drawNumber);
  return (
    <section className="paperPrint">
      <h2>{t('print')}</h2>
      <p>{t('printAbout')}</p>
      <img
        className="paperPrint-picture"
        src={paperPictureUrl(boardId, language)}
        alt={t('printPicture')}
        width="1414"
        height="1000"
      />
      <ul className="plainList paperPrint-sizes">
        {paperSizes.map((size) => (
          <li key={size}>
            <Button asChild variant="secondary">
              <a
                href={paperFileUrl(boardId, size, { lang: language, sheet })}
                download
                // Each download is another sheet of paper.
                onClick={() => setSheet(drawNumber())}
              >
                {t('printSize', { size: size.toUpperCase() })}
              </a>
            </Button>
            <span>{t(sizeTexts[size])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function drawNumber(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn % sheetNumbers;
}
