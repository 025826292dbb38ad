import type { Day } from '@duken/shared/board';
import { mayBeHere } from '@duken/shared/consent';
import type { ConsentReply, ParticipantReply, PersonReply } from '@duken/shared/protocol';

interface Table {
  /** What is written down already. */
  readonly consents: readonly Pick<ConsentReply, 'services' | 'until' | 'withdrawal'>[];
  readonly people: readonly Pick<PersonReply, 'personId' | 'service' | 'voices'>[];
  readonly participants: readonly Pick<ParticipantReply, 'personId' | 'role' | 'name' | 'state'>[];
  readonly today: Day;
}

/** Who is at the table now and is not any more once this consent is written down, by name. */
export function shutOutBy(
  consent: { readonly services: readonly string[]; readonly until: Day },
  { consents, people, participants, today }: Table,
): readonly string[] {
  return participants.flatMap(({ personId, role, name, state }) => {
    const person = people.find((one) => one.personId === personId);
    if (state !== 'in' || !person) return [];
    const comer = { role, service: person.service, voices: person.voices };
    return mayBeHere(consents, comer, today) && !mayBeHere([...consents, consent], comer, today) ? [name] : [];
  });
}
