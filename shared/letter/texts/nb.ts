import { joinedBy } from './joinedBy.ts';
import type { LetterTexts } from './letterTexts.ts';

export const nb: LetterTexts = {
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  shortMonths: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
  dayOfMonth: (day) => `${day}.`,
  moment: (day, hour, minute) => `${day} kl. ${hour}.${minute}`,
  quoted: (words) => `«${words}»`,
  joined: joinedBy('og'),
  fileNames: {
    plan: 'Investeringsplan',
    minplan: 'Min plan',
    individuell: 'Individuell plan',
    promises: 'Dette har du sagt ja til',
    duk: 'Duk',
    actions: 'Tiltak',
  },
  fileVersion: (version) => `versjon ${version}`,

  title: (name) => `Investeringsplan for ${name}`,
  titleOfDuk: (title) => `Investeringsplan: ${title}`,
  subtitle: (version, date) => `Versjon ${version} · møtet ${date}`,
  page: 'Side',
  of: 'av',
  footer: (title, version, date) => `${title} · versjon ${version} · ${date}`,

  standing: {
    column: 'Planen',
    draft: 'UTKAST',
    draftMeans:
      'Dette er et utkast. Planen gjelder ikke før innbyggeren har sagt ja: ingen beslutninger om meg tas uten meg.',
    approved: 'Godkjent',
    released: 'I bruk uten godkjenning',
    approvedBy: (name, day) => `Godkjent av ${name} ${day}.`,
    approvedAsSpoken: (when, how, name, day) =>
      `Muntlig godkjent ${when}. Slik ble det sagt: ${how}. Ført av ${name} ${day}.`,
    releasedBy: (name, day, reason) => `Tatt i bruk ${day} av ${name}, uten godkjenning. Grunnen er: ${reason}`,
  },

  leader: 'Investeringsleder',
  phone: 'Telefon',
  nextMeeting: 'Neste møte',
  present: 'Til stede',
  notAgreed: 'ikke avtalt',
  notGiven: 'ikke oppgitt',
  nobody: 'ingen er ført opp',
  fromService: (name, service) => `${name} (${service})`,

  voices: {
    citizen: 'Innbyggerens stemme',
    child: 'Barnets stemme',
    family: 'Familiens og nettverkets stemme',
    network: 'Familiens og nettverkets stemme',
    service: 'Tjenestens stemme',
    round: 'Runden uten navn',
  },
  writtenBy: (name) => `skrevet av ${name}`,
  unlessSaid: (byline) => `Der ikke annet står: ${byline}`,
  aims: { result: (words) => `Resultatmål: ${words}`, effect: (words) => `Effektmål: ${words}` },
  goals: { reached: 'nådd', underway: 'på vei', changed: 'endret', dropped: 'ikke lenger ønsket' },
  whatHappened: 'Hva skjedde med ønsket?',

  differ: 'Vi ser det ulikt',
  differMeans: 'Dette ser vi ulikt. Begge deler står, slik de som skrev det, ville si det.',
  matters: {
    citizen: 'Viktigst for innbyggeren',
    others: 'Viktig for andre rundt bordet',
    both: 'Viktigst for innbyggeren, og viktig for andre',
  },
  columns: { action: 'Tiltak', theme: 'Tema', who: 'Hvem', service: 'Tjeneste', by: 'Innen', status: 'Status' },
  caseColumns: { caseId: 'Sak-ID', caseTitle: 'Sak', actionId: 'Tiltak-ID' },
  agreed: {
    settle: (who, day) => `Må avklares med ${who}${day === '' ? '' : ` innen ${day}`}`,
    follows: (quote, isDone) => `Etter ${quote}${isDone ? ', som er gjort' : ''}`,
    alongside: (quote) => `Samtidig med ${quote}`,
    paidBy: (who) => `Betales av ${who}`,
  },
  agreedColumns: {
    settleWith: 'Må avklares med',
    settleBy: 'Avklares innen',
    follows: 'Etter',
    alongside: 'Samtidig med',
    paidBy: 'Betales av',
  },
  noOwner: 'ikke avtalt',
  noDate: 'ingen dato',
  late: 'over fristen',
  alsoNow: 'Dette skal vi også',
  done: 'Dette er gjort',
  stopped: 'Dette ble stoppet',
  goalsBy: (heading, day) => (day === '' ? heading : `${heading}, innen ${day}`),
  vision: 'Målbildet',

  wayAhead: 'Veien videre',
  phases: {
    family: {
      untenable: 'Nå er det tungt',
      exposed: 'Ikke trygt ennå',
      stable: 'Det går rundt',
      sustainable: 'Står på egne bein',
    },
    team: { untenable: 'Uholdbar', exposed: 'Utsatt', stable: 'Stabil', sustainable: 'Bærekraftig' },
  },
  phaseMeans: {
    untenable: 'Det mangler noe helt nødvendig, som et sted å bo, penger å leve av eller den rette hjelpen.',
    exposed: 'Det finnes noe hjelp, men ikke den rette, og bolig, helse, penger eller hverdag kan fort ryke.',
    stable: 'Et godt sted å bo, noe å gå til, og nok av den rette hjelpen.',
    sustainable: 'Hjem, inntekt, venner og fritid, med lite eller ingen hjelp.',
  },
  asAWhole: 'Situasjonen som helhet',
  seenBy: (name) => `Slik ${name} ser det`,
  theCitizen: 'innbyggeren',
  here: 'Her er vi nå',
  stairs: (steps, here) =>
    `Veien tegnet som en trapp med ${steps.length} trinn, fra venstre mot høyre: ${steps.join(', ')}. Nå: ${here}.`,
  overTime: {
    title: 'Ferden over tid',
    leftOut: (count) =>
      count === 1
        ? '1 tidligere versjon kan ikke leses, og er ikke med her.'
        : `${count} tidligere versjoner kan ikke leses, og er ikke med her.`,
    table: 'Rundt bordet',
    says: (whose, sentence) => `${whose}: ${sentence}`,
    once: (phase) => `Sagt på ett møte så langt: ${phase}.`,
    way: ({ from, to, moved, months }) =>
      `Fra «${from}» til «${to}» på ${monthsInWords(months)}: ${moved === 0 ? 'samme trinn' : moveInWords(moved)}.`,
    move: moveInWords,
    point: (day, phase, move) => `${day}: ${phase}${move === '' ? '' : `, ${move}`}.`,
  },

  changes: (version, date) => `Endret siden versjon ${version}, møtet ${date}`,
  changesUnknown: 'Endringer',
  previousUnreadable: (version) =>
    `Versjon ${version} kan ikke leses, så det kan ikke vises hva som er endret siden den.`,
  nothingChanged: 'Ingenting på duken er endret siden da.',
  weeksSince: (weeks) => (weeks === 1 ? 'Det er gått én uke.' : `Det er gått ${weeks} uker.`),
  newAtTable: (names) => `Med ved bordet nå, og ikke sist: ${names}.`,
  changeKinds: {
    done: 'Gjort',
    journey: 'På veien',
    new: 'Nytt',
    changed: 'Endret',
    moved: 'Flyttet',
    standing: 'Står igjen',
    gone: 'Borte',
  },
  told: {
    new: (place, byline) => `Ny under ${place}.${byline === '' ? '' : ` ${byline}.`}`,
    newAction: 'Nytt tiltak.',
    becameAction: 'Er blitt et tiltak.',
    noLongerAction: 'Er ikke lenger et tiltak.',
    who: (who) => `Hvem: ${who}.`,
    by: (day) => `Innen ${day}.`,
    moved: ({ from, to }) => `Flyttet fra ${from} til ${to}.`,
    reworded: (quote) => `Er skrevet om til ${quote}.`,
    saidThen: (quote) => `Sist sto det ${quote}.`,
    saidNow: (quote) => `Nå står det ${quote}.`,
    status: ({ from, to }) => `Har gått fra «${from}» til «${to}».`,
    owner: ({ from, to }) => {
      if (from === '') return `${to} står for det.`;
      return to === '' ? `Ingen står for det lenger (før: ${from}).` : `${to} står for det nå (før: ${from}).`;
    },
    service: ({ from, to }) => {
      if (from === '') return `Hører til ${to}.`;
      return to === '' ? `Hører ikke lenger til noen tjeneste (før: ${from}).` : `Hører nå til ${to} (før: ${from}).`;
    },
    due: ({ from, to }) => {
      if (from === '') return `Skal være gjort innen ${to}.`;
      return to === '' ? `Har ikke lenger noen dato (før: ${from}).` : `Ny dato: ${to} (før: ${from}).`;
    },
    settling: (who, day) => `${who} innen ${day}`,
    settle: ({ from, to }) => {
      if (from === '') return `Må avklares med ${to}.`;
      return to === '' ? `Må ikke lenger avklares (før: med ${from}).` : `Må nå avklares med ${to} (før: ${from}).`;
    },
    follows: ({ from, to }) => {
      if (from === '') return `Gjøres etter ${to}.`;
      return to === '' ? `Venter ikke lenger på ${from}.` : `Gjøres nå etter ${to} (før: etter ${from}).`;
    },
    alongside: ({ from, to }) => {
      if (from === '') return `Gjøres samtidig med ${to}.`;
      return to === '' ? `Gjøres ikke lenger samtidig med ${from}.` : `Gjøres nå samtidig med ${to} (før: ${from}).`;
    },
    paidBy: ({ from, to }) => {
      if (from === '') return `Betales av ${to}.`;
      return to === ''
        ? `Det står ikke lenger hvem som betaler (før: ${from}).`
        : `Betales nå av ${to} (før: ${from}).`;
    },
    goal: ({ from, to }) => {
      if (from === '') return `Målet er ${to}.`;
      return to === ''
        ? `Det står ikke lenger hvordan det går med målet (før: ${from}).`
        : `Målet er nå ${to} (før: ${from}).`;
    },
    writtenUp: ({ from, to }) => {
      if (from === '') return `Er skrevet opp som mål: ${to}.`;
      return to === ''
        ? `Er ikke lenger skrevet opp som mål (før: ${from}).`
        : `Er nå skrevet opp slik: ${to} (før: ${from}).`;
    },
    voice: ({ from, to }) => `Står nå som ${to.toLowerCase()} (før: ${from.toLowerCase()}).`,
    author: 'Står nå under et annet navn.',
    gone: 'Er tatt av duken.',
    goneMany: 'Disse er tatt av duken.',
    goneDone: 'Var gjort, og er ryddet bort.',
    goneStopped: 'Var stoppet, og er tatt bort.',
    goneGoal: (state) => `Målet var ${state}, og er ryddet bort.`,
    goneUndone: (agreed) => `Ble ikke gjort, og er tatt bort${agreed === '' ? '' : ` (${agreed})`}.`,
    goneWhy: {
      done: (agreed) => `Er sagt å være gjort, og er ryddet bort${agreed === '' ? '' : ` (${agreed})`}.`,
      unimportant: (agreed) => `Er ikke viktig lenger, og er tatt bort${agreed === '' ? '' : ` (${agreed})`}.`,
      rewritten: (agreed) => `Er skrevet på nytt${agreed === '' ? '' : ` (${agreed})`}.`,
      mistake: (agreed) => `Var satt opp ved en feil, og er tatt bort${agreed === '' ? '' : ` (${agreed})`}.`,
    },
    dueWas: (day) => `frist ${day}`,
    daysLate: (days) => (days === 1 ? 'Én dag over fristen.' : `${days} dager over fristen.`),
    notYetDue: (day) => `Fristen er ${day}.`,
    noDue: 'Har ingen dato.',
    title: ({ from, to }) => `Duken heter nå «${to}» (før: «${from}»).`,
    for: ({ from, to }) => (from === '' ? `Planen er nå til «${to}».` : `Planen er nå til «${to}» (før: «${from}»).`),
    vision: ({ from, to }) => {
      if (from === '') return `Målbildet er skrevet: «${to}».`;
      return to === '' ? `Målbildet er tatt bort (før: «${from}»).` : `Målbildet er nå «${to}» (før: «${from}»).`;
    },
    horizon: (heading, { from, to }) => {
      if (from === '') return `${heading}: innen ${to}.`;
      return to === ''
        ? `${heading}: ikke lenger noen dato (før: ${from}).`
        : `${heading}: nå innen ${to} (før: ${from}).`;
    },
    phase: (of, { from, to }) => {
      if (from === '') return `${of}: satt til «${to}».`;
      return to === '' ? `${of}: ikke lenger satt (før: «${from}»).` : `${of}: fra «${from}» til «${to}».`;
    },
  },
  cut: {
    title: 'Investeringsplan',
    subtitle: (version, date) => `Utdrag av versjon ${version} · møtet ${date}`,
    to: 'Til',
    about: 'Handler om',
    allOfLife: 'hele livet',
    means: 'Dette er et utdrag, laget til deg som står øverst. Vis det ikke til andre uten lov.',
    fingerprint: (sha256, version, plan) =>
      `Utdragets fingeravtrykk (SHA-256): ${sha256}. Det er laget av versjon ${version}, som har ${plan}.`,
    pictureAlt: (notes) =>
      `Den delen av duken som utdraget handler om, som bilde med ${notes} ${notes === 1 ? 'lapp' : 'lapper'}.`,
    fileName: 'Utdrag',
  },
  individual: {
    title: (name) => `Individuell plan for ${name}`,
    titleAlone: 'Individuell plan',
    restsOn: 'Laget etter',
    missing: 'Mangler ennå',
    nothing: 'Her står det ikke noe ennå.',
    means: 'Planen samler det som står på duken. Den er ikke et vedtak.',
    headings: {
      goals: 'Mål, ressurser og behov',
      who: 'Hvem som deltar',
      coordinates: 'Hvem som samordner',
      contributes: 'Hva personen, tjenestene og de nærmeste bidrar med',
      actions: 'Tiltak, omfang og ansvarlig',
      carriedOut: 'Hvordan planen gjennomføres',
      period: 'Periode og tid for revisjon',
      consent: 'Samtykke',
      cooperation: 'Samarbeid som trengs',
    },
    parts: {
      goals: 'Mål',
      resources: 'Ressurser',
      needs: 'Behov',
      person: 'Personen selv',
      services: 'Tjenestene',
      closest: 'De nærmeste',
      extent: 'Omfang',
      period: 'Periode',
      revision: 'Tid for revisjon',
    },
    from: 'Fra',
    consent: (services, themes, day) => `Samtykke til at ${services} deler om ${themes}, til og med ${day}.`,
    everything: 'alt i planen',
    between: (services) => `Disse har tiltak i planen: ${services}.`,
  },
  minPlan: {
    title: 'Min plan',
    dream: 'Drømmen min',
    mine: 'Dette gjør jeg',
    nothingMine: 'Jeg har ingen ting å gjøre nå.',
    others: 'Dette gjør andre',
    nothingOthers: 'Ingen andre har sagt ja til noe nå.',
    by: (day) => `innen ${day}`,
    late: (day) => `skulle vært gjort ${day}`,
    together: (names) => `sammen med ${names}`,
    someone: 'Vi vet ikke hvem ennå',
    more: (count) => `Det er ${count} til. De står i hele planen.`,
    nextMeeting: 'Vi møtes igjen',
    noMeeting: 'Vi har ikke satt en dag ennå.',
    ring: 'Lurer du på noe?',
    ringNumber: (name, phone) => `Ring ${name}: ${phone}`,
    talkTo: (name) => `Snakk med ${name}.`,
    nobody: 'Spør en du møter på møtene.',
  },
  promises: {
    title: 'Dette har du sagt ja til',
    meeting: (day) => `møtet ${day}`,
    mine: 'Dette gjør du',
    noDay: 'ingen frist',
    waitsFor: (who) => (who === '' ? 'venter på noe annet' : `venter på ${who}`),
    waiters: (who) => `når det er gjort, kan ${who === '' ? 'andre' : who} gå i gang`,
    more: (count) => `Det er ${count} til. Spør den som leder møtene.`,
    last: 'Slik gikk det med det du sa ja til sist',
    went: {
      agreed: 'ikke begynt ennå',
      started: 'i gang',
      done: 'gjort',
      stopped: 'stoppet',
      gone: 'ikke på duken lenger',
    },
    answer: 'Si fra hvordan det går',
    scan: 'Pek telefonen på ruten, eller skriv adressen. Du svarer med ett trykk, uten å logge inn.',
    qr: 'Rute til å peke telefonen på: den åpner adressen under',
    ask: (leader) => `Be ${leader === '' ? 'den som leder møtene' : leader} om en lenke, så svarer du med ett trykk.`,
  },

  frozen: (moment) => `Duken ble frosset ${moment}. Planen er laget av det som sto på den da.`,
  fingerprint: (sha256) =>
    `Fingeravtrykk (SHA-256), regnet ut av alt i denne versjonen: ${sha256}. Endres ett eneste tegn, blir det et annet.`,
  leftOut: (count) =>
    `${count} ${count === 1 ? 'oppføring' : 'oppføringer'} på duken kunne ikke leses, og er ikke med i planen.`,
  unknownLetters:
    'Noen tegn finnes ikke i skriftene som planen er satt med. De er vist som □. I JSON-filen står de slik de ble skrevet.',
  picture: 'Duken slik den var',
  pictureAlt: (notes, drawings, title) => {
    const drawn = drawings === 0 ? '' : ` og ${drawings} ${drawings === 1 ? 'tegning' : 'tegninger'}`;
    return `Bilde av duken «${title}» med ${notes} ${notes === 1 ? 'lapp' : 'lapper'}${drawn}. Alt som står på duken, står som tekst på sidene foran.`;
  },
  drawings: 'Tegnet på duken',
  drawn: (name, words) =>
    words === '' ? `${name} har tegnet her, og ikke sagt hva det viser.` : `${name} har tegnet: ${words}`,
  drawnBySomeone: 'Noen',
  dukDescription: (notes, columns, themes) =>
    `Duk med ${notes} ${notes === 1 ? 'lapp' : 'lapper'} i ${columns} kolonner og ${themes} temaer.`,
};

function moveInWords(steps: number): string {
  if (steps === 0) return 'som sist';
  return `${Math.abs(steps)} trinn ${steps > 0 ? 'opp' : 'ned'}`;
}

function monthsInWords(months: number): string {
  if (months === 0) return 'under en måned';
  return months === 1 ? '1 måned' : `${months} måneder`;
}
