import type { Action, NoteId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { agreementChange, agreementOf, isAgreed } from './agreement.ts';

const action: Action = {
  ...{ owner: '', service: '', due: '', status: 'agreed' },
  ...{ settleWith: 'Elif', settleBy: '2026-12-05', follows: 'first' as NoteId },
};

describe('what is agreed of a tiltak, as a form', () => {
  it('is only what was changed', () => {
    const before = agreementOf(action);
    expect(agreementChange(before, before)).toEqual({});
    expect(agreementChange(before, { ...before, paidBy: ' NAV ' })).toEqual({ paidBy: 'NAV' });
    expect(agreementChange(before, { ...before, follows: '' })).toEqual({ follows: '' });
  });

  it('has no day to ask on when nobody is to be asked', () => {
    const before = agreementOf(action);
    expect(agreementChange(before, { ...before, settleWith: ' ' })).toEqual({ settleWith: '', settleBy: '' });
  });

  it('is there when any of it is', () => {
    expect(isAgreed(action)).toBe(true);
    expect(isAgreed({ owner: 'Mona', service: '', due: '', status: 'agreed' })).toBe(false);
  });
});
