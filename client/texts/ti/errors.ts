import type { GuestTexts } from '../guestTexts.ts';

export const errors: GuestTexts = {
  offline: 'ምስ ሰርቨር ክንራኸብ ኣይከኣልናን። መርበብ ርኣዩ እሞ ደጊምኩም ፈትኑ።',
  unreadable: 'ሰርቨር ዘይተረድኣና መልሲ ሂቡ። ገጽ ደጊምኩም ጽዓኑ፣ እንተተደጊሙ ድማ ነቲ ዘካይዶ ሓብሩ።',
  brokenTitle: 'ኣብና ገለ ተበላሽዩ',
  brokenText: 'ዝተዓቀበ ውሑስ እዩ። ካብ ዝነበርኩሞ ንምቕጻል ገጽ ደጊምኩም ጽዓኑ።',
  reload: 'ገጽ ደጊምካ ጽዓን',
  toFront: 'ናብ ቀዳማይ ገጽ',
  notFoundTitle: 'ኣብዚ ገጽ የለን',
  notFoundText: 'ኣድራሻ ብጌጋ ተጻሒፉ ክኸውን ይኽእል፣ ወይ እቲ ገጽ የለን። መላግቦ እንተተዋሂብኩም ካብቲ መልእኽቲ ደጊምኩም ክፈቱ።',
  partMissing: 'እዚ ክፋል ገጽ ኣይመጸን። ዝጸሓፍኩምዎ ኣብዚ ኣሎ። መርበብ ርኣዩ እሞ ደጊምኩም ፈትኑ።',
  showAgain: 'ገጽ ደጊምካ ኣርኢ',
};
