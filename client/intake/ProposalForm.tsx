import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { type Assessment, assessments, type Criterion, criteria } from '@duken/shared/intake';
import {
  type IntakeReply,
  longestProposal,
  maxProposedMembers,
  type newProposalRequest,
  type ProposalReply,
} from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote, LineField } from '../ui/index.ts';

type ProposalWords = z.input<typeof newProposalRequest>;

interface ProposalFormProps {
  readonly leaders: IntakeReply['leaders'];
  /** What stands there now; left out for somebody new. */
  readonly before?: ProposalReply;
  readonly send: (words: ProposalWords) => Promise<Result<ProposalReply, RequestFailure>>;
  readonly onSaved: (saved: ProposalReply) => void;
  readonly onCancel: () => void;
}

const nothingKnown: ProposalWords['criteria'] = {
  wantsChange: 'unknown',
  waivesSecrecy: 'unknown',
  complexNeeds: 'unknown',
  longTermPlan: 'unknown',
};

interface MemberLine {
  /** Of the line, whatever is written in it. */
  readonly key: number;
  readonly name: string;
  readonly service: string;
  readonly why: string;
}

/** What the core team thinks of somebody: the four questions, who should lead, who should take part and why. */
export function ProposalForm({ leaders, before, send, onSaved, onCancel }: ProposalFormProps): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const [called, setCalled] = useState(before?.called ?? '');
  const [answers, setAnswers] = useState(before?.criteria ?? nothingKnown);
  const [leaderId, setLeaderId] = useState(before?.leaderId ?? '');
  const [team, setTeam] = useState<readonly MemberLine[]>(
    (before?.team ?? []).map((member, key) => ({ key, service: '', ...member })),
  );
  const [isSent, setIsSent] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const form = useRef<HTMLFormElement>(null);

  const written = team.filter(({ name, service, why }) => ![name, service, why].every(isBlank));
  const isHalf = ({ name, why }: MemberLine) => isBlank(name) || isBlank(why);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isSaving) return;
    if (isBlank(called) || written.some(isHalf)) {
      form.current?.querySelector<HTMLElement>('[data-lacks="true"] input')?.focus();
      return;
    }
    setIsSaving(true);
    setFailure(undefined);
    const saved = await send({
      called,
      criteria: answers,
      ...(leaderId === '' ? {} : { leaderId }),
      team: written.map(({ name, service, why }) => ({ name, ...(isBlank(service) ? {} : { service }), why })),
    });
    setIsSaving(false);
    if (saved.ok) onSaved(saved.value);
    else setFailure(saved.failure);
  };
  return (
    <form ref={form} className="intake-form" onSubmit={(event) => void save(event)} noValidate>
      <div data-lacks={isBlank(called)}>
        <LineField
          label={t('called')}
          description={t('calledHelp')}
          value={called}
          error={isSent && isBlank(called) && t('calledMissing')}
          longest={longestProposal.called}
          autoComplete="off"
          onChange={(event) => setCalled(event.target.value)}
        />
      </div>
      <section className="intake-criteria" aria-labelledby="intake-criteria">
        <h2 id="intake-criteria">{t('criteria')}</h2>
        <p className="muted">{t('criteriaHelp')}</p>
        {criteria.map((criterion) => (
          <CriterionChoice
            key={criterion}
            criterion={criterion}
            chosen={answers[criterion]}
            onChoose={(answer) => setAnswers({ ...answers, [criterion]: answer })}
          />
        ))}
      </section>
      <Field>
        <Label>{t('leader')}</Label>
        <Select value={leaderId} onChange={(event) => setLeaderId(event.target.value)}>
          <Select.Option value="">{t('noLeader')}</Select.Option>
          {leaders.map(({ accountId, name }) => (
            <Select.Option key={accountId} value={accountId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <TeamLines team={team} faultOf={(line) => isSent && written.includes(line) && isHalf(line)} onChange={setTeam} />
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" aria-busy={isSaving}>
          <span>{t('save')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface CriterionChoiceProps {
  readonly criterion: Criterion;
  readonly chosen: Assessment;
  readonly onChoose: (answer: Assessment) => void;
}

function CriterionChoice({ criterion, chosen, onChoose }: CriterionChoiceProps): ReactNode {
  const { t } = useTranslation('intake');
  const name = useId();
  return (
    <fieldset className="intake-choices">
      <legend>{t(criterion)}</legend>
      {assessments.map((answer) => (
        <label key={answer}>
          <input type="radio" name={name} checked={answer === chosen} onChange={() => onChoose(answer)} />
          <span>{t(answer)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TeamLinesProps {
  readonly team: readonly MemberLine[];
  readonly faultOf: (line: MemberLine) => boolean;
  readonly onChange: (team: readonly MemberLine[]) => void;
}

function TeamLines({ team, faultOf, onChange }: TeamLinesProps): ReactNode {
  const { t } = useTranslation('intake');
  const lines = useRef<HTMLElement>(null);
  const next = useRef(team.length);
  const change = (key: number, to: Partial<MemberLine>) =>
    onChange(team.map((line) => (line.key === key ? { ...line, ...to } : line)));
  const add = (): void => {
    const key = next.current;
    next.current += 1;
    onChange([...team, { key, name: '', service: '', why: '' }]);
    // It is not there before React has drawn it.
    requestAnimationFrame(() => lines.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus());
  };
  return (
    <section className="intake-team" ref={lines} aria-labelledby="intake-team">
      <h2 id="intake-team">{t('team')}</h2>
      <p className="muted">{t('teamHelp')}</p>
      {team.map((line, at) => (
        <fieldset key={line.key} className="intake-member" data-lacks={faultOf(line)}>
          <legend>{t('member', { nummer: at + 1 })}</legend>
          <LineField
            label={t('memberName')}
            value={line.name}
            error={faultOf(line) && t('memberMissing')}
            longest={longestProposal.member}
            autoComplete="off"
            onChange={(event) => change(line.key, { name: event.target.value })}
          />
          <LineField
            label={t('memberService')}
            value={line.service}
            longest={longestProposal.member}
            autoComplete="off"
            onChange={(event) => change(line.key, { service: event.target.value })}
          />
          <LineField
            label={t('memberWhy')}
            value={line.why}
            longest={longestProposal.why}
            autoComplete="off"
            onChange={(event) => change(line.key, { why: event.target.value })}
          />
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            aria-label={t('removeMemberOf', { navn: isBlank(line.name) ? String(at + 1) : line.name })}
            onClick={() => {
              onChange(team.filter(({ key }) => key !== line.key));
              lines.current?.querySelector<HTMLElement>('[data-add]')?.focus();
            }}
          >
            {t('removeMember')}
          </Button>
        </fieldset>
      ))}
      {team.length < maxProposedMembers && (
        <Button type="button" variant="secondary" data-add data-size="sm" onClick={add}>
          {t('addMember')}
        </Button>
      )}
    </section>
  );
}
