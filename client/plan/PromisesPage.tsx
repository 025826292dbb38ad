import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { PersonId } from '@duken/shared/board';
import { promisesOf } from '@duken/shared/letter';
import { doersOf, isSameName } from '@duken/shared/people';
import type { PlanVersion } from '@duken/shared/plan';
import type { MeReply, PersonReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  createAnswerLink,
  fetchPromiseFile,
  promiseFileUrl,
  type RequestFailure,
  readPlan,
  readPromises,
  useFailureText,
  useOutsideWords,
  usePeopleToName,
  useRemote,
} from '../http/index.ts';
import { OutsideWordsForm } from '../outside/index.ts';
import { letterLanguage, namesInWords, useLanguage } from '../texts/index.ts';
import { CasePage, CopyField, FailureNote, QrCode, Waiting } from '../ui/index.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import './plan.css';

interface PromisesPageProps {
  readonly boardId: string;
  readonly version: number;
  readonly me: MeReply;
}

/** `/duk/:boardId/plan/:version/lovet`: for each who has promised something a letter to hand over, and who was there without a tiltak. */
export function PromisesPage({ boardId, version, me }: PromisesPageProps): ReactNode {
  const { t } = useTranslation('promises');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'followUp') ? <Promises boardId={boardId} version={version} /> : <p>{t('notYours')}</p>}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}/plan/${version}`}>{t('toPlan')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

type VersionProps = Omit<PromisesPageProps, 'me'>;

function Promises({ boardId, version }: VersionProps): ReactNode {
  const { t } = useTranslation('promises');
  const language = useLanguage();
  const failureText = useFailureText();
  const plan = useRemote(`${boardId}/plans/${version}`, () => readPlan(boardId, version));
  const people = usePeopleToName(boardId, true);
  const [chosen, setChosen] = useState<PersonReply>();
  if (plan.kind === 'loading' || people.kind === 'loading') return <Waiting />;
  if (plan.kind === 'failed') return <FailureNote text={failureText(plan.failure)} onRetry={plan.reload} />;
  if (people.kind === 'failed') return <FailureNote text={failureText(people.failure)} onRetry={people.reload} />;
  const { planVersion } = plan.value;
  const { promisers, without, unknown } = atTheTable(planVersion, people.value);
  return (
    <>
      <p>{t('about')}</p>
      {promisers.length === 0 && <p>{t('nobody')}</p>}
      <ul className="plainList promisers">
        {promisers.map(({ person, count }) => (
          <li key={person.personId}>
            <button
              type="button"
              className="promisers-one"
              aria-pressed={chosen?.personId === person.personId}
              onClick={() => setChosen(person)}
            >
              <bdi>{person.name}</bdi> <span className="muted">{t('count', { count })}</span>
            </button>
          </li>
        ))}
      </ul>
      {without.length > 0 && <p>{t('without', { navn: namesInWords(without, language) })}</p>}
      {unknown.length > 0 && <p>{t('unknown', { navn: namesInWords(unknown, language) })}</p>}
      {chosen && <PromiseSheet key={chosen.personId} boardId={boardId} version={version} person={chosen} />}
    </>
  );
}

interface AtTheTable {
  readonly promisers: readonly { readonly person: PersonReply; readonly count: number }[];
  /** Grown-ups who were there and do nothing. */
  readonly without: readonly string[];
  /** Who does something, and is nobody of the case: no letter can be made for them. */
  readonly unknown: readonly string[];
}

function atTheTable(version: PlanVersion, people: readonly PersonReply[]): AtTheTable {
  const named = people.map(({ personId, name }) => ({ id: personId as PersonId, name }));
  const promisers = people.flatMap((person) => {
    const count = promisesOf(version, person.personId as PersonId, named).length;
    return count > 0 ? [{ person, count }] : [];
  });
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name;
  const open = version.plan.actions.filter(({ status }) => status === 'agreed' || status === 'started');
  const doers = open.flatMap((action) => doersOf(action, nameOf));
  const isPromiser = (name: string) => promisers.some(({ person }) => isSameName(person.name, name));
  const children = people.filter(({ voices }) => voices.includes('child'));
  return {
    promisers,
    without: version.present
      .filter(
        ({ name, personId }) =>
          !doers.some(
            (doer) => (personId !== undefined && doer.personId === personId) || isSameName(doer.name, name),
          ) && !children.some((child) => child.personId === personId || isSameName(child.name, name)),
      )
      .map(({ name }) => name),
    unknown: [...new Set(doers.map(({ name }) => name).filter((name) => !isPromiser(name)))],
  };
}

/** What leaves is looked over first; then there is the letter. */
function PromiseSheet(props: VersionProps & { readonly person: PersonReply }): ReactNode {
  const { boardId, person } = props;
  const { t } = useTranslation('promises');
  const failureText = useFailureText();
  const words = useOutsideWords(boardId);
  const [isChanging, setIsChanging] = useState(false);
  if (words.kind === 'loading') return <Waiting />;
  if (words.kind === 'failed') return <FailureNote text={failureText(words.failure)} onRetry={words.reload} />;
  const own = words.value.items.filter(({ doers }) => doers.includes(person.name));
  const unseen = own.filter(({ isChecked }) => !isChecked);
  const done = (): void => {
    setIsChanging(false);
    words.reload();
  };
  if (isChanging || unseen.length > 0)
    return (
      <>
        <h2>{t('lookOver', { navn: person.name })}</h2>
        <OutsideWordsForm boardId={boardId} items={isChanging ? own : unseen} onChecked={done} />
      </>
    );
  return (
    <>
      <PromiseLetter {...props} />
      {own.length > 0 && (
        <div className="row">
          <Button variant="tertiary" onClick={() => setIsChanging(true)}>
            {t('otherWords')}
          </Button>
        </div>
      )}
    </>
  );
}

/** One person's letter: seen first, then given as a link to answer by, and as a file with it. */
function PromiseLetter({ boardId, version, person }: VersionProps & { readonly person: PersonReply }): ReactNode {
  const { t } = useTranslation('promises');
  const failureText = useFailureText();
  const lang = letterLanguage(useLanguage());
  const { personId } = person;
  const letter = useRemote(`${boardId}/plans/${version}/letters/${personId}/${lang}`, () =>
    readPromises(boardId, version, personId, lang),
  );
  const [url, setUrl] = useState<string>();
  const [failure, setFailure] = useState<RequestFailure>();
  const makeLink = async (): Promise<void> => {
    const made = await createAnswerLink(boardId, personId, {});
    setFailure(made.ok ? undefined : made.failure);
    if (made.ok) setUrl(made.value.url);
  };
  const save = async (format: 'pdf' | 'docx', withLink: string): Promise<void> => {
    const secret = new URL(withLink).hash.slice(1);
    const file = await fetchPromiseFile(boardId, version, personId, format, lang, secret);
    setFailure(file.ok ? undefined : file.failure);
    if (file.ok) saveAs(file.value, `${t('fileName', { navn: person.name })}.${format}`);
  };
  if (letter.kind === 'loading') return <Waiting />;
  if (letter.kind === 'failed') return <FailureNote text={failureText(letter.failure)} onRetry={letter.reload} />;
  const { title, subtitle, contact, sections } = letter.value;
  return (
    <>
      <div className="row">
        {(['pdf', 'docx'] as const).map((format) =>
          url === undefined ? (
            <Button key={format} asChild variant="secondary">
              <a href={promiseFileUrl(boardId, version, personId, format, lang)} download>
                {t(format)}
              </a>
            </Button>
          ) : (
            <Button key={format} onClick={() => void save(format, url)}>
              {t(`${format}WithLink`)}
            </Button>
          ),
        )}
        {url === undefined && <Button onClick={() => void makeLink()}>{t('makeLink')}</Button>}
      </div>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      {url !== undefined && (
        <div role="status" className="promises-link">
          <p>{t('linkMade', { navn: person.name })}</p>
          <QrCode url={url} />
          <CopyField label={t('link')} value={url} />
        </div>
      )}
      <article className="minPlan cloth" aria-labelledby="promises-title">
        <header>
          <h2 id="promises-title" className="promises-title">
            {title}
          </h2>
          <p className="muted">{subtitle}</p>
          {contact.map(({ term, text }) => (
            <p key={term}>
              <bdi>{term}</bdi>: <bdi>{text}</bdi>
            </p>
          ))}
        </header>
        {sections
          // The link that is made here stands above.
          .filter(({ id }) => id !== 'answer' || url === undefined)
          .map(({ id, heading, blocks }) => (
            <section key={id} aria-labelledby={`promises-${id}`}>
              <h3 id={`promises-${id}`}>{heading}</h3>
              <LetterBlocks blocks={blocks} labelledBy={`promises-${id}`} boardId={boardId} />
            </section>
          ))}
      </article>
    </>
  );
}

function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
