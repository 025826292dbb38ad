import { actionStatuses, inkColours, isDay, phaseIds, voices } from '@duken/shared/board';
import { type DemoId, practiceDemoId } from '@duken/shared/protocol';
import { columnIds } from '@duken/shared/template';
import { z } from 'zod';
import eirin from './eirin.json' with { type: 'json' };
import maria from './maria.json' with { type: 'json' };
import sander from './sander.json' with { type: 'json' };
import selamDawit from './selam-dawit.json' with { type: 'json' };

const day = z.string().refine(isDay);
const phase = z.enum(phaseIds);
const voice = z.enum(voices);
const cell = z.object({ column: z.enum(columnIds), theme: z.string() });

const note = z.object({ id: z.string(), ...cell.shape, text: z.string(), author: z.string() });

const meeting = z.object({
  date: day,
  present: z.array(z.string()),
  /** New on the duk at this meeting; what stood there before stays unless it is gone. */
  notes: z.array(note),
  /** The tiltak that were spoken of: new ones, and old ones as they stand now. */
  actions: z.array(
    z.object({
      id: z.string(),
      theme: z.string(),
      text: z.string(),
      owner: z.string(),
      service: z.string(),
      due: day,
      status: z.enum(actionStatuses),
    }),
  ),
  horizons: z.object({ short: day, long: day }),
  reworded: z.array(z.object({ noteId: z.string(), text: z.string() })),
  moved: z.array(z.object({ noteId: z.string(), to: cell })),
  gone: z.array(z.string()),
  strokes: z.array(
    z.object({
      id: z.string(),
      cell,
      author: z.string(),
      colour: z.enum(inkColours),
      width: z.number(),
      points: z.array(z.number()),
    }),
  ),
  phase,
  themePhases: z.record(z.string(), phase),
});

const demoCase = z.object({
  title: z.string(),
  for: z.string(),
  targetGroup: z.string(),
  members: z.array(z.object({ name: z.string(), relation: z.string(), voice })),
  team: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      service: z.string(),
      /** For a volunteer, who speaks for the network and not for a service. */
      voice: voice.optional(),
    }),
  ),
  meetings: z.array(meeting),
  /** What lies on the duk since, from which whoever opens the case goes on. */
  since: z.array(note).optional(),
  /** How the family said yes to its plans, as the leader wrote it down. */
  saidYes: z.string(),
  /** The last plan is still a draft. */
  lastPlanWaits: z.boolean().optional(),
});

/** An invented case: who is round the table, and what happens on the duk from meeting to meeting. */
export type DemoCase = z.output<typeof demoCase>;
export type DemoMeeting = z.output<typeof meeting>;
export type DemoNote = z.output<typeof note>;

export const demoCases: Readonly<Record<DemoId, DemoCase>> = {
  eirin: demoCase.parse(eirin),
  [practiceDemoId]: demoCase.parse(maria),
  sander: demoCase.parse(sander),
  'selam-dawit': demoCase.parse(selamDawit),
};

/** The name of the one who leads the case's meetings. */
export function leaderOf({ team }: DemoCase): string {
  const leader = team.find(({ role }) => role.includes('investeringsleder'));
  if (!leader) throw new Error('a demo case has nobody who leads it');
  return leader.name;
}
