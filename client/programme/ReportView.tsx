import { Button } from '@digdir/designsystemet-react';
import { drawTable, reportFacts, reportFile, reportRows, reportWords, tableIds } from '@duken/shared/programme';
import type { ProgrammeReply } from '@duken/shared/protocol';
import { csvOf } from '@duken/shared/text';
import { useTranslation } from 'react-i18next';
import { FittedChart, pageChart, saveFile, WideTable } from '../chart/index.ts';
import { reportFileUrl } from '../http/index.ts';
import { dayInWords, dayOf, letterLanguage, useLanguage } from '../texts/index.ts';

/** A report as it may be seen by anybody: lines, charts with their tables, and the same as files. */
export function ReportView({ told }: { readonly told: ProgrammeReply['reports'][number] }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const written = letterLanguage(language);
  const words = reportWords[written];
  const { scope, report, toldAt } = told;
  const day = dayOf(new Date(toldAt));
  const save = (): void =>
    saveFile(`${words.title[scope]}, ${day}.csv`, 'text/csv', csvOf(reportFile(report, written)));
  return (
    <section className="programmeReport" aria-labelledby={`report-${scope}`}>
      <h2 id={`report-${scope}`}>{words.title[scope]}</h2>
      <p className="muted">{words.asOf(dayInWords(day, language))}</p>
      {report.kind !== 'here' ? (
        <p>{words[report.kind]}</p>
      ) : (
        <>
          <dl className="programmeReport-facts">
            {reportFacts(report, written).map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {tableIds.map((id) => {
            const table = report.tables.find((one) => one.id === id);
            return (
              <section key={id} className="programmeReport-table">
                <h3>{words.tables[id]}</h3>
                {table ? (
                  <>
                    <FittedChart
                      least={280}
                      most={720}
                      draw={(width) => drawTable(table, words, { width, look: pageChart })}
                    />
                    <WideTable caption={t('asTable', { tabell: words.tables[id] })}>
                      <thead>
                        <tr>
                          <th scope="col">{words.kindOf}</th>
                          <th scope="col" className="number">
                            {words.count}
                          </th>
                        </tr>
                      </thead>
                      <tbody>
                        {reportRows(table, words).map(({ name, count }) => (
                          <tr key={name}>
                            <th scope="row">{name}</th>
                            <td className="number">{String(count)}</td>
                          </tr>
                        ))}
                      </tbody>
                    </WideTable>
                  </>
                ) : (
                  <p className="muted">{words.heldBack}</p>
                )}
              </section>
            );
          })}
        </>
      )}
      <p className="muted">{words.hiding}</p>
      {report.kind === 'here' && (
        <div className="row programmeReport-files">
          <Button asChild variant="secondary">
            <a href={reportFileUrl(scope, 'pdf', written)} download>
              {t('savePdf')}
            </a>
          </Button>
          <Button asChild variant="secondary">
            <a href={reportFileUrl(scope, 'docx', written)} download>
              {t('saveWord')}
            </a>
          </Button>
          <Button variant="secondary" onClick={save}>
            {t('saveTable')}
          </Button>
        </div>
      )}
    </section>
  );
}
