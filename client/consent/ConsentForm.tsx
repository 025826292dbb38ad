import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { dayAfter, isDay } from '@duken/shared/board';
import type { ConsentWay } from '@duken/shared/consent';
import { isSameName, namesIn } from '@duken/shared/people';
import type { ConsentReply, MeReply, ParticipantReply, PersonReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, recordConsent, useFailureText, useParticipants, usePeople } from '../http/index.ts';
import { dayNow, namesInWords, useLanguage } from '../texts/index.ts';
import { DateField, type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';
import { shutOutBy } from './shutOutBy.ts';
import { WayChoice } from './WayChoice.tsx';

interface ConsentFormProps extends DialogSlot {
  readonly boardId: string;
  readonly layout: MeReply['layout'];
  /** What is written down already. */
  readonly consents: readonly ConsentReply[];
  readonly onRecorded: () => void;
}

/** Writes down a consent as it was given, field by field as a municipality's own form has them. */
export function ConsentForm(props: ConsentFormProps): ReactNode {
  const { t } = useTranslation('consent');
  return (
    <Modal open={props.open} onClose={props.onClose} title={t('record')} size="wide">
      <ConsentQuestions {...props} />
    </Modal>
  );
}

const noPeople: readonly PersonReply[] = [];
const noParticipants: readonly ParticipantReply[] = [];
/** In UTF-16 units, as the API takes it. */
const longestWords = 2_000;
/** How long a consent is proposed to count: until there has been time for a few meetings. */
const proposedMonths = 6;

function ConsentQuestions({ boardId, layout, consents, onClose, onRecorded }: ConsentFormProps): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const language = useLanguage();
  const remotePeople = usePeople(boardId);
  const remoteParticipants = useParticipants(boardId);
  const people = remotePeople.kind === 'here' ? remotePeople.value : noPeople;
  const participants = remoteParticipants.kind === 'here' ? remoteParticipants.value : noParticipants;
  const known = useMemo(() => knownServices(people), [people]);
  const today = dayNow();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [others, setOthers] = useState('');
  const [themes, setThemes] = useState<readonly string[]>([]);
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

  const services = [...chosen, ...namesIn(others)];
  const out = shutOutBy({ services, until }, { consents, people, participants, today });
  const wordsOver = words.length - longestWords;
  const lacks = {
    services: services.length === 0,
    purpose: isBlank(purpose),
    words: isBlank(words) || wordsOver > 0,
    givenBy: isBlank(givenBy),
    until: isDay(until) && (until < today || until < givenOn),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking) return;
    if (Object.values(lacks).includes(true) || !isDay(until) || !isDay(givenOn)) {
      form.current?.querySelector<HTMLElement>('[data-lacks="true"] :is(input, textarea)')?.focus();
      return;
    }
    setIsAsking(true);
    setFailure(undefined);
    const body = { services, themes: [...themes], purpose, words, givenBy, how, givenOn, until };
    const recorded = await recordConsent(boardId, body);
    setIsAsking(false);
    if (!recorded.ok) return setFailure(recorded.failure);
    onClose();
    onRecorded();
  };

  return (
    <form ref={form} className="consentForm" onSubmit={(event) => void submit(event)} noValidate>
      <div data-lacks={lacks.services}>
        {known.length > 0 && (
          <Checkboxes
            legend={t('services')}
            options={known.map((service) => ({ value: service, label: service }))}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
        <LineField
          label={t(known.length > 0 ? 'otherServices' : 'services')}
          description={t('servicesHelp')}
          value={others}
          error={isSent && lacks.services && t('servicesMissing')}
          longest={300}
          autoComplete="off"
          onChange={(event) => setOthers(event.target.value)}
        />
      </div>
      {layout && (
        <>
          <Checkboxes
            legend={t('themes')}
            options={layout.themes.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
            chosen={themes}
            onChoose={setThemes}
          />
          <p className="muted">{t(themes.length === 0 ? 'themesAll' : 'themesAbout')}</p>
        </>
      )}
      <div data-lacks={lacks.purpose}>
        <LineField
          label={t('purpose')}
          value={purpose}
          error={isSent && lacks.purpose && t('purposeMissing')}
          longest={300}
          autoComplete="off"
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      <Field data-lacks={lacks.words}>
        <Label>{t('words')}</Label>
        <Field.Description>{t('wordsHelp')}</Field.Description>
        <Textarea
          value={words}
          dir="auto"
          rows={3}
          aria-invalid={wordsOver > 0 || (isSent && lacks.words)}
          onChange={(event) => setWords(event.target.value)}
        />
        {wordsOver > 0 ? (
          <ValidationMessage>{common('lineTooLong', { over: wordsOver, max: longestWords })}</ValidationMessage>
        ) : (
          isSent && lacks.words && <ValidationMessage>{t('wordsMissing')}</ValidationMessage>
        )}
      </Field>
      <div data-lacks={lacks.givenBy}>
        <LineField
          label={t('givenBy')}
          description={t('givenByHelp')}
          value={givenBy}
          error={isSent && lacks.givenBy && t('nameMissing')}
          longest={60}
          autoComplete="off"
          onChange={(event) => setGivenBy(event.target.value)}
        />
      </div>
      <WayChoice legend={t('how')} chosen={how} onChoose={setHow} />
      <div className="consentDays">
        <DateField label={t('givenOn')} value={givenOn} missing={t('dayMissing')} onChange={setGivenOn} />
        <div data-lacks={lacks.until || !isDay(until)}>
          <DateField
            label={t('until')}
            value={until}
            missing={t('dayMissing')}
            error={lacks.until && t('untilPast')}
            onChange={setUntil}
          />
        </div>
      </div>
      <section className="consentMeans" aria-live="polite">
        <h3>{t('means')}</h3>
        <ul>
          {consents.length === 0 && <li>{t('meansFirst')}</li>}
          <li>{t('meansLobby')}</li>
          {out.length > 0 && (
            <li>
              <strong>{t('meansOut', { navn: namesInWords(out, language) })}</strong>
            </li>
          )}
        </ul>
      </section>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" loading={isAsking}>
          <span>{t('recordNow')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface CheckboxesProps {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function Checkboxes({ legend, options, chosen, onChoose }: CheckboxesProps): ReactNode {
  return (
    <fieldset className="consentChoices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** The services that people of the case work in, each once. */
function knownServices(people: readonly PersonReply[]): readonly string[] {
  const services = people.flatMap(({ service }) => (service ? [service] : []));
  return services.filter((service, at) => services.findIndex((other) => isSameName(other, service)) === at);
}
