import type { ReactNode } from 'react';
import { SlashBreaks } from '../../ui/index.ts';

interface ChipsProps<Value extends string> {
  readonly legend: string;
  /** Of the group of radio buttons, unlike every other on the page. */
  readonly name: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  /** What is missing, said beside the group. */
  readonly problem?: string | undefined;
}

/** One choice among a few, as thumb-sized chips: ordinary radio buttons, so the arrows and a screen reader know them. */
export function Chips<Value extends string>(props: ChipsProps<Value>): ReactNode {
  const problemId = `${props.name}-problem`;
  return (
    <fieldset className="chips" aria-describedby={props.problem ? problemId : undefined}>
      <legend className="ds-sr-only">{props.legend}</legend>
      <div className="chips-row">
        {props.choices.map(({ value, label }) => (
          <label key={value} className="chip">
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            <SlashBreaks name={label} />
          </label>
        ))}
      </div>
      {props.problem && (
        <p id={problemId} className="chips-problem">
          {props.problem}
        </p>
      )}
    </fieldset>
  );
}
