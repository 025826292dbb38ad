import type { ActionStatus, GoalState, PhaseId, Voice } from '@duken/shared/board';

/** The words of the letter and the table, in bokmål: the language a plan is written and archived in. */

export const statusWords = {
  agreed: 'Avtalt',
  started: 'I gang',
  done: 'Gjort',
  stopped: 'Stoppet',
} satisfies Record<ActionStatus, string>;

/** Whose words it is; family and network speak with one voice on the duk. */
export const voiceWords = {
  citizen: 'Innbyggerens stemme',
  child: 'Barnets stemme',
  family: 'Familiens og nettverkets stemme',
  network: 'Familiens og nettverkets stemme',
  service: 'Tjenestens stemme',
} satisfies Record<Voice, string>;

export const phaseWords = {
  untenable: 'Uholdbar',
  exposed: 'Utsatt',
  stable: 'Stabil',
  sustainable: 'Bærekraftig',
} satisfies Record<PhaseId, string>;

export type ChangeKind = 'new' | 'done' | 'changed' | 'moved' | 'gone';

export const changeWords = {
  new: 'Nytt',
  done: 'Gjort',
  changed: 'Endret',
  moved: 'Flyttet',
  gone: 'Borte',
} satisfies Record<ChangeKind, string>;

export const letterTexts = {
  title: (name: string) => `Investeringsplan for ${name}`,
  subtitle: (version: number, date: string) => `Versjon ${version} · møtet ${date}`,
  writtenBy: (name: string) => `skrevet av ${name}`,
  present: (names: string) => `Til stede: ${names}`,
  actionColumns: ['Tiltak', 'Hvem', 'Innen', 'Status'],
  noOwner: 'ikke avtalt',
  noDate: 'ingen dato',
  alsoNow: 'Dette skal vi også',
  goals: (heading: string, day: string) => (day === '' ? heading : `${heading}, innen ${day}`),
  today: 'Dagens situasjon',
  withoutTheme: 'Uten tema',
  journey: 'Veien videre',
  phase: (phase: string) => `Situasjonen som helhet: ${phase}`,
  here: 'Her er vi nå',
  staircase: (steps: readonly string[], here: string) =>
    `Investeringsferden tegnet som en trapp med ${steps.length} trinn, fra venstre mot høyre: ${steps.join(', ')}. Nå: ${here}.`,
  changes: (version: number, date: string) => `Endret siden versjon ${version}, møtet ${date}`,
  changesUnknown: 'Endringer',
  previousUnreadable: (version: number) =>
    `Versjon ${version} kan ikke leses, så det kan ikke vises hva som er endret siden den.`,
  nothingChanged: 'Ingenting på duken er endret siden da.',
  people: 'De som var til stede',
  frozen: (moment: string) => `Duken ble frosset ${moment}. Planen er laget av det som sto på den da.`,
  fingerprint:
    'Fingeravtrykket nederst på siden er regnet ut av alt i denne versjonen: endres ett eneste tegn, blir det et annet. Her står begynnelsen av det; hele står på plansiden.',
  leftOut: (count: number) =>
    `${count} ${count === 1 ? 'oppføring' : 'oppføringer'} på duken kunne ikke leses, og er ikke med i planen.`,
  unknownLetters:
    'Noen tegn finnes ikke i skriftene som planen er satt med. De er vist som □. I JSON-filen står de slik de ble skrevet.',
  picture: 'Duken slik den var',
  pictureAlt: (notes: number, title: string) =>
    `Bilde av duken «${title}» med ${notes} ${notes === 1 ? 'lapp' : 'lapper'}. Alt som står på lappene, står som tekst på sidene foran.`,
  footer: (title: string, version: number, hash: string) =>
    `${title} · versjon ${version} · fingeravtrykk (SHA-256) ${hash}`,
  page: 'Side',
  of: 'av',
} as const;

/** What is said of a note behind its quoted words: '«…» er gjort og har fått ny frist.' */
/** How it went with a goal, inside a sentence. */
const goalWords = {
  reached: 'nådd',
  underway: 'på vei',
  changed: 'endret',
  dropped: 'ikke lenger ønsket',
} as const satisfies Readonly<Record<GoalState, string>>;

export const changeTexts = {
  new: (place: string) => `er ny på duken, under ${place}`,
  newAction: (who: string, day: string) =>
    `er et nytt tiltak${who === '' ? '' : ` for ${who}`}${day === '' ? '' : `, innen ${day}`}`,
  gone: 'er tatt av duken',
  rewritten: (to: string) => `er skrevet om til «${to}»`,
  moved: (from: string, to: string) => `er flyttet fra ${from} til ${to}`,
  status: (from: string, to: string) => `har gått fra ${from} til ${to}`,
  owner: (from: string, to: string) =>
    to === '' ? `har ingen som står for det lenger (før: ${from})` : `er nå ${to} sitt ansvar${before(from)}`,
  service: (from: string, to: string) =>
    to === '' ? `har ingen tjeneste lenger (før: ${from})` : `hører nå til ${to}${before(from)}`,
  due: (from: string, to: string) =>
    to === '' ? `har ingen frist lenger (før: ${from})` : `har fått fristen ${to}${before(from)}`,
  becameAction: (who: string, day: string) =>
    `er blitt et tiltak${who === '' ? '' : ` for ${who}`}${day === '' ? '' : `, innen ${day}`}`,
  noLongerAction: 'er ikke lenger et tiltak',
  voice: (from: string, to: string) => `står nå som ${to.toLowerCase()} (før: ${from.toLowerCase()})`,
  goal: (from: GoalState | undefined, to: GoalState | undefined) =>
    to === undefined
      ? `har ikke lenger noe sagt om hvordan det gikk${before(from ? goalWords[from] : '')}`
      : `er nå sagt å være ${goalWords[to]}${before(from ? goalWords[from] : '')}`,
  author: 'har fått en annen avsender',
  header: {
    title: (from: string, to: string) => `Duken heter nå «${to}»${before(from)}.`,
    for: (from: string, to: string) => `Planen er nå til ${to}${before(from)}.`,
    vision: (from: string, to: string) =>
      to === '' ? `Målbildet er tatt bort${before(from)}.` : `Målbildet er nå «${to}»${before(from)}.`,
  },
  horizon: (heading: string, from: string, to: string) =>
    to === '' ? `${heading} har ingen dato lenger (før: ${from}).` : `${heading} er nå innen ${to}${before(from)}.`,
  overall: 'Situasjonen som helhet',
  citizens: (name: string) => `${name}, slik innbyggeren ser det`,
  phase: (of: string, from: string, to: string) => {
    if (from === '') return `${of} er satt til ${to}.`;
    return to === ''
      ? `${of} har ikke lenger et trinn på ferden (før: ${from}).`
      : `${of} har gått fra ${from} til ${to}.`;
  },
} as const;

function before(value: string): string {
  return value === '' ? '' : ` (før: ${value})`;
}
