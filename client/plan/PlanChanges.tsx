import { Field, Label, Select } from '@digdir/designsystemet-react';
import { isMostlyNew, type PlanVersion, type WordSegment } from '@duken/shared/plan';
import type { PlanListReply } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { comparePlans, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { tellChanges } from './changeSentences.ts';

interface PlanChangesProps {
  readonly boardId: string;
  readonly planVersion: PlanVersion;
  readonly plans: PlanListReply['plans'];
}

/** What changed since last time, or between any two versions: the other one stands in the address as `?mot=`. */
export function PlanChanges({ boardId, planVersion, plans }: PlanChangesProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { version } = planVersion;
  const others = plans.filter((plan) => plan.version !== version && !plan.isUnreadable);
  const chosen = others.find((plan) => String(plan.version) === search.get('mot'))?.version;
  const other = chosen ?? version - 1;
  const previousIsLost = version > 1 && !others.some((plan) => plan.version === version - 1);

  if (others.length === 0)
    return (
      <section className="planChanges">
        <h2>{t('changes')}</h2>
        <p className="muted">
          {previousIsLost ? t('previousUnreadable', { versjon: String(version - 1) }) : t('onlyVersion')}
        </p>
      </section>
    );
  return (
    <section className="planChanges" aria-labelledby="plan-changes">
      <h2 id="plan-changes">
        {other === version - 1 && other > 0
          ? t('sinceLast')
          : other < 1
            ? t('changes')
            : t('fromTo', { fra: String(Math.min(other, version)), til: String(Math.max(other, version)) })}
      </h2>
      <Field data-size="sm" className="planChanges-choice">
        <Label>{t('compareWith')}</Label>
        <Select value={String(other)} onChange={(event) => setSearch({ mot: event.target.value }, { replace: true })}>
          {chosen === undefined && (other < 1 || previousIsLost) && (
            <Select.Option value={String(other)}>{t('chooseVersion')}</Select.Option>
          )}
          {others.toReversed().map((plan) => (
            <Select.Option key={plan.version} value={String(plan.version)}>
              {t('versionOf', { versjon: String(plan.version), dato: dayInWords(plan.date, language) })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {other < 1 ? (
        <p className="muted">{t('firstVersion')}</p>
      ) : chosen === undefined && previousIsLost ? (
        <p className="muted">{t('previousUnreadable', { versjon: String(version - 1) })}</p>
      ) : (
        <Difference
          boardId={boardId}
          from={Math.min(other, version)}
          to={Math.max(other, version)}
          template={planVersion.template}
        />
      )}
    </section>
  );
}

interface DifferenceProps {
  readonly boardId: string;
  readonly from: number;
  readonly to: number;
  readonly template: PlanVersion['template'];
}

function Difference({ boardId, from, to, template }: DifferenceProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const failureText = useFailureText();
  const remote = useRemote(`${boardId}/plans/${from}/diff/${to}`, () => comparePlans(boardId, from, to));
  if (remote.kind === 'loading') return <Waiting />;
  if (remote.kind === 'failed') return <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />;
  const changes = tellChanges(remote.value, { template, language, t });
  if (changes.length === 0) return <p className="muted">{t('nothingChanged')}</p>;
  return (
    <ul className="plainList changeList">
      {changes.map(({ id, kind, words, sentences }) => (
        <li key={id} data-change={kind}>
          <h3 className="changeList-kind">{t(`change-${kind}`)}</h3>
          {isMostlyNew(words) && <BeforeAndAfter words={words} />}
          {words.length > 0 && !isMostlyNew(words) && (
            <p className="changeList-words" dir="auto">
              <span>{t('quoteStart')}</span>
              <Words words={words} />
              <span>{t('quoteEnd')}</span>
            </p>
          )}
          {words.length > 0 ? (
            sentences.length > 0 && <p>{sentences.join(' ')}</p>
          ) : (
            <ul className="plainList">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A sentence that is mostly new, as it was and as it is: one after the other, each whole. */
function BeforeAndAfter({ words }: { readonly words: readonly WordSegment[] }) {
  const { t } = useTranslation('plan');
  const without = (gone: WordSegment['kind']): string =>
    words
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('');
  return (
    <dl className="changeList-words changeList-both">
      <dt>{t('wordsBefore')}</dt>
      <dd dir="auto">
        <del>{t('quoteStart') + without('added') + t('quoteEnd')}</del>
      </dd>
      <dt>{t('wordsAfter')}</dt>
      <dd dir="auto">
        <ins>{t('quoteStart') + without('removed') + t('quoteEnd')}</ins>
      </dd>
    </dl>
  );
}

/** Word differences: struck through and underlined for the eye, said in words for the ear. */
function Words({ words }: { readonly words: readonly WordSegment[] }) {
  const { t } = useTranslation('plan');
  return words.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text have no other identity, and are replaced as a whole
    if (kind === 'same') return <span key={index}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Mark key={index}>
        <span className="ds-sr-only">{t(kind === 'added' ? 'wordsAdded' : 'wordsRemoved')} </span>
        <span>{text}</span>
        <span className="ds-sr-only"> {t('wordsEnd')} </span>
      </Mark>
    );
  });
}
