import { Button, Textfield } from '@digdir/designsystemet-react';
import { examplePrices, type PriceFault, priceItems, readPrices, writePrices } from '@duken/shared/gains';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../chart/index.ts';
import type { usePrices } from './usePrices.ts';

interface PriceFieldsProps {
  readonly list: ReturnType<typeof usePrices>;
  readonly faults: readonly PriceFault[];
}

/** The municipality's list of prices: changed in the page, kept in this browser, and taken along as a file. */
export function PriceFields({ list, faults }: PriceFieldsProps) {
  const { t } = useTranslation('gains');
  const [told, setTold] = useState('');
  const file = useRef<HTMLInputElement>(null);

  const open = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = target.files?.[0];
    if (!chosen) return;
    const read = readPrices(await chosen.text());
    // The same file may be opened once more.
    target.value = '';
    if (!read) {
      setTold(t('notAList'));
      return;
    }
    list.replace(read.prices);
    setTold(
      read.unknown > 0
        ? t('opened', { navn: chosen.name, count: read.unknown })
        : t('openedAll', { navn: chosen.name }),
    );
  };

  return (
    <section className="priceFields">
      <h2>{t('prices')}</h2>
      <p>{t('pricesMean')}</p>
      <div className="priceFields-list">
        {priceItems.map(({ id, kind }) => {
          const fault = faults.find(({ item }) => item === id);
          return (
            <Textfield
              key={id}
              label={t(`item-${id}`)}
              description={t(kind === 'return' ? 'isReturned' : 'isSpent')}
              inputMode="decimal"
              autoComplete="off"
              suffix="kr"
              value={list.typed[id]}
              onChange={({ target }: ChangeEvent<HTMLInputElement>) => {
                setTold('');
                list.change(id, target.value);
              }}
              error={fault && t(fault.kind)}
            />
          );
        })}
      </div>
      <div className="row">
        <Button
          variant="secondary"
          onClick={() => saveFile('priser.json', 'application/json', writePrices(list.prices))}
        >
          {t('savePrices')}
        </Button>
        <Button variant="secondary" onClick={() => file.current?.click()}>
          {t('openPrices')}
        </Button>
        <Button
          variant="tertiary"
          onClick={() => {
            list.replace(examplePrices);
            setTold(t('isExample'));
          }}
        >
          {t('toExample')}
        </Button>
        <input ref={file} type="file" accept="application/json,.json" hidden onChange={(event) => void open(event)} />
      </div>
      <div className="row" role="status">
        {told !== '' && <p>{told}</p>}
        {list.undo && (
          <Button
            variant="tertiary"
            onClick={() => {
              list.undo?.();
              setTold('');
            }}
          >
            {t('undo')}
          </Button>
        )}
      </div>
    </section>
  );
}
