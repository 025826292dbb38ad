import { ValidationMessage } from '@digdir/designsystemet-react';
import { type Voice, voiceChoices } from '@duken/shared/board';
import { voiceSigns } from '@duken/shared/sheet';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface VoiceQuestionProps {
  readonly chosen: Voice | undefined;
  readonly onChoose: (voice: Voice) => void;
  readonly isMissing: boolean;
}

/**
 * Who somebody is here: four sheets of the papers that their notes will lie on. None is chosen beforehand, so that nobody
 * speaks in another's voice by haste.
 */
export function VoiceQuestion({ chosen, onChoose, isMissing }: VoiceQuestionProps) {
  const { t } = useTranslation('join');
  const id = useId();
  return (
    <fieldset className="voiceQuestion" aria-describedby={isMissing ? `${id}-missing` : undefined}>
      <legend>{t('who')}</legend>
      <div className="voiceQuestion-choices">
        {voiceChoices.map((voice) => (
          <label key={voice} className="voiceCard" style={{ background: `var(--duk-${voice})` }}>
            <svg viewBox="0 0 10 10" width="14" height="14" aria-hidden="true">
              <path d={voiceSigns[voice]} fill="currentColor" />
            </svg>
            <span className="voiceCard-title">{t(`voice_${voice}`, { ns: 'board' })}</span>
            <input
              type="radio"
              name={id}
              value={voice}
              checked={voice === chosen}
              onChange={() => onChoose(voice)}
              required
            />
            <span className="voiceCard-text">{t(`who_${voice}`)}</span>
          </label>
        ))}
      </div>
      {isMissing && (
        <ValidationMessage data-size="lg" id={`${id}-missing`}>
          {t('whoMissing')}
        </ValidationMessage>
      )}
    </fieldset>
  );
}
