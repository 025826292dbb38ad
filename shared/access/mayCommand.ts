import { may } from './may.ts';
import type { Role } from './role.ts';

/** What is done on the duk that not everybody who writes may do; everything else is for all who write. */
const users = {
  /** The table's own notes, and what stands beside them. */
  setLanguage: 'writer',
  pairNotes: 'writer',
  setAction: 'writer',
  voteFor: 'writer',
  editVision: 'writer',
  setThemeTalk: 'writer',
  setPhase: 'writer',
  /** How it went with a goal, and how the way looks from inside, the citizen says; the leader may write it down for them. */
  setGoal: 'citizen',
  giveHeart: 'citizen',
  setHeartsDone: 'citizen',
  setCitizensPhase: 'citizen',
  /** One person leads the meeting from step to step. */
  setStep: 'leader',
  gatherAt: 'leader',
  setTimer: 'leader',
  /** What is told by link or between meetings is noted by the server, in the name of who told it. */
  reportAction: 'leader',
} as const satisfies Readonly<Record<string, 'writer' | 'citizen' | 'leader'>>;

export type BoardCommand = keyof typeof users;

/** Whether somebody may use a command of `shared/board`: their role, and the voices they were given. */
export function mayCommand(
  { role, voices }: { readonly role: Role; readonly voices: ReadonlySet<string> },
  command: BoardCommand,
): boolean {
  if (!may({ role }, 'write')) return false;
  if (role === 'leader' || users[command] === 'writer') return true;
  return users[command] === 'citizen' && (voices.has('citizen') || voices.has('child'));
}
