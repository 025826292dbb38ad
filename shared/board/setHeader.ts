import { failed, type Result, succeeded } from '../result.ts';
import { cleanLine } from '../text/index.ts';
import type { Day } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { isDay } from './day.ts';

/** What is written at the head of the sheet. */
export interface Header {
  readonly title: string;
  /** PLANEN TIL. */
  readonly for: string;
  readonly horizonShort: Day;
  readonly horizonLong: Day;
}

/** Longest title or name at the head of the sheet, in UTF-16 units. */
export const maxHeaderLength = 120;

export type HeaderFailure =
  | { readonly kind: 'dayInvalid'; readonly day: string }
  | { readonly kind: 'lineTooLong'; readonly maxLength: number };

/** Writes at the head of the sheet: only the named fields. Cuts nothing: what is too long is for who wrote it to shorten. */
export function setHeader(board: BoardDocument, change: Partial<Header>): Result<void, HeaderFailure> {
  for (const day of [change.horizonShort, change.horizonLong])
    if (day && !isDay(day)) return failed({ kind: 'dayInvalid', day });
  const fields = Object.entries(change).map(([field, value]) => [field, cleanLine(value)] as const);
  if (fields.some(([, value]) => value.length > maxHeaderLength))
    return failed({ kind: 'lineTooLong', maxLength: maxHeaderLength });
  board.transact(() => {
    for (const [field, value] of fields) if (board.duk.get(field) !== value) board.duk.set(field, value);
  });
  return succeeded(undefined);
}
