import i18next from 'i18next';
import type { Language } from './languages.ts';
import type { account } from './nb/account.ts';
import type { agreements } from './nb/agreements.ts';
import type { answer } from './nb/answer.ts';
import type { archive } from './nb/archive.ts';
import type { around } from './nb/around.ts';
import type { between } from './nb/between.ts';
import type { child } from './nb/child.ts';
import type { consent } from './nb/consent.ts';
import type { contacts } from './nb/contacts.ts';
import type { cuts } from './nb/cuts.ts';
import type { followUp } from './nb/followUp.ts';
import type { gains } from './nb/gains.ts';
import type { guide } from './nb/guide.ts';
import type { intake } from './nb/intake.ts';
import type { leave } from './nb/leave.ts';
import type { log } from './nb/log.ts';
import type { municipality } from './nb/municipality.ts';
import type { outside } from './nb/outside.ts';
import type { paper } from './nb/paper.ts';
import type { pause } from './nb/pause.ts';
import type { planlife } from './nb/planlife.ts';
import type { practice } from './nb/practice.ts';
import type { programme } from './nb/programme.ts';
import type { progress } from './nb/progress.ts';
import type { promises } from './nb/promises.ts';
import type { quiet } from './nb/quiet.ts';
import type { story } from './nb/story.ts';
import type { survey } from './nb/survey.ts';
import type { team } from './nb/team.ts';
import type { timeline } from './nb/timeline.ts';

/** Texts of pages that few open, fetched with the page. */
export interface LateTexts {
  readonly account: typeof account;
  readonly agreements: typeof agreements;
  readonly child: typeof child;
  readonly consent: typeof consent;
  readonly cuts: typeof cuts;
  readonly archive: typeof archive;
  readonly contacts: typeof contacts;
  readonly team: typeof team;
  readonly timeline: typeof timeline;
  readonly leave: typeof leave;
  readonly intake: typeof intake;
  readonly story: typeof story;
  readonly log: typeof log;
  readonly answer: typeof answer;
  readonly around: typeof around;
  readonly between: typeof between;
  readonly followUp: typeof followUp;
  readonly gains: typeof gains;
  readonly practice: typeof practice;
  readonly programme: typeof programme;
  readonly progress: typeof progress;
  readonly survey: typeof survey;
  readonly guide: typeof guide;
  readonly municipality: typeof municipality;
  readonly outside: typeof outside;
  readonly promises: typeof promises;
  readonly quiet: typeof quiet;
  readonly paper: typeof paper;
  readonly pause: typeof pause;
  readonly planlife: typeof planlife;
}
export type LateTopic = keyof LateTexts;
type Load = () => Promise<Readonly<Record<string, string>>>;

/** In the languages that a leader reads, and where it is for guests in the others too. */
type LateLoads = Readonly<Record<'nb' | 'nn' | 'en', Load> & Partial<Record<Language, Load>>>;

