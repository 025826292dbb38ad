import { z } from 'zod';
import { actionStatuses, goalAims, goalStates, goneReasons, noteVoices, phaseIds } from '../board/index.ts';
import { type PlanDiff, planActionSchema, planItemSchema, planVersionSchema } from '../plan/index.ts';
import { columnIds } from '../template/index.ts';
import { planStateSchema } from './planLifeSchemas.ts';

const day = z.string();
const moment = z.int().min(0);
const versionNumber = z.int().min(1);
const phase = z.enum(phaseIds);
const voice = z.enum(noteVoices);
const status = z.enum(actionStatuses);
const goal = z.enum(goalStates);
const writtenUp = z.object({ as: z.enum(goalAims), words: z.string() });
const cell = z.object({ column: z.enum(columnIds), theme: z.string() });

/** `GET /api/boards/:boardId/plans`, oldest first. */
export const planListReply = z.object({
  plans: z.array(
    z.object({
      version: versionNumber,
      meetingId: z.string(),
      date: day,
      /** How many were present. */
      present: z.int(),
      /** The journey as a whole, where it was set. */
      phase: phase.exactOptional(),
      frozenAt: moment,
      sha256: z.string(),
      /** Whether this version is as it was frozen, and follows the one before it. */
      isWhole: z.boolean(),
      /** It is as it was frozen as far as anybody can tell, but of a format that this product cannot read. */
      isUnreadable: z.literal(true).exactOptional(),
      /** Whether it is a draft, approved, in use without an approval, or from before anybody was asked. */
      state: planStateSchema,
      /** To the leader, of what is no draft: whether the archive's answer is noted. */
      isArchived: z.boolean().exactOptional(),
    }),
  ),
  /** Whether every version is. */
  chainIsWhole: z.boolean(),
});
export type PlanListReply = z.output<typeof planListReply>;

/** `GET /api/boards/:boardId/plans/:version`. */
export const planReply = z.object({
  planVersion: planVersionSchema,
  /** As in the list, and left out of what is from before anybody was asked. It is no part of what was frozen. */
  state: planStateSchema.exactOptional(),
  sha256: z.string(),
  /** Whether this version and all before it are as they were frozen. */
  chainIsWhole: z.boolean(),
});

const words = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
const settling = z.object({ with: z.string(), by: day });
const noteDifference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('gone'), why: z.enum(goneReasons).exactOptional() }),
  z.object({ kind: z.literal('changed'), words }),
  z.object({ kind: z.literal('moved'), from: cell, to: cell }),
  z.object({ kind: z.literal('done'), from: status }),
  z.object({ kind: z.literal('statusChanged'), from: status, to: status }),
  z.object({ kind: z.literal('ownerChanged'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('serviceChanged'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('dueChanged'), from: day, to: day }),
  z.object({ kind: z.literal('settleChanged'), from: settling, to: settling }),
  z.object({ kind: z.enum(['followsChanged', 'alongsideChanged', 'paidByChanged']), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('goalChanged'), from: goal.exactOptional(), to: goal.exactOptional() }),
  z.object({
    kind: z.literal('writtenUpChanged'),
    from: writtenUp.exactOptional(),
    to: writtenUp.exactOptional(),
  }),
  z.object({ kind: z.literal('becameAction') }),
  z.object({ kind: z.literal('noLongerAction') }),
  z.object({ kind: z.literal('voiceChanged'), from: voice, to: voice }),
  z.object({ kind: z.literal('authorChanged'), from: planItemSchema.shape.author, to: planItemSchema.shape.author }),
]);
const versionAndDate = z.object({ version: versionNumber, date: day });
// A tiltak first: a plain item would match it too, and lose its owner and date.
const planEntry = z.union([planActionSchema, planItemSchema]);

/** `GET /api/boards/:boardId/plans/:a/diff/:b`. */
export const planDiffReply: z.ZodType<PlanDiff, PlanDiff> = z.object({
  from: versionAndDate,
  to: versionAndDate,
  headers: z.array(z.object({ field: z.enum(['title', 'for', 'vision']), from: z.string(), to: z.string() })),
  horizons: z.array(z.object({ horizon: z.enum(['short', 'long']), from: day, to: day })),
  phases: z.array(
    z.object({
      of: z.string(),
      view: z.literal('citizen').exactOptional(),
      from: phase.exactOptional(),
      to: phase.exactOptional(),
    }),
  ),
  notes: z.array(
    z.object({
      noteId: planItemSchema.shape.noteId,
      before: planEntry.exactOptional(),
      after: planEntry.exactOptional(),
      differences: z.array(noteDifference),
    }),
  ),
  standing: z.array(planActionSchema),
  newPresent: z.array(z.string()),
});
