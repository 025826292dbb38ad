/** Commands for those who look after an installation: `npx -y pnpm duk` tells which. */
import { readConfig } from './config.ts';
import { StorageUnavailable } from './storage/index.ts';
import {
  accountLinkCommand,
  backupCommand,
  type Command,
  journalCommand,
  keyCommand,
  moveCommand,
  restoreCommand,
  setupLinkCommand,
  verifyCommand,
} from './tools/index.ts';

const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  move: moveCommand,
  journal: journalCommand,
  key: keyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  'setup-link': setupLinkCommand,
  'account-link': accountLinkCommand,
};

// What a command writes may hold what families wrote.
process.umask(0o077);

process.exitCode = await run(process.argv.slice(2));

/** @returns 0 when all is well, 1 when something is wrong with what is kept, 2 when it could not be looked at or done */
async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const config = readConfig();
  if (command && !config.ok) {
    console.error(`Cannot ${name}: ${config.failure.setting} ${config.failure.rule}.`);
    return 2;
  }
  try {
    const code = config.ok ? await command?.run(args, config.value) : undefined;
    if (code !== undefined) return code;
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    const cause = error.cause instanceof Error ? error.cause.message : 'no reason was given';
    console.error(`Cannot ${name}: ${error.message} (${cause}). Check the disk or the database, or restore a backup.`);
    return 2;
  }
  const forms = Object.values(commands).flatMap(({ usage }) => usage);
  const width = Math.max(...forms.map(([form]) => form.length));
  console.error(['Use:', ...forms.map(([form, does]) => `  pnpm ${form.padEnd(width)}  ${does}`)].join('\n'));
  return 2;
}
