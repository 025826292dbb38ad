export {
  accessKinds,
  isSeen,
  keyOf,
  type LogEvent,
  type LogLine,
  logEventSchema,
  logLineSchema,
  type ProposalEventKind,
  proposalEventKinds,
  sittingMs,
} from './caseLog.ts';
export { type LogFault, type LogHead, logFaults, type StoredLogLine } from './logFaults.ts';
