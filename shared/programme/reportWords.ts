import type { PhaseId } from '../board/index.ts';
import type { SheetLanguage } from '../template/index.ts';
import type { FollowedWay, TargetGroup } from './caseFields.ts';
import type { TableId } from './tellReport.ts';

export type ReportLanguage = SheetLanguage;

/** The words of the report, the same on the page and in its files. */
export interface ReportWords {
  readonly title: Readonly<Record<'own' | 'all', string>>;
  readonly cases: string;
  readonly few: string;
  readonly waits: string;
  readonly numbers: string;
  readonly tables: Readonly<Record<TableId, string>>;
  readonly parts: Readonly<Record<TargetGroup | FollowedWay | PhaseId, string>>;
  readonly unsaid: string;
  /** What is counted together, in each table. */
  readonly together: Readonly<Record<TableId, string>>;
  readonly move: (from: string, to: string) => string;
  readonly heldBack: string;
  readonly months: string;
  readonly monthsSaid: (mean: string, median: string) => string;
  readonly daysToDone: string;
  readonly daysSaid: (days: string) => string;
  readonly citizensShare: string;
  readonly shareSaid: (percent: number) => string;
  readonly kindOf: string;
  readonly count: string;
  readonly asOf: (day: string) => string;
  readonly hiding: string;
  readonly chartAlt: (table: string, rows: string) => string;
}

const nb: ReportWords = {
  title: { own: 'Programrapport for sakene jeg leder', all: 'Programrapport for kommunen' },
  cases: 'Saker med plan',
  few: 'Færre enn 5 saker. Da viser rapporten ingenting, så ingen kan kjennes igjen.',
  waits:
    'Rapporten venter. Trukket fra en annen rapport ville den vise færre enn 5 saker, og da kunne noen kjennes igjen.',
  numbers: 'Tallene',
  tables: {
    group: 'Målgruppe',
    followed: 'Slik blir sakene fulgt',
    start: 'Trinn ved start',
    now: 'Trinn nå',
    moves: 'Fra start til nå',
  },
  parts: {
    lowIncome: 'Lavinntekt',
    disability: 'Funksjonsnedsettelse',
    disabilityAndLowIncome: 'Funksjonsnedsettelse og lavinntekt',
    young: 'Ung voksen',
    other: 'Annet',
    direct: 'Direkte',
    withHelp: 'Av en tjeneste, med hjelp',
    guidance: 'Med veiledning',
    untenable: 'Uholdbar',
    exposed: 'Utsatt',
    stable: 'Stabil',
    sustainable: 'Bærekraftig',
  },
  unsaid: 'Ikke satt',
  together: {
    group: 'Andre grupper',
    followed: 'Andre måter',
    start: 'Andre trinn',
    now: 'Andre trinn',
    moves: 'Andre',
  },
  move: (from, to) => `${from} → ${to}`,
  heldBack: 'Kan ikke vises ennå: enten kunne noen få saker blitt regnet ut, eller så er ikke alle sakene fylt ut.',
  months: 'Fulgt i',
  monthsSaid: (mean, median) => `${mean} måneder i snitt, ${median} er midterst`,
  daysToDone: 'Fra avtalt til gjort',
  daysSaid: (days) => `${days} dager er midterst`,
  citizensShare: 'Skrevet av innbyggerne selv',
  shareSaid: (percent) => `${percent}\u00a0% av lappene`,
  kindOf: 'Hva',
  count: 'Saker',
  asOf: (day) => `Per ${day}`,
  hiding:
    'Færre enn 5 saker vises aldri alene. Tallene blir nye først når de skiller seg med minst 5 fra forrige rapport, slik at ingen kan finnes ved å trekke den ene fra den andre.',
  chartAlt: (table, rows) => `Søyler for ${table.toLowerCase()}: ${rows}.`,
};

