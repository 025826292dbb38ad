import { Field, Label, Select } from '@digdir/designsystemet-react';
import { type FollowedWay, followedWays, reportWords, type TargetGroup, targetGroups } from '@duken/shared/programme';
import type { OwnCaseReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type RequestFailure, sayCaseFields, useFailureText } from '../http/index.ts';
import { letterLanguage, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';

interface OwnCasesProps {
  readonly cases: readonly OwnCaseReply[];
  readonly onChanged: () => void;
}

/** Each case that one leads, with how far it has come and what the report counts it as. Only who leads them sees this. */
export function OwnCases({ cases, onChanged }: OwnCasesProps) {
  const { t } = useTranslation('programme');
  return (
    <section aria-labelledby="own-cases" className="ownCases">
      <h2 id="own-cases">{t('ownCases')}</h2>
      <p>{cases.length === 0 ? t('noCases') : t('ownCasesText')}</p>
      <ul className="plainList">
        {cases.map((one) => (
          <li key={one.boardId}>
            <OwnCase one={one} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnCase({ one, onChanged }: { readonly one: OwnCaseReply; readonly onChanged: () => void }) {
  const { t } = useTranslation('programme');
  const failureText = useFailureText();
  const words = reportWords[letterLanguage(useLanguage())];
  const [failure, setFailure] = useState<RequestFailure>();
  const [saved, setSaved] = useState(0);
  const say = async (change: Parameters<typeof sayCaseFields>[1]): Promise<void> => {
    const said = await sayCaseFields(one.boardId, change);
    setFailure(said.ok ? undefined : said.failure);
    if (!said.ok) return;
    setSaved((times) => times + 1);
    onChanged();
  };
  const state = one.isExample ? t('isExample') : !one.isCounted ? t('noPlan') : one.isClosed ? t('isClosed') : '';
  return (
    <article className="ownCase">
      <h3>
        <Link href={`/duk/${one.boardId}`}>{one.title}</Link>
      </h3>
      <p className="ownCase-way">{[wayOf(one), state].filter(Boolean).join(' · ')}</p>
      <Field>
        <Label>
          <span>{t('group')}</span>
        </Label>
        <Select
          aria-label={t('groupOf', { sak: one.title })}
          value={one.group ?? ''}
          onChange={({ target: { value } }) => void say({ group: (value || null) as TargetGroup | null })}
        >
          <Select.Option value="">{words.unsaid}</Select.Option>
          {targetGroups.map((group) => (
            <Select.Option key={group} value={group}>
              {words.parts[group]}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>
          <span>{t('followed')}</span>
        </Label>
        <Select
          aria-label={t('followedOf', { sak: one.title })}
          value={one.followed ?? ''}
          onChange={({ target: { value } }) => void say({ followed: (value || null) as FollowedWay | null })}
        >
          <Select.Option value="">{words.unsaid}</Select.Option>
          {followedWays.map((way) => (
            <Select.Option key={way} value={way}>
              {words.parts[way]}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Aloud words={saved > 0 && !failure ? t('saved', { sak: one.title }) : ''} of={saved} />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
    </article>
  );

  function wayOf({ start, now, months }: OwnCaseReply): string {
    if (!start || !now) return t('noStep');
    const name = start === now ? words.parts[now] : words.move(words.parts[start], words.parts[now]);
    return months === undefined ? name : t('inMonths', { vei: name, count: months });
  }
}
