import type { programme as nb } from '../nb/programme.ts';
import type { TextsLike } from '../textsLike.ts';

export const programme: TextsLike<typeof nb> = {
  title: 'Programrapport',
  lead: 'Kva som er endra for dei de følgjer, i tal. Ingen duk og ingen namn er med, og færre enn fem blir aldri viste åleine. Rapportane kan givast til kven som helst; lista over dine eigne saker er berre for deg.',
  notYours: 'Rapporten er for dei som leier saker',
  notYoursText: 'Logg inn, eller opne ein duk som du leier, og kom tilbake hit.',
  toFront: 'Til framsida',
  asTable: '{tabell} som tabell',
  savePdf: 'Last ned PDF',
  saveWord: 'Last ned Word',
  saveTable: 'Lagre tala (CSV)',
  ownCases: 'Sakene du leier',
  ownCasesText:
    'Her ser du kvar sak, frå første til siste trinn. Sei kva målgruppe ho høyrer til, og korleis ho blir følgd: det blir berre brukt til å telje, og verken opnar eller stengjer noko. Fordelinga kjem i rapporten når alle sakene er fylte ut.',
  noCases: 'Du leier ingen saker enno. Dei kjem hit når den første duken er frosen til ein plan.',
  group: 'Målgruppe',
  groupOf: 'Målgruppe, {sak}',
  followed: 'Slik blir saka følgd',
  followedOf: 'Slik blir saka følgd, {sak}',
  noStep: 'Trinn ikkje sett',
  inMonths_one: '{vei}, {count} månad',
  inMonths_other: '{vei}, {count} månader',
  isExample: 'Døme, blir ikkje talt',
  noPlan: 'Ingen plan enno, blir ikkje talt',
  isClosed: 'Avslutta',
  saved: '{sak} er lagra.',
};
