/** The names in what somebody typed into a list: «Jonas, Amira» is two people. */
export function namesIn(typed: string): readonly string[] {
  return typed
    .split(/[,;\n]/u)
    .map((name) => name.trim().replace(/\s+/gu, ' '))
    .filter((name) => name !== '');
}

/** Whether two names are written alike, whatever their capitals and spaces. Two who share a name are two people still. */
export function isSameName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