const nn: ReportWords = {
  ...nb,
  title: { own: 'Programrapport for sakene eg leier', all: 'Programrapport for kommunen' },
  cases: 'Saker med plan',
  few: 'Færre enn 5 saker. Då viser rapporten ingenting, så ingen kan kjennast att.',
  waits:
    'Rapporten ventar. Trekt frå ein annan rapport ville han vise færre enn 5 saker, og då kunne nokon kjennast att.',
  numbers: 'Tala',
  tables: {
    group: 'Målgruppe',
    followed: 'Slik blir sakene følgde',
    start: 'Trinn ved start',
    now: 'Trinn no',
    moves: 'Frå start til no',
  },
  parts: {
    lowIncome: 'Låginntekt',
    disability: 'Funksjonsnedsetjing',
    disabilityAndLowIncome: 'Funksjonsnedsetjing og låginntekt',
    young: 'Ung vaksen',
    other: 'Anna',
    direct: 'Direkte',
    withHelp: 'Av ei teneste, med hjelp',
    guidance: 'Med rettleiing',
    untenable: 'Uhaldbar',
    exposed: 'Utsett',
    stable: 'Stabil',
    sustainable: 'Berekraftig',
  },
  unsaid: 'Ikkje sett',
  together: {
    group: 'Andre grupper',
    followed: 'Andre måtar',
    start: 'Andre trinn',
    now: 'Andre trinn',
    moves: 'Andre',
  },
  heldBack: 'Kan ikkje visast enno: anten kunne nokre få saker blitt rekna ut, eller så er ikkje alle sakene fylte ut.',
  months: 'Følgde i',
  monthsSaid: (mean, median) => `${mean} månader i snitt, ${median} er midtarst`,
  daysToDone: 'Frå avtalt til gjort',
  daysSaid: (days) => `${days} dagar er midtarst`,
  citizensShare: 'Skrive av innbyggjarane sjølve',
  shareSaid: (percent) => `${percent}\u00a0% av lappane`,
  kindOf: 'Kva',
  hiding:
    'Færre enn 5 saker blir aldri viste åleine. Tala blir nye først når dei skil seg med minst 5 frå førre rapport, slik at ingen kan finnast ved å trekkje den eine frå den andre.',
  chartAlt: (table, rows) => `Søyler for ${table.toLowerCase()}: ${rows}.`,
};

const en: ReportWords = {
  title: { own: 'Programme report for the cases I lead', all: 'Programme report for the municipality' },
  cases: 'Cases with a plan',
  few: 'Fewer than 5 cases. Then the report shows nothing, so that nobody can be recognised.',
  waits:
    'The report waits. Set against another report it would show fewer than 5 cases, and then somebody could be recognised.',
  numbers: 'The numbers',
  tables: {
    group: 'Target group',
    followed: 'How the cases are followed',
    start: 'Step at the start',
    now: 'Step now',
    moves: 'From the start to now',
  },
  parts: {
    lowIncome: 'Low income',
    disability: 'Disability',
    disabilityAndLowIncome: 'Disability and low income',
    young: 'Young adult',
    other: 'Other',
    direct: 'Directly',
    withHelp: 'By a service, with help',
    guidance: 'By guidance',
    untenable: 'Untenable',
    exposed: 'At risk',
    stable: 'Stable',
    sustainable: 'Sustainable',
  },
  unsaid: 'Not set',
  together: {
    group: 'Other groups',
    followed: 'Other ways',
    start: 'Other steps',
    now: 'Other steps',
    moves: 'Others',
  },
  move: (from, to) => `${from} → ${to}`,
  heldBack: 'Cannot be shown yet: either a few cases could be worked out, or not all cases are filled in.',
  months: 'Followed for',
  monthsSaid: (mean, median) => `${mean} months on average, ${median} in the middle`,
  daysToDone: 'From agreed to done',
  daysSaid: (days) => `${days} days in the middle`,
  citizensShare: 'Written by the citizens themselves',
  shareSaid: (percent) => `${percent}% of the notes`,
  kindOf: 'What',
  count: 'Cases',
  asOf: (day) => `As of ${day}`,
  hiding:
    'Fewer than 5 cases are never shown alone. The numbers are renewed only when they differ by at least 5 from the last report, so that nobody can be found by subtracting one from the other.',
  chartAlt: (table, rows) => `Bars for ${table.toLowerCase()}: ${rows}.`,
};

export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = { nb, nn, en };
