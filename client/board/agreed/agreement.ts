import { type Action, agreementFields, type Day, type NoteId } from '@duken/shared/board';

/** What is agreed of a tiltak beside who, when and how far, as fields of a form: '' for what is not. */
export interface Agreement {
  readonly settleWith: string;
  readonly settleBy: Day;
  readonly follows: NoteId | '';
  readonly alongside: NoteId | '';
  readonly paidBy: string;
}

export function agreementOf(action: Action | undefined): Agreement {
  const { settleWith = '', settleBy = '', follows = '', alongside = '', paidBy = '' } = action ?? {};
  return { settleWith, settleBy, follows, alongside, paidBy };
}

/** Only what was changed, so that what somebody else fills in meanwhile stays. A day on which nobody is asked is none. */
export function agreementChange(before: Agreement, after: Agreement): Partial<Agreement> {
  const settleWith = after.settleWith.trim();
  const now: Agreement = {
    ...after,
    settleWith,
    settleBy: settleWith === '' ? '' : after.settleBy,
    paidBy: after.paidBy.trim(),
  };
  return Object.fromEntries(
    agreementFields.filter((field) => now[field] !== before[field]).map((field) => [field, now[field]]),
  );
}

/** Whether anything of it is agreed. */
export function isAgreed(action: Action | undefined): boolean {
  return agreementFields.some((field) => action?.[field] !== undefined);
}
