/** 'a, b og c', with the language's own word before the last. */
export function joinedBy(and: string): (words: readonly string[]) => string {
  return (words) =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1]}`;
}
