import type { AccountReply } from '@duken/shared/protocol';
import type { AccountRow } from '../storage/index.ts';

/** What is told of an account, but for whose word it exists by. */
export function accountReplyOf(
  { id, name, email, mayLead, isAdmin, passwordHash }: AccountRow,
  hasPasskey: boolean,
): Omit<AccountReply, 'provider'> {
  return { accountId: id, name, email, mayLead, isAdmin, hasPassword: passwordHash !== undefined, hasPasskey };
}
