import { joinedBy } from './joinedBy.ts';
import type { LetterTexts } from './letterTexts.ts';

export const en: LetterTexts = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  dayOfMonth: String,
  moment: (day, hour, minute) => `${day} at ${hour}:${minute}`,
  quoted: (words) => `“${words}”`,
  joined: joinedBy('and'),
  fileNames: {
    plan: 'Investment plan',
    minplan: 'My plan',
    individuell: 'Individual plan',
    promises: 'What you have said yes to',
    duk: 'Duk',
    actions: 'Actions',
  },
  fileVersion: (version) => `version ${version}`,

  title: (name) => `Investment plan for ${name}`,
  titleOfDuk: (title) => `Investment plan: ${title}`,
  subtitle: (version, date) => `Version ${version} · the meeting on ${date}`,
  page: 'Page',
  of: 'of',
  footer: (title, version, date) => `${title} · version ${version} · ${date}`,

  standing: {
    column: 'The plan',
    draft: 'DRAFT',
    draftMeans:
      'This is a draft. The plan does not count until the citizen has said yes: no decisions about me without me.',
    approved: 'Approved',
    released: 'In use without approval',
    approvedBy: (name, day) => `Approved by ${name} on ${day}.`,
    approvedAsSpoken: (when, how, name, day) =>
      `Approved in words on ${when}. How it was said: ${how}. Written down by ${name} on ${day}.`,
    releasedBy: (name, day, reason) =>
      `Taken into use on ${day} by ${name}, without approval. The reason is: ${reason}`,
  },

  leader: 'Investment leader',
  phone: 'Telephone',
  nextMeeting: 'Next meeting',
  present: 'Present',
  notAgreed: 'not agreed',
  notGiven: 'not given',
  nobody: 'nobody is put down',
  fromService: (name, service) => `${name} (${service})`,

  voices: {
    citizen: 'The citizen’s voice',
    child: 'The child’s voice',
    family: 'The voice of family and network',
    network: 'The voice of family and network',
    service: 'The service’s voice',
    round: 'The round without names',
  },
  writtenBy: (name) => `written by ${name}`,
  unlessSaid: (byline) => `Unless something else is said: ${byline}`,
  aims: { result: (words) => `Goal, as a result: ${words}`, effect: (words) => `Goal, as an effect: ${words}` },
  goals: { reached: 'reached', underway: 'under way', changed: 'changed', dropped: 'no longer wanted' },
  whatHappened: 'What happened to the wish?',

  differ: 'We see it differently',
  differMeans: 'This we see differently. Both stand, as those who wrote them wanted to say it.',
  matters: {
    citizen: 'Most important to the citizen',
    others: 'Important to others at the table',
    both: 'Most important to the citizen, and important to others',
  },
  columns: { action: 'Action', theme: 'Theme', who: 'Who', service: 'Service', by: 'By', status: 'Status' },
  caseColumns: { caseId: 'Case ID', caseTitle: 'Case', actionId: 'Action ID' },
  agreed: {
    settle: (who, day) => `To be settled with ${who}${day === '' ? '' : ` by ${day}`}`,
    follows: (quote, isDone) => `After ${quote}${isDone ? ', which is done' : ''}`,
    alongside: (quote) => `Together with ${quote}`,
    paidBy: (who) => `Paid by ${who}`,
  },
  agreedColumns: {
    settleWith: 'To be settled with',
    settleBy: 'Settled by',
    follows: 'After',
    alongside: 'Together with',
    paidBy: 'Paid by',
  },
  noOwner: 'not agreed',
  noDate: 'no date',
  late: 'overdue',
  alsoNow: 'We will also',
  done: 'This is done',
  stopped: 'This was stopped',
  goalsBy: (heading, day) => (day === '' ? heading : `${heading}, by ${day}`),
  vision: 'The picture of the goal',

  wayAhead: 'The way ahead',
  phases: {
    family: {
      untenable: 'Things are hard now',
      exposed: 'Not safe yet',
      stable: 'Things are working',
      sustainable: 'On our own feet',
    },
    team: { untenable: 'Untenable', exposed: 'Exposed', stable: 'Stable', sustainable: 'Sustainable' },
  },
  phaseMeans: {
    untenable: 'Something quite necessary is missing, such as a place to live, money to live on or the right help.',
    exposed: 'There is some help, but not the right one, and home, health, money or everyday life can soon give way.',
    stable: 'A good place to live, somewhere to go, and enough of the right help.',
    sustainable: 'Home, income, friends and leisure, with little or no help.',
  },
  asAWhole: 'The situation as a whole',
  seenBy: (name) => `As ${name} sees it`,
  theCitizen: 'the citizen',
  here: 'We are here now',
  stairs: (steps, here) =>
    `The way drawn as stairs with ${steps.length} steps, from left to right: ${steps.join(', ')}. Now: ${here}.`,
  overTime: {
    title: 'The journey over time',
    leftOut: (count) =>
      count === 1
        ? '1 earlier version cannot be read, and is not in this.'
        : `${count} earlier versions cannot be read, and are not in this.`,
    table: 'Round the table',
    says: (whose, sentence) => `${whose}: ${sentence}`,
    once: (phase) => `Said at one meeting so far: ${phase}.`,
    way: ({ from, to, moved, months }) =>
      `From “${from}” to “${to}” in ${monthsInWords(months)}: ${moved === 0 ? 'the same step' : moveInWords(moved)}.`,
    move: moveInWords,
    point: (day, phase, move) => `${day}: ${phase}${move === '' ? '' : `, ${move}`}.`,
  },

  changes: (version, date) => `Changed since version ${version}, the meeting on ${date}`,
  changesUnknown: 'Changes',
  previousUnreadable: (version) => `Version ${version} cannot be read, so what has changed since cannot be shown.`,
  nothingChanged: 'Nothing on the duk has changed since then.',
  weeksSince: (weeks) => (weeks === 1 ? 'One week has passed.' : `${weeks} weeks have passed.`),
  newAtTable: (names) => `At the table now, and not last time: ${names}.`,
  changeKinds: {
    done: 'Done',
    journey: 'On the way',
    new: 'New',
    changed: 'Changed',
    moved: 'Moved',
    standing: 'Still to do',
    gone: 'Gone',
  },
  told: {
    new: (place, byline) => `New under ${place}.${byline === '' ? '' : ` ${byline}.`}`,
    newAction: 'New action.',
    becameAction: 'Has become an action.',
    noLongerAction: 'Is no longer an action.',
    who: (who) => `Who: ${who}.`,
    by: (day) => `By ${day}.`,
    moved: ({ from, to }) => `Moved from ${from} to ${to}.`,
    reworded: (quote) => `Now reads ${quote}.`,
    saidThen: (quote) => `Last time it said ${quote}.`,
    saidNow: (quote) => `Now it says ${quote}.`,
    status: ({ from, to }) => `Went from “${from}” to “${to}”.`,
    owner: ({ from, to }) => {
      if (from === '') return `${to} sees to it.`;
      return to === '' ? `Nobody sees to it any more (before: ${from}).` : `${to} sees to it now (before: ${from}).`;
    },
    service: ({ from, to }) => {
      if (from === '') return `Belongs to ${to}.`;
      return to === ''
        ? `No longer belongs to any service (before: ${from}).`
        : `Now belongs to ${to} (before: ${from}).`;
    },
    due: ({ from, to }) => {
      if (from === '') return `To be done by ${to}.`;
      return to === '' ? `Has no date any more (before: ${from}).` : `New date: ${to} (before: ${from}).`;
    },
    settling: (who, day) => `${who} by ${day}`,
    settle: ({ from, to }) => {
      if (from === '') return `Has to be settled with ${to}.`;
      return to === ''
        ? `No longer has to be settled (before: with ${from}).`
        : `Now has to be settled with ${to} (before: ${from}).`;
    },
    follows: ({ from, to }) => {
      if (from === '') return `Is done after ${to}.`;
      return to === '' ? `No longer waits for ${from}.` : `Is now done after ${to} (before: after ${from}).`;
    },
    alongside: ({ from, to }) => {
      if (from === '') return `Is done together with ${to}.`;
      return to === ''
        ? `Is no longer done together with ${from}.`
        : `Is now done together with ${to} (before: ${from}).`;
    },
    paidBy: ({ from, to }) => {
      if (from === '') return `Is paid by ${to}.`;
      return to === '' ? `It no longer says who pays (before: ${from}).` : `Is now paid by ${to} (before: ${from}).`;
    },
    goal: ({ from, to }) => {
      if (from === '') return `The goal is ${to}.`;
      return to === ''
        ? `It no longer says how the goal is going (before: ${from}).`
        : `The goal is now ${to} (before: ${from}).`;
    },
    writtenUp: ({ from, to }) => {
      if (from === '') return `Has been written up as a goal: ${to}.`;
      return to === ''
        ? `Is no longer written up as a goal (before: ${from}).`
        : `Is now written up so: ${to} (before: ${from}).`;
    },
    voice: ({ from, to }) => `Now stands as ${to.toLowerCase()} (before: ${from.toLowerCase()}).`,
    author: 'Now stands under another name.',
    gone: 'Was taken off the duk.',
    goneMany: 'These were taken off the duk.',
    goneDone: 'Was done, and tidied away.',
    goneStopped: 'Was stopped, and taken away.',
    goneGoal: (state) => `The goal was ${state}, and tidied away.`,
    goneUndone: (agreed) => `Was not done, and was taken away${agreed === '' ? '' : ` (${agreed})`}.`,
    goneWhy: {
      done: (agreed) => `Said to be done, and has been tidied away${agreed === '' ? '' : ` (${agreed})`}.`,
      unimportant: (agreed) =>
        `Is not important any more, and has been taken away${agreed === '' ? '' : ` (${agreed})`}.`,
      rewritten: (agreed) => `Has been written anew${agreed === '' ? '' : ` (${agreed})`}.`,
      mistake: (agreed) => `Was put down by mistake, and has been taken away${agreed === '' ? '' : ` (${agreed})`}.`,
    },
    dueWas: (day) => `due ${day}`,
    daysLate: (days) => (days === 1 ? 'One day overdue.' : `${days} days overdue.`),
    notYetDue: (day) => `Due ${day}.`,
    noDue: 'Has no date.',
    title: ({ from, to }) => `The duk is now called “${to}” (before: “${from}”).`,
    for: ({ from, to }) =>
      from === '' ? `The plan is now for “${to}”.` : `The plan is now for “${to}” (before: “${from}”).`,
    vision: ({ from, to }) => {
      if (from === '') return `The picture of the goal is written: “${to}”.`;
      return to === ''
        ? `The picture of the goal was taken away (before: “${from}”).`
        : `The picture of the goal is now “${to}” (before: “${from}”).`;
    },
    horizon: (heading, { from, to }) => {
      if (from === '') return `${heading}: by ${to}.`;
      return to === ''
        ? `${heading}: no date any more (before: ${from}).`
        : `${heading}: now by ${to} (before: ${from}).`;
    },
    phase: (of, { from, to }) => {
      if (from === '') return `${of}: set to “${to}”.`;
      return to === '' ? `${of}: no longer set (before: “${from}”).` : `${of}: from “${from}” to “${to}”.`;
    },
  },
  cut: {
    title: 'Investment plan',
    subtitle: (version, date) => `An extract of version ${version} · the meeting on ${date}`,
    to: 'For',
    about: 'About',
    allOfLife: 'all of life',
    means: 'This is an extract, made for whoever is named at the top. Do not show it to others without leave.',
    fingerprint: (sha256, version, plan) =>
      `Fingerprint of the extract (SHA-256): ${sha256}. It was made from version ${version}, which has ${plan}.`,
    pictureAlt: (notes) =>
      `The part of the duk that the extract is about, as a picture with ${notes} ${notes === 1 ? 'note' : 'notes'}.`,
    fileName: 'Extract',
  },
  individual: {
    title: (name) => `Individual plan for ${name}`,
    titleAlone: 'Individual plan',
    restsOn: 'Made under',
    missing: 'Still missing',
    nothing: 'Nothing stands here yet.',
    means: 'The plan puts together what stands on the duk. It is not a decision on services.',
    headings: {
      goals: 'Goals, resources and needs',
      who: 'Who takes part',
      coordinates: 'Who coordinates',
      contributes: 'What the person, the services and those closest contribute',
      actions: 'Actions, extent and who is responsible',
      carriedOut: 'How the plan is carried out',
      period: 'Period and time for revision',
      consent: 'Consent',
      cooperation: 'Cooperation that is needed',
    },
    parts: {
      goals: 'Goals',
      resources: 'Resources',
      needs: 'Needs',
      person: 'The person',
      services: 'The services',
      closest: 'Those closest',
      extent: 'Extent',
      period: 'Period',
      revision: 'Time for revision',
    },
    from: 'From',
    consent: (services, themes, day) => `Consent that ${services} share about ${themes}, until and including ${day}.`,
    everything: 'everything in the plan',
    between: (services) => `These have actions in the plan: ${services}.`,
  },
  minPlan: {
    title: 'My plan',
    dream: 'My dream',
    mine: 'What I do',
    nothingMine: 'I have no tasks right now.',
    others: 'What others do',
    nothingOthers: 'No one else has a task now.',
    by: (day) => `by ${day}`,
    late: (day) => `was to be done by ${day}`,
    together: (names) => `with ${names}`,
    someone: 'We do not know who yet',
    more: (count) => `There are ${count} more. They are in the full plan.`,
    nextMeeting: 'We meet again',
    noMeeting: 'We have not set a day yet.',
    ring: 'Do you wonder?',
    ringNumber: (name, phone) => `Call ${name}: ${phone}`,
    talkTo: (name) => `Talk to ${name}.`,
    nobody: 'Ask one you meet with.',
  },
  promises: {
    title: 'What you have said yes to',
    meeting: (day) => `the meeting on ${day}`,
    mine: 'This is what you do',
    noDay: 'no date',
    waitsFor: (who) => (who === '' ? 'waits for something else' : `waits for ${who}`),
    waiters: (who) => `when it is done, ${who === '' ? 'others' : who} can begin`,
    more: (count) => `There are ${count} more. Ask whoever leads the meetings.`,
    last: 'How it went with what you said yes to last time',
    went: {
      agreed: 'not begun yet',
      started: 'under way',
      done: 'done',
      stopped: 'stopped',
      gone: 'no longer on the sheet',
    },
    answer: 'Say how it is going',
    scan: 'Point your phone at the square, or write the address. You answer with one tap, without signing in.',
    qr: 'A square to point a phone at: it opens the address below',
    ask: (leader) =>
      `Ask ${leader === '' ? 'whoever leads the meetings' : leader} for a link, and answer with one tap.`,
  },

  frozen: (moment) => `The duk was frozen on ${moment}. The plan is made of what stood on it then.`,
  fingerprint: (sha256) =>
    `Fingerprint (SHA-256), worked out from all of this version: ${sha256}. Change a single character, and it becomes another.`,
  leftOut: (count) =>
    `${count} ${count === 1 ? 'entry on the duk could not be read, and is' : 'entries on the duk could not be read, and are'} not in the plan.`,
  unknownLetters:
    'Some characters are not in the fonts that the plan is set in. They are shown as □. In the JSON file they stand as they were written.',
  picture: 'The duk as it was',
  pictureAlt: (notes, drawings, title) => {
    const drawn = drawings === 0 ? '' : ` and ${drawings} ${drawings === 1 ? 'drawing' : 'drawings'}`;
    return `A picture of the duk “${title}” with ${notes} ${notes === 1 ? 'note' : 'notes'}${drawn}. All that stands on the duk stands as text on the pages before.`;
  },
  drawings: 'Drawn on the duk',
  drawn: (name, words) =>
    words === '' ? `${name} has drawn here, and not said what it shows.` : `${name} has drawn: ${words}`,
  drawnBySomeone: 'Somebody',
  dukDescription: (notes, columns, themes) =>
    `A duk with ${notes} ${notes === 1 ? 'note' : 'notes'} in ${columns} columns and ${themes} themes.`,
};

function moveInWords(steps: number): string {
  if (steps === 0) return 'as last time';
  const count = Math.abs(steps);
  return `${steps > 0 ? 'up' : 'down'} ${count} ${count === 1 ? 'step' : 'steps'}`;
}

function monthsInWords(months: number): string {
  if (months === 0) return 'less than a month';
  return months === 1 ? '1 month' : `${months} months`;
}
