import { joinedBy } from './joinedBy.ts';
import type { LetterTexts } from './letterTexts.ts';
import { nb } from './nb.ts';

export const nn: LetterTexts = {
  months: nb.months,
  shortMonths: nb.shortMonths,
  dayOfMonth: nb.dayOfMonth,
  moment: nb.moment,
  quoted: nb.quoted,
  joined: joinedBy('og'),
  fileNames: {
    plan: 'Investeringsplan',
    minplan: 'Planen min',
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
      'Dette er eit utkast. Planen gjeld ikkje før innbyggjaren har sagt ja: ingen avgjerder om meg blir tekne utan meg.',
    approved: 'Godkjend',
    released: 'I bruk utan godkjenning',
    approvedBy: (name, day) => `Godkjend av ${name} ${day}.`,
    approvedAsSpoken: (when, how, name, day) =>
      `Munnleg godkjend ${when}. Slik vart det sagt: ${how}. Ført av ${name} ${day}.`,
    releasedBy: (name, day, reason) => `Teken i bruk ${day} av ${name}, utan godkjenning. Grunnen er: ${reason}`,
  },

  leader: 'Investeringsleiar',
  phone: 'Telefon',
  nextMeeting: 'Neste møte',
  present: 'Til stades',
  notAgreed: 'ikkje avtalt',
  notGiven: 'ikkje oppgitt',
  nobody: 'ingen er førte opp',
  fromService: (name, service) => `${name} (${service})`,

  voices: {
    citizen: 'Stemma til innbyggjaren',
    child: 'Stemma til barnet',
    family: 'Stemma til familie og nettverk',
    network: 'Stemma til familie og nettverk',
    service: 'Stemma til tenesta',
    round: 'Runden utan namn',
  },
  writtenBy: (name) => `skrive av ${name}`,
  unlessSaid: (byline) => `Der ikkje anna står: ${byline}`,
  aims: { result: (words) => `Resultatmål: ${words}`, effect: (words) => `Effektmål: ${words}` },
  goals: { reached: 'nådd', underway: 'på veg', changed: 'endra', dropped: 'ikkje lenger ønskt' },
  whatHappened: 'Kva skjedde med ønsket?',

  differ: 'Vi ser det ulikt',
  differMeans: 'Dette ser vi ulikt. Begge delar står, slik dei som skreiv det, ville seie det.',
  matters: {
    citizen: 'Viktigast for innbyggjaren',
    others: 'Viktig for andre rundt bordet',
    both: 'Viktigast for innbyggjaren, og viktig for andre',
  },
  columns: { action: 'Tiltak', theme: 'Tema', who: 'Kven', service: 'Teneste', by: 'Innan', status: 'Status' },
  caseColumns: { caseId: 'Sak-ID', caseTitle: 'Sak', actionId: 'Tiltak-ID' },
  agreed: {
    settle: (who, day) => `Må avklarast med ${who}${day === '' ? '' : ` innan ${day}`}`,
    follows: (quote, isDone) => `Etter ${quote}${isDone ? ', som er gjort' : ''}`,
    alongside: (quote) => `Samstundes med ${quote}`,
    paidBy: (who) => `Blir betalt av ${who}`,
  },
  agreedColumns: {
    settleWith: 'Må avklarast med',
    settleBy: 'Avklarast innan',
    follows: 'Etter',
    alongside: 'Samstundes med',
    paidBy: 'Blir betalt av',
  },
  noOwner: 'ikkje avtalt',
  noDate: 'ingen dato',
  late: 'over fristen',
  alsoNow: 'Dette skal vi òg',
  done: 'Dette er gjort',
  stopped: 'Dette vart stoppa',
  goalsBy: (heading, day) => (day === '' ? heading : `${heading}, innan ${day}`),
  vision: 'Målbiletet',

  wayAhead: 'Vegen vidare',
  phases: {
    family: {
      untenable: 'No er det tungt',
      exposed: 'Ikkje trygt enno',
      stable: 'Det går rundt',
      sustainable: 'Står på eigne bein',
    },
    team: { untenable: 'Uhaldbar', exposed: 'Utsett', stable: 'Stabil', sustainable: 'Berekraftig' },
  },
  phaseMeans: {
    untenable: 'Det manglar noko heilt nødvendig, som ein stad å bu, pengar å leve av eller den rette hjelpa.',
    exposed: 'Det finst noko hjelp, men ikkje den rette, og bustad, helse, pengar eller kvardag kan fort ryke.',
    stable: 'Ein god stad å bu, noko å gå til, og nok av den rette hjelpa.',
    sustainable: 'Heim, inntekt, vener og fritid, med lite eller inga hjelp.',
  },
  asAWhole: 'Situasjonen som heilskap',
  seenBy: (name) => `Slik ${name} ser det`,
  theCitizen: 'innbyggjaren',
  here: 'Her er vi no',
  stairs: (steps, here) =>
    `Vegen teikna som ei trapp med ${steps.length} trinn, frå venstre mot høgre: ${steps.join(', ')}. No: ${here}.`,
  overTime: {
    title: 'Ferda over tid',
    leftOut: (count) =>
      count === 1
        ? '1 tidlegare versjon kan ikkje lesast, og er ikkje med her.'
        : `${count} tidlegare versjonar kan ikkje lesast, og er ikkje med her.`,
    table: 'Rundt bordet',
    says: (whose, sentence) => `${whose}: ${sentence}`,
    once: (phase) => `Sagt på eitt møte så langt: ${phase}.`,
    way: ({ from, to, moved, months }) =>
      `Frå «${from}» til «${to}» på ${monthsInWords(months)}: ${moved === 0 ? 'same trinn' : moveInWords(moved)}.`,
    move: moveInWords,
    point: (day, phase, move) => `${day}: ${phase}${move === '' ? '' : `, ${move}`}.`,
  },

  changes: (version, date) => `Endra sidan versjon ${version}, møtet ${date}`,
  changesUnknown: 'Endringar',
  previousUnreadable: (version) =>
    `Versjon ${version} kan ikkje lesast, så det kan ikkje visast kva som er endra sidan den.`,
  nothingChanged: 'Ingenting på duken er endra sidan då.',
  weeksSince: (weeks) => (weeks === 1 ? 'Det har gått éi veke.' : `Det har gått ${weeks} veker.`),
  newAtTable: (names) => `Med ved bordet no, og ikkje sist: ${names}.`,
  changeKinds: {
    done: 'Gjort',
    journey: 'På vegen',
    new: 'Nytt',
    changed: 'Endra',
    moved: 'Flytta',
    standing: 'Står att',
    gone: 'Borte',
  },
  told: {
    new: (place, byline) => `Ny under ${place}.${byline === '' ? '' : ` ${byline}.`}`,
    newAction: 'Nytt tiltak.',
    becameAction: 'Er blitt eit tiltak.',
    noLongerAction: 'Er ikkje lenger eit tiltak.',
    who: (who) => `Kven: ${who}.`,
    by: (day) => `Innan ${day}.`,
    moved: ({ from, to }) => `Flytta frå ${from} til ${to}.`,
    reworded: (quote) => `Er skrive om til ${quote}.`,
    saidThen: (quote) => `Sist stod det ${quote}.`,
    saidNow: (quote) => `No står det ${quote}.`,
    status: ({ from, to }) => `Har gått frå «${from}» til «${to}».`,
    owner: ({ from, to }) => {
      if (from === '') return `${to} står for det.`;
      return to === '' ? `Ingen står for det lenger (før: ${from}).` : `${to} står for det no (før: ${from}).`;
    },
    service: ({ from, to }) => {
      if (from === '') return `Høyrer til ${to}.`;
      return to === '' ? `Høyrer ikkje lenger til noka teneste (før: ${from}).` : `Høyrer no til ${to} (før: ${from}).`;
    },
    due: ({ from, to }) => {
      if (from === '') return `Skal vere gjort innan ${to}.`;
      return to === '' ? `Har ikkje lenger nokon dato (før: ${from}).` : `Ny dato: ${to} (før: ${from}).`;
    },
    settling: (who, day) => `${who} innan ${day}`,
    settle: ({ from, to }) => {
      if (from === '') return `Må avklarast med ${to}.`;
      return to === '' ? `Må ikkje lenger avklarast (før: med ${from}).` : `Må no avklarast med ${to} (før: ${from}).`;
    },
    follows: ({ from, to }) => {
      if (from === '') return `Blir gjort etter ${to}.`;
      return to === '' ? `Ventar ikkje lenger på ${from}.` : `Blir no gjort etter ${to} (før: etter ${from}).`;
    },
    alongside: ({ from, to }) => {
      if (from === '') return `Blir gjort samstundes med ${to}.`;
      return to === ''
        ? `Blir ikkje lenger gjort samstundes med ${from}.`
        : `Blir no gjort samstundes med ${to} (før: ${from}).`;
    },
    paidBy: ({ from, to }) => {
      if (from === '') return `Blir betalt av ${to}.`;
      return to === ''
        ? `Det står ikkje lenger kven som betaler (før: ${from}).`
        : `Blir no betalt av ${to} (før: ${from}).`;
    },
    goal: ({ from, to }) => {
      if (from === '') return `Målet er ${to}.`;
      return to === ''
        ? `Det står ikkje lenger korleis det går med målet (før: ${from}).`
        : `Målet er no ${to} (før: ${from}).`;
    },
    writtenUp: ({ from, to }) => {
      if (from === '') return `Er skrive opp som mål: ${to}.`;
      return to === ''
        ? `Er ikkje lenger skrive opp som mål (før: ${from}).`
        : `Er no skrive opp slik: ${to} (før: ${from}).`;
    },
    voice: ({ from, to }) => `Står no som ${to.toLowerCase()} (før: ${from.toLowerCase()}).`,
    author: 'Står no under eit anna namn.',
    gone: 'Er teken av duken.',
    goneMany: 'Desse er tekne av duken.',
    goneDone: 'Var gjort, og er rydda bort.',
    goneStopped: 'Var stoppa, og er teke bort.',
    goneGoal: (state) => `Målet var ${state}, og er rydda bort.`,
    goneUndone: (agreed) => `Vart ikkje gjort, og er teke bort${agreed === '' ? '' : ` (${agreed})`}.`,
    goneWhy: {
      done: (agreed) => `Er sagt å vere gjort, og er rydda bort${agreed === '' ? '' : ` (${agreed})`}.`,
      unimportant: (agreed) => `Er ikkje viktig lenger, og er teke bort${agreed === '' ? '' : ` (${agreed})`}.`,
      rewritten: (agreed) => `Er skrive på nytt${agreed === '' ? '' : ` (${agreed})`}.`,
      mistake: (agreed) => `Var sett opp ved ein feil, og er teke bort${agreed === '' ? '' : ` (${agreed})`}.`,
    },
    dueWas: (day) => `frist ${day}`,
    daysLate: (days) => (days === 1 ? 'Éin dag over fristen.' : `${days} dagar over fristen.`),
    notYetDue: (day) => `Fristen er ${day}.`,
    noDue: 'Har ingen dato.',
    title: ({ from, to }) => `Duken heiter no «${to}» (før: «${from}»).`,
    for: ({ from, to }) => (from === '' ? `Planen er no til «${to}».` : `Planen er no til «${to}» (før: «${from}»).`),
    vision: ({ from, to }) => {
      if (from === '') return `Målbiletet er skrive: «${to}».`;
      return to === '' ? `Målbiletet er teke bort (før: «${from}»).` : `Målbiletet er no «${to}» (før: «${from}»).`;
    },
    horizon: (heading, { from, to }) => {
      if (from === '') return `${heading}: innan ${to}.`;
      return to === ''
        ? `${heading}: ikkje lenger nokon dato (før: ${from}).`
        : `${heading}: no innan ${to} (før: ${from}).`;
    },
    phase: (of, { from, to }) => {
      if (from === '') return `${of}: sett til «${to}».`;
      return to === '' ? `${of}: ikkje lenger sett (før: «${from}»).` : `${of}: frå «${from}» til «${to}».`;
    },
  },
  cut: {
    title: 'Investeringsplan',
    subtitle: (version, date) => `Utdrag av versjon ${version} · møtet ${date}`,
    to: 'Til',
    about: 'Handlar om',
    allOfLife: 'heile livet',
    means: 'Dette er eit utdrag, laga til deg som står øvst. Vis det ikkje til andre utan lov.',
    fingerprint: (sha256, version, plan) =>
      `Fingeravtrykket til utdraget (SHA-256): ${sha256}. Det er laga av versjon ${version}, som har ${plan}.`,
    pictureAlt: (notes) =>
      `Den delen av duken som utdraget handlar om, som bilete med ${notes} ${notes === 1 ? 'lapp' : 'lappar'}.`,
    fileName: 'Utdrag',
  },
  individual: {
    title: (name) => `Individuell plan for ${name}`,
    titleAlone: 'Individuell plan',
    restsOn: 'Laga etter',
    missing: 'Manglar enno',
    nothing: 'Her står det ikkje noko enno.',
    means: 'Planen samlar det som står på duken. Han er ikkje eit vedtak.',
    headings: {
      goals: 'Mål, ressursar og behov',
      who: 'Kven som deltek',
      coordinates: 'Kven som samordnar',
      contributes: 'Kva personen, tenestene og dei nærmaste bidreg med',
      actions: 'Tiltak, omfang og ansvarleg',
      carriedOut: 'Korleis planen blir gjennomført',
      period: 'Periode og tid for revisjon',
      consent: 'Samtykke',
      cooperation: 'Samarbeid som trengst',
    },
    parts: {
      goals: 'Mål',
      resources: 'Ressursar',
      needs: 'Behov',
      person: 'Personen sjølv',
      services: 'Tenestene',
      closest: 'Dei nærmaste',
      extent: 'Omfang',
      period: 'Periode',
      revision: 'Tid for revisjon',
    },
    from: 'Frå',
    consent: (services, themes, day) => `Samtykke til at ${services} deler om ${themes}, til og med ${day}.`,
    everything: 'alt i planen',
    between: (services) => `Desse har tiltak i planen: ${services}.`,
  },
  minPlan: {
    title: 'Planen min',
    dream: 'Draumen min',
    mine: 'Dette gjer eg',
    nothingMine: 'Eg har ingen ting å gjere no.',
    others: 'Dette gjer andre',
    nothingOthers: 'Ingen andre har sagt ja til noko no.',
    by: (day) => `innan ${day}`,
    late: (day) => `skulle vore gjort ${day}`,
    together: (names) => `saman med ${names}`,
    someone: 'Vi veit ikkje kven enno',
    more: (count) => `Det er ${count} til. Dei står i heile planen.`,
    nextMeeting: 'Vi møtest igjen',
    noMeeting: 'Vi har ikkje sett ein dag enno.',
    ring: 'Lurer du på noko?',
    ringNumber: (name, phone) => `Ring ${name}: ${phone}`,
    talkTo: (name) => `Snakk med ${name}.`,
    nobody: 'Spør ein du møter på møta.',
  },
  promises: {
    title: 'Dette har du sagt ja til',
    meeting: (day) => `møtet ${day}`,
    mine: 'Dette gjer du',
    noDay: 'ingen frist',
    waitsFor: (who) => (who === '' ? 'ventar på noko anna' : `ventar på ${who}`),
    waiters: (who) => `når det er gjort, kan ${who === '' ? 'andre' : who} gå i gang`,
    more: (count) => `Det er ${count} til. Spør den som leier møta.`,
    last: 'Slik gjekk det med det du sa ja til sist',
    went: {
      agreed: 'ikkje byrja enno',
      started: 'i gang',
      done: 'gjort',
      stopped: 'stoppa',
      gone: 'ikkje på duken lenger',
    },
    answer: 'Sei frå korleis det går',
    scan: 'Peik telefonen på ruta, eller skriv adressa. Du svarar med eitt trykk, utan å logge inn.',
    qr: 'Rute til å peike telefonen på: ho opnar adressa under',
    ask: (leader) => `Be ${leader === '' ? 'den som leier møta' : leader} om ei lenkje, så svarar du med eitt trykk.`,
  },

  frozen: (moment) => `Duken vart frosen ${moment}. Planen er laga av det som stod på han då.`,
  fingerprint: (sha256) =>
    `Fingeravtrykk (SHA-256), rekna ut av alt i denne versjonen: ${sha256}. Blir eitt einaste teikn endra, blir det eit anna.`,
  leftOut: (count) =>
    `${count} ${count === 1 ? 'oppføring' : 'oppføringar'} på duken kunne ikkje lesast, og er ikkje med i planen.`,
  unknownLetters:
    'Nokre teikn finst ikkje i skriftene som planen er sett med. Dei er viste som □. I JSON-fila står dei slik dei vart skrivne.',
  picture: 'Duken slik han var',
  pictureAlt: (notes, drawings, title) => {
    const drawn = drawings === 0 ? '' : ` og ${drawings} ${drawings === 1 ? 'teikning' : 'teikningar'}`;
    return `Bilete av duken «${title}» med ${notes} ${notes === 1 ? 'lapp' : 'lappar'}${drawn}. Alt som står på duken, står som tekst på sidene framfor.`;
  },
  drawings: 'Teikna på duken',
  drawn: (name, words) =>
    words === '' ? `${name} har teikna her, og ikkje sagt kva det viser.` : `${name} har teikna: ${words}`,
  drawnBySomeone: 'Nokon',
  dukDescription: (notes, columns, themes) =>
    `Duk med ${notes} ${notes === 1 ? 'lapp' : 'lappar'} i ${columns} kolonnar og ${themes} tema.`,
};

function moveInWords(steps: number): string {
  if (steps === 0) return 'som sist';
  return `${Math.abs(steps)} trinn ${steps > 0 ? 'opp' : 'ned'}`;
}

function monthsInWords(months: number): string {
  if (months === 0) return 'under ein månad';
  return months === 1 ? '1 månad' : `${months} månader`;
}
