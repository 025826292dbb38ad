export { type AccessId, type SeatState, seatStates } from './access.ts';
export {
  type AccountId,
  type AccountPermission,
  type AccountRights,
  type Leadership,
  type MembershipId,
  mayEndLeading,
  mayHandOver,
  mayWithAccount,
  type PasskeyId,
  type SignInId,
} from './account.ts';
export { boardOf, type DocumentId, type DocumentPart, documentIdOf, documentParts, partOf } from './documentId.ts';
export { type DocumentRights, documentRights } from './documentRights.ts';
export {
  type BoardId,
  type NoteVoice,
  noteVoices,
  type ParticipantId,
  theRound,
  type Voice,
  voiceChoices,
  voices,
} from './ids.ts';
export { type Asker, may, type Permission } from './may.ts';
export { type BoardCommand, mayCommand } from './mayCommand.ts';
export { longestPassword, type PasswordFault, passwordFault } from './password.ts';
export { type LinkRole, linkRoles, type Role, roles } from './role.ts';
export { type LinkId, type LinkLife, linkWorks } from './shareLink.ts';
export { type SignInFailures, signInWait, withFailure } from './signInPace.ts';
export {
  isWayEnough,
  type MissingStep,
  mayLoseLastPasskey,
  missingStep,
  type SignInWay,
  signInWay,
} from './signInWay.ts';
export type { Writer } from './writer.ts';
