import type { ParticipantId, PersonId } from '@duken/shared/board';
import type { ParticipantReply } from '@duken/shared/protocol';
import { describe, expect, it } from 'vitest';
import { addPresent, alsoHere, alsoKnown, type MeetingDraft, proposeMeeting } from './meetingDraft.ts';

const person = (name: string, online = true): ParticipantReply => ({
  participantId: `id-${name}`,
  name,
  role: 'editor',
  state: 'in',
  joinedAt: 0,
  online,
});
const draftOf = (...names: string[]): MeetingDraft => ({
  date: '2026-11-22',
  present: names.map((name) => ({ name })),
  nextDate: '',
});
const namesOf = ({ present }: MeetingDraft) => present.map(({ name }) => name);

describe('who is put down as present', () => {
  it('is proposed from those who are on the duk now', () => {
    const draft = proposeMeeting('2026-11-22', [person('Eirin'), person('Gro', false), person('Marit')]);
    expect(draft).toEqual({
      date: '2026-11-22',
      present: [
        { name: 'Eirin', participantId: 'id-Eirin' },
        { name: 'Marit', participantId: 'id-Marit' },
      ],
      nextDate: '',
    });
  });

  it('is who of the case they are, and somebody with two screens is there once', () => {
    const screens = ['laptop', 'phone'].map((screen) => ({
      ...person('Marit'),
      participantId: screen,
      personId: 'marit',
    }));
    expect(proposeMeeting('2026-11-22', screens).present).toEqual([
      { name: 'Marit', participantId: 'laptop', personId: 'marit' },
    ]);
  });

  it('can have a name added by hand', () => {
    expect(namesOf(addPresent(draftOf('Eirin'), { name: 'Tor Arne' }))).toEqual(['Eirin', 'Tor Arne']);
  });

  it('has nobody twice', () => {
    expect(namesOf(addPresent(draftOf('Eirin'), { name: 'eirin' }))).toEqual(['Eirin']);
  });

  it('can have two people of one name, when each has a screen', () => {
    const draft = proposeMeeting('2026-11-22', [person('Anne')]);
    expect(namesOf(addPresent(draft, { name: 'Anne', participantId: 'another' as ParticipantId }))).toEqual([
      'Anne',
      'Anne',
    ]);
  });

  it('is offered those of the case who have no screen here, too', () => {
    const marit = { ...person('Marit'), personId: 'marit' };
    const [eirin, gro, leif] = ['Eirin', 'Gro', 'Leif'].map((name) => ({ name, personId: name as PersonId }));
    const known = alsoKnown(
      { ...draftOf(), present: [{ name: 'Gro', personId: 'Gro' }] },
      [
        ...[eirin, gro, leif].flatMap((choice) => choice ?? []),
        { name: 'Marit', personId: 'marit' as PersonId },
        { name: 'Bare et navn' },
      ],
      [marit],
    );
    expect(known.map(({ name }) => name)).toEqual(['Eirin', 'Leif']);
  });

  it('is offered those who came to the duk later', () => {
    expect(alsoHere(draftOf('Eirin'), [person('Eirin'), person('Leif'), person('Kaja', false)])).toEqual([
      person('Leif'),
    ]);
  });
});
