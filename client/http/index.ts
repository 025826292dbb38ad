export {
  changeMeeting,
  comparePlans,
  createBoard,
  createDemo,
  createLink,
  createMeeting,
  freezeMeeting,
  joinBoard,
  listBoards,
  type PlanFormat,
  planFileUrl,
  readPlan,
  whoAmI,
  withdrawLink,
} from './api.ts';
export { listenForNews } from './news.ts';
export type { RequestFailure } from './requestFailure.ts';
export { useFailureText } from './useFailureText.ts';
export { type Remote, useLinks, useMeetings, useParticipants, usePlans, useRemote } from './useRemote.ts';
