import { keyOf, type LogLine, logLineSchema } from './caseLog.ts';

/** The newest line of a case's log, by which everything before it is fixed. */
export interface LogHead {
  readonly boardId: string;
  readonly number: number;
  /** SHA-256 as lower-case hex. */
  readonly hash: string;
}

/** A line as it lies: what was hashed, and beside it what it is found by. */
export interface StoredLogLine extends LogHead {
  readonly at: number;
  readonly personId: string;
  readonly participantId: string;
  readonly event: string;
  /** The `LogLine` as JSON, the very text that was hashed. */
  readonly line: string;
}

export type LogFault =
  | { readonly kind: 'altered'; readonly number: number }
  /** Lines that were there, to judge by those after them or by the head. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** It follows another line than the one before it. */
  | { readonly kind: 'chainBroken'; readonly number: number }
  /** The newest line is not the one that the head names. */
  | { readonly kind: 'headDiffers'; readonly number: number };

/**
 * What is wrong with a case's log.
 * @param lines oldest first
 * @param heads those that are known, from wherever: each line they name must stand as it was
 */
export function logFaults(
  lines: readonly StoredLogLine[],
  heads: readonly LogHead[],
  sha256: (text: string) => string,
): readonly LogFault[] {
  const faults: LogFault[] = [];
  let previous = { number: 0, hash: '' };
  for (const stored of lines) {
    const { number, hash } = stored;
    const line = readLine(stored.line);
    if (number > previous.number + 1) faults.push({ kind: 'missing', from: previous.number + 1, to: number - 1 });
    if (!line || sha256(stored.line) !== hash || !liesAsItSays(stored, line)) faults.push({ kind: 'altered', number });
    else if (number === previous.number + 1 && line.previousHash !== previous.hash)
      faults.push({ kind: 'chainBroken', number });
    previous = { number, hash };
  }
  const last = Math.max(0, ...heads.map(({ number }) => number));
  if (last > previous.number) faults.push({ kind: 'missing', from: previous.number + 1, to: last });
  for (const head of heads) {
    const stored = lines.find(({ number }) => number === head.number);
    if (stored && stored.hash !== head.hash) faults.push({ kind: 'headDiffers', number: head.number });
  }
  return faults;
}

function readLine(text: string): LogLine | undefined {
  try {
    return logLineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function liesAsItSays(stored: StoredLogLine, line: LogLine): boolean {
  return (
    line.boardId === stored.boardId &&
    line.number === stored.number &&
    line.at === stored.at &&
    line.personId === stored.personId &&
    line.participantId === stored.participantId &&
    keyOf(line.event) === stored.event
  );
}
