import type { MeReply } from '@duken/shared/protocol';
import { Redirect, Route, Switch } from 'wouter';
import { BoardGate, HelperQuestion, ShareLinks } from '../access/index.ts';
import { useSessionNow } from '../http/index.ts';
import { FreezeDialog, MeetingPanel } from '../meeting/index.ts';
import type { BoardSession } from '../session/index.ts';
import { fetchTexts } from '../texts/index.ts';
import { fetchPart, LatePart, type Part, recallPassed } from '../ui/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const frontPagePart = { load: async () => (await import('../front/index.ts')).FrontPage };
const boardPagePart = { load: async () => (await import('../board/index.ts')).BoardPage };
const frozenBoardPart = { load: async () => (await import('../board/index.ts')).FrozenBoard };
const interpreterViewPart = { load: async () => (await import('../interpreter/index.ts')).InterpreterView };
const guidePart = {
  load: async () => (await Promise.all([import('../guide/index.ts'), fetchTexts('guide')]))[0].GuideBar,
};
const betweenPart = {
  load: async () => (await Promise.all([import('../between/index.ts'), fetchTexts('between')]))[0].BetweenBar,
};
const leaderCardPart = {
  load: async () => (await Promise.all([import('../guide/index.ts'), fetchTexts('guide')]))[0].LeaderCardPage,
};
const quietPart = {
  load: async () => (await Promise.all([import('../quiet/index.ts'), fetchTexts('quiet')]))[0].QuietPanel,
};
const pausePart = {
  load: async () => (await Promise.all([import('../pause/index.ts'), fetchTexts('pause')]))[0].PausePart,
};
const withBoardSessionPart = { load: async () => (await import('../board/index.ts')).WithBoardSession };
const childPagePart = {
  load: async () => (await Promise.all([import('../child/index.ts'), fetchTexts('child')]))[0].ChildPage,
};
const practicePart = {
  load: async () => (await Promise.all([import('../practice/index.ts'), fetchTexts('practice')]))[0].PracticeBar,
};
const minPlanPart = { load: async () => (await import('../plan/index.ts')).MinPlanPage };
const timelinePart = {
  load: async () => (await Promise.all([import('../plan/index.ts'), fetchTexts('timeline')]))[0].TimelinePage,
};
const promisesPart = {
  load: async () => (await Promise.all([import('../plan/index.ts'), fetchTexts('promises')]))[0].PromisesPage,
};
const cutParts = async () => (await Promise.all([import('../plan/index.ts'), fetchTexts('cuts')]))[0];
const cutsPagePart = { load: async () => (await cutParts()).CutsPage };
const giveCutPart = { load: async () => (await cutParts()).GiveCutPage };
const cutLinkPart = { load: async () => (await cutParts()).CutLinkPage };
const consentPagePart = {
  load: async () => (await Promise.all([import('../consent/index.ts'), fetchTexts('consent')]))[0].ConsentPage,
};
const archivePagePart = {
  load: async () => (await Promise.all([import('../archive/index.ts'), fetchTexts('archive')]))[0].ArchivePage,
};
const ownPlanPart = {
  load: async () => (await Promise.all([import('../planlife/index.ts'), fetchTexts('planlife')]))[0].OwnPlanPage,
};
const planStandingPart = { load: async () => (await import('../planlife/index.ts')).PlanStanding };
const planPagePart = {
  load: async () =>
    (await Promise.all([import('../plan/index.ts'), fetchTexts('planlife'), fetchTexts('cuts')]))[0].PlanPage,
};
const logPagePart = {
  load: async () => (await Promise.all([import('../log/index.ts'), fetchTexts('log')]))[0].LogPage,
};
const contactPagePart = {
  load: async () => (await Promise.all([import('../contacts/index.ts'), fetchTexts('contacts')]))[0].ContactPage,
};
const leavePagePart = {
  load: async () => (await Promise.all([import('../leave/index.ts'), fetchTexts('leave')]))[0].LeavePage,
};
const teamPagePart = {
  load: async () => (await Promise.all([import('../team/index.ts'), fetchTexts('team')]))[0].TeamPage,
};
const followUpPart = {
  load: async () => (await Promise.all([import('../followup/index.ts'), fetchTexts('followUp')]))[0].FollowUpPage,
};
const journeyPagePart = {
  load: async () => (await Promise.all([import('../progress/index.ts'), fetchTexts('progress')]))[0].JourneyPage,
};
const servicesPagePart = {
  load: async () => (await Promise.all([import('../progress/index.ts'), fetchTexts('progress')]))[0].ServicesPage,
};
const gainsPagePart = {
  load: async () => (await Promise.all([import('../gains/index.ts'), fetchTexts('gains')]))[0].GainsPage,
};
const programmePagePart = {
  load: async () => (await Promise.all([import('../programme/index.ts'), fetchTexts('programme')]))[0].ProgrammePage,
};
const intakeParts = async () =>
  (await Promise.all([import('../intake/index.ts'), fetchTexts('intake'), fetchTexts('log')]))[0];
