export {
  changePresent,
  isPresent,
  joinPresentChanges,
  maxPresent,
  type PresentChanges,
  presentChangesBetween,
} from './changePresent.ts';
export { comingMeetings } from './comingMeetings.ts';
export { type FreezeFailure, mayFreeze } from './mayFreeze.ts';
export type { Meeting, MeetingId, Present } from './meeting.ts';
export {
  type LostPerson,
  type MatterKind,
  matterKey,
  type OpenMatter,
  openMatters,
} from './openMatters.ts';
export { type SubjectPresence, subjectPresenceOf, subjectPresences } from './subjectPresence.ts';
