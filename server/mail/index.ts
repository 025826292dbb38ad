export { isAddress, type Mailer, type Message, openMailer } from './mailer.ts';
