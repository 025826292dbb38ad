import type { PhaseId } from '../board/index.ts';
import type { PlanJourney } from '../plan/investmentPlan.ts';
import { templates } from '../template/index.ts';
import type { JourneyVersion } from './journeyOverTime.ts';

/** For this folder's tests: what was said at one meeting. */
export function meetingThatSaid(
  version: number,
  date: string,
  table: Readonly<Record<string, PhaseId>>,
  citizen?: Readonly<Record<string, PhaseId>>,
): JourneyVersion {
  const said = citizen ? { citizen: journeyOf(citizen) } : {};
  return { version, date, template: templates.lorenskog, plan: { journey: { ...journeyOf(table), ...said } } };
}

function journeyOf({ overall, ...themes }: Readonly<Record<string, PhaseId>>): PlanJourney {
  return {
    ...(overall ? { overall } : {}),
    themes: Object.entries(themes).map(([theme, phase]) => ({ theme, phase })),
  };
}
