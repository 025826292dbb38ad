import { Suspense } from 'react';
import { Waiting } from '../ui/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Routes } from './routes.tsx';

/** The frame round every page: what is shown while one loads, and the way out when one breaks. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Waiting isPage />}>
        <Routes />
      </Suspense>
    </ErrorBoundary>
  );
}
