import type { PlanUnreadable } from '@duken/shared/plan';
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
  usage: [['duk verify', 'checks that every plan version is as it was frozen']],
  async run(args, config) {
    if (args.length > 0) return undefined;
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) {
      console.error(`Cannot verify: ${storage.failure}.`);
      return 2;
    }
    try {
      return await verify(storage.value);
    } finally {
      await storage.value.close();
    }
  },
};

/** Names the folder too: in a mistyped one there is nothing, and nothing wrong. */
async function verify(storage: Storage): Promise<number> {
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
  return problems === 0 ? 0 : 1;
}

function formatText({ cause, format }: PlanUnreadable): string {
  if (cause === 'newer') return `format ${format}, newer than this program: update it`;
  return format === undefined ? 'of no known format' : `does not fit format ${format}`;
}
