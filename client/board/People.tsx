import type { ParticipantId } from '@duken/shared/board';
import { initialsOf } from '@duken/shared/sheet';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namesInWords, useLanguage } from '../texts/index.ts';
import { personColour } from './personColour.ts';

export interface PersonHere {
  readonly participantId: ParticipantId;
  readonly name: string;
}

interface PeopleProps {
  readonly people: readonly PersonHere[];
  /** Everybody who has come in, in that order. */
  readonly names: ReadonlyMap<ParticipantId, string>;
}

/** How many faces fit before the rest become a number. */
const mostShown = 4;

/** «2 er her nå: Mona og Eirin» */
function useHereInWords(people: readonly PersonHere[]): string {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const names = namesInWords(
    people.map(({ name }) => name),
    language,
  );
  return t('peopleHere', { count: people.length, names });
}

/** Those who are here now in words, for screens without room for their initials. */
export function PeopleLine({ people }: Pick<PeopleProps, 'people'>): ReactNode {
  return <p className="peopleLine narrowOnly">{useHereInWords(people)}</p>;
}

/** Those who are here now, as a row of initials; the names are read aloud and shown on hover. */
export function People({ people, names: everybody }: PeopleProps): ReactNode {
  const label = useHereInWords(people);
  return (
    <div className="people" role="img" aria-label={label} title={label}>
      {people.slice(0, mostShown).map(({ participantId, name }) => (
        <span key={participantId} className="people-one" style={{ background: personColour(participantId, everybody) }}>
          {initialsOf(name)}
        </span>
      ))}
      {people.length > mostShown && <span className="people-one people-more">{`+${people.length - mostShown}`}</span>}
    </div>
  );
}
