/** Roles (domain.md, "People"). `admin` sees no duk by virtue of the role. */
export const roles = ['leader', 'editor', 'interpreter', 'viewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles a share link can give: a leader has a link of their own, made with the board. */
export const linkRoles = ['editor', 'interpreter', 'viewer'] as const;
export type LinkRole = (typeof linkRoles)[number];
