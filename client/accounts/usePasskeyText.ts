import { useTranslation } from 'react-i18next';
import { useFailureText } from '../http/index.ts';
import type { PasskeyDoingFailure } from './browserPasskeys.ts';

/** What went wrong with a passkey, in words: at the server or in the browser. */
export function usePasskeyText(): (failure: PasskeyDoingFailure) => string {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  return (failure) => {
    switch (failure.kind) {
      case 'passkeyCancelled':
      case 'passkeyHereAlready':
      case 'passkeyCannot':
        return t(failure.kind);
      default:
        return failureText(failure);
    }
  };
}
