import type { GuestTexts } from '../guestTexts.ts';

export const search: GuestTexts = {
  label: 'ابحث على المفرش',
  hits: '{number} من {count}',
  none: 'لا نتائج',
  next: 'النتيجة التالية',
  previous: 'النتيجة السابقة',
  close: 'أغلق البحث',
};
