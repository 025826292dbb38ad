import { describe, expect, it } from 'vitest';
import { type Asker, may, type Permission, permissions } from './may.ts';
import { roles } from './role.ts';

/** Who may do what (domain.md, "People"), as one reads it aloud. */
const spec: readonly (readonly [Asker, string, readonly Permission[]])[] = [
  [
    { role: 'leader' },
    'does everything at their board: writes, invites, knows the people, runs the meeting, freezes, empties the bin, names it, makes it what it was, puts it away and deletes it, reads every plan, keeps the consents, sees to what becomes of each plan and who has looked, gives each what is theirs, and keeps the contact log',
    [
      'read',
      'write',
      'pause',
      'translate',
      'invite',
      'keepPeople',
      'meet',
      'freeze',
      'emptyBin',
      'keepBoard',
      'restore',
      'readPlans',
      'followUp',
      'keepConsents',
      'readConsents',
      'keepPlan',
      'readLog',
      'giveCuts',
      'readCuts',
      'keepContacts',
      'readContacts',
    ],
  ],
  [
    { role: 'leader', archivedAt: 1 },
    'reads a board that is put away, sees to who may, takes it out again or deletes it',
    [
      'read',
      'invite',
      'keepPeople',
      'keepBoard',
      'readPlans',
      'keepConsents',
      'readConsents',
      'keepPlan',
      'readLog',
      'giveCuts',
      'readCuts',
      'readContacts',
    ],
  ],
  [{ role: 'editor', archivedAt: 1 }, 'reads a board that is put away', ['read']],
  [{ role: 'interpreter', plansGiven: true, archivedAt: 1 }, 'reads it too, with its plans', ['read', 'readPlans']],
  [{ role: 'editor' }, 'writes on the duk, and reads no plan', ['read', 'write', 'pause']],
  [
    { role: 'editor', plansGiven: true },
    'whom the plans were given, reads them too',
    ['read', 'write', 'pause', 'readPlans'],
  ],
  [
    { role: 'editor', plansGiven: true, isSubject: true },
    'whom the plan is about, says yes to it too',
    [
      'read',
      'write',
      'pause',
      'readPlans',
      'readConsents',
      'answerPlan',
      'approvePlan',
      'readLog',
      'readCuts',
      'tellStory',
    ],
  ],
  [
    { role: 'editor', plansGiven: true, isSubject: true, isChild: true },
    'a child whom it is about says what it thinks of it, and does not answer for its family',
    ['read', 'write', 'pause', 'readPlans', 'readConsents', 'answerPlan', 'readLog', 'readCuts', 'tellStory'],
  ],
  [
    { role: 'viewer', plansGiven: true, isSubject: true, archivedAt: 1 },
    'says yes to it also when the duk is put away',
    ['read', 'readPlans', 'readConsents', 'answerPlan', 'approvePlan', 'readLog', 'readCuts'],
  ],
  [
    { role: 'leader', plansGiven: true, isSubject: true, archivedAt: 1 },
    'never says yes as the citizen, whatever stands of them as a person',
    [
      'read',
      'invite',
      'keepPeople',
      'keepBoard',
      'readPlans',
      'keepConsents',
      'readConsents',
      'keepPlan',
      'readLog',
      'giveCuts',
      'readCuts',
      'readContacts',
    ],
  ],
  [{ role: 'interpreter' }, 'reads the duk, and writes translations beside it', ['read', 'pause', 'translate']],
  [{ role: 'interpreter', plansGiven: true }, 'can be given the plans', ['read', 'pause', 'translate', 'readPlans']],
  [{ role: 'viewer' }, 'reads the duk, and asks for a pause as anybody may', ['read', 'pause']],
  [{ role: 'viewer', plansGiven: true }, 'can be given the plans', ['read', 'pause', 'readPlans']],
  [
    { role: 'editor', isSubject: true },
    'sees which consents there are about themselves, and who has looked',
    ['read', 'write', 'pause', 'readConsents', 'readLog', 'readCuts', 'tellStory'],
  ],
  [{ role: 'admin' }, 'sees no duk by virtue of the role', []],
  [{ role: 'admin', plansGiven: true }, 'sees no plan either, whatever stands of them as a person', []],
];

describe('who may do what', () => {
  it.each(spec)('%j %s', (asker, _, allowed) => {
    expect(permissions.filter((permission) => may(asker, permission))).toEqual(allowed);
  });

  it('is said of every role', () => {
    expect(new Set(spec.map(([{ role }]) => role))).toEqual(new Set(roles));
  });
});
