import { type PhaseId, phaseIds } from '@duken/shared/board';
import {
  type JourneyOverTime,
  type JourneyTelling,
  journeyInWords,
  type Strand,
  waySentences,
} from '@duken/shared/journey';
import { StaircaseChart } from '../chart/index.ts';
import { shortDay, useLanguage } from '../texts/index.ts';

interface StaircaseProps {
  readonly journey: JourneyOverTime;
  readonly strand: Strand;
  readonly name: string;
  readonly telling: JourneyTelling;
  readonly isLarge?: boolean;
}

/** How far one part of life has come: in a sentence for each view, and drawn. */
export function Staircase({ journey: { meetings }, strand, name, telling, isLarge = false }: StaircaseProps) {
  const language = useLanguage();
  const alt = telling.says(name, journeyInWords(meetings, strand, telling));
  const phases = Object.fromEntries(phaseIds.map((phase) => [phase, telling.phase(phase)])) as Record<PhaseId, string>;
  return (
    <div className="journeyStaircase">
      {waySentences(meetings, strand, telling).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <StaircaseChart
        isLarge={isLarge}
        staircase={(isWide) => ({
          meetings,
          strand,
          words: {
            phases,
            table: telling.table,
            citizen: telling.citizen,
            days: meetings.map(({ date }) => (isWide ? telling.day(date) : shortDay(date, language))),
            alt,
          },
        })}
      />
    </div>
  );
}
