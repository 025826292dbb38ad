import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { dayAfter, isDay } from '@duken/shared/board';
import { type ConsentWay, consentWays } from '@duken/shared/consent';
import { isSameName, namesIn } from '@duken/shared/people';
import { longestProposal, type ProposalReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentToProposal, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayNow } from '../texts/index.ts';
import { DateField, type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';

interface ConsentStepProps extends DialogSlot {
  readonly proposal: ProposalReply;
  readonly onSaved: (next: ProposalReply) => void;
}

/** They have said yes: a name, and the consent to share as it was given. */
export function ConsentStep({ open, onClose, ...rest }: ConsentStepProps): ReactNode {
  const { t } = useTranslation('intake');
  return (
    <Modal open={open} onClose={onClose} title={t('consentTitle')} size="wide">
      <ConsentForm onClose={onClose} {...rest} />
    </Modal>
  );
}

/** In UTF-16 units, as the API takes it. */
const longestWords = 2_000;
/** How long a consent is proposed to count: until there has been time for a few meetings. */
const proposedMonths = 6;

function ConsentForm({ proposal, onClose, onSaved }: Omit<ConsentStepProps, 'open'>): ReactNode {
  const { t } = useTranslation('intake');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const today = dayNow();
  const [name, setName] = useState('');
  const [services, setServices] = useState(servicesOf(proposal).join(', '));
  const [purpose, setPurpose] = useState<string>(t('purposeProposed'));
  const [words, setWords] = useState('');
  const [givenBy, setGivenBy] = useState('');
  const [how, setHow] = useState<ConsentWay>('spoken');
  const [givenOn, setGivenOn] = useState(today);
  const [until, setUntil] = useState(dayAfter(today, { months: proposedMonths }));
  const [isSent, setIsSent] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const form = useRef<HTMLFormElement>(null);
  const over = words.length - longestWords;
  const lacks = {
    name: isBlank(name),
    services: namesIn(services).length === 0,
    purpose: isBlank(purpose),
    words: isBlank(words) || over > 0,
    givenBy: isBlank(givenBy),
    givenOn: !isDay(givenOn),
    until: !isDay(until) || until < today || until < givenOn,
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking) return;
    if (Object.values(lacks).includes(true)) {
      form.current?.querySelector<HTMLElement>('[data-lacks="true"] :is(input, textarea)')?.focus();
      return;
    }
    setIsAsking(true);
    setFailure(undefined);
    const { proposalId, revision } = proposal;
    const consent = { services: [...namesIn(services)], purpose, words, givenBy, how, givenOn, until };
    const said = await consentToProposal(proposalId, { revision, name, ...consent });
    setIsAsking(false);
    if (said.ok) onSaved(said.value);
    else setFailure(said.failure);
  };
  const line = (
    field: 'name' | 'services' | 'purpose' | 'givenBy',
    value: string,
    onChange: (value: string) => void,
    longest: number,
    description?: string,
  ) => (
    <div data-lacks={lacks[field]}>
      <LineField
        label={t(field)}
        {...(description === undefined ? {} : { description })}
        value={value}
        error={isSent && lacks[field] && t('missing')}
        longest={longest}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
  return (
    <form ref={form} className="intake-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('consentText')}</p>
      {line('name', name, setName, longestProposal.name, t('nameHelp'))}
      {line('services', services, setServices, 1000, t('servicesHelp'))}
      {line('purpose', purpose, setPurpose, 300)}
      <Field data-lacks={lacks.words}>
        <Label>{t('words')}</Label>
        <Textarea
          value={words}
          dir="auto"
          rows={3}
          aria-invalid={over > 0 || (isSent && lacks.words)}
          onChange={(event) => setWords(event.target.value)}
        />
        {over > 0 ? (
          <ValidationMessage>{common('lineTooLong', { over, max: longestWords })}</ValidationMessage>
        ) : (
          isSent && lacks.words && <ValidationMessage>{t('missing')}</ValidationMessage>
        )}
      </Field>
      {line('givenBy', givenBy, setGivenBy, 60)}
      <WayChoice chosen={how} onChoose={setHow} />
      <div className="intake-days">
        <div data-lacks={lacks.givenOn}>
          <DateField label={t('givenOn')} value={givenOn} missing={t('dayMissing')} onChange={setGivenOn} />
        </div>
        <div data-lacks={lacks.until}>
          <DateField
            label={t('until')}
            value={until}
            missing={t('dayMissing')}
            error={isDay(until) && lacks.until && t('untilPast')}
            onChange={setUntil}
          />
        </div>
      </div>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" aria-busy={isAsking}>
          <span>{t('recordConsent')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function WayChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: ConsentWay;
  readonly onChoose: (way: ConsentWay) => void;
}): ReactNode {
  const { t } = useTranslation('intake');
  const name = useId();
  return (
    <fieldset className="intake-choices">
      <legend>{t('how')}</legend>
      {consentWays.map((way) => (
        <label key={way}>
          <input type="radio" name={name} checked={way === chosen} onChange={() => onChoose(way)} />
          <span>{t(`way_${way}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The services that the team should come from, each once. */
function servicesOf({ team }: ProposalReply): readonly string[] {
  const services = team.flatMap(({ service }) => (service === undefined ? [] : [service]));
  return services.filter((service, at) => services.findIndex((other) => isSameName(other, service)) === at);
}
