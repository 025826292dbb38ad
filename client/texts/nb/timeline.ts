export const timeline = {
  title: 'Tidslinje',
  about:
    'Se duken slik den var ved møtene og mellom dem, og hva som er blitt annerledes siden. Ingenting på duken endres av at du ser.',
  slider: 'Dra, eller bruk piltastene, for å gå fram og tilbake',
  meeting: 'Møtet {dato} (versjon {versjon})',
  meetingNow: 'Nå, slik møtet {dato} sluttet (versjon {versjon})',
  now: 'Nå',
  see: 'Se duken slik den var',
  since: 'Dette er blitt annerledes siden',
  nothingSince: 'Ingenting er blitt annerledes siden.',
  nothingYet: 'Det er ingenting å gå tilbake til ennå. Når dere har skrevet på duken en stund, vises det her.',
  notYours: 'Bare den som leder saken, kan se duken slik den var.',
  toBoard: 'Til duken',
} as const;
