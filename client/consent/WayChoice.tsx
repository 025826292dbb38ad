import { type ConsentWay, consentWays } from '@duken/shared/consent';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface WayChoiceProps {
  readonly legend: string;
  readonly chosen: ConsentWay;
  readonly onChoose: (way: ConsentWay) => void;
}

/** Spoken or written. */
export function WayChoice({ legend, chosen, onChoose }: WayChoiceProps): ReactNode {
  const { t } = useTranslation('consent');
  const name = useId();
  return (
    <fieldset className="consentChoices">
      <legend>{legend}</legend>
      {consentWays.map((way) => (
        <label key={way}>
          <input type="radio" name={name} checked={way === chosen} onChange={() => onChoose(way)} />
          <span>{t(`way_${way}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
