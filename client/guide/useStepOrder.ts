import type { GuideStep } from '@duken/shared/guide';
import { useMunicipality } from '../http/index.ts';

/** The municipality's own steps of a meeting; undefined where it follows those that ship, or cannot be asked. */
export function useStepOrder(): readonly GuideStep[] | undefined {
  const municipality = useMunicipality();
  const steps = municipality.kind === 'here' ? municipality.value.steps : [];
  return steps.length > 0 ? steps : undefined;
}
