import type { Board } from '../board/index.ts';
import type { Template } from '../template/index.ts';
import type { GuideStep } from './guideStep.ts';

/**
 * The order of a first meeting, as the trials in Asker and Lørenskog tell it (domain.md): what was promised first, resources
 * before what is hard, the dream before the goals that lead to it, and what is done now last of what is written.
 */
export const shippedSteps: readonly GuideStep[] = [
  {
    id: 'promised',
    name: { nb: 'Det vi lovet sist', nn: 'Det vi lova sist', en: 'What we promised last time' },
    question: {
      nb: 'Hvordan gikk det med det vi ble enige om sist?',
      nn: 'Korleis gjekk det med det vi vart samde om sist?',
      en: 'How did it go with what we agreed on last time?',
    },
    aloud: {
      nb: 'Vi begynner med det vi lovet hverandre sist. Noe er gjort, og noe ble ikke som vi tenkte. Begge deler er det bra å vite.',
      nn: 'Vi byrjar med det vi lova kvarandre sist. Noko er gjort, og noko vart ikkje som vi tenkte. Begge delar er det bra å vite.',
      en: 'We begin with what we promised each other last time. Some of it is done, and some did not turn out as we thought. Both are good to know.',
    },
    matter: 'promises',
    columns: ['now'],
    byTheme: false,
    minutes: 10,
  },
  {
    id: 'matters',
    name: { nb: 'Viktig for deg', nn: 'Viktig for deg', en: 'What matters to you' },
    question: { nb: 'Hva er viktig for deg?', nn: 'Kva er viktig for deg?', en: 'What matters to you?' },
    aloud: {
      nb: 'Først vil vi høre fra deg: Hva er viktig for deg? Ta den tiden du trenger. Vi andre lytter.',
      nn: 'Først vil vi høyre frå deg: Kva er viktig for deg? Ta den tida du treng. Vi andre lyttar.',
      en: 'First we want to hear from you: What matters to you? Take the time you need. The rest of us listen.',
    },
    matter: 'notes',
    columns: [],
    byTheme: false,
    minutes: 10,
  },
  {
    id: 'works',
    name: { nb: 'Det som fungerer', nn: 'Det som fungerer', en: 'What works' },
    question: { nb: 'Hva fungerer?', nn: 'Kva fungerer?', en: 'What works?' },
    aloud: {
      nb: 'Nå ser vi på det som fungerer, ett tema om gangen. Små ting teller også. Er et tema ikke aktuelt, går vi videre.',
      nn: 'No ser vi på det som fungerer, eitt tema om gongen. Små ting tel òg. Er eit tema ikkje aktuelt, går vi vidare.',
      en: 'Now we look at what works, one theme at a time. Small things count too. If a theme does not concern you, we go on.',
    },
    matter: 'notes',
    columns: ['works'],
    byTheme: true,
    answersIn: 'works',
    minutes: 20,
  },
  {
    id: 'difficult',
    name: { nb: 'Det som er vanskelig', nn: 'Det som er vanskeleg', en: 'What is difficult' },
    question: { nb: 'Hva er vanskelig?', nn: 'Kva er vanskeleg?', en: 'What is difficult?' },
    aloud: {
      nb: 'Noe er vanskelig også. Du bestemmer hva du vil si, og hvor mye. Ser vi det ulikt, kan begge deler stå.',
      nn: 'Noko er vanskeleg òg. Du bestemmer kva du vil seie, og kor mykje. Ser vi det ulikt, kan begge delar stå.',
      en: 'Some things are difficult too. You decide what to say, and how much. If we see it differently, both can stand.',
    },
    matter: 'notes',
    columns: ['difficult'],
    byTheme: false,
    answersIn: 'difficult',
    minutes: 15,
  },
  {
    id: 'dream',
    name: { nb: 'Drømmen', nn: 'Draumen', en: 'The dream' },
    question: { nb: 'Hva drømmer du om?', nn: 'Kva drøymer du om?', en: 'What do you dream of?' },
    aloud: {
      nb: 'Tenk deg at det har gått noen år, og at det er blitt bra. Hvordan er en vanlig dag da?',
      nn: 'Tenk deg at det har gått nokre år, og at det er blitt bra. Korleis er ein vanleg dag då?',
      en: 'Imagine that some years have gone by, and that things are good. What is an ordinary day like then?',
    },
    matter: 'notes',
    columns: ['dream'],
    byTheme: false,
    answersIn: 'dream',
    minutes: 10,
  },
  {
    id: 'goals',
    name: { nb: 'Mål på veien', nn: 'Mål på vegen', en: 'Goals on the way' },
    question: {
      nb: 'Hva må være på plass for å komme dit?',
      nn: 'Kva må vere på plass for å kome dit?',
      en: 'What must be in place to get there?',
    },
    aloud: {
      nb: 'Vi begynner i drømmen og går bakover: Hva må være på plass til slutt? Og hva må på plass før det?',
      nn: 'Vi byrjar i draumen og går bakover: Kva må vere på plass til slutt? Og kva må på plass før det?',
      en: 'We begin in the dream and go backwards: What must be in place in the end? And what before that?',
    },
    matter: 'notes',
    columns: ['short', 'long'],
    byTheme: false,
    answersIn: 'long',
    minutes: 15,
  },
  {
    id: 'now',
    name: { nb: 'Det vi gjør nå', nn: 'Det vi gjer no', en: 'What we do now' },
    question: {
      nb: 'Hva gjør vi nå, hvem og når?',
      nn: 'Kva gjer vi no, kven og når?',
      en: 'What do we do now, who and when?',
    },
    aloud: {
      nb: 'Hva kan vi gjøre før vi møtes igjen? Vi skriver hvem som gjør det, og når. Må noen spørre en leder først, sier vi det nå.',
      nn: 'Kva kan vi gjere før vi møtest att? Vi skriv kven som gjer det, og når. Må nokon spørje ein leiar først, seier vi det no.',
      en: 'What can we do before we meet again? We write who does it, and by when. If somebody must ask a manager first, we say so now.',
    },
    matter: 'actions',
    columns: ['now'],
    byTheme: false,
    answersIn: 'now',
    minutes: 20,
  },
  {
    id: 'journey',
    name: { nb: 'Trinnet på ferden', nn: 'Trinnet på ferda', en: 'The step of the journey' },
    question: {
      nb: 'Hvor er du på ferden i dag?',
      nn: 'Kvar er du på ferda i dag?',
      en: 'Where on the journey are you today?',
    },
    aloud: {
      nb: 'Hvor på trappen er du i dag, slik du ser det selv? Det er ikke en prøve, og det kan gå begge veier.',
      nn: 'Kvar på trappa er du i dag, slik du ser det sjølv? Det er ikkje ei prøve, og det kan gå begge vegar.',
      en: 'Where on the stairs are you today, as you see it yourself? It is no test, and it can go both ways.',
    },
    matter: 'journey',
    columns: [],
    byTheme: false,
    minutes: 5,
  },
  {
    id: 'next',
    name: { nb: 'Neste møte', nn: 'Neste møte', en: 'The next meeting' },
    question: { nb: 'Når møtes vi igjen?', nn: 'Når møtest vi att?', en: 'When do we meet again?' },
    aloud: {
      nb: 'Når passer det for deg at vi møtes igjen? Og er det noen som bør være med neste gang?',
      nn: 'Når passar det for deg at vi møtest att? Og er det nokon som bør vere med neste gong?',
      en: 'When does it suit you that we meet again? And is there anybody who should be there next time?',
    },
    matter: 'nextMeeting',
    columns: [],
    byTheme: false,
    minutes: 5,
  },
  {
    id: 'freeze',
    name: { nb: 'Frys', nn: 'Frys', en: 'Freeze' },
    question: { nb: 'Er dette planen din?', nn: 'Er dette planen din?', en: 'Is this your plan?' },
    aloud: {
      nb: 'Vi leser gjennom sammen. Er noe feil, eller mangler noe, retter vi det nå. Så fryser vi duken, og planen er klar.',
      nn: 'Vi les gjennom saman. Er noko feil, eller manglar noko, rettar vi det no. Så frys vi duken, og planen er klar.',
      en: 'We read it through together. If something is wrong or missing, we put it right now. Then we freeze the duk, and the plan is ready.',
    },
    matter: 'freeze',
    columns: [],
    byTheme: false,
    minutes: 5,
  },
];

