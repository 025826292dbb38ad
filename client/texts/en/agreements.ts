import type { agreements as nb } from '../nb/agreements.ts';
import type { TextsLike } from '../textsLike.ts';

export const agreements = {
  nothing: 'Nothing',
  follows: 'Is done after this is done',
  alongside: 'Is done together with',
  settleWith: 'To be settled with',
  settleBy: 'Settled by',
  paidBy: 'Who pays?',
  paidByHint: 'When several share it.',
  waitsFor: 'Waits for: “{tekst}”',
  firstDone: 'After “{tekst}”, which is done',
  with: 'Together with “{tekst}”',
  settle: 'To be settled with {navn}',
  settleByDay: 'To be settled with {navn} by {dato}',
  paid: 'Paid by {navn}',
} as const satisfies TextsLike<typeof nb>;
