import type { Role } from '@duken/shared/access';
import { useTranslation } from 'react-i18next';

const keys = {
  leader: 'roleLeader',
  editor: 'roleEditor',
  interpreter: 'roleInterpreter',
  viewer: 'roleViewer',
  admin: 'roleAdmin',
} as const satisfies Record<Role, string>;

/** What a role is called on screen. */
export function useRoleName(): (role: Role) => string {
  const { t } = useTranslation('common');
  return (role) => t(keys[role]);
}
