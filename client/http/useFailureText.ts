import { useTranslation } from 'react-i18next';
import type { RequestFailure } from './requestFailure.ts';

/** Turns a failure into a sentence. The server's own words come first: it knows what the person can do. */
export function useFailureText(): (failure: RequestFailure) => string {
  const { t } = useTranslation('errors');
  return (failure) => (failure.kind === 'problem' ? failure.problem.detail : t(failure.kind));
}
