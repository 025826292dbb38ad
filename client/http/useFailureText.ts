import { problemKindOf } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import type { RequestFailure } from './requestFailure.ts';

/**
 * Turns a failure into a sentence in the reader's language. Of a kind that only a newer server knows, its own words, which are
 * in bokmål.
 */
export function useFailureText(): (failure: RequestFailure) => string {
  const { t } = useTranslation('errors');
  const { t: problemText } = useTranslation('problems');
  return (failure) => {
    if (failure.kind !== 'problem') return t(failure.kind);
    const kind = problemKindOf(failure.problem);
    return kind ? problemText(kind) : failure.problem.detail;
  };
}
