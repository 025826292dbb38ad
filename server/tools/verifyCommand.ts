import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BoardId } from '@duken/shared/board';
import { type LogFault, type LogHead, logFaults } from '@duken/shared/log';
import type { PlanUnreadable } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { z } from 'zod';
import { type ChainProblem, readChain } from '../plans/index.ts';
import type { Storage } from '../storage/index.ts';
import { type Command, count } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';

const problemTexts = {
  planAltered: 'the plan, the sheet or the meeting was altered',
  stateAltered: 'the document state was altered',
  pictureAltered: 'the picture was altered',
  rowAltered: 'its row says something else than the plan in it',
  chainBroken: 'it does not follow the version before it',
  versionMissing: 'it is missing',
} as const satisfies Record<ChainProblem, string>;

export const verifyCommand: Command = {
  usage: [
    [
      'duk verify',
      'checks that every plan version is as it was frozen, and every line of the cases’ logs as it was written',
    ],
    [
      'duk verify --heads FILE',
      'the same, and that no log is shorter than what the server said in its own log, kept elsewhere',
    ],
  ],
  async run(args, config) {
    const [option, file] = args;
    if (args.length > 0 && !(args.length === 2 && option === '--heads')) return undefined;
    const heads = file === undefined ? succeeded([]) : await headsIn(file);
    if (!heads.ok) {
      console.error(`Cannot verify: ${heads.failure}.`);
      return 2;
    }
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) {
      console.error(`Cannot verify: ${storage.failure}.`);
      return 2;
    }
    try {
      const plans = await verifyPlans(storage.value);
      const logs = await verifyLogs(storage.value, heads.value);
      return plans && logs ? 0 : 1;
    } finally {
      await storage.value.close();
    }
  },
};

/** Names the folder too: in a mistyped one there is nothing, and nothing wrong. */
async function verifyPlans(storage: Storage): Promise<boolean> {
  const boards = await storage.archive.listBoards();
  let versions = 0;
  let problems = 0;
  let unreadable = 0;
  for (const boardId of boards) {
    for (const { version, problems: found, unreadable: why } of await readChain(storage, boardId)) {
      versions += 1;
      // Not a problem of the version: it has the hash it was given, and a newer product reads it.
      if (why && !found.includes('planAltered')) {
        unreadable += 1;
        console.log(`board ${boardId} version ${version}: not altered, but cannot be read here (${formatText(why)})`);
      }
      for (const problem of found) {
        problems += 1;
        console.log(`board ${boardId} version ${version}: ${problemTexts[problem]}`);
      }
    }
  }
  const looked = `${count(versions, 'plan version')} on ${count(boards.length, 'board')} in ${storage.place}`;
  const found = problems === 0 ? 'all as they were frozen' : count(problems, 'problem');
  console.log(`${looked}: ${found}${unreadable === 0 ? '' : `, ${unreadable} that cannot be read here`}`);
  return problems === 0;
}

/** @param known newest lines of cases, as they were told to somebody else */
async function verifyLogs(storage: Storage, known: readonly LogHead[]): Promise<boolean> {
  const { caseLog, directory } = storage;
  const there = await caseLog.boards();
  const cases = new Set([...there, ...known.map(({ boardId }) => boardId as BoardId)]);
  let lines = 0;
  let problems = 0;
  for (const boardId of cases) {
    // What was erased has no log any more.
    if (!there.includes(boardId) && !(await directory.findBoard(boardId))) continue;
    // The head first: a line that a server writes meanwhile comes after it.
    const head = await caseLog.head(boardId);
    const stored = await caseLog.stored(boardId);
    lines += stored.length;
    const heads = [...(head ? [head] : []), ...known.filter((each) => each.boardId === boardId)];
    const faults = logFaults(stored, heads, (text) => createHash('sha256').update(text).digest('hex'));
    problems += faults.length;
    for (const fault of faults) console.log(`board ${boardId} log: ${logFaultText(fault)}`);
    if (head) continue;
    problems += 1;
    console.log(`board ${boardId} log: what its newest line is was taken away`);
  }
  const looked = `${count(lines, 'log line')} on ${count(there.length, 'board')}`;
  console.log(`${looked}: ${problems === 0 ? 'all as they were written' : count(problems, 'problem')}`);
  return problems === 0;
}

function logFaultText(fault: LogFault): string {
  switch (fault.kind) {
    case 'altered':
      return `line ${fault.number} was altered`;
    case 'missing':
      return fault.from === fault.to
        ? `line ${fault.from} is missing`
        : `lines ${fault.from} to ${fault.to} are missing`;
    case 'chainBroken':
      return `line ${fault.number} does not follow the line before it`;
    case 'headDiffers':
      return `line ${fault.number} is another than the one that was written`;
  }
}

const grown = z.object({ heads: z.array(z.object({ boardId: z.string(), number: z.int(), hash: z.string() })) });

/** The newest lines that a server told of in its own log, whatever else stands there. */
async function headsIn(file: string): Promise<Result<readonly LogHead[], string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return failed(`${file} cannot be read`);
  }
  return succeeded(
    text
      .split('\n')
      .filter((line) => line.includes('"heads"'))
      .flatMap((line) => grown.safeParse(jsonIn(line)).data?.heads ?? []),
  );
}

/** Before a line's JSON there may be what a collector of logs put there. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line.slice(line.indexOf('{')));
  } catch {
    return undefined;
  }
}

function formatText({ cause, format }: PlanUnreadable): string {
  if (cause === 'newer') return `format ${format}, newer than this program: update it`;
  return format === undefined ? 'of no known format' : `does not fit format ${format}`;
}
