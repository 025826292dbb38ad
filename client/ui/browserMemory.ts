/** Keeps a choice in this browser. One that keeps nothing goes on without: it is only asked again next time. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be refused or full.
  }
}

/** What was kept, or undefined. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
