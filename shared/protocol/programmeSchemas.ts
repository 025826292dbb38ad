import { z } from 'zod';
import { phaseIds } from '../board/index.ts';
import { followedWays, targetGroups, toldReportSchema } from '../programme/index.ts';
import { sheetLanguages } from '../template/index.ts';

const group = z.enum(targetGroups);
const followed = z.enum(followedWays);
const phase = z.enum(phaseIds);

/** Whose report: of the cases that one leads, or of all of the municipality's. */
export const reportScopes = ['own', 'all'] as const;
export type ReportScope = (typeof reportScopes)[number];

const told = z.object({
  scope: z.enum(reportScopes),
  report: toldReportSchema,
  /** When these numbers were told first, in milliseconds since the epoch. */
  toldAt: z.number(),
});

/** A case of one's own, with all that is known of it: nothing is hidden from who leads it. */
const ownCase = z.object({
  boardId: z.string(),
  title: z.string(),
  /** It has no plan yet, or is an example: it is not counted. */
  isCounted: z.boolean(),
  isExample: z.boolean(),
  isClosed: z.boolean(),
  group: group.exactOptional(),
  followed: followed.exactOptional(),
  start: phase.exactOptional(),
  now: phase.exactOptional(),
  months: z.int().exactOptional(),
});
export type OwnCaseReply = z.output<typeof ownCase>;

/** `GET /api/programme`. */
export const programmeReply = z.object({
  /** Absent for an administrator who leads no case. */
  cases: z.array(ownCase).exactOptional(),
  reports: z.array(told),
});
export type ProgrammeReply = z.output<typeof programmeReply>;

/** `PATCH /api/boards/:boardId/programme`; null takes it away. */
export const caseFieldsRequest = z.object({
  group: group.nullable().exactOptional(),
  followed: followed.nullable().exactOptional(),
});

/** `GET /api/programme/:scope.pdf` and `.docx`. */
export const reportParams = z.object({ scope: z.enum(reportScopes) });
export const reportQuery = z.strictObject(
  { lang: z.enum(sheetLanguages).default('nb') },
  { error: 'Bare dette kan stå her: lang.' },
);