export const lateTexts: Readonly<Record<LateTopic, LateLoads>> = {
  agreements: {
    nb: async () => (await import('./nb/agreements.ts')).agreements,
    nn: async () => (await import('./nn/agreements.ts')).agreements,
    en: async () => (await import('./en/agreements.ts')).agreements,
  },
  municipality: {
    nb: async () => (await import('./nb/municipality.ts')).municipality,
    nn: async () => (await import('./nn/municipality.ts')).municipality,
    en: async () => (await import('./en/municipality.ts')).municipality,
  },
  outside: {
    nb: async () => (await import('./nb/outside.ts')).outside,
    nn: async () => (await import('./nn/outside.ts')).outside,
    en: async () => (await import('./en/outside.ts')).outside,
  },
  promises: {
    nb: async () => (await import('./nb/promises.ts')).promises,
    nn: async () => (await import('./nn/promises.ts')).promises,
    en: async () => (await import('./en/promises.ts')).promises,
  },
  paper: {
    nb: async () => (await import('./nb/paper.ts')).paper,
    nn: async () => (await import('./nn/paper.ts')).paper,
    en: async () => (await import('./en/paper.ts')).paper,
  },
  timeline: {
    nb: async () => (await import('./nb/timeline.ts')).timeline,
    nn: async () => (await import('./nn/timeline.ts')).timeline,
    en: async () => (await import('./en/timeline.ts')).timeline,
  },
  child: {
    nb: async () => (await import('./nb/child.ts')).child,
    nn: async () => (await import('./nn/child.ts')).child,
    en: async () => (await import('./en/child.ts')).child,
  },
  intake: {
    nb: async () => (await import('./nb/intake.ts')).intake,
    nn: async () => (await import('./nn/intake.ts')).intake,
    en: async () => (await import('./en/intake.ts')).intake,
  },
  story: {
    nb: async () => (await import('./nb/story.ts')).story,
    nn: async () => (await import('./nn/story.ts')).story,
    en: async () => (await import('./en/story.ts')).story,
  },
  consent: {
    nb: async () => (await import('./nb/consent.ts')).consent,
    nn: async () => (await import('./nn/consent.ts')).consent,
    en: async () => (await import('./en/consent.ts')).consent,
  },
  cuts: {
    nb: async () => (await import('./nb/cuts.ts')).cuts,
    nn: async () => (await import('./nn/cuts.ts')).cuts,
    en: async () => (await import('./en/cuts.ts')).cuts,
  },
  archive: {
    nb: async () => (await import('./nb/archive.ts')).archive,
    nn: async () => (await import('./nn/archive.ts')).archive,
    en: async () => (await import('./en/archive.ts')).archive,
  },
  practice: {
    nb: async () => (await import('./nb/practice.ts')).practice,
    nn: async () => (await import('./nn/practice.ts')).practice,
    en: async () => (await import('./en/practice.ts')).practice,
  },
  programme: {
    nb: async () => (await import('./nb/programme.ts')).programme,
    nn: async () => (await import('./nn/programme.ts')).programme,
    en: async () => (await import('./en/programme.ts')).programme,
  },
  contacts: {
    nb: async () => (await import('./nb/contacts.ts')).contacts,
    nn: async () => (await import('./nn/contacts.ts')).contacts,
    en: async () => (await import('./en/contacts.ts')).contacts,
  },
  leave: {
    nb: async () => (await import('./nb/leave.ts')).leave,
    nn: async () => (await import('./nn/leave.ts')).leave,
    en: async () => (await import('./en/leave.ts')).leave,
  },
  team: {
    nb: async () => (await import('./nb/team.ts')).team,
    nn: async () => (await import('./nn/team.ts')).team,
    en: async () => (await import('./en/team.ts')).team,
  },
  log: {
    nb: async () => (await import('./nb/log.ts')).log,
    nn: async () => (await import('./nn/log.ts')).log,
    en: async () => (await import('./en/log.ts')).log,
  },
  answer: {
    nb: async () => (await import('./nb/answer.ts')).answer,
    nn: async () => (await import('./nn/answer.ts')).answer,
    en: async () => (await import('./en/answer.ts')).answer,
  },
  around: {
    nb: async () => (await import('./nb/around.ts')).around,
    nn: async () => (await import('./nn/around.ts')).around,
    en: async () => (await import('./en/around.ts')).around,
  },
  between: {
    nb: async () => (await import('./nb/between.ts')).between,
    nn: async () => (await import('./nn/between.ts')).between,
    en: async () => (await import('./en/between.ts')).between,
  },
  followUp: {
    nb: async () => (await import('./nb/followUp.ts')).followUp,
    nn: async () => (await import('./nn/followUp.ts')).followUp,
    en: async () => (await import('./en/followUp.ts')).followUp,
  },
  gains: {
    nb: async () => (await import('./nb/gains.ts')).gains,
    nn: async () => (await import('./nn/gains.ts')).gains,
    en: async () => (await import('./en/gains.ts')).gains,
  },
  progress: {
    nb: async () => (await import('./nb/progress.ts')).progress,
    nn: async () => (await import('./nn/progress.ts')).progress,
    en: async () => (await import('./en/progress.ts')).progress,
  },
  survey: {
    nb: async () => (await import('./nb/survey.ts')).survey,
    nn: async () => (await import('./nn/survey.ts')).survey,
    en: async () => (await import('./en/survey.ts')).survey,
  },
  guide: {
    nb: async () => (await import('./nb/guide.ts')).guide,
    nn: async () => (await import('./nn/guide.ts')).guide,
    en: async () => (await import('./en/guide.ts')).guide,
  },
  quiet: {
    nb: async () => (await import('./nb/quiet.ts')).quiet,
    nn: async () => (await import('./nn/quiet.ts')).quiet,
    en: async () => (await import('./en/quiet.ts')).quiet,
  },
  account: {
    nb: async () => (await import('./nb/account.ts')).account,
    nn: async () => (await import('./nn/account.ts')).account,
    en: async () => (await import('./en/account.ts')).account,
  },
  pause: {
    nb: async () => (await import('./nb/pause.ts')).pause,
    nn: async () => (await import('./nn/pause.ts')).pause,
    en: async () => (await import('./en/pause.ts')).pause,
  },
  planlife: {
    nb: async () => (await import('./nb/planlife.ts')).planlife,
    nn: async () => (await import('./nn/planlife.ts')).planlife,
    en: async () => (await import('./en/planlife.ts')).planlife,
    ar: async () => (await import('./ar/planlife.ts')).planlife,
    pl: async () => (await import('./pl/planlife.ts')).planlife,
    so: async () => (await import('./so/planlife.ts')).planlife,
    ti: async () => (await import('./ti/planlife.ts')).planlife,
    uk: async () => (await import('./uk/planlife.ts')).planlife,
  },
};

/** Those that pages have asked for: a change of language brings them along. */
const wanted = new Set<LateTopic>();

/** Brings the texts of a late page, in the language shown now and in bokmål, which every other falls back on. */
export async function fetchTexts(topic: LateTopic): Promise<void> {
  wanted.add(topic);
  const shown = i18next.language as Language;
  await Promise.all([...new Set<Language>(['nb', shown])].map((language) => bring(topic, language)));
}

/** Brings those that are shown already in another language. */
export async function fetchLateTextsIn(language: Language): Promise<void> {
  await Promise.all([...wanted].map((topic) => bring(topic, language)));
}

async function bring(topic: LateTopic, language: Language): Promise<void> {
  const load = lateTexts[topic][language];
  if (load && !i18next.hasResourceBundle(language, topic)) i18next.addResourceBundle(language, topic, await load());
}
