import type { ClockRange } from '@duken/shared/board';
import { count } from './command.ts';
import type { ExaminedJournal, JournalFault } from './examineJournal.ts';

const kinds = {
  altered: 'was altered',
  torn: 'is torn',
  missing: 'is missing',
  unreadable: 'cannot be read',
} as const satisfies Record<JournalFault['kind'], string>;

export function faultText({ from, to, kind }: JournalFault): string {
  return from === to ? `entry ${from} ${kinds[kind]}` : `entries ${from} to ${to} ${kinds[kind].replace('is', 'are')}`;
}

/** What a repair would keep and lose, line by line. */
export function salvageTexts({ salvaged, filledFrom }: ExaminedJournal): readonly string[] {
  const { lost, elsewhere, doubtful, missing, isWaiting } = salvaged;
  return [
    ...(filledFrom === undefined
      ? []
      : [`what was on the duk when plan version ${filledFrom} was frozen is all there, from that version`]),
    ...elsewhere.map((position) => `entry ${position}: what it wrote is there from elsewhere`),
    ...doubtful.map(
      (position) => `entry ${position}: kept as it reads; a letter may be another, and what it deleted is back`,
    ),
    ...lost.map(({ position, updates }) => `entry ${position}: ${count(updates, 'update')} lost`),
    ...missing.map((range) => `missing: ${rangeText(range)}`),
    ...(isWaiting
      ? ['kept but not shown: what leans on the missing parts, until somebody who still has them comes by']
      : []),
  ];
}

/** A part is one keystroke, one move, one choice; each Yjs client counts its own from 0. */
function rangeText({ client, from, to }: ClockRange): string {
  return `${count(to - from, 'part')} of Yjs client ${client}, clocks ${from} to ${to - 1}`;
}
