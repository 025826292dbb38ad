import { problemKindOf } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { planFileUrl, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';

interface PlanNotShownProps {
  readonly boardId: string;
  readonly version: number;
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
}

/** Why a version is not shown. One that only another release can read is whole, and can be taken away as it is. */
export function PlanNotShown({ boardId, version, failure, onRetry }: PlanNotShownProps) {
  const { t } = useTranslation('plan');
  const failureText = useFailureText();
  const kind = failure.kind === 'problem' ? problemKindOf(failure.problem) : undefined;
  const isUnreadable = kind === 'versionUnreadable';
  const isAltered = kind === 'versionAltered';
  return (
    <section className="planLetter cloth">
      <h1>{t('failedTitle')}</h1>
      {isUnreadable || isAltered ? (
        <FailureNote text={t(isAltered ? 'versionAltered' : 'versionUnreadable')} />
      ) : (
        <FailureNote text={failureText(failure)} onRetry={onRetry} />
      )}
      {isUnreadable && (
        <p>
          <a href={planFileUrl(boardId, version, 'json')} download>
            {t('download-json')}
          </a>
        </p>
      )}
    </section>
  );
}
