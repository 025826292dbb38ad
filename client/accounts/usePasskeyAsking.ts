import { useCallback, useEffect, useRef } from 'react';
import { stopAskingForPasskey } from './browserPasskeys.ts';

/** For where a passkey is asked for: the browser stops asking when people leave it. @returns whether they are there still */
export function usePasskeyAsking(): () => boolean {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      stopAskingForPasskey();
    };
  }, []);
  return useCallback(() => isHere.current, []);
}
