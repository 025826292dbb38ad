import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { SessionStore } from './sessionStore.ts';

const Sessions = createContext<SessionStore | undefined>(undefined);

/** Keeps the sessions of the boards for everything inside it. Stands outside router and error boundary. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [store] = useState(() => new SessionStore());
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (store.drafts.haveWords()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [store]);
  return <Sessions value={store}>{children}</Sessions>;
}

export function useSessionStore(): SessionStore {
  const store = useContext(Sessions);
  if (!store) throw new Error('There is no SessionProvider round this page.');
  return store;
}
