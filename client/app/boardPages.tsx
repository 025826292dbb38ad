import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { HelperQuestion, ShareLinks } from '../access/index.ts';
import { FreezeDialog, MeetingPanel } from '../meeting/index.ts';
import type { BoardSession } from '../session/index.ts';
import { LatePart, recallPassed } from '../ui/index.ts';
import { latePart } from './latePart.ts';

interface BoardPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

const accounts = async () => import('../accounts/index.ts');
const between = async () => import('../between/index.ts');
const board = async () => import('../board/index.ts');
const child = async () => import('../child/index.ts');
const guide = async () => import('../guide/index.ts');
const interpreter = async () => import('../interpreter/index.ts');
const paper = async () => import('../paper/index.ts');
const pause = async () => import('../pause/index.ts');
const practice = async () => import('../practice/index.ts');
const progress = async () => import('../progress/index.ts');
const quiet = async () => import('../quiet/index.ts');
const story = async () => import('../story/index.ts');

export const boardPagePart = latePart(board, 'BoardPage');
const withBoardSessionPart = latePart(board, 'WithBoardSession');
export const childPagePart = latePart(child, 'ChildPage', 'child');
export const paperPagePart = latePart(paper, 'PaperPage', 'paper');
const interpreterViewPart = latePart(interpreter, 'InterpreterView');
const caseLeadersPart = latePart(accounts, 'CaseLeaders', 'account');
const confirmAnewPart = latePart(accounts, 'ConfirmAnew', 'account');
const storyLinePart = latePart(story, 'StoryLine', 'story');
const guidePart = latePart(guide, 'GuideBar', 'guide');
const betweenPart = latePart(between, 'BetweenBar', 'between');
const quietPart = latePart(quiet, 'QuietPanel', 'quiet');
const pausePart = latePart(pause, 'PausePart', 'pause');
export const journeyInShortPart = latePart(progress, 'JourneyInShort', 'progress');
const practicePart = latePart(practice, 'PracticeBar', 'practice');

/** The duk, and what other features put on it. */
export function BoardWithSlots({ boardId, me }: BoardPageProps) {
  return (
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
              leaders={<LatePart part={caseLeadersPart} show={(CaseLeaders) => <CaseLeaders boardId={boardId} />} />}
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
            recallPassed(boardId) && <LatePart part={practicePart} show={(PracticeBar) => <PracticeBar {...slot} />} />
          }
          between={(slot) => <LatePart part={betweenPart} show={(BetweenBar) => <BetweenBar {...slot} />} />}
          journeyOverTime={() => (
            <LatePart part={journeyInShortPart} show={(JourneyInShort) => <JourneyInShort boardId={boardId} />} />
          )}
          guide={(slot) => <LatePart part={guidePart} show={(GuideBar) => <GuideBar {...slot} />} />}
        />
      )}
    />
  );
}

/** A child's own page, on the duk's live connection. */
export function ChildPageOnBoard({ boardId, me }: BoardPageProps) {
  return (
    <OnBoard boardId={boardId} me={me}>
      {(session) => (
        <LatePart
          isPage
          part={childPagePart}
          show={(ChildPage) => (
            <ChildPage session={session} boardId={boardId} me={me} question={questionsFor(me, boardId)} />
          )}
        />
      )}
    </OnBoard>
  );
}

/** Paper to be printed and photographed, on the duk's live connection. */
export function PaperPageOnBoard({ boardId, me }: BoardPageProps) {
  return (
    <OnBoard boardId={boardId} me={me}>
      {(session) => (
        <LatePart
          isPage
          part={paperPagePart}
          show={(PaperPage) => <PaperPage session={session} boardId={boardId} me={me} />}
        />
      )}
    </OnBoard>
  );
}

interface OnBoardProps extends BoardPageProps {
  readonly children: (session: BoardSession) => ReactNode;
}

function OnBoard({ boardId, me, children }: OnBoardProps) {
  return (
    <LatePart
      isPage
      part={withBoardSessionPart}
      show={(WithBoardSession) => (
        <WithBoardSession boardId={boardId} me={me}>
          {children}
        </WithBoardSession>
      )}
    />
  );
}

/** What is asked of somebody as they sit at the duk: whether a helper may write for them, and about stories. */
function questionsFor({ helper, hasStories }: MeReply, boardId: string) {
  return (
    <>
      {helper && <HelperQuestion key={helper.personId} boardId={boardId} helper={helper} />}
      {hasStories && <LatePart part={storyLinePart} show={(StoryLine) => <StoryLine boardId={boardId} />} />}
    </>
  );
}
