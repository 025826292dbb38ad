/** Commands for those who look after an installation: `npx -y pnpm duk verify`. */
import { readConfig } from './config.ts';
import { type ChainProblem, readChain } from './plans/index.ts';
import { openStorage, type Storage } from './storage/index.ts';

const problemTexts = {
  planAltered: 'the plan, the sheet or the meeting was altered',
  stateAltered: 'the document state was altered',
  pictureAltered: 'the picture was altered',
  rowAltered: 'its row says something else than the plan in it',
  chainBroken: 'it does not follow the version before it',
  versionMissing: 'it is missing',
} as const satisfies Record<ChainProblem, string>;

process.exitCode = await run(process.argv.slice(2));

/** @returns 0 when all is well, 1 when something is wrong with the versions, 2 when they could not be looked at */
async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command !== 'verify' || rest.length > 0) {
    console.error('Use: pnpm duk verify   checks that every plan version is as it was frozen');
    return 2;
  }
  const config = readConfig();
  if (!config.ok) {
    console.error(`Cannot verify: ${config.failure.setting} ${config.failure.rule}.`);
    return 2;
  }
  const storage = await openStorage(config.value);
  if (!storage.ok) {
    const { dataDir, databaseUrl } = config.value;
    const place = databaseUrl === undefined ? `the data in ${dataDir}` : 'the database in DUK_DATABASE_URL';
    console.error(`Cannot verify: ${place} cannot be opened (${storage.failure.kind}).`);
    return 2;
  }
  try {
    return await verify(storage.value);
  } finally {
    await storage.value.close();
  }
}

/** Names the folder too: in a mistyped one there is nothing, and nothing wrong. */
async function verify(storage: Storage): Promise<number> {
  const boards = await storage.archive.listBoards();
  let versions = 0;
  let problems = 0;
  for (const boardId of boards) {
    for (const { version, problems: found } of await readChain(storage, boardId)) {
      versions += 1;
      for (const problem of found) {
        problems += 1;
        console.log(`board ${boardId} version ${version}: ${problemTexts[problem]}`);
      }
    }
  }
  const looked = `${count(versions, 'plan version')} on ${count(boards.length, 'board')} in ${storage.place}`;
  console.log(problems === 0 ? `${looked}: all as they were frozen` : `${looked}: ${count(problems, 'problem')}`);
  return problems === 0 ? 0 : 1;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
