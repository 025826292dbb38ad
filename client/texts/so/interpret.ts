import type { GuestTexts } from '../guestTexts.ts';

export const interpret: GuestTexts = {
  upToDate: 'Turjubaanku wax walba waa dhammeeyey.',
  upToDateIn: 'Wax walba waa loo turjumay {language}.',
  behind_one: 'Turjubaanka hal warqad baa u hadhay.',
  behind_other: 'Turjubaanka {count} warqadood baa u hadhay.',
  behindIn_one: 'Hal warqad looma turjumin {language}.',
  behindIn_other: '{count} warqadood looma turjumin {language}.',
  readIn: 'Warqadaha ku akhri',
  asWritten: 'sida loo qoray',
  isTranslated: 'Turjubaanka ayaa turjumay.',
  isChanged: 'Waa la turjumay, laakiin warqadda ayaa ka dib la beddelay.',
  showOwn: 'Tus kii asalka ahaa',
  hideOwn: 'Qari kii asalka ahaa',
  nobodysChild:
    'Ilmo qoyska ka mid ah lama weydiiyo inuu turjumo. Haddii aad tahay ilmaha, u sheeg cidda kulanka hoggaamisa.',
};
