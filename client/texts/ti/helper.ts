import type { GuestTexts } from '../guestTexts.ts';

export const helper: GuestTexts = {
  ask: '{navn} ክጽሕፈልካ ይደሊ። ሕራይ ዲዩ?',
  askText: 'እወ እንተ ኢልካ፣ {navn} ወረቓቕቲ ከቐምጠልካ ይኽእል። {navn} ከም ዝጸሓፈን ኩሎም ይርእዩ። ክትደሊ ከለኻ ኣይፋል ክትብል ትኽእል።',
  yes: 'እወ፣ ሕራይ',
  no: 'ኣይፋል',
  helps: '{navn} ክጽሕፈልካ ይኽእል።',
  notAnyMore: 'ኣይፋል፣ ካብ ሕጂ ኣይኮነን',
  helpsNot: '{navn} ኣይጽሕፈልካን።',
  afterAll: 'ሕራይ እዩ ኾይኑ',
};
