import { parse } from 'regexparam';
import { Route, Switch } from 'wouter';
import { useSessionNow } from '../http/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { pages, setupPage } from './pages.tsx';

/** Begins to fetch the page of an address, before anything else is done: the address tells already which it is. */
export function fetchPageOf(address: string): void {
  pages.find(({ path }) => parse(path).pattern.test(address))?.fetch();
}

/** Address → page. */
export function Routes() {
  const session = useSessionNow();
  // Where nobody has set the installation up, there is nothing else yet.
  if (session?.stage === 'notSetUp') return setupPage.show({});
  return (
    <Switch>
      {pages.map(({ path, show }) => (
        <Route key={path} path={path}>
          {show}
        </Route>
      ))}
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
