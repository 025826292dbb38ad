export { openMailer } from './mailer.ts';
export type { Messenger } from './messenger.ts';
export { openSmsHook } from './smsHook.ts';
