import type { FrozenDuk } from '@duken/shared/plan';
import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { BoardGate } from '../access/index.ts';
import { fetchPart, LatePart, type Part } from '../ui/index.ts';
import {
  BoardWithSlots,
  boardPagePart,
  ChildPageOnBoard,
  childPagePart,
  journeyInShortPart,
  PaperPageOnBoard,
  paperPagePart,
} from './boardPages.tsx';
import { latePart } from './latePart.ts';

/** A page: where it is, and what is shown there. */
export interface Page {
  /** As wouter words it. */
  readonly path: string;
  /** Begins to fetch what the page is made of. */
  readonly fetch: () => void;
  readonly show: (parameters: Parameters) => ReactNode;
}

type Parameters = Readonly<Record<string, string>>;

/** What a page of a case is told: which case, and who one is there. */
interface OfCase {
  readonly boardId: string;
  readonly me: MeReply;
}

/** What a page of a plan is told besides: which version, counted from 1. */
interface OfVersion extends OfCase {
  readonly version: number;
}

const accounts = async () => import('../accounts/index.ts');
const answer = async () => import('../answer/index.ts');
const archive = async () => import('../archive/index.ts');
const board = async () => import('../board/index.ts');
const consent = async () => import('../consent/index.ts');
const contacts = async () => import('../contacts/index.ts');
const followup = async () => import('../followup/index.ts');
const front = async () => import('../front/index.ts');
const gains = async () => import('../gains/index.ts');
const guide = async () => import('../guide/index.ts');
const intake = async () => import('../intake/index.ts');
const leave = async () => import('../leave/index.ts');
const log = async () => import('../log/index.ts');
const municipality = async () => import('../municipality/index.ts');
const plan = async () => import('../plan/index.ts');
const planlife = async () => import('../planlife/index.ts');
const programme = async () => import('../programme/index.ts');
const progress = async () => import('../progress/index.ts');
const story = async () => import('../story/index.ts');
const survey = async () => import('../survey/index.ts');
const team = async () => import('../team/index.ts');

const frozenBoardPart = latePart(board, 'FrozenBoard');
const planStandingPart = latePart(planlife, 'PlanStanding', 'planlife');
const followUpPart = latePart(followup, 'FollowUpPage', 'followUp', 'outside');
const planPart = latePart(plan, 'PlanPage', 'planlife', 'cuts');
const timelinePart = latePart(plan, 'TimelinePage', 'timeline');

/** Where an installation begins: all there is until it has been set up. */
export const setupPage = page('/oppsett', latePart(accounts, 'SetupPage', 'account'));

