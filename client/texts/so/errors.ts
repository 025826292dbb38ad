import type { GuestTexts } from '../guestTexts.ts';

export const errors: GuestTexts = {
  offline: 'Ma la xiriiri karno serferka. Hubi internetka oo isku day mar kale.',
  unreadable:
    'Serferku wuxuu ku jawaabay wax aynaan fahmin. Dib u soo rar bogga, oo u sheeg cidda maamusha haddii ay mar kale dhacdo.',
  brokenTitle: 'Wax baa naga xumaaday',
  brokenText: 'Wixii la kaydiyey waa ammaan. Dib u soo rar bogga si aad halkii uga sii waddo.',
  reload: 'Dib u soo rar bogga',
  toFront: 'Bogga hore',
  notFoundTitle: 'Halkan bog ma yaal',
  notFoundText:
    'Cinwaanka waxaa laga yaabaa in khalad loo qoray, ama boggu ma jiro. Haddii link lagu siiyey, mar kale ka fur fariinta.',
  partMissing:
    'Qaybtan bogga ma soo gaarin. Wixii aad qortay halkan bay yaallaan. Hubi internetka oo isku day mar kale.',
  showAgain: 'Tus bogga mar kale',
};
