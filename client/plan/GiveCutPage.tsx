import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import { type CutTheme, type CutWay, covers, cutWays, mayHave } from '@duken/shared/cut';
import type { LetterLanguage } from '@duken/shared/letter';
import type { ConsentReply, CutReply, MeReply, PersonReply, PreviewCutReply } from '@duken/shared/protocol';
import { inLanguage, sheetLanguages } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  giveCut,
  previewCut,
  type RequestFailure,
  readPlan,
  useConsents,
  useFailureText,
  usePeople,
  useRemote,
} from '../http/index.ts';
import { dayNow, languageChoice, letterLanguage, namesInWords, useLanguage } from '../texts/index.ts';
import { CasePage, CopyField, FailureNote, LineField, Waiting } from '../ui/index.ts';
import { CutDownloads } from './CutCard.tsx';
import { CutLetter } from './CutLetter.tsx';
import './plan.css';
import './cuts.css';
import { themeNames } from './themeNames.ts';

interface GiveCutPageProps {
  readonly boardId: string;
  readonly version: number;
  readonly me: MeReply;
}

/** `/duk/:boardId/plan/:version/gi`: what one recipient is to get, looked through before it is given. */
export function GiveCutPage({ boardId, version, me }: GiveCutPageProps): ReactNode {
  const { t } = useTranslation('cuts');
  return (
    <CasePage boardId={boardId} me={me} title={t('giveTitle')}>
      {may(me, 'giveCuts') ? <Giving boardId={boardId} version={version} /> : <p>{t('notLeader')}</p>}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}/utdrag`}>{t('toList')}</Link>
        </Button>
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}/plan/${version}`}>{t('toPlan')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

function Giving({ boardId, version }: Omit<GiveCutPageProps, 'me'>): ReactNode {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const plan = useRemote(`${boardId}/plans/${version}`, () => readPlan(boardId, version));
  const people = usePeople(boardId);
  const consents = useConsents(boardId);
  for (const remote of [plan, people, consents])
    if (remote.kind === 'failed') return <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />;
  if (plan.kind !== 'here' || people.kind !== 'here' || consents.kind !== 'here') return <Waiting />;
  if (plan.value.state === 'draft') return <p>{t('draft')}</p>;
  const { template } = plan.value.planVersion;
  return (
    <GiveForm
      boardId={boardId}
      version={version}
      layout={template}
      people={people.value.filter(({ madeBoard }) => !madeBoard)}
      consents={consents.value}
    />
  );
}

interface GiveFormProps {
  readonly boardId: string;
  readonly version: number;
  readonly layout: NonNullable<MeReply['layout']>;
  readonly people: readonly PersonReply[];
  readonly consents: readonly ConsentReply[];
}

/** A body, or somebody who is nobody of the case. */
const another = 'another';
const lives = [7, 30, 90] as const;
const usesToChoose = [1, 3, 10, 50] as const;

interface Given {
  readonly cut: CutReply;
  readonly url?: string | undefined;
}

function GiveForm({ boardId, version, layout, people, consents }: GiveFormProps): ReactNode {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [who, setWho] = useState('');
  const [name, setName] = useState('');
  const [themes, setThemes] = useState<readonly CutTheme[]>([]);
  const [withPicture, setWithPicture] = useState(true);
  const [withDifference, setWithDifference] = useState(false);
  const [lang, setLang] = useState<LetterLanguage>(letterLanguage(language));
  const [seen, setSeen] = useState<{ readonly of: string; readonly cut: PreviewCutReply }>();
  const [given, setGiven] = useState<Given>();
  const [isSent, setIsSent] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const person = people.find(({ personId }) => personId === who);
  const recipientName = person?.name ?? name.trim();
  const allowed = mayHave(
    { name: recipientName, personId: person?.personId, service: person?.service },
    person?.voices ?? [],
    consents.map(({ withdrawal, ...consent }) => ({ ...consent, ...(withdrawal ? { withdrawal } : {}) })),
    dayNow(),
  );
  const canHave = (theme: CutTheme): boolean => recipientName === '' || covers(allowed, [theme]);
  const chosen = themes.filter(canHave);
  const asked = {
    recipient: person ? { personId: person.personId } : { name: recipientName },
    themes: [...chosen],
    withPicture,
    withDifference,
    lang,
  };
  const wish = JSON.stringify(asked);
  const preview = seen?.of === wish ? seen.cut : undefined;
  const lacks = { who: who === '' || (who === another && isBlank(name)), themes: chosen.length === 0 };

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking) return;
    if (lacks.who || lacks.themes) {
      form.current?.querySelector<HTMLElement>('[data-lacks="true"] :is(input, select)')?.focus();
      return;
    }
    setIsAsking(true);
    setFailure(undefined);
    const looked = await previewCut(boardId, version, asked);
    setIsAsking(false);
    if (looked.ok) setSeen({ of: wish, cut: looked.value });
    else setFailure(looked.failure);
  };
  const give = async (how: { way: CutWay; days: number; uses: number }): Promise<void> => {
    if (isAsking || !preview) return;
    setIsAsking(true);
    setFailure(undefined);
    const made = await giveCut(boardId, version, { ...asked, ...how, sha256: preview.sha256 });
    setIsAsking(false);
    if (made.ok) setGiven(made.value);
    else setFailure(made.failure);
  };

  if (given) return <GivenNow boardId={boardId} given={given} />;
  const limited = namesInWords(
    themeNames(allowed.kind === 'some' ? allowed.themes : [], layout, language, t('allOfLife')),
    language,
  );
  const options = [
    ...layout.themes.map(({ id, name: themeName }) => ({ theme: id, label: inLanguage(themeName, language) })),
    { theme: '', label: t('themeAllOfLife') },
  ];
  return (
    <>
      <p>{t('giveAbout')}</p>
      <form ref={form} className="cutForm" onSubmit={(event) => void look(event)} noValidate>
        <div data-lacks={who === ''}>
          <Field>
            <Label>{t('recipient')}</Label>
            <Select
              value={who}
              aria-invalid={isSent && who === ''}
              onChange={(event) => {
                setWho(event.target.value);
              }}
            >
              <Select.Option value="">{t('recipientChoose')}</Select.Option>
              {people.map(({ personId, name: called, service }) => (
                <Select.Option key={personId} value={personId}>
                  {withService(called, service)}
                </Select.Option>
              ))}
              <Select.Option value={another}>{t('recipientOther')}</Select.Option>
            </Select>
          </Field>
          {isSent && who === '' && <p role="alert">{t('recipientMissing')}</p>}
        </div>
        {who === another && (
          <div data-lacks={isBlank(name)}>
            <LineField
              label={t('recipientName')}
              value={name}
              error={isSent && isBlank(name) && t('recipientMissing')}
              longest={80}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
        )}
        <fieldset data-lacks={lacks.themes}>
          <legend>{t('themes')}</legend>
          {recipientName !== '' && allowed.kind !== 'all' && (
            <p>
              <span>
                {allowed.kind === 'some'
                  ? t('consentSome', { navn: recipientName, temaer: limited })
                  : t('consentNothing', { navn: recipientName })}
              </span>{' '}
              <Link href={`/duk/${boardId}/samtykke`}>{t('toConsents')}</Link>
            </p>
          )}
          <div className="cutForm-themes">
            {options.map(({ theme, label }) => (
              <label key={theme} className="cutForm-choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(theme)}
                  disabled={!canHave(theme)}
                  onChange={({ target }) =>
                    setThemes(target.checked ? [...chosen, theme] : chosen.filter((other) => other !== theme))
                  }
                />
                <bdi>{label}</bdi>
              </label>
            ))}
          </div>
          {isSent && lacks.themes && <p role="alert">{t('themesMissing')}</p>}
        </fieldset>
        <fieldset>
          <legend>{t('extras')}</legend>
          <label className="cutForm-choice">
            <input type="checkbox" checked={withPicture} onChange={({ target }) => setWithPicture(target.checked)} />
            <span>{t('picture')}</span>
          </label>
          {version > 1 && (
            <label className="cutForm-choice">
              <input
                type="checkbox"
                checked={withDifference}
                onChange={({ target }) => setWithDifference(target.checked)}
              />
              <span>{t('difference')}</span>
            </label>
          )}
        </fieldset>
        <Field>
          <Label>{t('language')}</Label>
          <Select value={lang} onChange={(event) => setLang(letterLanguage(event.target.value as LetterLanguage))}>
            {sheetLanguages.map((one) => (
              <Select.Option key={one} value={one}>
                {languageChoice(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <div className="row">
          <Button type="submit" variant={preview ? 'secondary' : 'primary'} loading={isAsking && !preview}>
            <span>{t('look')}</span>
          </Button>
        </div>
      </form>
      <p role="status">{seen && !preview ? t('lookAgain') : ''}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      {preview && (
        <>
          <section aria-labelledby="cut-preview">
            <h2 id="cut-preview">{t('preview')}</h2>
            <p>{t('previewAbout')}</p>
            <div className="cutForm-preview">
              <CutLetter letter={preview.letter} picture={preview.picture} />
            </div>
          </section>
          <HowToGive hasSeat={person !== undefined} isAsking={isAsking} onGive={(how) => void give(how)} />
        </>
      )}
    </>
  );
}

function withService(name: string, service: string | undefined): string {
  return service === undefined ? name : `${name} (${service})`;
}

interface HowToGiveProps {
  readonly hasSeat: boolean;
  readonly isAsking: boolean;
  readonly onGive: (how: { way: CutWay; days: number; uses: number }) => void;
}

function HowToGive({ hasSeat, isAsking, onGive }: HowToGiveProps): ReactNode {
  const { t } = useTranslation('cuts');
  const [wished, setWay] = useState<CutWay>('link');
  const [days, setDays] = useState<number>(30);
  const [uses, setUses] = useState<number>(10);
  const ways = cutWays.filter((one) => hasSeat || one !== 'seat');
  const way = ways.includes(wished) ? wished : 'link';
  const about = { link: t('linkAbout'), file: t('fileAbout'), seat: t('seatAbout') } satisfies Record<CutWay, string>;
  return (
    <form
      className="cutForm"
      onSubmit={(event) => {
        event.preventDefault();
        onGive({ way, days, uses });
      }}
    >
      <fieldset>
        <legend>{t('how')}</legend>
        {ways.map((one) => (
          <label key={one} className="cutForm-choice">
            <input type="radio" name="cut-way" checked={way === one} onChange={() => setWay(one)} />
            <span>{t(`how_${one}`)}</span>
          </label>
        ))}
        <p className="muted">{about[way]}</p>
      </fieldset>
      {way === 'link' && (
        <>
          <Field>
            <Label>{t('days')}</Label>
            <Select value={String(days)} onChange={(event) => setDays(Number(event.target.value))}>
              {lives.map((one) => (
                <Select.Option key={one} value={String(one)}>
                  {t(`days_${one}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <Field>
            <Label>{t('usesOf')}</Label>
            <Select value={String(uses)} onChange={(event) => setUses(Number(event.target.value))}>
              {usesToChoose.map((one) => (
                <Select.Option key={one} value={String(one)}>
                  {String(one)}
                </Select.Option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <div className="row">
        <Button type="submit" loading={isAsking}>
          <span>{t('giveNow')}</span>
        </Button>
      </div>
    </form>
  );
}

function GivenNow({ boardId, given: { cut, url } }: { readonly boardId: string; readonly given: Given }): ReactNode {
  const { t } = useTranslation('cuts');
  const { cutId, recipient, way, withPicture } = cut;
  return (
    <section className="cutForm" aria-live="polite">
      <p>
        <strong>{t('done', { navn: recipient })}</strong>
      </p>
      {way === 'link' && url !== undefined && (
        <>
          <p>{t('doneLink', { navn: recipient })}</p>
          <CopyField label={t('link')} value={url} />
        </>
      )}
      {way === 'seat' && (
        <>
          <p>{t('doneSeat', { navn: recipient })}</p>
          <CopyField label={t('address')} value={`${location.origin}/duk/${boardId}/plan`} />
        </>
      )}
      {way === 'file' && (
        <>
          <p>{t('doneFile')}</p>
          <CutDownloads boardId={boardId} cutId={cutId} hasPicture={withPicture} />
        </>
      )}
    </section>
  );
}
