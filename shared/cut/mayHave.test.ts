import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { covers, mayHave } from './mayHave.ts';

const today = '2026-11-30';
const personId = 'p' as PersonId;
const nav = { services: ['NAV'], themes: ['economy', 'work'], until: '2027-01-01' };
const school = { services: ['Skolen'], themes: [], until: '2027-01-01' };

describe('what a recipient may have', () => {
  it('is everything where nobody has recorded a consent', () => {
    expect(mayHave({ name: 'Hagesenteret' }, [], [], today)).toEqual({ kind: 'all' });
  });

  it('is for a service what the consents that count today are about', () => {
    const recipient = { name: 'Gro', personId, service: ' nav ' };
    const more = { services: ['Nav'], themes: ['housing'], until: today };
    const over = { services: ['NAV'], themes: ['network'], until: '2026-11-29' };
    const withdrawn = { services: ['NAV'], themes: [], until: '2027-01-01', withdrawal: {} };
    expect(mayHave(recipient, ['service'], [nav, more, over, withdrawn, school], today)).toEqual({
      kind: 'some',
      themes: ['economy', 'work', 'housing'],
    });
    expect(mayHave({ ...recipient, service: 'Skolen' }, ['service'], [nav, school], today)).toEqual({ kind: 'all' });
  });

  it('asks a body that is named as a service is asked', () => {
    expect(mayHave({ name: 'Nav' }, [], [nav], today)).toEqual({ kind: 'some', themes: ['economy', 'work'] });
    expect(mayHave({ name: 'Hagesenteret' }, [], [nav], today)).toEqual({ kind: 'nothing' });
  });

  it('is nothing for whoever writes as a service and has named none', () => {
    expect(mayHave({ name: 'Gro', personId }, ['service'], [nav], today)).toEqual({ kind: 'nothing' });
  });

  it('is everything for family and network, who come for the person', () => {
    expect(mayHave({ name: 'Leif', personId }, ['family'], [nav], today)).toEqual({ kind: 'all' });
  });

  it('is nothing for somebody of the case of whom neither service nor voice is known', () => {
    expect(mayHave({ name: 'Ukjent', personId }, [], [nav], today)).toEqual({ kind: 'nothing' });
    expect(mayHave({ name: 'Ukjent', personId }, [], [], today)).toEqual({ kind: 'all' });
  });

  it('is everything for whom the plan is about, wherever they work', () => {
    expect(mayHave({ name: 'Eirin', personId, isSubject: true }, [], [nav], today)).toEqual({ kind: 'all' });
    expect(mayHave({ name: 'Eirin', personId, service: 'Skolen', isSubject: true }, [], [nav], today)).toEqual({
      kind: 'all',
    });
  });

  it('covers a choice only when it has every theme of it; all of life needs everything', () => {
    const some = { kind: 'some', themes: ['work'] } as const;
    expect(covers(some, ['work'])).toBe(true);
    expect(covers(some, ['work', 'economy'])).toBe(false);
    expect(covers(some, ['work', ''])).toBe(false);
    expect(covers({ kind: 'all' }, ['work', ''])).toBe(true);
    expect(covers({ kind: 'nothing' }, [])).toBe(false);
  });
});
