import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, type NoteId, type PersonId } from '../board/index.ts';
import { type SubjectPresence, subjectPresences } from '../meeting/index.ts';
import {
  actionAnswers,
  approvalFault,
  type LifeEvent,
  type LifeFault,
  leavingFault,
  type PlanLife,
  planLifeOf,
  releaseFault,
  timeFault,
} from './planLife.ts';

/** Anything that anybody may try, in any order; days within some weeks, so that they meet. */
const someDay = fc.nat(40).map((days) => dayAfter('2026-11-01', { days }));
const who = fc.record({
  at: fc.nat(),
  personId: fc.constantFrom('eirin', 'leif', 'marit').map((id) => id as PersonId),
  name: fc.string({ maxLength: 12 }),
});
const line = fc.string({ maxLength: 20 });
const noteId = fc.constantFrom('loan', 'job', 'home').map((id) => id as NoteId);
const happening: fc.Arbitrary<LifeEvent> = fc
  .tuple(
    who,
    fc.oneof(
      fc.record({ kind: fc.constant('timeAgreed' as const), until: someDay }),
      fc.record({ kind: fc.constant('answered' as const), noteId, answer: fc.constantFrom(...actionAnswers), line }),
      fc.record({ kind: fc.constant('approved' as const) }),
      fc.record({ kind: fc.constant('approvedAsSpoken' as const), when: someDay, how: line }),
      fc.record({ kind: fc.constant('released' as const), reason: line }),
      fc.record({ kind: fc.constant('archived' as const), archiveId: line, day: someDay }),
    ),
  )
  .map(([by, event]) => ({ ...by, ...event }));

interface Attempt {
  readonly event: LifeEvent;
  readonly today: string;
  readonly isNewest: boolean;
}
const attempts = fc.array(fc.record({ event: happening, today: someDay, isNewest: fc.boolean() }), { maxLength: 30 });
const wasPresent = fc.constantFrom(...subjectPresences);

function faultOf(life: PlanLife, { event, today, isNewest }: Attempt, present: SubjectPresence): LifeFault | undefined {
  const version = { life, isNewest };
  switch (event.kind) {
    case 'answered':
    case 'approved':
    case 'approvedAsSpoken':
      return approvalFault(version);
    case 'timeAgreed':
      return timeFault(version, event.until);
    case 'released':
      return releaseFault(version, today, present);
    case 'archived':
      return leavingFault(life);
    case 'frozen':
    case 'frozenBefore':
      return undefined;
  }
}

/** What comes of a version when only what may happen does. */
function lived(tried: readonly Attempt[], present: SubjectPresence) {
  const events: LifeEvent[] = [];
  const lives: PlanLife[] = [planLifeOf([])];
  for (const attempt of tried) {
    if (faultOf(planLifeOf(events), attempt, present)) continue;
    events.push(attempt.event);
    lives.push(planLifeOf(events));
  }
  return { events, lives, last: planLifeOf(events) };
}

describe('whatever anybody tries with a frozen version', () => {
  it('goes one way only: from draft, perhaps into use without a yes, to approved', () => {
    fc.assert(
      fc.property(attempts, wasPresent, (tried, present) => {
        const order = ['draft', 'released', 'approved'];
        const steps = lived(tried, present).lives.map(({ state }) => order.indexOf(state));
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is approved by the first yes, once, and keeps who gave it', () => {
    fc.assert(
      fc.property(attempts, wasPresent, (tried, present) => {
        const { events, last } = lived(tried, present);
        const yeses = events.filter(({ kind }) => kind === 'approved' || kind === 'approvedAsSpoken');
        expect(yeses.length).toBe(last.state === 'approved' ? 1 : 0);
        expect(last.approval?.name).toBe(yeses[0]?.name);
      }),
    );
  });

  it('is in use without a yes only when agreed time is over and whom it is about was there', () => {
    fc.assert(
      fc.property(attempts, wasPresent, (tried, present) => {
        const { last, events } = lived(tried, present);
        if (!last.release) return;
        expect(present).toBe('present');
        const at = events.findIndex(({ kind }) => kind === 'released');
        const until = planLifeOf(events.slice(0, at)).until ?? '';
        const released = tried.filter(({ event, today }) => event === events[at] && until < today);
        expect([until === '', released.length]).toEqual([false, 1]);
      }),
    );
  });

  it('never makes the time shorter that was agreed for thinking', () => {
    fc.assert(
      fc.property(attempts, wasPresent, (tried, present) => {
        const days = lived(tried, present).lives.flatMap(({ until }) => until ?? []);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('has the last answer of each person to each tiltak, and none of an older one', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (events) => {
        const said = new Map<string, LifeEvent>();
        for (const event of events) if (event.kind === 'answered') said.set(`${event.personId} ${event.noteId}`, event);
        const { answers } = planLifeOf(events);
        expect(answers.length).toBe(said.size);
        for (const { personId, noteId, answer, line, at } of answers)
          expect(said.get(`${personId} ${noteId}`)).toMatchObject({ answer, line, at });
      }),
    );
  });

  it('reaches the archive only when it is no draft', () => {
    fc.assert(
      fc.property(attempts, wasPresent, (tried, present) => {
        const { events } = lived(tried, present);
        for (const [at, event] of events.entries())
          if (event.kind === 'archived') expect(planLifeOf(events.slice(0, at)).state).not.toBe('draft');
      }),
    );
  });
});
