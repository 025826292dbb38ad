export { type IndexedAction, indexActions, indexedAction, indexFormat, isOpen, waitingFor } from './actionIndex.ts';
export { type Answer, type AnswerKind, answerKinds } from './answer.ts';
export { type CalendarDay, type CalendarEvent, meetingDays, nextEvents } from './calendarEvents.ts';
export {
  type FollowedCase,
  type FollowedCaseCounts,
  type FollowedDoer,
  type FollowUp,
  type FollowUpGroup,
  type FollowUpItem,
  followUp,
  followUpGroups,
  personOf,
} from './followUp.ts';
export { mayRemindAt, type ReminderKind, reminderDue } from './reminder.ts';
export { type ReportFailure, reportAnswer } from './reportAnswer.ts';
export { familyNames, withoutNames } from './shortText.ts';
export { openSinceLast, type Promised, type SinceLast, sinceLast } from './sinceLast.ts';
export { type ToldByDoer, toldOf } from './toldOf.ts';
