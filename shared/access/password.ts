/** Shortest and longest password, in characters (NIST SP 800-63B-4 asks for 15 where it is the only factor; ASVS 6.2.9 for room for 64). */
const shortestPassword = 12;
export const longestPassword = 128;

export type PasswordFault = 'passwordShort' | 'passwordLong';

/** What is wrong with a password's length, whoever's it is; spaces count as they stand. */
export function passwordFault(password: string): PasswordFault | undefined {
  const { length } = [...password.normalize('NFC')];
  if (length < shortestPassword) return 'passwordShort';
  return length > longestPassword ? 'passwordLong' : undefined;
}
