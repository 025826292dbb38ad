export const journey = {
  title: 'Investeringsferden',
  notSet: 'ikke satt',
  overall: 'Samlet',
  untenable: 'Uholdbar',
  exposed: 'Utsatt',
  stable: 'Stabil',
  sustainable: 'Bærekraftig',
  untenableMeans:
    'Det går ikke slik det er nå. Det mangler noe helt nødvendig, som et sted å bo, penger å leve av eller den rette hjelpen.',
  exposedMeans:
    'Det er utrygt. Det finnes noe hjelp, men ikke den rette, og bolig, helse, penger eller hverdag kan fort ryke.',
  stableMeans: 'Det går rundt. Et godt sted å bo, noe å gå til, og nok av den rette hjelpen.',
  sustainableMeans: 'Det står på egne bein. Hjem, inntekt, venner og fritid, med lite eller ingen hjelp.',
  means: 'Hva betyr trinnene?',
  showThemes: 'Vis hvert tema',
  hideThemes: 'Skjul temaene',
  citizenSees: 'Den planen er for, ser det slik',
  citizenSeesNamed: '{navn} ser det slik',
  overTime: 'Ferden over tid',
  around: 'Hvem som er rundt',
  pulse: 'Hvordan var møtet?',
} as const;
