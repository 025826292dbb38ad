import type { GuestTexts } from '../guestTexts.ts';

export const journey: GuestTexts = {
  title: 'Safarka qorshaha',
  notSet: 'lama dhigin',
  overall: 'Guud ahaan',
  untenable: 'Lama sii wadi karo',
  exposed: 'Khatar',
  stable: 'Degan',
  sustainable: 'Waara',
  untenableMeans:
    'Sida hadda tahay laguma sii socon karo. Wax lagama maarmaan ah ayaa maqan, sida meel la dego, lacag lagu noolaado ama caawimada saxda ah.',
  exposedMeans:
    'Waa amaan darro. Caawimo way jirtaa, laakiin ta saxda ah ma aha, guriga, caafimaadka, lacagta ama nolol maalmeedkuna degdeg bay u dumi karaan.',
  stableMeans: 'Way socotaa. Meel wanaagsan oo la dego, wax la qabto, iyo caawimo sax ah oo ku filan.',
  sustainableMeans: "Isku filan. Guri, dakhli, saaxiibbo iyo waqti firaaqo, iyadoo caawimo yar ama la'aan ah.",
  means: 'Maxay ka dhigan yihiin heerarku?',
  showThemes: 'Tus mawduuc kasta',
  hideThemes: 'Qari mawduucyada',
  citizenSees: 'Sida qofka qorshaha iska lahi u arko',
  citizenSeesNamed: 'Sida {navn} u arko',
  overTime: 'Safarka waqti ka waqti',
  around: 'Yaa ku hareeraysan',
  pulse: 'Sidee buu kulanku ahaa?',
};