/** Every page of the product. The first one that fits an address is shown. */
export const pages: readonly Page[] = [
  page('/', latePart(front, 'FrontPage')),
  page('/svar', latePart(answer, 'AnswerPage', 'answer')),
  page('/utdrag', latePart(plan, 'CutLinkPage', 'cuts')),
  {
    path: '/uka',
    fetch: () => fetchPart(followUpPart),
    show: () => (
      <LatePart
        isPage
        part={followUpPart}
        show={(FollowUpPage) => (
          <FollowUpPage
            journey={(boardId) => (
              <LatePart part={journeyInShortPart} show={(JourneyInShort) => <JourneyInShort boardId={boardId} />} />
            )}
          />
        )}
      />
    ),
  },

  gated('/duk/:boardId', boardPagePart, (ofCase) => <BoardWithSlots {...ofCase} />),
  // A leader's own link, which says that it is one.
  gated('/duk/:boardId/leder', boardPagePart, ({ boardId }) => <Redirect to={`/duk/${boardId}`} replace />),
  gated('/duk/:boardId/barn', childPagePart, (ofCase) => <ChildPageOnBoard {...ofCase} />),
  gated('/duk/:boardId/papir', paperPagePart, (ofCase) => <PaperPageOnBoard {...ofCase} />),
  casePage('samtykke', latePart(consent, 'ConsentPage', 'consent')),
  casePage('kontakt', latePart(contacts, 'ContactPage', 'contacts')),
  casePage('forlat', latePart(leave, 'LeavePage', 'leave')),
  casePage('team', latePart(team, 'TeamPage', 'team')),
  casePage('historie', latePart(story, 'StoryPage', 'story')),
  casePage('logg', latePart(log, 'LogPage', 'log')),
  casePage('utdrag', latePart(plan, 'CutsPage', 'cuts')),
  casePage('ferden', latePart(progress, 'JourneyPage', 'progress')),
  casePage('rundt', latePart(progress, 'ServicesPage', 'progress')),
  casePage('puls', latePart(survey, 'PulsePage', 'survey')),
  gated('/duk/:boardId/tidslinje', timelinePart, (ofCase) => (
    <LatePart
      isPage
      part={timelinePart}
      show={(TimelinePage) => <TimelinePage {...ofCase} frozenBoard={frozenBoard} />}
    />
  )),

  versionPage('gi', latePart(plan, 'GiveCutPage', 'cuts')),
  versionPage('arkiv', latePart(archive, 'ArchivePage', 'archive')),
  versionPage('lovet', latePart(plan, 'PromisesPage', 'promises', 'outside')),
  versionPage('min', latePart(plan, 'MinPlanPage')),
  versionPage('din', latePart(planlife, 'OwnPlanPage', 'planlife')),
  ofVersion('/duk/:boardId/plan/:version?', planPart, ({ boardId, me, version }) => (
    <LatePart
      isPage
      part={planPart}
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
          frozenBoard={frozenBoard}
        />
      )}
    />
  )),

  page('/undersokelse', latePart(survey, 'SurveyPage', 'survey')),
  page('/undersokelse/svar', latePart(survey, 'AnswerPage', 'survey')),
  page('/undersokelse/resultat', latePart(survey, 'ResultPage', 'survey')),
  page('/tilgjengelighet', latePart(municipality, 'AccessibilityPage', 'municipality')),
  page('/personvern', latePart(municipality, 'DataProtectionPage', 'municipality')),
  page('/lederkort', latePart(guide, 'LeaderCardPage', 'guide')),
  page('/gevinst', latePart(gains, 'GainsPage', 'gains')),
  page('/rapport', latePart(programme, 'ProgrammePage', 'programme')),
  page('/inntak', latePart(intake, 'IntakePage', 'intake', 'log')),
  page('/inntak/ny', latePart(intake, 'NewProposalPage', 'intake', 'log')),
  proposalPage(latePart(intake, 'ProposalPage', 'intake', 'log')),
  setupPage,
  page('/logg-inn', latePart(accounts, 'SignInPage', 'account')),
  page('/passnokkel', latePart(accounts, 'PasskeyStepPage', 'account')),
  page('/ny-konto', latePart(accounts, 'InvitedPage', 'account')),
  page('/konto', latePart(accounts, 'AccountPage', 'account')),
  page('/administrasjon', latePart(accounts, 'AccountsPage', 'account')),
];

/** A page that stands by itself. */
function page(path: string, part: Part<object>): Page {
  return {
    path,
    fetch: () => fetchPart(part),
    show: () => <LatePart isPage part={part} show={(Shown) => <Shown />} />,
  };
}

function proposalPage(part: Part<{ readonly proposalId: string }>): Page {
  return {
    path: '/inntak/:proposalId',
    fetch: () => fetchPart(part),
    show: ({ proposalId = '' }) => (
      <LatePart isPage part={part} show={(Shown) => <Shown key={proposalId} proposalId={proposalId} />} />
    ),
  };
}

/** A page of a case, for whoever is let in. */
function gated<Props>(path: string, part: Part<Props>, show: (ofCase: OfCase) => ReactNode): Page {
  return {
    path,
    fetch: () => fetchPart(part),
    show: ({ boardId = '' }) => (
      <BoardGate key={boardId} boardId={boardId}>
        {(me) => show({ boardId, me })}
      </BoardGate>
    ),
  };
}

/** A page of rows about a case, beside its duk. */
function casePage(name: string, part: Part<OfCase>): Page {
  return gated(`/duk/:boardId/${name}`, part, (ofCase) => (
    <LatePart isPage part={part} show={(Shown) => <Shown {...ofCase} />} />
  ));
}

/** A page of a frozen version; an address that names none leads to the newest. */
function ofVersion<Props>(path: string, part: Part<Props>, show: (of: OfCase & Partial<OfVersion>) => ReactNode): Page {
  return {
    path,
    fetch: () => fetchPart(part),
    show: ({ boardId = '', version }) =>
      version === undefined || isVersion(version) ? (
        <BoardGate key={boardId} boardId={boardId}>
          {(me) => show({ boardId, me, ...(version !== undefined && { version: Number(version) }) })}
        </BoardGate>
      ) : (
        <Redirect to={`/duk/${boardId}/plan`} replace />
      ),
  };
}

function versionPage(name: string, part: Part<OfVersion>): Page {
  return ofVersion(`/duk/:boardId/plan/:version/${name}`, part, ({ version = 0, ...ofCase }) => (
    <LatePart isPage part={part} show={(Shown) => <Shown key={version} {...ofCase} version={version} />} />
  ));
}

/** The duk as it was. */
function frozenBoard(duk: FrozenDuk): ReactNode {
  return <LatePart part={frozenBoardPart} show={(FrozenBoard) => <FrozenBoard planVersion={duk} />} />;
}

function isVersion(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text);
}
