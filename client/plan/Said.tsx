import type { PlanItem } from '@duken/shared/plan';
import { voiceSigns } from '@duken/shared/sheet';
import { useTranslation } from 'react-i18next';
import { byline } from './byline.ts';

interface SaidProps {
  readonly item: PlanItem;
  /** The name of its part of life, where no heading says it already; '' for none. */
  readonly theme?: string;
}

/** What a note says, in the direction it is read, and whose words they are: by sign and word, never by colour alone. */
export function Said({ item, theme = '' }: SaidProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="said" data-voice={item.voice} dir="auto">
      <p className="said-text">{item.text}</p>
      {/* Our own words: from the left, also under what is read from the right. */}
      <p className="said-by" dir="ltr">
        <span>{theme !== '' && `${theme} · `}</span>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <path d={voiceSigns[item.voice]} fill="currentColor" />
        </svg>
        {/* The sign never stands at the end of a line, without its word. */}
        <span>{`\u00a0${byline(item, t)}`}</span>
        {item.matters && (
          <span className="said-matters">{`${item.matters === 'others' ? '♡' : '♥'}\u00a0${t(`matters_${item.matters}`)}`}</span>
        )}
      </p>
    </div>
  );
}
