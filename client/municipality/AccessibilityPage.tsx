import { Button } from '@digdir/designsystemet-react';
import { type Conformance, type Criterion, conformanceReport, triedWith } from '@duken/shared/municipality';
import { csvOf } from '@duken/shared/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../chart/index.ts';
import { useLanguage } from '../texts/index.ts';
import { LanguageSwitch, TopBar, useDocumentTitle } from '../ui/index.ts';
import { BarrierPart } from './BarrierPart.tsx';
import './municipality.css';

/** What is missing stands first. */
const order: readonly Conformance[] = ['partly', 'notTried', 'met', 'notThere'];

/** `/tilgjengelighet`: what shuts somebody out, told to whoever answers for it; and how Duken stands to WCAG 2.2. No case is read here. */
export function AccessibilityPage(): ReactNode {
  const { t } = useTranslation('municipality');
  const language = useLanguage();
  useDocumentTitle(`${t('accessibilityTitle')} · Duken`);
  const save = (): void => {
    const head = [t('number'), t('name'), t('levelColumn'), t('conformance'), t('remark')];
    const rows = conformanceReport.map(({ id, name, level, conformance, remark }) => [
      id,
      name,
      level,
      t(conformance),
      remark,
    ]);
    saveFile('wcag-2-2.csv', 'text/csv', csvOf([head, ...rows]));
  };
  return (
    <div className="sheetPage municipalityPage">
      <TopBar title={<p className="topBar-name">{t('accessibilityTitle')}</p>} end={<LanguageSwitch />} />
      <main className="cloth sheetPage-sheet municipalityPage-sheet">
        <header>
          <h1>{t('accessibilityTitle')}</h1>
          <p>{t('accessibilityLead')}</p>
        </header>
        <BarrierPart />
        <section aria-labelledby="wcag">
          <h2 id="wcag">{t('reportTitle')}</h2>
          <p>{t('reportText')}</p>
          {language !== 'nb' && <p className="muted">{t('onlyNorwegian')}</p>}
          <div className="row municipalityPage-acts">
            <Button variant="secondary" onClick={save}>
              {t('save')}
            </Button>
            <Button variant="secondary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
          {order.map((conformance) => (
            <Criteria
              key={conformance}
              conformance={conformance}
              criteria={conformanceReport.filter((criterion) => criterion.conformance === conformance)}
            />
          ))}
        </section>
        <Lines id="tried" title={t('tried')} lines={triedWith.tried} />
        <Lines id="untried" title={t('untried')} lines={triedWith.notTried} />
      </main>
    </div>
  );
}

function Criteria({
  conformance,
  criteria,
}: {
  readonly conformance: Conformance;
  readonly criteria: readonly Criterion[];
}): ReactNode {
  const { t } = useTranslation('municipality');
  if (criteria.length === 0) return null;
  return (
    <>
      <h3>{`${t(conformance)} (${criteria.length})`}</h3>
      <ul className="plainList municipalityPage-criteria" lang="nb">
        {criteria.map(({ id, name, level, remark }) => (
          <li key={id}>
            <strong>{`${id} ${name}`}</strong> <span className="muted">{t('level', { niva: level })}</span>
            <p>{remark}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({
  id,
  title,
  lines,
}: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}): ReactNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul lang="nb">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
