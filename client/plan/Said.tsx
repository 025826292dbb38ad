import type { PlanItem } from '@duken/shared/plan';
import { sheetWords, voiceSigns } from '@duken/shared/sheet';
import { useLanguage } from '../texts/index.ts';

/** What a note says, and whose words they are: by sign and name, never by colour alone. */
export function Said({ item }: { readonly item: PlanItem }) {
  const language = useLanguage();
  const voice = sheetWords[language].voice[item.voice];
  return (
    <div className="said" data-voice={item.voice}>
      <p className="said-text">{item.text}</p>
      <p className="said-by">
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <path d={voiceSigns[item.voice]} fill="currentColor" />
        </svg>
        {item.authorName === '' ? voice : `${item.authorName}, ${voice.toLocaleLowerCase(language)}`}
      </p>
    </div>
  );
}