/** Before all others, where a child has asked for it. */
export const childFirst: GuideStep = {
  id: 'childFirst',
  name: { nb: 'Barnet først', nn: 'Barnet først', en: 'The child first' },
  question: { nb: 'Hva vil du vise oss?', nn: 'Kva vil du vise oss?', en: 'What do you want to show us?' },
  aloud: {
    nb: 'Et barn har bedt om å få begynne. Vi leser det som er skrevet, slik det står. Vi retter ikke på det, og vi spør bare om det barnet vil svare på.',
    nn: 'Eit barn har bede om å få byrje. Vi les det som er skrive, slik det står. Vi rettar ikkje på det, og vi spør berre om det barnet vil svare på.',
    en: 'A child has asked to begin. We read what is written as it stands. We do not put it right, and we ask only about what the child wants to answer.',
  },
  matter: 'notes',
  columns: [],
  byTheme: false,
  minutes: 10,
};

/**
 * The steps of a meeting on this sheet, in their order: none is about a column that it has not.
 * @param board whose meeting it is: a child that wants to begin does
 * @param order those of the municipality, where it has its own
 */
export function guideSteps(
  template: Template,
  board?: Pick<Board, 'now' | 'meeting'>,
  order: readonly GuideStep[] = shippedSteps,
): readonly GuideStep[] {
  const beginsWithChild = board?.now?.opens !== undefined || board?.meeting?.step === childFirst.id;
  return [...(beginsWithChild ? [childFirst] : []), ...order].flatMap((step): GuideStep[] => {
    const there = template.columns.filter(({ id }) => step.columns.includes(id));
    if (step.columns.length > 0 && there.length === 0) return [];
    const answers = there.find(({ id }) => id === step.answersIn) ?? there[0];
    const { answersIn: _, ...rest } = step;
    const isByTheme = step.byTheme && there.some(({ themes }) => themes !== 'none');
    return [
      {
        ...rest,
        columns: there.map(({ id }) => id),
        byTheme: isByTheme,
        ...(step.answersIn && answers ? { answersIn: answers.id } : {}),
      },
    ];
  });
}

/** The step that a document says the meeting is at; undefined where it is led by none, or by one that is not known here. */
export function stepNow(steps: readonly GuideStep[], step: string | undefined): GuideStep | undefined {
  return steps.find(({ id }) => id === step);
}
