import type { GuestTexts } from '../guestTexts.ts';

export const journey: GuestTexts = {
  title: 'ጉዕዞ ውጥን',
  notSet: 'ኣይተመርጸን',
  overall: 'ብሓፈሻ',
  untenable: 'ክቕጽል ዘይክእል',
  exposed: 'ዘይውሑስ',
  stable: 'ርጉእ',
  sustainable: 'ነባሪ',
  untenableMeans: 'ከምዚ ኢሉ ክቕጽል ኣይክእልን። ኣዝዩ ዘድሊ ነገር ይጎድል፣ ከም መንበሪ ቤት፣ መነባብሮ ገንዘብ ወይ ቅኑዕ ሓገዝ።',
  exposedMeans: 'ዘይውሑስ እዩ። ገለ ሓገዝ ኣሎ፣ ግን እቲ ቅኑዕ ኣይኮነን፣ ገዛ፣ ጥዕና፣ ገንዘብ ወይ መዓልታዊ ህይወት ቀልጢፉ ክበላሾ ይኽእል።',
  stableMeans: 'ይኸይድ ኣሎ። ጽቡቕ መንበሪ፣ እትገብሮ ነገር፣ ከምኡውን እኹል ቅኑዕ ሓገዝ።',
  sustainableMeans: 'ብገዛእ እግሩ ደው ይብል። ገዛ፣ ኣታዊ፣ ኣዕሩኽን ናይ ዕረፍቲ ግዜን፣ ብውሑድ ወይ ብዘይ ሓገዝ።',
  means: 'እቶም ደረጃታት እንታይ ማለት እዮም?',
  showThemes: 'ነፍሲ ወከፍ ዛዕባ ኣርኢ',
  hideThemes: 'ዛዕባታት ሕባእ',
  citizenSees: 'ዋና ትልሚ ከምዚ ይርእዮ',
  citizenSeesNamed: '{navn} ከምዚ ይርእዮ',
  overTime: 'እቲ ጉዕዞ ምስ ግዜ',
  around: 'መን ኣብ ጎንኻ ኣሎ',
  pulse: 'እቲ ኣኼባ ከመይ ነይሩ?',
};
