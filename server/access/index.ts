export { ExpiryWatch } from './expiryWatch.ts';
export { type Invitation, type ReadInvitation, readInvitationWith } from './invitation.ts';
export { type JoinBoard, joinBoardWith } from './joinBoard.ts';
export { hashOf, randomSecrets, type Secrets } from './secrets.ts';
export { createSessions, type DeedFailure, type SeatFailure, type Sessions } from './session.ts';
