export {
  changeMeeting,
  createBoard,
  createDemo,
  createLink,
  createMeeting,
  freezeMeeting,
  joinBoard,
  listBoards,
  whoAmI,
  withdrawLink,
} from './api.ts';
export { listenForNews } from './news.ts';
export type { RequestFailure } from './requestFailure.ts';
export { useFailureText } from './useFailureText.ts';
export { type Remote, useLinks, useMeetings, useParticipants, useRemote } from './useRemote.ts';
