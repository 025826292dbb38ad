export { type CaseFields, type FollowedWay, followedWays, type TargetGroup, targetGroups } from './caseFields.ts';
export { type CaseProgress, type CountedCase, progressOf, type VersionFacts } from './caseProgress.ts';
export { drawTable } from './drawTable.ts';
export { reportLetter } from './reportLetter.ts';
export { reportFacts, reportFile, reportRows } from './reportRows.ts';
export { releaseSchema, toldReportSchema } from './reportSchemas.ts';
export { type ReportLanguage, type ReportWords, reportWords } from './reportWords.ts';
export {
  type Release,
  type TableId,
  type ToldReport,
  type ToldRow,
  type ToldTable,
  tableIds,
  tellReport,
} from './tellReport.ts';
