export { inLog, logFirst, seatInLog, writeBeforeAnswers } from './inLog.ts';
export { LogBook, type LogReader } from './logBook.ts';
export { logRoutes } from './logRoutes.ts';
