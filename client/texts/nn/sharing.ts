import type { sharing as nb } from '../nb/sharing.ts';
import type { TextsLike } from '../textsLike.ts';

export const sharing: TextsLike<typeof nb> = {
  sharesAll: '{tjenester} kan sjå det som står her, til {dag}.',
  sharesThemes: '{tjenester} kan sjå {temaer} til {dag}. Medan dei er inne, ser dei heile duken.',
  sharesNobody: 'Ingen tenester har samtykke til å sjå det som står her no.',
  endsSoon: 'Samtykket for {tjenester} går ut {dag}.',
  see: 'Sjå samtykka',
  menu: 'Samtykke til å dele',
  log: 'Kven har sett',
  timeline: 'Tidslinje',
  paper: 'Papir og penn',
  contacts: 'Kontaktlogg',
  team: 'Teamet',
  ownStory: 'Historia mi',
  stories: 'Historier',
  leave: 'Forlat duken',
};
