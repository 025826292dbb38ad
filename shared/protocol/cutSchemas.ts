import { z } from 'zod';
import type { PersonId } from '../board/index.ts';
import { type CutId, cutLinkLimits, cutWays } from '../cut/index.ts';
import { sheetLanguages } from '../template/index.ts';
import { boardId, id, oneLine } from './httpSchemas.ts';
import { letterSchema } from './letterSchemas.ts';

const moment = z.int().min(0);
const lang = z.enum(sheetLanguages);

const cutId = id.transform((value) => value as CutId);
export const cutParams = z.object({ boardId, cutId });
/** Of a cut that a browser has opened by a link. */
export const linkedCutParams = z.object({ cutId });

/** `POST …/plans/:version/cuts/preview`: what somebody would get. */
export const previewCutRequest = z.object({
  /** Somebody of the case, or a body by its name. */
  recipient: z.union([
    z.strictObject({ personId: id.transform((value) => value as PersonId) }),
    z.strictObject({ name: oneLine(80) }),
  ]),
  /** Ids of themes; '' for what concerns all of life. */
  themes: z
    .array(z.union([id, z.literal('')]))
    .min(1)
    .max(31),
  withPicture: z.boolean().default(false),
  withDifference: z.boolean().default(false),
  lang: lang.default('nb'),
});
export type PreviewCutRequest = z.output<typeof previewCutRequest>;

/** A cut as it is read: its letter, its part of the duk as SVG where it has one, and its own hash. */
const readCut = { letter: letterSchema, picture: z.string().optional(), sha256: z.string() };
export const previewCutReply = z.object(readCut);
export type PreviewCutReply = z.output<typeof previewCutReply>;

/** `POST …/plans/:version/cuts`: gives what was seen. */
export const newCutRequest = z.object({
  ...previewCutRequest.shape,
  /** Of the cut that was seen: nothing is given that nobody has looked through. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  way: z.enum(cutWays),
  /** Of a link: how many days it lives, and how often it may be opened. */
  days: z.int().min(1).max(cutLinkLimits.days).default(30),
  uses: z.int().min(1).max(cutLinkLimits.uses).default(10),
});

export const cutSchema = z.object({
  cutId: z.string(),
  version: z.int(),
  /** The day of that version's meeting. */
  date: z.string(),
  recipient: z.string(),
  personId: z.string().optional(),
  service: z.string().optional(),
  themes: z.array(z.string()),
  withPicture: z.boolean(),
  withDifference: z.boolean(),
  lang,
  way: z.enum(cutWays),
  sha256: z.string(),
  givenBy: z.string(),
  givenAt: moment,
  link: z.object({ expiresAt: moment, maxUses: z.int(), uses: z.int() }).optional(),
  withdrawnAt: moment.optional(),
});
export type CutReply = z.output<typeof cutSchema>;
export const newCutReply = z.object({
  cut: cutSchema,
  /** Of a link: told this once. */
  url: z.string().optional(),
});
/** `GET /api/boards/:boardId/cuts`, newest first. */
export const cutsReply = z.object({ cuts: z.array(cutSchema) });
export type CutsReply = z.output<typeof cutsReply>;

/** Of a cut that is read or taken away: in its own language when none is named. */
export const cutQuery = z.strictObject({ lang: lang.exactOptional() }, { error: 'Bare dette kan stå her: lang.' });

/** `POST /api/cuts/enter`: whoever holds a link to a cut. */
export const enterCutRequest = z.object({ secret: z.string().max(200), lang: lang.exactOptional() });
export const linkedCutReply = z.object({
  ...readCut,
  /** By which it is read on and taken away in the same browser. */
  cutId: z.string(),
  recipient: z.string(),
  /** Until when the link works, and how often it can be opened still. */
  expiresAt: moment,
  usesLeft: z.int(),
});
export type LinkedCutReply = z.output<typeof linkedCutReply>;

/** `GET /api/boards/:boardId/cuts/:cutId/letter`. */
export const cutLetterReply = z.object({ ...readCut, cut: cutSchema });