const intakePagePart = { load: async () => (await intakeParts()).IntakePage };
const newProposalPart = { load: async () => (await intakeParts()).NewProposalPage };
const proposalPagePart = { load: async () => (await intakeParts()).ProposalPage };
const storyParts = async () => (await Promise.all([import('../story/index.ts'), fetchTexts('story')]))[0];
const storyPagePart = { load: async () => (await storyParts()).StoryPage };
const storyLinePart = { load: async () => (await storyParts()).StoryLine };
const surveyPart = async () => (await Promise.all([import('../survey/index.ts'), fetchTexts('survey')]))[0];
const surveyPagePart = { load: async () => (await surveyPart()).SurveyPage };
const answerPagePart = { load: async () => (await surveyPart()).AnswerPage };
const resultPagePart = { load: async () => (await surveyPart()).ResultPage };
const pulsePagePart = { load: async () => (await surveyPart()).PulsePage };

/** What has to do with accounts, which few open. */
const accountParts = async () => (await Promise.all([import('../accounts/index.ts'), fetchTexts('account')]))[0];
const setupPagePart = { load: async () => (await accountParts()).SetupPage };
const signInPagePart = { load: async () => (await accountParts()).SignInPage };
const passkeyStepPart = { load: async () => (await accountParts()).PasskeyStepPage };
const invitedPagePart = { load: async () => (await accountParts()).InvitedPage };
const accountPagePart = { load: async () => (await accountParts()).AccountPage };
const accountsPagePart = { load: async () => (await accountParts()).AccountsPage };
const confirmAnewPart = { load: async () => (await accountParts()).ConfirmAnew };
const caseLeadersPart = { load: async () => (await accountParts()).CaseLeaders };

const answerPart = {
  load: async () => (await Promise.all([import('../answer/index.ts'), fetchTexts('answer')]))[0].AnswerPage,
};

/** Begins to fetch the page of an address, before anything else is done: the address tells already which it is. */
export function fetchPageOf(path: string): void {
  if (path === '/') fetchPart(frontPagePart);
  else if (path === '/svar') fetchPart(answerPart);
  else if (path === '/utdrag') fetchPart(cutLinkPart);
  else if (path === '/uka') fetchPart(followUpPart);
  else if (/^\/duk\/[^/]+(\/leder)?$/.test(path)) fetchPart(boardPagePart);
  else if (/^\/duk\/[^/]+\/plan\/\d+\/din$/.test(path)) fetchPart(ownPlanPart);
  else if (/^\/duk\/[^/]+\/plan\/\d+\/arkiv$/.test(path)) fetchPart(archivePagePart);
  else if (/^\/duk\/[^/]+\/barn$/.test(path)) fetchPart(childPagePart);
  else if (/^\/duk\/[^/]+\/samtykke$/.test(path)) fetchPart(consentPagePart);
  else if (/^\/duk\/[^/]+\/kontakt$/.test(path)) fetchPart(contactPagePart);
  else if (/^\/duk\/[^/]+\/team$/.test(path)) fetchPart(teamPagePart);
  else if (/^\/duk\/[^/]+\/historie$/.test(path)) fetchPart(storyPagePart);
  else if (/^\/duk\/[^/]+\/logg$/.test(path)) fetchPart(logPagePart);
  else if (/^\/duk\/[^/]+\/plan/.test(path)) fetchPart(planPagePart);
  else if (path === '/gevinst') fetchPart(gainsPagePart);
  else if (path === '/rapport') fetchPart(programmePagePart);
  else if (path === '/lederkort') fetchPart(leaderCardPart);
  else if (/^\/duk\/[^/]+\/ferden$/.test(path)) fetchPart(journeyPagePart);
  else if (/^\/duk\/[^/]+\/rundt$/.test(path)) fetchPart(servicesPagePart);
  else if (path === '/logg-inn') fetchPart(signInPagePart);
}

