import type { GuestTexts } from '../guestTexts.ts';

export const helper: GuestTexts = {
  ask: '{navn} chce pisać za ciebie. Zgadzasz się?',
  askText:
    'Jeśli powiesz tak, {navn} może kłaść za ciebie karteczki. Wszyscy zobaczą, że pisze je {navn}. Możesz zmienić zdanie, kiedy chcesz.',
  yes: 'Tak, zgadzam się',
  no: 'Nie',
  helps: '{navn} może pisać za ciebie.',
  notAnyMore: 'Nie, już nie',
  helpsNot: '{navn} nie pisze za ciebie.',
  afterAll: 'Jednak się zgadzam',
};
