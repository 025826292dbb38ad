import { drawServices, type ServicesOverTime, servicesOverTime, sides } from '@duken/shared/services';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FittedChart, pageChart, WideTable } from '../chart/index.ts';
import { dayInWords, namesInWords, shortDay, useLanguage } from '../texts/index.ts';
import { NothingYet, ProgressPage } from './ProgressPage.tsx';
import { useServiceWords } from './useServiceWords.ts';

/** `/duk/:boardId/rundt`: who is round the person, at the first meeting and now. */
export function ServicesPage({ boardId }: { readonly boardId: string }) {
  return (
    <ProgressPage
      boardId={boardId}
      current="services"
      show={(versions) => <Services versions={versions} person={versions.at(-1)?.plan.for ?? ''} />}
    />
  );
}

interface ServicesProps {
  readonly versions: Parameters<typeof servicesOverTime>[0];
  readonly person: string;
}

function Services({ versions, person }: ServicesProps) {
  const { t } = useTranslation('progress');
  const services = useMemo(() => servicesOverTime(versions), [versions]);
  const last = services.meetings.length - 1;
  if (services.rows.length === 0) return <NothingYet text={t('noServicesText')} />;
  return (
    <>
      <div className="servicesThenAndNow">
        {last > 0 && <AtMeeting services={services} at={0} person={person} heading="firstMeeting" />}
        <AtMeeting services={services} at={last} person={person} heading={last > 0 ? 'lastMeeting' : 'onlyMeeting'} />
      </div>
      <section className="servicesPlain">
        <h2>{t('inPlainWords')}</h2>
        <PlainWords services={services} />
      </section>
      <section>
        <h2>{t('asTable')}</h2>
        <ServicesTable services={services} />
      </section>
    </>
  );
}

interface AtMeetingProps {
  readonly services: ServicesOverTime;
  readonly at: number;
  readonly person: string;
  readonly heading: 'firstMeeting' | 'lastMeeting' | 'onlyMeeting';
}

function AtMeeting({ services, at, person, heading }: AtMeetingProps): ReactNode {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const { countInWords, nameOf, listInWords } = useServiceWords(services);
  const meeting = services.meetings[at];
  if (!meeting) return null;
  const count = countInWords(meeting);
  return (
    <section>
      <h2>{t(heading, { dato: dayInWords(meeting.date, language) })}</h2>
      <p className="servicesCount">{count}</p>
      {meeting.volunteers > 0 && <p>{t('volunteers', { count: meeting.volunteers })}</p>}
      <p className="muted">{t('ever', { count: meeting.ever })}</p>
      <FittedChart
        least={300}
        most={520}
        draw={(width) =>
          drawServices(
            services,
            at,
            {
              person: person || t('person'),
              family: t('family'),
              unnamed: Object.fromEntries(sides.map((side) => [side, nameOf({ name: '', side })])) as Record<
                (typeof sides)[number],
                string
              >,
              sides: Object.fromEntries(sides.map((side) => [side, t(`side-${side}`)])) as Record<
                (typeof sides)[number],
                string
              >,
              people: (names) => namesInWords(names, language),
              done: t('done'),
              alt: t('picture', { tall: count, liste: listInWords(at) }),
            },
            { width, look: pageChart },
          )
        }
      />
    </section>
  );
}

function PlainWords({ services }: { readonly services: ServicesOverTime }) {
  const { t } = useTranslation('progress');
  const { meetNow, finishedNow } = useServiceWords(services);
  return (
    <>
      <p>{meetNow === '' ? t('youMeetNobody') : t('youMeet', { personer: meetNow })}</p>
      {finishedNow !== '' && <p>{t('finished', { liste: finishedNow })}</p>}
    </>
  );
}

function ServicesTable({ services }: { readonly services: ServicesOverTime }) {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const { countInWords, nameOf, thenInWords } = useServiceWords(services);
  return (
    <WideTable caption={t('servicesTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          {services.meetings.map(({ version, date }) => (
            <th key={version} scope="col">
              <time dateTime={date}>{shortDay(date, language)}</time>
            </th>
          ))}
        </tr>
      </thead>
      {sides
        .map((side) => ({ side, rows: services.rows.filter((row) => row.side === side) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ side, rows }) => (
          <tbody key={side}>
            <tr>
              <th scope="rowgroup" colSpan={services.meetings.length + 1} className="servicesTable-side">
                {t(`side-${side}`)}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" dir="auto">
                  {nameOf(row)}
                </th>
                {row.at.map((then, at) => (
                  <td key={services.meetings[at]?.version} className={then ? '' : 'muted'}>
                    {then ? thenInWords(then) : t('nothingThen')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      <tfoot>
        <tr>
          <th scope="row">{t('sum')}</th>
          {services.meetings.map((meeting) => (
            <td key={meeting.version}>{countInWords(meeting)}</td>
          ))}
        </tr>
      </tfoot>
    </WideTable>
  );
}