/** Address → page, and the only place where features are joined. */
export function Routes() {
  const session = useSessionNow();
  // Where nobody has set the installation up, there is nothing else yet.
  if (session?.stage === 'notSetUp')
    return <LatePart isPage part={setupPagePart} show={(SetupPage) => <SetupPage />} />;
  return (
    <Switch>
      <Route path="/">
        <LatePart isPage part={frontPagePart} show={(FrontPage) => <FrontPage />} />
      </Route>
      <Route path="/svar">
        <LatePart isPage part={answerPart} show={(AnswerPage) => <AnswerPage />} />
      </Route>
      <Route path="/utdrag">
        <LatePart isPage part={cutLinkPart} show={(CutLinkPage) => <CutLinkPage />} />
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
      <Route path="/duk/:boardId/barn">{({ boardId }) => <ChildsOwn boardId={boardId} />}</Route>
      <Route path="/duk/:boardId/samtykke">
        {({ boardId }) => <CaseOf boardId={boardId} part={consentPagePart} />}
      </Route>
      <Route path="/duk/:boardId/kontakt">{({ boardId }) => <CaseOf boardId={boardId} part={contactPagePart} />}</Route>
      <Route path="/duk/:boardId/forlat">{({ boardId }) => <CaseOf boardId={boardId} part={leavePagePart} />}</Route>
      <Route path="/duk/:boardId/team">{({ boardId }) => <CaseOf boardId={boardId} part={teamPagePart} />}</Route>
      <Route path="/duk/:boardId/historie">{({ boardId }) => <CaseOf boardId={boardId} part={storyPagePart} />}</Route>
      <Route path="/duk/:boardId/tidslinje">
        {({ boardId }) => (
          <BoardGate key={boardId} boardId={boardId}>
            {(me) => (
              <LatePart
                isPage
                part={timelinePart}
                show={(TimelinePage) => (
                  <TimelinePage
                    boardId={boardId}
                    me={me}
                    frozenBoard={(duk) => (
                      <LatePart part={frozenBoardPart} show={(FrozenBoard) => <FrozenBoard planVersion={duk} />} />
                    )}
                  />
                )}
              />
            )}
          </BoardGate>
        )}
      </Route>
      <Route path="/duk/:boardId/logg">{({ boardId }) => <CaseOf boardId={boardId} part={logPagePart} />}</Route>
      <Route path="/duk/:boardId/utdrag">{({ boardId }) => <CaseOf boardId={boardId} part={cutsPagePart} />}</Route>
      <Route path="/duk/:boardId/plan/:version/gi">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <BoardGate key={boardId} boardId={boardId}>
              {(me) => (
                <LatePart
                  isPage
                  part={giveCutPart}
                  show={(GiveCutPage) => (
                    <GiveCutPage key={version} boardId={boardId} version={Number(version)} me={me} />
                  )}
                />
              )}
            </BoardGate>
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/plan/:version/arkiv">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <BoardGate key={boardId} boardId={boardId}>
              {(me) => (
                <LatePart
                  isPage
                  part={archivePagePart}
                  show={(ArchivePage) => (
                    <ArchivePage key={version} boardId={boardId} version={Number(version)} me={me} />
                  )}
                />
              )}
            </BoardGate>
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/plan/:version/lovet">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <BoardGate key={boardId} boardId={boardId}>
              {(me) => (
                <LatePart
                  isPage
                  part={promisesPart}
                  show={(PromisesPage) => (
                    <PromisesPage key={version} boardId={boardId} version={Number(version)} me={me} />
                  )}
                />
              )}
            </BoardGate>
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/plan">{({ boardId }) => <PlanOf boardId={boardId} />}</Route>
      <Route path="/duk/:boardId/plan/:version/min">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <BoardGate key={boardId} boardId={boardId}>
              {() => (
                <LatePart
                  isPage
                  part={minPlanPart}
                  show={(MinPlanPage) => <MinPlanPage boardId={boardId} version={Number(version)} />}
                />
              )}
            </BoardGate>
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/plan/:version">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <PlanOf boardId={boardId} version={Number(version)} />
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/plan/:version/din">
        {({ boardId, version }) =>
          isVersion(version) ? (
            <OwnPlanOf boardId={boardId} version={Number(version)} />
          ) : (
            <Redirect to={`/duk/${boardId}/plan`} replace />
          )
        }
      </Route>
      <Route path="/duk/:boardId/ferden">
        {({ boardId }) => (
          <BoardGate key={boardId} boardId={boardId}>
            {({ role }) => (
              <LatePart
                isPage
                part={journeyPagePart}
                show={(JourneyPage) => <JourneyPage boardId={boardId} isLeader={role === 'leader'} />}
              />
            )}
          </BoardGate>
        )}
      </Route>
      <Route path="/duk/:boardId/rundt">
        {({ boardId }) => (
          <BoardGate key={boardId} boardId={boardId}>
            {() => (
              <LatePart isPage part={servicesPagePart} show={(ServicesPage) => <ServicesPage boardId={boardId} />} />
            )}
          </BoardGate>
        )}
      </Route>
      <Route path="/duk/:boardId/puls">
        {({ boardId }) => (
          <BoardGate key={boardId} boardId={boardId}>
            {() => <LatePart isPage part={pulsePagePart} show={(PulsePage) => <PulsePage boardId={boardId} />} />}
          </BoardGate>
        )}
      </Route>
      <Route path="/undersokelse">
        <LatePart isPage part={surveyPagePart} show={(SurveyPage) => <SurveyPage />} />
      </Route>
      <Route path="/undersokelse/svar">
        <LatePart isPage part={answerPagePart} show={(AnswerPage) => <AnswerPage />} />
      </Route>
      <Route path="/undersokelse/resultat">
        <LatePart isPage part={resultPagePart} show={(ResultPage) => <ResultPage />} />
      </Route>
      <Route path="/lederkort">
        <LatePart isPage part={leaderCardPart} show={(LeaderCardPage) => <LeaderCardPage />} />
      </Route>
      <Route path="/gevinst">
        <LatePart isPage part={gainsPagePart} show={(GainsPage) => <GainsPage />} />
      </Route>
      <Route path="/rapport">
        <LatePart isPage part={programmePagePart} show={(ProgrammePage) => <ProgrammePage />} />
      </Route>
      <Route path="/inntak">
        <LatePart isPage part={intakePagePart} show={(IntakePage) => <IntakePage />} />
      </Route>
      <Route path="/inntak/ny">
        <LatePart isPage part={newProposalPart} show={(NewProposalPage) => <NewProposalPage />} />
      </Route>
      <Route path="/inntak/:proposalId">
        {({ proposalId }) => (
          <LatePart
            isPage
            part={proposalPagePart}
            show={(ProposalPage) => <ProposalPage key={proposalId} proposalId={proposalId} />}
          />
        )}
      </Route>
      <Route path="/oppsett">
        <LatePart isPage part={setupPagePart} show={(SetupPage) => <SetupPage />} />
      </Route>
      <Route path="/logg-inn">
        <LatePart isPage part={signInPagePart} show={(SignInPage) => <SignInPage />} />
      </Route>
      <Route path="/passnokkel">
        <LatePart isPage part={passkeyStepPart} show={(PasskeyStepPage) => <PasskeyStepPage />} />
      </Route>
      <Route path="/ny-konto">
        <LatePart isPage part={invitedPagePart} show={(InvitedPage) => <InvitedPage />} />
      </Route>
      <Route path="/konto">
        <LatePart isPage part={accountPagePart} show={(AccountPage) => <AccountPage />} />
      </Route>
      <Route path="/administrasjon">
        <LatePart isPage part={accountsPagePart} show={(AccountsPage) => <AccountsPage />} />
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
              question={questionsFor(me, boardId)}
              interpreterView={(view) => (
                <LatePart part={interpreterViewPart} show={(InterpreterView) => <InterpreterView {...view} />} />
              )}
              inviteDialog={(slot) => (
                <ShareLinks
                  boardId={boardId}
                  participantId={me.participantId}
                  leaders={
                    <LatePart part={caseLeadersPart} show={(CaseLeaders) => <CaseLeaders boardId={boardId} />} />
                  }
                  {...slot}
                />
              )}
              meetingPanel={(slot) => <MeetingPanel boardId={boardId} {...slot} />}
              freezeDialog={(slot) => <FreezeDialog {...slot} />}
              proveAnew={(slot) => (
                <LatePart part={confirmAnewPart} show={(ConfirmAnew) => <ConfirmAnew {...slot} isTooLong />} />
              )}
              quiet={(slot) => <LatePart part={quietPart} show={(QuietPanel) => <QuietPanel {...slot} />} />}
              pause={(slot) => <LatePart part={pausePart} show={(PausePart) => <PausePart {...slot} />} />}
              practice={(slot) =>
                recallPassed(boardId) && (
                  <LatePart part={practicePart} show={(PracticeBar) => <PracticeBar {...slot} />} />
                )
              }
              between={(slot) => <LatePart part={betweenPart} show={(BetweenBar) => <BetweenBar {...slot} />} />}
              guide={(slot) => <LatePart part={guidePart} show={(GuideBar) => <GuideBar {...slot} />} />}
            />
          )}
        />
      )}
    </BoardGate>
  );
}

