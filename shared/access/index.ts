export { type AccessId, type SeatState, seatStates } from './access.ts';
export { boardOf, type DocumentId, type DocumentPart, documentIdOf, documentParts, partOf } from './documentId.ts';
export { type DocumentRights, documentRights } from './documentRights.ts';
export { type BoardId, type ParticipantId, type Voice, voiceChoices, voices } from './ids.ts';
export { type Asker, type Deed, may } from './may.ts';
export { type BoardCommand, mayCommand } from './mayCommand.ts';
export { type LinkRole, linkRoles, type Role, roles } from './role.ts';
export { type LinkId, type LinkLife, linkWorks } from './shareLink.ts';
export type { Writer } from './writer.ts';
