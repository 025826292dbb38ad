import { z } from 'zod';
import { type Release, type ToldReport, type ToldTable, tableIds } from './tellReport.ts';

const table: z.ZodType<ToldTable, ToldTable> = z.object({
  id: z.enum(tableIds),
  rows: z.array(z.object({ of: z.array(z.string()), count: z.int() })),
  total: z.int(),
});

export const toldReportSchema: z.ZodType<ToldReport, ToldReport> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('waits') }),
  z.object({
    kind: z.literal('here'),
    total: z.int(),
    tables: z.array(table),
    months: z.object({ mean: z.number(), median: z.number() }).exactOptional(),
    daysToDone: z.number().exactOptional(),
    citizensShare: z.number().exactOptional(),
  }),
]);

/** What was told, as it is kept. */
export const releaseSchema: z.ZodType<Release, Release> = z.object({
  report: toldReportSchema,
  lastTold: z.array(table),
});
