import { Button } from '@digdir/designsystemet-react';
import {
  addGains,
  drawAccumulated,
  drawYears,
  faultsOf,
  type Gains,
  type GainsWords,
  type PriceFault,
  type Prices,
  personas,
  reckonGains,
} from '@duken/shared/gains';
import { csvOf } from '@duken/shared/text';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FittedChart, pageChart, saveFile, WideTable } from '../chart/index.ts';
import { numberIn, useLanguage } from '../texts/index.ts';
import { LanguageSwitch, TopBar, useDocumentTitle } from '../ui/index.ts';
import './gains.css';
import { kroner } from './kroner.ts';
import { PriceFields } from './PriceFields.tsx';
import { usePrices } from './usePrices.ts';

const choices = [...personas.map(({ id }) => id), 'all'] as const;
type Choice = (typeof choices)[number];

/** `/gevinst`: ten years of three invented persons, with the municipality's own prices. No duk and no plan is read here. */
export function GainsPage() {
  const { t } = useTranslation('gains');
  const [choice, setChoice] = useState<Choice>('jimmy');
  const list = usePrices();
  const reckoned = reckon(choice, list.prices);
  useDocumentTitle(`${t('title')} · Duken`);
  return (
    <div className="sheetPage gainsPage">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} end={<LanguageSwitch />} />
      <main className="cloth sheetPage-sheet gainsPage-sheet">
        <header>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
          <p className="muted">{t('notIncluded')}</p>
        </header>
        <fieldset className="gainsPage-choice">
          <legend>{t('whose')}</legend>
          {choices.map((each) => (
            <label key={each}>
              <input type="radio" name="persona" checked={choice === each} onChange={() => setChoice(each)} />
              <span>{t(`persona-${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="gainsPage-outcome">
          {'faults' in reckoned ? <Faults faults={reckoned.faults} /> : <Outcome gains={reckoned} choice={choice} />}
        </div>
        <PriceFields list={list} faults={faultsOf(list.prices)} />
      </main>
    </div>
  );
}

function reckon(choice: Choice, prices: Prices): Gains | { readonly faults: readonly PriceFault[] } {
  const each = personas.filter(({ id }) => choice === 'all' || id === choice).map((one) => reckonGains(one, prices));
  const faults = each.flatMap((one) => (one.ok ? [] : one.failure.faults));
  if (faults.length > 0)
    return { faults: faultsOf(prices).filter(({ item }) => faults.some((fault) => fault.item === item)) };
  return addGains(each.flatMap((one) => (one.ok ? [one.value] : [])));
}

function Faults({ faults }: { readonly faults: readonly PriceFault[] }) {
  const { t } = useTranslation('gains');
  return (
    <div role="status">
      <p>{t('cannotReckon')}</p>
      <ul>
        {faults.map(({ kind, item }) => (
          <li key={item}>{t(`${kind}Of`, { pris: t(`item-${item}`) })}</li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ gains, choice }: { readonly gains: Gains; readonly choice: Choice }) {
  const { t } = useTranslation('gains');
  const language = useLanguage();
  const amount = (value: number): string => kroner(value, language);
  const words: Omit<GainsWords, 'alt'> = {
    worst: t('worst'),
    best: t('best'),
    accumulated: t('accumulated'),
    year: String,
    amount: (value) => t('millions', { tall: numberIn(value / 1_000_000, language, 2) }),
  };
  const pays = gains.paysFrom === undefined ? t('paysNever') : t('paysFrom', { aar: String(gains.paysFrom) });
  const columns = [t('year'), t('worst'), t('best'), t('difference'), t('accumulated')];
  const save = (): void => {
    const rows = gains.years.map(({ year, worst, best, difference, accumulated }) => [
      year,
      worst,
      best,
      difference,
      accumulated,
    ]);
    const sums = [
      [t('sum'), gains.worst, gains.best, gains.difference, gains.difference],
      [t('avoided'), gains.avoided],
      [t('returned'), gains.returned],
      [t('notIncluded')],
    ];
    saveFile(`gevinst-${choice}.csv`, 'text/csv', csvOf([columns, ...rows, ...sums]));
  };
  return (
    <>
      <dl className="gainsPage-sums" aria-live="polite">
        <Sum name={t('worst')} value={amount(gains.worst)} />
        <Sum name={t('best')} value={amount(gains.best)} />
        <Sum name={t('difference')} value={amount(gains.difference)} />
        <Sum name={t('avoided')} value={amount(gains.avoided)} />
        <Sum name={t('returned')} value={amount(gains.returned)} />
      </dl>
      <p className="gainsPage-pays">{pays}</p>
      <section>
        <h2>{t('yearByYear')}</h2>
        <FittedChart
          least={280}
          most={860}
          draw={(width) =>
            drawYears(
              gains,
              { ...words, alt: t('yearsAlt', { verst: amount(gains.worst), best: amount(gains.best) }) },
              { width, look: pageChart },
            )
          }
        />
      </section>
      <section>
        <h2>{t('accumulated')}</h2>
        <FittedChart
          least={280}
          most={860}
          draw={(width) =>
            drawAccumulated(
              gains,
              { ...words, alt: t('accumulatedAlt', { forskjell: amount(gains.difference), naar: pays }) },
              { width, look: pageChart },
            )
          }
        />
      </section>
      <section>
        <h2>{t('asTable')}</h2>
        <WideTable caption={t('inKroner')}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={at > 0 ? 'number' : ''}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gains.years.map(({ year, worst, best, difference, accumulated }) => (
              <tr key={year}>
                <th scope="row">{String(year)}</th>
                {[worst, best, difference, accumulated].map((value, at) => (
                  <td key={columns[at + 1]} className="number">
                    {numberIn(value, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('sum')}</th>
              {[gains.worst, gains.best, gains.difference, gains.difference].map((value, at) => (
                <td key={columns[at + 1]} className="number">
                  {numberIn(value, language)}
                </td>
              ))}
            </tr>
          </tfoot>
        </WideTable>
        <Button variant="secondary" onClick={save}>
          {t('saveTable')}
        </Button>
      </section>
    </>
  );
}

function Sum({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
