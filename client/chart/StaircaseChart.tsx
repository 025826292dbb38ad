import { drawJourney, type StaircaseToDraw } from '@duken/shared/journey';
import { FittedChart } from './FittedChart.tsx';
import { pageChart } from './pageChart.ts';

interface StaircaseChartProps {
  /** @param isWide whether there is room for whole dates below it */
  readonly staircase: (isWide: boolean) => StaircaseToDraw;
  readonly isLarge?: boolean;
}

/** The staircase of one part of life, from meeting to meeting, as wide as there is room for. */
export function StaircaseChart({ staircase, isLarge = false }: StaircaseChartProps) {
  return (
    <FittedChart
      least={250}
      most={isLarge ? 860 : 420}
      draw={(width) =>
        drawJourney(staircase(isLarge && width > 600), { width, bandHeight: isLarge ? 54 : 42, look: pageChart })
      }
    />
  );
}
