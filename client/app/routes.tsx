import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFoundPage } from './NotFoundPage.tsx';

const FrontPage = lazy(async () => ({ default: (await import('../front/index.ts')).FrontPage }));

/** Address → page, and the only place where features are joined. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <FrontPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
