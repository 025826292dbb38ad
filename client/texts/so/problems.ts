import type { GuestTexts } from '../guestTexts.ts';

export const problems: GuestTexts = {
  invalidRequest: 'Wax aad dirtay ayaa maqan ama khaldan. Sax meelaha la sheegay oo isku day mar kale.',
  notIn: 'Kuma jirtid Duken kan. Fur linkigii lagu siiyey oo qor magacaaga.',
  notAllowed: 'Doorkaaga halkan taas ma oggola. Weydii hoggaanka qorshaha inuu sameeyo.',
  accessEnded:
    'Linkigii aad ku soo gashay waa lala noqday, waqtigiisu wuu dhammaaday, ama waa lagaa saaray Duken. Weydii hoggaanka qorshaha mid cusub.',
  waiting: 'Hoggaanka qorshuhu weli kuma soo gelin. Sug, ama u sheeg inaad joogto.',
  refused: 'Hoggaanka qorshuhu kuma soo gelin Duken. Weydii haddaad u malaynayso inay khalad tahay.',
  plansNotGiven: 'Qorshayaasha Duken kan laguma wadaagin. Weydii hoggaanka qorshaha inuu kula wadaago.',
  helperChanged: 'Hoggaanka qorshuhu qof kale, ama qofna, uma dooran inuu kuu qoro. Dib u soo rar bogga.',
  linkRefused:
    'Linkigu waa khalad, waa lala noqday, ama waqtigiisu wuu dhammaaday. Weydii cidda kugu casuuntay mid cusub.',
  notFound: 'Cinwaankan waxba ma yaallaan. Hubi in si sax ah loo qoray.',
  requestTooLarge: 'Waxaad dirtay aad bay u weyn yihiin. Wax yar mar kasta dir.',
  tooManyRequests: 'Isku dayo badan ayaa halkan ka yimid waqti gaaban. Daqiiqad sug oo isku day mar kale.',
  internalError: 'Wax baa serferka ka khaldamay. Isku day mar kale; u sheeg cidda maamusha haddii ay sii socoto.',
  serverFull: 'Dad badan ayaa hadda ku jira oo meel ma bannaana. Wax yar ka dib isku day.',
  tooManyWindows: 'Duken kan daaqado badan ayaad ku furtay. Qaar xir oo isku day mar kale.',
  stopping: 'Serferku wuu istaagayaa si uu dib u bilaabo. Waxba lama beddelin. Daqiiqad ka dib isku day.',
  storageUnavailable: 'Serferku hadda ma kaydin karo. Waxba lama beddelin. Wax yar ka dib isku day.',
  boardArchived:
    'Duken wuxuu ku jiraa kaydka: waa la akhrin karaa, lamase beddeli karo. Hoggaanka qorshuhu wuu soo celin karaa.',
  actionNotInPlan: 'Tallaabadan kuma jirto qorshaha. Bogga mar kale fur.',
  notCitizen: 'Qofka uu qorshuhu ku saabsan yahay oo keliya ayaa isagu oggolaan kara.',
  newerVersion: 'Waxaa jira qorshe ka cusub. Fur kan ugu cusub oo ka jawaab.',
  planNotDraft: 'Qorshaha hore ayaa loo oggolaaday ama loo bilaabay. Bogga mar kale fur.',
};
