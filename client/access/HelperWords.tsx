import { Button } from '@digdir/designsystemet-react';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface HelperWordsProps {
  readonly helper: NonNullable<MeReply['helper']>;
  readonly isAsking: boolean;
  readonly onAnswer: (isYes: boolean) => void;
  readonly ref?: Ref<HTMLElement>;
  readonly children?: ReactNode;
}

/** The question to a child in its own words; once it is answered, one line that says so and how to change one's mind. */
export function HelperWords({ helper, isAsking, onAnswer, ref, children }: HelperWordsProps) {
  const { t } = useTranslation('helper');
  const id = useId();
  const { confirmed } = helper;
  const navn = helper.name;
  const isAnswered = confirmed !== undefined;
  return (
    <section
      ref={ref}
      className={isAnswered ? 'helperQuestion helperQuestion-answered' : 'helperQuestion'}
      aria-labelledby={id}
    >
      <p id={id} className="helperQuestion-words" role="status">
        {t(isAnswered ? (confirmed ? 'helps' : 'helpsNot') : 'ask', { navn })}
      </p>
      {!isAnswered && <p className="helperQuestion-text">{t('askText', { navn })}</p>}
      {children}
      <div className="helperQuestion-answers">
        {isAnswered ? (
          <Button
            key={String(confirmed)}
            variant="tertiary"
            data-size="sm"
            loading={isAsking}
            onClick={() => onAnswer(!confirmed)}
          >
            <span>{t(confirmed ? 'notAnyMore' : 'afterAll')}</span>
          </Button>
        ) : (
          <>
            <Button loading={isAsking} onClick={() => onAnswer(true)}>
              <span>{t('yes')}</span>
            </Button>
            <Button variant="secondary" disabled={isAsking} onClick={() => onAnswer(false)}>
              <span>{t('no')}</span>
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
