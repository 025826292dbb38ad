export {
  addPerson,
  admitParticipant,
  changeMe,
  changeMeeting,
  changePerson,
  comparePlans,
  createBoard,
  createDemo,
  createLeaderLink,
  createLink,
  createMeeting,
  emptyBin,
  freezeMeeting,
  joinBoard,
  listBoards,
  listLayouts,
  type PlanFormat,
  planFileUrl,
  readInvitation,
  readPlan,
  refuseParticipant,
  removeParticipant,
  whoAmI,
  withdrawLink,
} from './api.ts';
export { listenForNews } from './news.ts';
export type { RequestFailure } from './requestFailure.ts';
export { useFailureText } from './useFailureText.ts';
export {
  type Remote,
  useLinks,
  useMeetings,
  useParticipants,
  usePeople,
  usePeopleToName,
  usePlans,
  useRemote,
} from './useRemote.ts';