/** What is asked of somebody as they sit at the duk: whether a helper may write for them, and about stories. */
function questionsFor(me: MeReply, boardId: string) {
  const { helper, hasStories } = me;
  return (
    <>
      {helper && <HelperQuestion key={helper.personId} boardId={boardId} helper={helper} />}
      {hasStories && <LatePart part={storyLinePart} show={(StoryLine) => <StoryLine boardId={boardId} />} />}
    </>
  );
}

function ChildsOwn({ boardId }: { readonly boardId: string }) {
  const childPageOf = (me: MeReply, session: BoardSession) => (
    <LatePart
      isPage
      part={childPagePart}
      show={(ChildPage) => (
        <ChildPage session={session} boardId={boardId} me={me} question={questionsFor(me, boardId)} />
      )}
    />
  );
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {(me) => (
        <LatePart
          isPage
          part={withBoardSessionPart}
          show={(WithBoardSession) => (
            <WithBoardSession boardId={boardId} me={me}>
              {(session) => childPageOf(me, session)}
            </WithBoardSession>
          )}
        />
      )}
    </BoardGate>
  );
}

function PlanOf({ boardId, version }: { readonly boardId: string; readonly version?: number }) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {(me) => (
        <LatePart
          isPage
          part={planPagePart}
          show={(PlanPage) => (
            <PlanPage
              boardId={boardId}
              {...(version !== undefined && { version })}
              standing={(planVersion) => (
                <LatePart
                  part={planStandingPart}
                  show={(PlanStanding) => <PlanStanding planVersion={planVersion} isLeader={me.role === 'leader'} />}
                />
              )}
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

function OwnPlanOf({ boardId, version }: { readonly boardId: string; readonly version: number }) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {(me) => (
        <LatePart
          isPage
          part={ownPlanPart}
          show={(OwnPlanPage) => <OwnPlanPage key={version} boardId={boardId} version={version} me={me} />}
        />
      )}
    </BoardGate>
  );
}

/** A page of rows about a case, beside its duk, for whoever is let in. */
function CaseOf({
  boardId,
  part,
}: {
  readonly boardId: string;
  readonly part: Part<{ readonly boardId: string; readonly me: MeReply }>;
}) {
  return (
    <BoardGate key={boardId} boardId={boardId}>
      {(me) => <LatePart isPage part={part} show={(Page) => <Page boardId={boardId} me={me} />} />}
    </BoardGate>
  );
}

function isVersion(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text);
}
