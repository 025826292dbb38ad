import type { GuestTexts } from '../guestTexts.ts';

export const interpret: GuestTexts = {
  upToDate: 'Tłumacz jest na bieżąco.',
  upToDateIn: 'Wszystko przetłumaczono. Język: {language}.',
  behind_one: 'Tłumaczowi została jedna karteczka.',
  behind_few: 'Tłumaczowi zostały {count} karteczki.',
  behind_many: 'Tłumaczowi zostało {count} karteczek.',
  behind_other: 'Tłumaczowi zostało {count} karteczki.',
  behindIn_one: '{language}: jedna karteczka nieprzetłumaczona.',
  behindIn_few: '{language}: {count} karteczki nieprzetłumaczone.',
  behindIn_many: '{language}: {count} karteczek nieprzetłumaczonych.',
  behindIn_other: '{language}: {count} karteczki nieprzetłumaczonej.',
  readIn: 'Czytaj karteczki w języku',
  asWritten: 'tak, jak napisano',
  isTranslated: 'Przetłumaczone przez tłumacza.',
  isChanged: 'Przetłumaczone, ale karteczka potem się zmieniła.',
  showOwn: 'Pokaż oryginał',
  hideOwn: 'Ukryj oryginał',
  nobodysChild:
    'Dziecko z rodziny nie ma tłumaczyć. Jeśli to ty jesteś dzieckiem, powiedz to osobie, która prowadzi spotkanie.',
};
