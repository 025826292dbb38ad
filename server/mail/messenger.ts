import type { Person } from '@duken/shared/people';

/** A message to one person. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What tells it from every other: sent twice, it is one message to whoever gets it. Letters and digits. */
  readonly id: string;
}

/** A way out of the building: e-mail, or SMS. */
export interface Messenger {
  /** Where it reaches somebody; undefined for whom it does not. */
  addressOf(person: Pick<Person, 'email' | 'phone'>): string | undefined;
  /** @throws when what it is handed to does not take it */
  send(message: Message): Promise<void>;
  close(): void;
}

/** Milliseconds that a server that says nothing is waited for: less than the stopping of ours takes at most. */
export const patienceMs = 5_000;
