export { type FreezeFailure, mayFreeze } from './mayFreeze.ts';
export type { Meeting, MeetingId, Present } from './meeting.ts';
