import type { ParticipantId } from '@duken/shared/board';
import type { LostPerson } from '@duken/shared/meeting';
import { initialsOf } from '@duken/shared/sheet';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hourInWords, namesInWords, useLanguage } from '../texts/index.ts';
import { personColour } from './personColour.ts';

export interface PersonHere {
  readonly participantId: ParticipantId;
  readonly name: string;
}

interface PeopleProps {
  readonly people: readonly PersonHere[];
  /** Those who have fallen off the line. */
  readonly lost: readonly LostPerson[];
  /** Everybody who has come in, in that order. */
  readonly names: ReadonlyMap<ParticipantId, string>;
}

/** How many faces fit before the rest become a number. */
const mostShown = 4;

/** «2 er her nå: Mona og Eirin. Far: uten nett siden 14.05.» */
function useHereInWords({ people, lost }: Pick<PeopleProps, 'people' | 'lost'>): string {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const names = namesInWords(
    people.map(({ name }) => name),
    language,
  );
  const gone = lost.map(({ name, since }) => t('personLost', { name, since: hourInWords(since, language) }));
  return [t('peopleHere', { count: people.length, names }), ...gone].join('. ');
}

/** Those who are here now in words, for screens without room for their initials. */
export function PeopleLine(props: Pick<PeopleProps, 'people' | 'lost'>): ReactNode {
  return <p className="peopleLine narrowOnly">{useHereInWords(props)}</p>;
}

/** Those who are here now, as a row of initials; the names are read aloud and shown on hover. */
export function People({ people, lost, names: everybody }: PeopleProps): ReactNode {
  const label = useHereInWords({ people, lost });
  const faces = [...people, ...lost];
  return (
    <div className="people" role="img" aria-label={label} title={label}>
      {faces.slice(0, mostShown).map((person) => (
        <span
          key={person.participantId}
          className={'since' in person ? 'people-one people-lost' : 'people-one'}
          style={{ background: personColour(person.participantId, everybody) }}
        >
          {initialsOf(person.name)}
        </span>
      ))}
      {faces.length > mostShown && <span className="people-one people-more">{`+${faces.length - mostShown}`}</span>}
    </div>
  );
}
