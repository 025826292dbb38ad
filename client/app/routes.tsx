import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { BoardGate } from '../access/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const FrontPage = lazy(async () => ({ default: (await import('../front/index.ts')).FrontPage }));
const PlanPage = lazy(async () => ({ default: (await import('../plan/index.ts')).PlanPage }));

/** Address → page, and the only place where features are joined. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <FrontPage />
      </Route>
      <Route path="/duk/:boardId/plan">{({ boardId }) => <PlanOf boardId={boardId} />}</Route>
      <Route path="/duk/:boardId/plan/:version">
        {({ boardId, version }) =>
          /^[1-9]\d{0,6}$/.test(version) ? (
            <PlanOf boardId={boardId} version={Number(version)} />
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function PlanOf({ boardId, version }: { readonly boardId: string; readonly version?: number }) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {() => <PlanPage boardId={boardId} {...(version !== undefined && { version })} />}
    </BoardGate>
  );
}
