import type { GuestTexts } from '../guestTexts.ts';

export const helper: GuestTexts = {
  ask: '{navn} ayaa raba inuu kuu qoro. Ma kula tahay?',
  askText:
    'Haddaad haa tiraahdo, {navn} warqado ayuu kuu dhigi karaa. Qof kastaa wuu arkayaa in {navn} qoray. Markaad rabto maya ayaad odhan kartaa.',
  yes: 'Haa, waa hagaag',
  no: 'Maya',
  helps: '{navn} wuu kuu qori karaa.',
  notAnyMore: 'Maya, hadda ka dib',
  helpsNot: '{navn} kuuma qoro.',
  afterAll: 'Haddana waa hagaag',
};
