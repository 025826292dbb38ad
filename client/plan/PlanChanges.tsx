import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { PlanListReply } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { readLetter, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, letterLanguage, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { LetterBlocks } from './LetterBlocks.tsx';

interface PlanChangesProps {
  readonly boardId: string;
  readonly version: number;
  readonly plans: PlanListReply['plans'];
}

/** What changed since last time, or between any two versions: the other one stands in the address as `?mot=`. */
export function PlanChanges({ boardId, version, plans }: PlanChangesProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
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
        <Difference boardId={boardId} from={Math.min(other, version)} to={Math.max(other, version)} />
      )}
    </section>
  );
}

interface DifferenceProps {
  readonly boardId: string;
  readonly from: number;
  readonly to: number;
}

function Difference({ boardId, from, to }: DifferenceProps) {
  const language = letterLanguage(useLanguage());
  const failureText = useFailureText();
  // Both are frozen: what became different never changes.
  const wish = { lang: language, since: from };
  const remote = useRemote(`${boardId}/plans/${to}/letter/${JSON.stringify(wish)}`, () =>
    readLetter(boardId, to, wish),
  );
  if (remote.kind === 'loading') return <Waiting />;
  if (remote.kind === 'failed') return <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />;
  const section = remote.value.sections.find(({ id }) => id === 'changes');
  return section && <LetterBlocks blocks={section.blocks} labelledBy="plan-changes" boardId={boardId} />;
}
