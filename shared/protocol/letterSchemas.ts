import { z } from 'zod';
import { actionStatuses, noteVoices, phaseIds } from '../board/index.ts';
import { changeKinds, type Letter, type LetterBlock, letterForms, letterReaders, planForms } from '../letter/index.ts';
import { sheetNumbers } from '../paper/index.ts';
import { planItemSchema } from '../plan/index.ts';
import { sheetLanguages } from '../template/index.ts';
import { versionParams } from './httpSchemas.ts';
import { personParams } from './peopleSchemas.ts';

const { noteId } = planItemSchema.shape;
const lang = z.enum(sheetLanguages).default('nb');
const reader = z.enum(letterReaders).default('family');

/** Of a file of a version. What is asked for and not known is said, never passed over. */
export const fileQuery = z.strictObject({ lang }, { error: 'Bare dette kan stå her: lang.' });
/** Paper that the duk of a version can be printed on in parts. */
export const tileSizes = ['a3', 'a4'] as const;
export type TileSize = (typeof tileSizes)[number];
/** Of a package for the archive, which is made in one way. */
export const archiveQuery = z.strictObject(
  {
    /** Ids of lines of the contact log that go along as notes, with commas between. */
    notater: z.string().min(1).max(4000).exactOptional(),
  },
  { error: 'Bare dette kan stå her: notater.' },
);
const wish = {
  lang,
  /** Whose copy it is. */
  for: reader,
  form: z.enum(planForms).default('plan'),
  /** Of *Min plan*: the id of the note that is its dream. */
  dream: z.string().exactOptional(),
  /** Of *Min plan*: ids of the themes it may speak of, with commas between. */
  themes: z.string().exactOptional(),
};
/** Of a letter that is a file. */
export const letterFileQuery = z.strictObject(wish, {
  error: 'Bare dette kan stå her: lang, for, form, dream, themes.',
});
/** Of a letter for a page: also which version it tells the difference from. The one before, when none is named. */
export const letterQuery = z.strictObject(
  { ...wish, since: z.coerce.number().int().min(1).exactOptional() },
  { error: 'Bare dette kan stå her: lang, for, form, dream, themes, since.' },
);

/** `…/plans/:version/letters/:personId`: what one person has said yes to. */
export const promiseParams = versionParams.extend({ personId: personParams.shape.personId });
/** `POST …/letters/:personId.pdf`: with the secret of a link of theirs, which stands in the letter. */
export const promiseFileRequest = z.object({ secret: z.string().min(1).max(200) });

const fact = z.object({ term: z.string(), text: z.string() });
const letterNote = z.object({ noteId, text: z.string(), voice: z.enum(noteVoices), beside: z.array(z.string()) });
const cell = z.object({
  text: z.string(),
  beside: z.string(),
  isMissing: z.literal(true).exactOptional(),
  isLate: z.literal(true).exactOptional(),
  day: z.string().exactOptional(),
  status: z.enum(actionStatuses).exactOptional(),
});
const side = z.object({
  look: z.enum(['works', 'difficult', 'view']),
  heading: z.string(),
  notes: z.array(letterNote),
});
const step = z.object({ name: z.string(), state: z.enum(['before', 'here', 'ahead']) });
const words = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
const change = z.object({
  id: z.string(),
  quotes: z.array(z.string()),
  sentences: z.array(z.string()),
  reworded: z.object({ words, sentence: z.string() }).exactOptional(),
});
const group = z.object({
  kind: z.enum(changeKinds),
  heading: z.string(),
  lead: z.string(),
  changes: z.array(change),
});
/** What became different, told. */
export const changesSchema = z.array(group);
const look = z.enum(['plain', 'quiet', 'large']);

const steps = z.array(z.enum(phaseIds).nullable());
const staircase = z.object({
  meetings: z.array(z.object({ version: z.int(), date: z.string() })),
  strand: z.object({ table: steps, citizen: steps.exactOptional() }),
  words: z.object({
    phases: z.record(z.enum(phaseIds), z.string()),
    table: z.string(),
    citizen: z.string(),
    days: z.array(z.string()),
    alt: z.string(),
  }),
});

const plainBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), look }),
  z.object({ kind: z.literal('facts'), facts: z.array(fact) }),
  z.object({ kind: z.literal('notes'), look: z.enum(['plain', 'large']), notes: z.array(letterNote) }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.string()),
    rows: z.array(z.object({ noteId, cells: z.array(cell) })),
  }),
  z.object({
    kind: z.literal('tasks'),
    canTick: z.boolean(),
    tasks: z.array(z.object({ noteId, text: z.string(), beside: z.string() })),
  }),
  z.object({ kind: z.literal('sides'), sides: z.array(side) }),
  z.object({ kind: z.literal('steps'), steps: z.array(step), here: z.string(), alt: z.string() }),
  z.object({ kind: z.literal('changes'), groups: z.array(group) }),
  z.object({
    kind: z.literal('chart'),
    number: z.int(),
    svg: z.string(),
    width: z.number(),
    height: z.number(),
    alt: z.string(),
    staircase: staircase.exactOptional(),
  }),
  z.object({ kind: z.literal('picture'), alt: z.string() }),
]);
const part = z.object({
  kind: z.literal('part'),
  heading: z.string(),
  icon: z.string(),
  blocks: z.array(plainBlock),
});
const block: z.ZodType<LetterBlock, LetterBlock> = z.union([plainBlock, part]);

/** `GET /api/boards/:boardId/plans/:version/letter`. */
export const letterSchema: z.ZodType<Letter, Letter> = z.object({
  form: z.enum(letterForms),
  language: z.enum(sheetLanguages),
  title: z.string(),
  subtitle: z.string(),
  standing: z.object({ mark: z.string(), word: z.string(), sentence: z.string() }),
  contact: z.array(fact),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), icon: z.string(), blocks: z.array(block) })),
  remarks: z.array(z.string()),
  leftOut: z.string().exactOptional(),
  footer: z.string(),
  pageWords: z.object({ page: z.string(), of: z.string() }),
  unknownLetters: z.string(),
});

/** Sizes that an empty duk is printed in. */
export const paperSizes = ['a1', 'a2', 'a3'] as const;
export type PaperSize = (typeof paperSizes)[number];
/** `sheet`: the number that the sheet of paper has, drawn by whoever asks for it; 0 for one that is only looked at. */
export const paperQuery = z.strictObject(
  { lang, sheet: z.coerce.number().int().min(0).lt(sheetNumbers).default(0) },
  { error: 'Bare dette kan stå her: lang, sheet.' },
);
