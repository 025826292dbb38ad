export { type IndexedAction, indexActions, indexedAction, indexFormat } from './actionIndex.ts';
export { type Answer, type AnswerKind, answerKinds } from './answer.ts';
export {
  type FollowedCase,
  type FollowedCaseCounts,
  type FollowedDoer,
  type FollowUp,
  type FollowUpGroup,
  type FollowUpItem,
  followUp,
  followUpGroups,
} from './followUp.ts';
