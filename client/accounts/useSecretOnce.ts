import { useEffect, useState } from 'react';

/**
 * The secret in the address, if there is a whole one, also when it is opened in a window that shows the page already. It is taken out of
 * sight at once: a shared machine's history keeps it no longer.
 */
export function useSecretOnce(): string | undefined {
  const [secret, setSecret] = useState(secretInAddress);
  useEffect(() => {
    const read = () => {
      const found = secretInAddress();
      if (found !== undefined) setSecret(found);
      if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return secret;
}

function secretInAddress(): string | undefined {
  return /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
}
