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

/** Whether two names have a word in common, so that both may be one person's: «Jonas» is «Jonas Berg», who was «Jonas Lie». */
export function sharesWord(one: string, other: string): boolean {
  const words = new Set(keyOf(one).split(' '));
  return keyOf(other)
    .split(' ')
    .some((word) => words.has(word));
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
