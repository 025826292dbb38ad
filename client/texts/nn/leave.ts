import type { leave as nb } from '../nb/leave.ts';
import type { TextsLike } from '../textsLike.ts';

export const leave = {
  title: 'Forlat duken',
  about:
    'Då gløymer denne nettlesaren duken, og alle andre dukar han er inne på. Ingen kan opne dei herifrå etterpå utan ei lenkje eller innlogging.',
  stays: 'Det som står på duken, blir ståande for dei andre.',
  leadsByLink: 'Du leier med ei lenkje. Utan leiarlenkja di kjem du ikkje inn att som leiar.',
  waiting: 'Noko er ikkje lagra enno. Vent litt, så går det av seg sjølv.',
  unsent:
    'På denne eininga ligg ord som ikkje er sende. Opne duken dei høyrer til med nett, så blir dei sende. Etterpå kan du forlate han.',
  unsentDuk: 'Opne duk {nr} som ikkje er send',
  leave: 'Forlat duken',
  toBoard: 'Til duken',
} as const satisfies TextsLike<typeof nb>;
