import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { Day } from '@duken/shared/board';
import { comingMeetings } from '@duken/shared/meeting';
import { isLargeTeam, withoutInterpreter } from '@duken/shared/people';
import type { MeReply, PersonReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addPerson, changePerson, type RequestFailure, useFailureText, useMeetings, usePeople } from '../http/index.ts';
import { dayInWords, dayNow, useLanguage } from '../texts/index.ts';
import { Aloud, CasePage, FailureNote, LineField, Waiting } from '../ui/index.ts';
import { languageName } from './languageName.ts';
import './team.css';
import { TeamForm } from './TeamForm.tsx';

interface TeamPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/team`: who is round the person and why, what each may decide, how they are reached, and who needs an interpreter. */
export function TeamPage({ boardId, me }: TeamPageProps): ReactNode {
  const { t } = useTranslation('team');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'keepPeople') ? <Team boardId={boardId} /> : <p>{t('notYours')}</p>}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

function Team({ boardId }: { readonly boardId: string }): ReactNode {
  const { t } = useTranslation('team');
  const failureText = useFailureText();
  const people = usePeople(boardId);
  const meetings = useMeetings(boardId);
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState<string>();
  const edited = useRef<HTMLUListElement>(null);
  const all = people.kind === 'here' ? people.value : [];
  const next = meetings.kind === 'here' ? comingMeetings(meetings.value, dayNow())[0] : undefined;
  const close = (personId: string, words: string | undefined): void => {
    setSaid(words);
    setEditing(undefined);
    // The form is gone then: the keyboard goes back to whom it was about.
    edited.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(personId)}"]`)?.focus();
  };
  return (
    <>
      <p>{t('about')}</p>
      {isLargeTeam(all) && (
        <p className="team-hint">{t('large', { count: all.filter(({ isSubject }) => !isSubject).length })}</p>
      )}
      {next && <Interpreters boardId={boardId} people={all} meeting={next} onOrdered={people.reload} />}
      {people.kind === 'loading' && <Waiting />}
      {people.kind === 'failed' && <FailureNote text={failureText(people.failure)} onRetry={people.reload} />}
      <Aloud words={said ?? ''} of={said} />
      <ul className="plainList team" ref={edited}>
        {all.map((person) => (
          <li key={person.personId} className={`team-person${editing === person.personId ? ' team-open' : ''}`}>
            <TeamMember
              person={person}
              isOpen={editing === person.personId}
              onEdit={() => setEditing(person.personId)}
            />
            {editing === person.personId && (
              <TeamForm
                boardId={boardId}
                person={person}
                onSaved={() => {
                  close(person.personId, t('saved', { navn: person.name }));
                  people.reload();
                }}
                onCancel={() => close(person.personId, undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <NewMember boardId={boardId} onAdded={people.reload} />
    </>
  );
}

interface InterpretersProps {
  readonly boardId: string;
  readonly people: readonly PersonReply[];
  readonly meeting: Day;
  readonly onOrdered: () => void;
}

/** Asks before each meeting whether the interpreters are ordered, until somebody has said so. */
export function Interpreters({ boardId, people, meeting, onOrdered }: InterpretersProps): ReactNode {
  const { t } = useTranslation('team');
  const failureText = useFailureText();
  const language = useLanguage();
  const [failure, setFailure] = useState<RequestFailure>();
  const [isAsking, setIsAsking] = useState(false);
  const lacking = withoutInterpreter(people, meeting);
  if (lacking.length === 0) return null;
  const order = async (personId: string): Promise<void> => {
    if (isAsking) return;
    setIsAsking(true);
    const changed = await changePerson(boardId, personId, { interpreter: { orderedFor: meeting } });
    setIsAsking(false);
    setFailure(changed.ok ? undefined : changed.failure);
    onOrdered();
  };
  return (
    <section className="team-interpreters" aria-labelledby="interpreters">
      <h2 id="interpreters">{t('interpreters', { dato: dayInWords(meeting, language) })}</h2>
      <p className="muted">{t('interpretersText')}</p>
      <ul className="plainList">
        {lacking.map(({ personId, name, language: reads }) => (
          <li key={personId} className="row">
            <span>
              <bdi>{name}</bdi>
              <span>{reads === undefined ? '' : ` (${languageName(reads)})`}</span>
            </span>
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t('isOrderedFor', { navn: name })}
              disabled={isAsking}
              onClick={() => void order(personId)}
            >
              {t('isOrdered')}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
    </section>
  );
}

interface TeamMemberProps {
  readonly person: PersonReply;
  readonly isOpen: boolean;
  readonly onEdit: () => void;
}

export function TeamMember({ person, isOpen, onEdit }: TeamMemberProps): ReactNode {
  const { t } = useTranslation('team');
  const language = useLanguage();
  const { name, service, reason, mayDecide, phone, interpreter } = person;
  return (
    <article className="team-member" aria-label={name}>
      <h2>
        <bdi>{name}</bdi>
        {service !== undefined && <span className="muted">{` · ${service}`}</span>}
      </h2>
      {person.isSubject && <p>{t('isSubject')}</p>}
      {!person.isSubject && (
        <p className={reason === undefined ? 'muted' : undefined} dir="auto">
          {reason ?? t('noReason')}
        </p>
      )}
      {mayDecide !== undefined && (
        <p dir="auto">
          <span className="muted">{t('mayDecideIs')}</span> <span>{mayDecide}</span>
        </p>
      )}
      {interpreter && (
        <p>
          {interpreter.orderedFor === undefined
            ? t('needsInterpreter')
            : t('interpreterOrdered', { dato: dayInWords(interpreter.orderedFor, language) })}
        </p>
      )}
      <div className="row">
        {phone !== undefined && (
          <a className="team-phone" href={`tel:${phone.replaceAll(/\s/g, '')}`}>
            {t('call', { nummer: phone })}
          </a>
        )}
        <Button
          variant="tertiary"
          data-size="sm"
          data-person={person.personId}
          aria-label={t('editOf', { navn: name })}
          aria-expanded={isOpen}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
      </div>
    </article>
  );
}

function NewMember({ boardId, onAdded }: { readonly boardId: string; readonly onAdded: () => void }): ReactNode {
  const { t } = useTranslation('team');
  const failureText = useFailureText();
  const [name, setName] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    if (isBlank(name)) return;
    const added = await addPerson(boardId, { name });
    setFailure(added.ok ? undefined : added.failure);
    if (!added.ok) return;
    setName('');
    setIsAsked(false);
    onAdded();
  };
  return (
    <form className="team-new" onSubmit={(event) => void add(event)} noValidate>
      <LineField
        label={t('newName')}
        value={name}
        error={isAsked && isBlank(name) && t('nameMissing')}
        longest={60}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" variant="secondary">
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
