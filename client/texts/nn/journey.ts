import type { journey as nb } from '../nb/journey.ts';
import type { TextsLike } from '../textsLike.ts';

export const journey = {
  title: 'Investeringsferda',
  notSet: 'ikkje sett',
  overall: 'Samla',
  untenable: 'Uhaldbar',
  exposed: 'Utsett',
  stable: 'Stabil',
  sustainable: 'Berekraftig',
  untenableMeans:
    'Det går ikkje slik det er no. Det manglar noko heilt nødvendig, som ein stad å bu, pengar å leve av eller den rette hjelpa.',
  exposedMeans:
    'Det er utrygt. Det finst noko hjelp, men ikkje den rette, og bustad, helse, pengar eller kvardag kan fort ryke.',
  stableMeans: 'Det går rundt. Ein god stad å bu, noko å gå til, og nok av den rette hjelpa.',
  sustainableMeans: 'Det står på eigne bein. Heim, inntekt, vener og fritid, med lite eller inga hjelp.',
  means: 'Kva tyder stega?',
  showThemes: 'Vis kvart tema',
  hideThemes: 'Gøym temaa',
  citizenSees: 'Den planen er for, ser det slik',
  citizenSeesNamed: '{navn} ser det slik',
  overTime: 'Ferda over tid',
  around: 'Kven som er rundt',
  pulse: 'Korleis var møtet?',
} as const satisfies TextsLike<typeof nb>;
