import { Redirect, Route, Switch } from 'wouter';
import { BoardGate, HelperQuestion, ShareLinks } from '../access/index.ts';
import { FreezeDialog, MeetingPanel } from '../meeting/index.ts';
import { fetchTexts } from '../texts/index.ts';
import { fetchPart, LatePart } from '../ui/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const frontPagePart = { load: async () => (await import('../front/index.ts')).FrontPage };
const boardPagePart = { load: async () => (await import('../board/index.ts')).BoardPage };
const frozenBoardPart = { load: async () => (await import('../board/index.ts')).FrozenBoard };
const interpreterViewPart = { load: async () => (await import('../interpreter/index.ts')).InterpreterView };
const planPagePart = { load: async () => (await import('../plan/index.ts')).PlanPage };
const followUpPart = {
  load: async () => (await Promise.all([import('../followup/index.ts'), fetchTexts('followUp')]))[0].FollowUpPage,
};

/** Begins to fetch the page of an address, before anything else is done: the address tells already which it is. */
export function fetchPageOf(path: string): void {
  if (path === '/') fetchPart(frontPagePart);
  else if (path === '/uka') fetchPart(followUpPart);
  else if (/^\/duk\/[^/]+(\/leder)?$/.test(path)) fetchPart(boardPagePart);
  else if (path.startsWith('/duk/')) fetchPart(planPagePart);
}

/** Address → page, and the only place where features are joined. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <LatePart isPage part={frontPagePart} show={(FrontPage) => <FrontPage />} />
      </Route>
      <Route path="/uka">
        <LatePart isPage part={followUpPart} show={(FollowUpPage) => <FollowUpPage />} />
      </Route>
      <Route path="/duk/:boardId">{({ boardId }) => <BoardOf boardId={boardId} />}</Route>
      {/* A leader's own link, which says that it is one. */}
      <Route path="/duk/:boardId/leder">
        {({ boardId }) => (
          <BoardGate key={boardId} boardId={boardId}>
            {() => <Redirect to={`/duk/${boardId}`} replace />}
          </BoardGate>
        )}
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

function BoardOf({ boardId }: { readonly boardId: string }) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {(me) => (
        <LatePart
          isPage
          part={boardPagePart}
          show={(BoardPage) => (
            <BoardPage
              boardId={boardId}
              me={me}
              question={me.helper && <HelperQuestion key={me.helper.personId} boardId={boardId} helper={me.helper} />}
              interpreterView={(view) => (
                <LatePart part={interpreterViewPart} show={(InterpreterView) => <InterpreterView {...view} />} />
              )}
              inviteDialog={(slot) => <ShareLinks boardId={boardId} participantId={me.participantId} {...slot} />}
              meetingPanel={(slot) => <MeetingPanel boardId={boardId} {...slot} />}
              freezeDialog={(slot) => <FreezeDialog {...slot} />}
            />
          )}
        />
      )}
    </BoardGate>
  );
}

function PlanOf({ boardId, version }: { readonly boardId: string; readonly version?: number }) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {() => (
        <LatePart
          isPage
          part={planPagePart}
          show={(PlanPage) => (
            <PlanPage
              boardId={boardId}
              {...(version !== undefined && { version })}
              frozenBoard={(planVersion) => (
                <LatePart part={frozenBoardPart} show={(FrozenBoard) => <FrozenBoard planVersion={planVersion} />} />
              )}
            />
          )}
        />
      )}
    </BoardGate>
  );
}
