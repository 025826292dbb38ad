export { type Deed, may } from './may.ts';
export { type LinkRole, linkRoles, type Role, roles } from './role.ts';
export { type LinkId, type LinkLife, linkWorks } from './shareLink.ts';
