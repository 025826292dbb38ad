import { createHash } from 'node:crypto';
import type { BoardId, PersonId } from '@duken/shared/board';
import { type IndexedAction, mayRemindAt, personOf, reminderDue, waitingFor } from '@duken/shared/followUp';
import { doersOf } from '@duken/shared/people';
import { osloDayOf, osloHourOf } from '../access/index.ts';
import type { Messenger } from '../mail/index.ts';
import type { AnswerStore, FollowUpStore, PersonRow, ReminderKey, ReminderStore } from '../storage/index.ts';
import type { ActionIndexes } from './actionIndexes.ts';
import type { ActionsInUse } from './actionsInUse.ts';
import type { AnswerDoor } from './answerDoor.ts';
import type { MakeAnswerLink } from './answerLinks.ts';

export interface ReminderOptions {
  /** The ways out; whoever several reach is written to by the first. */
  readonly messengers: readonly Messenger[];
  /** Where people reach us: what links begin with. */
  readonly origin: string;
  readonly reminders: ReminderStore;
  readonly followUp: Pick<FollowUpStore, 'peopleOf'>;
  readonly answers: Pick<AnswerStore, 'answersOf' | 'deleteLink'>;
  readonly indexes: Pick<ActionIndexes, 'read'>;
  readonly mayRemind: AnswerDoor;
  readonly actionsInUse: ActionsInUse;
  readonly makeLink: MakeAnswerLink;
  readonly clock: () => number;
  readonly onFailed: (error: unknown) => void;
}

/** How often we look, in milliseconds; and how long one may take to send what it has taken, before another may. */
const everyMs = 15 * 60 * 1000;
const leaseMs = 10 * 60 * 1000;
/** After so long what could not be sent is tried again. */
const tryAgainAfterMs = 15 * 60 * 1000;
/** How many boards are looked through at once. */
const boardsAtOnce = 50;

/** All that anybody is told, beside the link: nothing of the case, nor that there is one. */
const words: Readonly<Record<string, string>> = {
  nb: 'Du har noe å svare på i Duken',
  nn: 'Du har noko å svare på i Duken',
  en: 'You have something to answer in Duken',
};

/** How somebody is reached. */
interface Way {
  readonly messenger: Messenger;
  readonly to: string;
}

/** What somebody is to be reminded of, in one message. */
interface Letter {
  readonly boardId: BoardId;
  readonly person: PersonRow;
  readonly way: Way;
  readonly reminders: readonly ReminderKey[];
}

/**
 * Reminds people by e-mail or SMS of what they have promised, so that the leader need not. Each reminder is sent once, however many servers
 * look and whenever they start: its row is leased before, and marked after. One that is killed between the two sends the same message
 * again, by the same id.
 */
export class Reminders {
  readonly #options: ReminderOptions;
  readonly #timer: NodeJS.Timeout;
  #sending: Promise<void> | undefined;
  #isStopped = false;

  constructor(options: ReminderOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.now(), everyMs).unref();
  }

  /** Resolves when all that is due was sent, or could not be. */
  now(): Promise<void> {
    this.#sending ??= this.#lookThrough()
      .catch(this.#options.onFailed)
      .finally(() => {
        this.#sending = undefined;
      });
    return this.#sending;
  }

  /** What is on its way is sent; the rest waits for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#sending;
    for (const messenger of this.#options.messengers) messenger.close();
  }

  async #lookThrough(): Promise<void> {
    const { reminders, clock } = this.#options;
    if (!mayRemindAt(osloHourOf(clock()))) return;
    let last: BoardId | undefined;
    for (;;) {
      const boardIds = await reminders.boards(clock(), boardsAtOnce, last);
      last = boardIds.at(-1);
      if (last === undefined) return;
      for (const letter of await this.#lettersOf(boardIds)) {
        // Many letters take their time, and the evening comes.
        if (this.#isStopped || !mayRemindAt(osloHourOf(clock()))) return;
        await this.#send(letter);
      }
    }
  }

  async #lettersOf(boardIds: readonly BoardId[]): Promise<readonly Letter[]> {
    const { indexes, followUp, answers, mayRemind, actionsInUse, clock } = this.#options;
    const people = await followUp.peopleOf(boardIds);
    const ways = new Map(people.map((person) => [person.id, this.#wayTo(person)]));
    const reached = new Set(people.filter(({ id }) => ways.get(id)).map(({ boardId }) => boardId));
    const [index, given] = await Promise.all([indexes.read([...reached]), answers.answersOf([...reached])]);
    const today = osloDayOf(clock());
    const letters = new Map<string, Letter>();
    for (const [boardId, onDuk] of index) {
      const inUse = await actionsInUse(boardId);
      const actions = inUse ? onDuk.filter(({ noteId }) => inUse.has(noteId)) : onDuk;
      const waiting = waitingFor(onDuk);
      const known = people.filter((person) => person.boardId === boardId);
      for (const action of actions)
        for (const person of peopleDoing(action, known)) {
          const way = ways.get(person.id);
          if (!way) continue;
          const answer = given.find(
            (row) => row.boardId === boardId && row.noteId === action.noteId && row.personId === person.id,
          );
          const kind = reminderDue(
            action,
            answer && { answeredOn: osloDayOf(answer.answeredAt) },
            today,
            waiting.has(action.noteId),
          );
          if (!kind) continue;
          const key = { boardId, noteId: action.noteId, personId: person.id, due: action.due, kind };
          const reminders = [...(letters.get(person.id)?.reminders ?? []), key];
          letters.set(person.id, { boardId, person, way, reminders });
        }
    }
    const found = [...letters.values()];
    const mayBeSent = await Promise.all(found.map(({ boardId, person }) => mayRemind(boardId, person)));
    return found.filter((_, index) => mayBeSent[index]);
  }

  #wayTo(person: PersonRow): Way | undefined {
    for (const messenger of this.#options.messengers) {
      const to = messenger.addressOf(person);
      if (to !== undefined) return { messenger, to };
    }
    return undefined;
  }

  async #send({ boardId, person, way, reminders: due }: Letter): Promise<void> {
    const { origin, reminders, answers, makeLink, clock, onFailed } = this.#options;
    const now = clock();
    const taken = await reminders.lease(due, now, now + leaseMs);
    if (taken.length === 0) return;
    const subject = words[person.language?.slice(0, 2) ?? 'nb'] ?? words.nb ?? '';
    const link = await makeLink(origin, boardId, person.id);
    try {
      const text = `${subject}:\n\n${link.url}\n`;
      await way.messenger.send({ to: way.to, subject, text, id: idOf(taken) });
    } catch (error) {
      await answers.deleteLink(link.id);
      await reminders.failed(taken, now, now + tryAgainAfterMs);
      onFailed(error);
      return;
    }
    await reminders.sent(taken, clock());
  }
}

function peopleDoing(action: IndexedAction, people: readonly PersonRow[]): readonly PersonRow[] {
  const nameOf = (personId: PersonId) => people.find(({ id }) => id === personId)?.name;
  return doersOf(action, nameOf).flatMap((doer) => personOf(doer, people) ?? []);
}

/** The same for the same reminders, and says nothing of them. */
function idOf(reminders: readonly ReminderKey[]): string {
  return createHash('sha256').update(JSON.stringify(reminders)).digest('hex').slice(0, 32);
}
