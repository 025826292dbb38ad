export type { AccessAnswer, DeedFailure, OwnSeat, SeatNow } from './accessQuestion.ts';
export { AccessWatch } from './accessWatch.ts';
export { type Invitation, type ReadInvitation, readInvitationWith } from './invitation.ts';
export { type JoinBoard, type JoinFailure, joinBoardWith } from './joinBoard.ts';
export { type PlaceFailure, StreamPlaces } from './places.ts';
export { hashOf, randomSecrets, type Secrets } from './secrets.ts';
export { askerOf, createSessions, type Sessions } from './session.ts';
export { type WatchReply, watchReplyWith } from './watchReply.ts';
export { WrongSecrets } from './wrongSecrets.ts';
