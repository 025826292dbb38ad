export {
  changeMeeting,
  comparePlans,
  createBoard,
  createDemo,
  createLeaderLink,
  createLink,
  createMeeting,
  freezeMeeting,
  joinBoard,
  listBoards,
  listLayouts,
  type PlanFormat,
  planFileUrl,
  readInvitation,
  readPlan,
  removeParticipant,
  whoAmI,
  withdrawLink,
} from './api.ts';
export { listenForNews } from './news.ts';
export type { RequestFailure } from './requestFailure.ts';
export { useFailureText } from './useFailureText.ts';
export { type Remote, useLinks, useMeetings, useParticipants, usePlans, useRemote } from './useRemote.ts';
