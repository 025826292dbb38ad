/** Where something stands in a text, both from 1, as editors count. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a value stands in sound JSON; of a path that leads nowhere, where what holds it stands. */
export function placeInJson(json: string, path: readonly PropertyKey[]): TextPlace {
  let at = skipSpace(json, 0);
  for (const step of path) {
    const inner =
      json[at] === '{' ? memberAt(json, at, String(step)) : json[at] === '[' ? elementAt(json, at, Number(step)) : -1;
    if (inner === -1) break;
    at = inner;
  }
  return placeAt(json, at);
}

function memberAt(json: string, start: number, key: string): number {
  let at = skipSpace(json, start + 1);
  while (json[at] === '"') {
    const end = skipValue(json, at);
    const value = skipSpace(json, skipSpace(json, end) + 1);
    if (JSON.parse(json.slice(at, end)) === key) return value;
    at = nextItem(json, value);
  }
  return -1;
}

function elementAt(json: string, start: number, index: number): number {
  let at = skipSpace(json, start + 1);
  for (let seen = 0; json[at] !== ']' && at < json.length; seen += 1) {
    if (seen === index) return at;
    at = nextItem(json, at);
  }
  return -1;
}

/** What comes after a value and its comma. */
function nextItem(json: string, value: number): number {
  const end = skipSpace(json, skipValue(json, value));
  return json[end] === ',' ? skipSpace(json, end + 1) : end;
}

function skipSpace(json: string, at: number): number {
  let next = at;
  while (/[\s\uFEFF]/.test(json[next] ?? '')) next += 1;
  return next;
}

/** The end of the value that starts here. */
function skipValue(json: string, start: number): number {
  if (json[start] === '"') {
    let at = start + 1;
    while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
    return at + 1;
  }
  if (json[start] !== '{' && json[start] !== '[') {
    let at = start;
    while (at < json.length && !/[\s,\]}]/.test(json[at] ?? '')) at += 1;
    return at;
  }
  let depth = 0;
  let at = start;
  do {
    if (json[at] === '"') at = skipValue(json, at);
    else {
      if (json[at] === '{' || json[at] === '[') depth += 1;
      if (json[at] === '}' || json[at] === ']') depth -= 1;
      at += 1;
    }
  } while (depth > 0 && at < json.length);
  return at;
}
