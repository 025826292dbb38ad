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

/** Keeps a choice for as long as this tab is there, through a reload; undefined forgets it. */
export function rememberInTab(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Storage may be refused or full.
  }
}

/** What was kept for this tab, or undefined. */
export function recallInTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
