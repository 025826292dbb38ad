import { Button } from '@digdir/designsystemet-react';
import { dataMap, notPromised, responsibilities, risks } from '@duken/shared/municipality';
import { csvOf } from '@duken/shared/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../chart/index.ts';
import { useLanguage } from '../texts/index.ts';
import { LanguageSwitch, TopBar, useDocumentTitle } from '../ui/index.ts';
import './municipality.css';

/** `/personvern`: where a municipality can begin its own assessment: what is kept, the risks and the answers. No case is read here. */
export function DataProtectionPage(): ReactNode {
  const { t } = useTranslation('municipality');
  const language = useLanguage();
  useDocumentTitle(`${t('dataTitle')} · Duken`);
  const save = (): void => {
    const kept = dataMap.map(({ what, why, readBy, howLong }) => [what, why, readBy, howLong]);
    const told = risks.map(({ risk, answer, left }) => [risk, answer, left]);
    const rows = [
      [t('what'), t('why'), t('readBy'), t('howLong')],
      ...kept,
      [],
      [t('riskColumn'), t('answerColumn'), t('leftColumn')],
      ...told,
    ];
    saveFile('personvern.csv', 'text/csv', csvOf(rows));
  };
  return (
    <div className="sheetPage municipalityPage">
      <TopBar title={<p className="topBar-name">{t('dataTitle')}</p>} end={<LanguageSwitch />} />
      <main className="cloth sheetPage-sheet municipalityPage-sheet">
        <header>
          <h1>{t('dataTitle')}</h1>
          <p>{t('dataLead')}</p>
          <p className="muted">{t('dataDraft')}</p>
          {language !== 'nb' && <p className="muted">{t('onlyNorwegian')}</p>}
          <div className="row municipalityPage-acts">
            <Button variant="secondary" onClick={save}>
              {t('save')}
            </Button>
            <Button variant="secondary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </header>
        <section aria-labelledby="kept">
          <h2 id="kept">{t('mapTitle')}</h2>
          <ul className="plainList municipalityPage-cards" lang="nb">
            {dataMap.map(({ what, why, readBy, howLong }) => (
              <li key={what}>
                <h3>{what}</h3>
                <Facts
                  facts={[
                    [t('why'), why],
                    [t('readBy'), readBy],
                    [t('howLong'), howLong],
                  ]}
                />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="risks">
          <h2 id="risks">{t('riskTitle')}</h2>
          <ul className="plainList municipalityPage-cards" lang="nb">
            {risks.map(({ risk, answer, left, fromLorenskog }) => (
              <li key={risk}>
                <h3>{risk}</h3>
                {fromLorenskog && <p className="muted">{t('fromLorenskog')}</p>}
                <Facts
                  facts={[
                    [t('answerColumn'), answer],
                    [t('leftColumn'), left],
                  ]}
                />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="who">
          <h2 id="who">{t('whoTitle')}</h2>
          <Facts facts={responsibilities.map(({ who, what }) => [who, what])} />
        </section>
        <section aria-labelledby="not">
          <h2 id="not">{t('notPromisedTitle')}</h2>
          <ul lang="nb">
            {notPromised.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [name: string, words: string])[] }): ReactNode {
  return (
    <dl>
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang="nb">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
