export { accountLinkCommand } from './accountLinkCommand.ts';
export { backupCommand } from './backupCommand.ts';
export type { Command } from './command.ts';
export { journalCommand } from './journalCommand.ts';
export { keyCommand } from './keyCommand.ts';
export { moveCommand } from './moveCommand.ts';
export { restoreCommand } from './restoreCommand.ts';
export { setupLinkCommand } from './setupLinkCommand.ts';
export { verifyCommand } from './verifyCommand.ts';
