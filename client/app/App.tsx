import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { thisDevice } from '../device/index.ts';
import { SessionProvider } from '../session/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LeftWork } from './LeftWork.tsx';
import { NewVersion } from './NewVersion.tsx';
import { Routes } from './routes.tsx';
import { StageLine } from './StageLine.tsx';

/**
 * The frame round every page: what is shown while one loads, and the way out when one breaks. What people wrote is above
 * all that: no page takes it along when it goes.
 */
export function App() {
  const [path] = useLocation();
  // What has run out on this device goes when it is opened, whichever page that is for.
  useEffect(() => void thisDevice(), []);
  return (
    <SessionProvider>
      <LeftWork />
      <StageLine />
      <NewVersion path={path} />
      <ErrorBoundary page={path}>
        <Routes />
      </ErrorBoundary>
    </SessionProvider>
  );
}
