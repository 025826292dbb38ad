import { z } from 'zod';
import {
  actionStatuses,
  type Board,
  type BoardId,
  inkColours,
  type NoteId,
  type ParticipantId,
  phaseIds,
  type StrokeId,
  voices,
} from '../board/index.ts';
import type { MeetingId } from '../meeting/index.ts';
import type { InvestmentPlan, PlanDiff, PlanVersion } from '../plan/index.ts';
import { columnIds, type Template } from '../template/index.ts';

/** Text that carries one of our id types. The types exist for the compiler alone, so any text will do. */
function idText<Id extends string>(): z.ZodType<Id, Id> {
  return z.string() as unknown as z.ZodType<Id, Id>;
}

const noteId = idText<NoteId>();
const participantId = idText<ParticipantId>();
const meetingId = idText<MeetingId>();
const day = z.string();
const moment = z.int().min(0);
const versionNumber = z.int().min(1);
const phase = z.enum(phaseIds);
const voice = z.enum(voices);
const status = z.enum(actionStatuses);
const templateId = z.enum(['lorenskog', 'simple']);
const cell = z.object({ column: z.enum(columnIds), theme: z.string() });
const present = z.array(z.object({ name: z.string(), participantId: participantId.exactOptional() }));

const sheetText = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const templateSchema = z.object({
  id: templateId,
  name: sheetText,
  columns: z.array(
    z.object({
      id: z.enum(columnIds),
      heading: sheetText,
      place: z.enum(['today', 'ahead', 'band']),
      themes: z.enum(['one', 'oneOrNone', 'none']),
      horizon: z.enum(['short', 'long']).exactOptional(),
    }),
  ),
  themes: z.array(z.object({ id: z.string(), name: sheetText, icon: z.string() })),
}) satisfies z.ZodType<Template>;

const actionSchema = z.object({ owner: z.string(), service: z.string(), due: day, status });
const noteSchema = z.object({
  id: noteId,
  cell,
  order: z.string(),
  text: z.string(),
  voice,
  author: participantId,
  createdAt: z.number(),
  action: actionSchema.exactOptional(),
});
const boardSchema = z.object({
  templateId,
  title: z.string(),
  for: z.string(),
  horizonShort: day,
  horizonLong: day,
  notes: z.array(noteSchema),
  bin: z.array(noteSchema.extend({ deletedAt: z.number() })),
  strokes: z.array(
    z.object({
      id: idText<StrokeId>(),
      cell,
      points: z.array(z.number()),
      colour: z.enum(inkColours),
      width: z.number(),
      author: participantId,
    }),
  ),
  journey: z.object({ overall: phase.exactOptional(), themes: z.record(z.string(), phase) }),
  leftOut: z.int(),
}) satisfies z.ZodType<Board>;

const planItem = z.object({
  noteId,
  column: z.enum(columnIds),
  theme: z.string(),
  text: z.string(),
  voice,
  author: participantId,
  authorName: z.string(),
});
const planAction = planItem.extend(actionSchema.shape);
const planSchema = z.object({
  title: z.string(),
  for: z.string(),
  meetingDate: day,
  present,
  horizonShort: day,
  horizonLong: day,
  dreams: z.array(planItem),
  today: z.array(z.object({ theme: z.string(), works: z.array(planItem), difficult: z.array(planItem) })),
  actions: z.array(planAction),
  nowNotes: z.array(planItem),
  shortGoals: z.array(planItem),
  longGoals: z.array(planItem),
  journey: z.object({ overall: phase.exactOptional(), themes: z.array(z.object({ theme: z.string(), phase })) }),
  participants: z.array(z.object({ participantId, name: z.string() })),
  leftOut: z.int(),
}) satisfies z.ZodType<InvestmentPlan>;

/** A frozen version, as it lies in the archive and in the exported JSON. */
export const planVersionSchema: z.ZodType<PlanVersion, PlanVersion> = z.object({
  format: z.literal(1),
  boardId: idText<BoardId>(),
  version: versionNumber,
  meetingId,
  date: day,
  present,
  template: templateSchema,
  position: z.int(),
  frozenAt: moment,
  plan: planSchema,
  sheet: boardSchema,
  stateSha256: z.string(),
  pictureSha256: z.string(),
  previousSha256: z.string(),
});

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
    }),
  ),
  /** Whether every version is. */
  chainIsWhole: z.boolean(),
});
export type PlanListReply = z.output<typeof planListReply>;

/** `GET /api/boards/:boardId/plans/:version`. */
export const planReply = z.object({
  planVersion: planVersionSchema,
  sha256: z.string(),
  /** Whether this version and all before it are as they were frozen. */
  chainIsWhole: z.boolean(),
});

const words = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
const noteDifference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('gone') }),
  z.object({ kind: z.literal('changed'), words }),
  z.object({ kind: z.literal('moved'), from: cell, to: cell }),
  z.object({ kind: z.literal('done'), from: status }),
  z.object({ kind: z.literal('statusChanged'), from: status, to: status }),
  z.object({ kind: z.literal('ownerChanged'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('serviceChanged'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('dueChanged'), from: day, to: day }),
  z.object({ kind: z.literal('becameAction') }),
  z.object({ kind: z.literal('noLongerAction') }),
  z.object({ kind: z.literal('voiceChanged'), from: voice, to: voice }),
  z.object({ kind: z.literal('authorChanged'), from: participantId, to: participantId }),
]);
const versionAndDate = z.object({ version: versionNumber, date: day });
// A tiltak first: a plain item would match it too, and lose its owner and date.
const planEntry = z.union([planAction, planItem]);

/** `GET /api/boards/:boardId/plans/:a/diff/:b`. */
export const planDiffReply: z.ZodType<PlanDiff, PlanDiff> = z.object({
  from: versionAndDate,
  to: versionAndDate,
  headers: z.array(z.object({ field: z.enum(['title', 'for']), from: z.string(), to: z.string() })),
  horizons: z.array(z.object({ horizon: z.enum(['short', 'long']), from: day, to: day })),
  phases: z.array(z.object({ of: z.string(), from: phase.exactOptional(), to: phase.exactOptional() })),
  notes: z.array(
    z.object({
      noteId,
      before: planEntry.exactOptional(),
      after: planEntry.exactOptional(),
      differences: z.array(noteDifference),
    }),
  ),
});
