import { describe, expect, it } from 'vitest';
import type { NoteId, PersonId } from '../board/index.ts';
import { approvalFault, type LifeEvent, leavingFault, planLifeOf, releaseFault, timeFault } from './planLife.ts';

type Happening = LifeEvent extends infer Event
  ? Event extends LifeEvent
    ? Omit<Event, keyof typeof marit>
    : never
  : never;

const marit = { at: 5, personId: 'marit' as PersonId, name: 'Marit' };
const eirin = { at: 6, personId: 'eirin' as PersonId, name: 'Eirin' };
const by = (who: typeof marit, event: Happening): LifeEvent => ({ ...who, ...event }) as LifeEvent;
const until = by(marit, { kind: 'timeAgreed', until: '2026-12-10' });
const answer = (noteId: string, said: 'yes' | 'time' | 'no', line = '', who = eirin) =>
  by(who, { kind: 'answered', noteId: noteId as NoteId, answer: said, line });

describe('how it goes with a version after it was frozen', () => {
  it('is a draft until something is said', () => {
    expect(planLifeOf([])).toEqual({ state: 'draft', answers: [], receipts: [] });
  });

  it('is approved by the citizen, and says who and when', () => {
    expect(planLifeOf([by(eirin, { kind: 'approved' })])).toMatchObject({
      state: 'approved',
      approval: { by: 'citizen', name: 'Eirin', at: 6 },
    });
  });

  it('is approved as spoken, and says when, how, and who wrote it down', () => {
    const spoken = by(marit, { kind: 'approvedAsSpoken', when: '2026-11-29', how: 'På telefon' });
    expect(planLifeOf([spoken]).approval).toEqual({
      by: 'spoken',
      name: 'Marit',
      at: 5,
      when: '2026-11-29',
      how: 'På telefon',
    });
  });

  it('is neither a draft nor approved when it was frozen before anybody was asked', () => {
    const life = planLifeOf([by(marit, { kind: 'frozenBefore' })]);
    expect([life.state, life.approval]).toEqual(['unasked', undefined]);
  });

  it('keeps who was there when it was frozen, and is a draft then', () => {
    const { state, subject } = planLifeOf([by(marit, { kind: 'frozen', subject: 'absent' })]);
    expect([state, subject]).toEqual(['draft', 'absent']);
  });

  it('keeps the last that each has said to each tiltak', () => {
    const leif = { ...eirin, personId: 'leif' as PersonId, name: 'Leif' };
    const { answers } = planLifeOf([
      answer('loan', 'no', 'Jeg har søkt før'),
      answer('loan', 'yes', '', leif),
      answer('job', 'yes'),
      answer('loan', 'yes'),
    ]);
    expect(answers.map(({ noteId, name, answer, line }) => [noteId, name, answer, line])).toEqual([
      ['loan', 'Leif', 'yes', ''],
      ['job', 'Eirin', 'yes', ''],
      ['loan', 'Eirin', 'yes', ''],
    ]);
  });

  it('keeps what the archive answered', () => {
    const archived = by(marit, { kind: 'archived', archiveId: '2026/123-4', day: '2026-12-01' });
    expect(planLifeOf([archived]).receipts).toEqual([{ archiveId: '2026/123-4', day: '2026-12-01', name: 'Marit' }]);
  });
});

describe('what can be done with it', () => {
  const newest = (...events: LifeEvent[]) => ({ life: planLifeOf(events), isNewest: true });
  const older = (...events: LifeEvent[]) => ({ life: planLifeOf(events), isNewest: false });
  const approved = by(eirin, { kind: 'approved' });
  const released = by(marit, { kind: 'released', reason: 'Ingen svar' });

  it.each([
    ['a draft', newest(), undefined],
    ['a draft that a newer version follows', older(), 'newerVersion'],
    ['one that is approved', newest(approved), 'planNotDraft'],
    ['one in use without a yes, which can still be given', newest(released), undefined],
    ['one from before anybody was asked', newest(by(marit, { kind: 'frozenBefore' })), undefined],
  ])('approving %s', (_, version, fault) => {
    expect(approvalFault(version)).toBe(fault);
  });

  it.each([
    ['with no time agreed', newest(), '2026-12-24', 'timeNotAgreed'],
    ['before the time is over', newest(until), '2026-12-09', 'timeNotPassed'],
    ['on its last day', newest(until), '2026-12-10', 'timeNotPassed'],
    ['the day after', newest(until), '2026-12-11', undefined],
    [
      'when more time was agreed since',
      newest(until, by(marit, { kind: 'timeAgreed', until: '2026-12-20' })),
      '2026-12-11',
      'timeNotPassed',
    ],
    ['when it is approved', newest(until, approved), '2026-12-11', 'planNotDraft'],
    ['twice', newest(until, released), '2026-12-11', 'planNotDraft'],
    ['when there is a newer one', older(until), '2026-12-11', 'newerVersion'],
  ])('releasing it %s', (_, version, today, fault) => {
    expect(releaseFault(version, today, 'present')).toBe(fault);
  });

  it('never releases what was frozen without whom it is about, however long was waited', () => {
    for (const subject of ['absent', 'unmarked'] as const)
      for (const version of [newest(until), newest()])
        expect(releaseFault(version, '2027-12-11', subject)).toBe('citizenAbsent');
    expect(approvalFault(newest(until))).toBeUndefined();
  });

  it.each([
    ['2026-12-09', 'timeShortened'],
    ['2026-12-10', undefined],
    ['2027-01-31', undefined],
  ])('moves the day that was agreed to one that is no earlier, such as %s', (day, fault) => {
    expect(timeFault(newest(until), day)).toBe(fault);
  });

  it('gives time to think while it is a draft, and sends no draft away', () => {
    expect([newest(), newest(approved), older()].map((version) => timeFault(version, '2026-12-10'))).toEqual([
      undefined,
      'planNotDraft',
      'newerVersion',
    ]);
    expect([newest(), newest(approved), newest(released)].map(({ life }) => leavingFault(life))).toEqual([
      'planIsDraft',
      undefined,
      undefined,
    ]);
  });
});
