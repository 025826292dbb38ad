import { type ReactNode, useId } from 'react';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly text: string;
  readonly picture?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few large choices side by side: ordinary radio buttons, each with a word of explanation and, if any, a picture. */
export function ChoiceCards<Value extends string>({ legend, choices, chosen, onChoose }: ChoiceCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choiceCards">
      <legend>{legend}</legend>
      {choices.map(({ value, title, text, picture }) => (
        <label key={value} className="choiceCard">
          {picture}
          <span className="choiceCard-words">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              aria-describedby={`${name}-${value}`}
            />
            <span className="choiceCard-title">{title}</span>
            <span className="choiceCard-text muted" id={`${name}-${value}`}>
              {text}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
