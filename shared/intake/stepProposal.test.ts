import { describe, expect, it } from 'vitest';
import type { AccountId } from '../access/index.ts';
import { type Proposal, proposalSchema, proposalStates } from './proposal.ts';
import { isForErasing, type ProposalStep, proposalState, stepProposal } from './stepProposal.ts';

const [mona, gro] = ['mona', 'gro'] as [AccountId, AccountId];
const consent = {
  services: ['NAV'],
  purpose: 'Plan',
  words: 'NAV kan være med.',
  givenBy: 'Eirin',
  how: 'spoken',
  givenOn: '2026-12-01',
  until: '2027-06-01',
} as const;
const first: Proposal = {
  called: 'Ungdommen på Torget',
  criteria: { wantsChange: 'yes', waivesSecrecy: 'unknown', complexNeeds: 'yes', longTermPlan: 'no' },
  team: [{ name: 'Tor', service: 'NAV', why: 'Kjenner henne' }],
  standing: { kind: 'proposed' },
};
const yes: ProposalStep = { kind: 'consent', name: 'Eirin', consent: { ...consent, services: ['NAV'] } };
const steps: Readonly<Record<ProposalStep['kind'], ProposalStep>> = {
  change: { kind: 'change', to: { ...first, called: 'Hun på Torget' } },
  ask: { kind: 'ask' },
  consent: yes,
  notNeeded: { kind: 'notNeeded', reason: 'NAV er nok' },
  decline: { kind: 'decline' },
  reopen: { kind: 'reopen' },
  makeDuk: { kind: 'makeDuk', by: mona },
};
function after(...taken: readonly (keyof typeof steps)[]): Proposal {
  return taken.reduce((proposal, kind) => {
    const stepped = stepProposal(proposal, steps[kind]);
    if (!stepped.ok) throw new Error(`${kind}: ${stepped.failure.kind}`);
    return stepped.value;
  }, first);
}

describe('a proposal of the core team', () => {
  it('goes from proposed by asked and a consent to a duk, and by no other way', () => {
    const reachable = {
      proposed: first,
      asked: after('ask'),
      consented: after('ask', 'consent'),
      duk: after('consent', 'makeDuk'),
      notNeeded: after('notNeeded'),
      declined: after('ask', 'decline'),
    };
    const may = Object.fromEntries(
      Object.entries(reachable).map(([kind, proposal]) => [
        kind,
        Object.keys(steps).filter((step) => stepProposal(proposal, steps[step as keyof typeof steps]).ok),
      ]),
    );
    expect(may).toEqual({
      proposed: ['change', 'ask', 'consent', 'notNeeded', 'decline'],
      asked: ['change', 'consent', 'notNeeded', 'decline'],
      consented: ['change', 'notNeeded', 'decline', 'makeDuk'],
      duk: [],
      notNeeded: ['reopen'],
      declined: ['reopen'],
    });
  });

  it('has a name only while there is a consent, and leaves name, consent and team to the case', () => {
    expect(JSON.stringify(after('consent'))).toContain('Eirin');
    for (const gone of [after('consent', 'decline'), after('consent', 'notNeeded'), after('consent', 'makeDuk')])
      expect(JSON.stringify(gone)).not.toMatch(/Eirin|NAV kan være med/);
    expect(after('consent', 'makeDuk')).toMatchObject({ team: [], leaderId: mona, called: first.called });
  });

  it('takes a consent for the yes that it is to confidentiality, and asks nobody to meet all criteria', () => {
    expect(after('consent').criteria).toEqual({ ...first.criteria, waivesSecrecy: 'yes' });
    expect(after('consent', 'makeDuk').standing.kind).toBe('duk');
  });

  it('is laid out by the one who was chosen to lead', () => {
    const consented = { ...after('consent'), leaderId: gro };
    expect(stepProposal(consented, steps.makeDuk)).toEqual({ ok: false, failure: { kind: 'anotherLeads' } });
    expect(stepProposal(consented, { kind: 'makeDuk', by: gro }).ok).toBe(true);
  });

  it('stands as its case does, once it has one', () => {
    const duk = after('consent', 'makeDuk');
    expect([proposalState(duk, undefined), proposalState(duk, 5)]).toEqual(['underway', 'closed']);
    expect(proposalState(after('ask'), undefined)).toBe('asked');
    expect(proposalStates).toContain(proposalState(after('notNeeded'), undefined));
  });

  it('should be erased when nothing has come of it for long, whatever nothing was', () => {
    const days = 24 * 60 * 60_000;
    for (const proposal of [first, after('ask'), after('consent'), after('notNeeded'), after('decline')])
      expect([89, 90].map((passed) => isForErasing(proposal, 0, passed * days, 90))).toEqual([false, true]);
    expect(isForErasing(after('consent', 'makeDuk'), 0, 9000 * days, 90)).toBe(false);
  });

  it('is kept as it is', () => {
    for (const proposal of [first, after('consent'), after('notNeeded'), after('consent', 'makeDuk')])
      expect(proposalSchema.parse(JSON.parse(JSON.stringify(proposal)))).toEqual(proposal);
  });
});
