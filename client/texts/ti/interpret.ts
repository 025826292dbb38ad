import type { GuestTexts } from '../guestTexts.ts';

export const interpret: GuestTexts = {
  upToDate: 'ተርጓሚ ኩሉ ወዲኡ።',
  upToDateIn: 'ኩሉ ናብ {language} ተተርጒሙ።',
  behind_one: 'ንተርጓሚ ሓንቲ ወረቐት ተሪፋ።',
  behind_other: 'ንተርጓሚ {count} ወረቓቕቲ ተሪፈን።',
  behindIn_one: 'ሓንቲ ወረቐት ናብ {language} ኣይተተርጐመትን።',
  behindIn_other: '{count} ወረቓቕቲ ናብ {language} ኣይተተርጐማን።',
  readIn: 'ወረቓቕቲ ኣንብብ ብ',
  asWritten: 'ከም ዝተጻሕፋ',
  isTranslated: 'ተርጓሚ ተርጒምዎ።',
  isChanged: 'ተተርጒሙ፣ ግን እታ ወረቐት ደሓር ተቐይራ።',
  showOwn: 'ናይ መጀመርታ ኣርኢ',
  hideOwn: 'ናይ መጀመርታ ሕባእ',
  nobodysChild: 'ቆልዓ ናይ ስድራ ቤት ክትርጉም ኣይሕተትን። ንስኻ እቲ ቆልዓ እንተ ኾይንካ፣ ነቲ ኣኼባ ዝመርሕ ንገሮ።',
};
