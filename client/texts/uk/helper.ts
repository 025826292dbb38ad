import type { GuestTexts } from '../guestTexts.ts';

export const helper: GuestTexts = {
  ask: '{navn} хоче писати за тебе. Ти не проти?',
  askText:
    'Якщо скажеш «так», {navn} зможе класти картки за тебе. Усі бачитимуть, що їх пише {navn}. Ти можеш передумати, коли захочеш.',
  yes: 'Так, я не проти',
  no: 'Ні',
  helps: '{navn} може писати за тебе.',
  notAnyMore: 'Ні, більше не треба',
  helpsNot: '{navn} не пише за тебе.',
  afterAll: 'Таки можна',
};
