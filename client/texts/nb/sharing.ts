/** Who can see what is written, on the duk itself. */
export const sharing = {
  sharesAll: '{tjenester} kan se det som står her, til {dag}.',
  sharesThemes: '{tjenester} kan se {temaer} til {dag}. Mens de er inne, ser de hele duken.',
  sharesNobody: 'Ingen tjenester har samtykke til å se det som står her nå.',
  endsSoon: 'Samtykket for {tjenester} går ut {dag}.',
  see: 'Se samtykkene',
  menu: 'Samtykke til å dele',
  log: 'Hvem har sett',
  timeline: 'Tidslinje',
  paper: 'Papir og penn',
  contacts: 'Kontaktlogg',
  team: 'Teamet',
  ownStory: 'Min historie',
  stories: 'Historier',
  leave: 'Forlat duken',
} as const;
