import type { GuestTexts } from '../guestTexts.ts';

export const helper: GuestTexts = {
  ask: '{navn} يريد أن يكتب عنك. هل توافق؟',
  askText: 'إذا قلت نعم، يستطيع {navn} أن يضع أوراقاً عنك. يرى الجميع أن {navn} هو من كتبها. يمكنك أن تقول لا متى شئت.',
  yes: 'نعم، أوافق',
  no: 'لا',
  helps: '{navn} يمكنه أن يكتب عنك.',
  notAnyMore: 'لا، ليس بعد الآن',
  helpsNot: '{navn} لا يكتب عنك.',
  afterAll: 'أوافق الآن',
};
