import { createHash } from 'node:crypto';
import { type BoardId, compareText, type PersonId } from '@duken/shared/board';
import { type CalendarDay, type CalendarEvent, meetingDays, nextEvents } from '@duken/shared/followUp';
import { hashOf, osloDayOf, type Secrets } from '../access/index.ts';
import type { CalendarFeed, CalendarStore, Directory } from '../storage/index.ts';
import type { AnswerDoor } from './answerDoor.ts';
import type { Answering } from './answering.ts';
import { calendarFile, calendarWords } from './calendarFile.ts';

/** How long a feed works, in milliseconds: a year, since nobody asks for one anew between two meetings. */
const feedLivesMs = 365 * 24 * 60 * 60 * 1000;
/** For so long a calendar is told that something is cancelled: one that asks less often than that shows it for ever. */
const tellCancelledMs = 180 * 24 * 60 * 60 * 1000;

/** What one person's calendar holds: the days of what they have promised, and of the case's meetings. */
export class Calendars {
  readonly #tools: CalendarTools;

  constructor(tools: CalendarTools) {
    this.#tools = tools;
  }

  /** Makes one more address for a person's calendar. Its secret is kept by nobody. */
  async makeFeed(origin: string, boardId: BoardId, personId: PersonId): Promise<{ url: string; expiresAt: number }> {
    const { store, secrets, clock } = this.#tools;
    const secret = secrets.newSecret();
    const createdAt = clock();
    const expiresAt = createdAt + feedLivesMs;
    const feed = { id: secrets.newId(), boardId, personId, secretHash: hashOf(secret), createdAt, expiresAt };
    await store.createFeed(feed);
    return { url: `${origin}/kalender/${secret}.ics`, expiresAt };
  }

  count(boardId: BoardId, personId: PersonId): Promise<number> {
    return this.#tools.store.countFeeds(boardId, personId, this.#tools.clock());
  }

  withdraw(boardId: BoardId, personId: PersonId): Promise<void> {
    return this.#tools.store.withdrawFeeds(boardId, personId, this.#tools.clock());
  }

  /** The feed of a secret, for as long as its person may be told of the case. */
  async feedOf(secret: string): Promise<CalendarFeed | undefined> {
    const { store, directory, mayAnswer, clock } = this.#tools;
    const feed = await store.findFeed(hashOf(secret), clock());
    if (!feed) return undefined;
    const person = (await directory.listPeople(feed.boardId)).find(({ id }) => id === feed.personId);
    return person && (await mayAnswer(feed.boardId, person)) ? feed : undefined;
  }

  /** A person's calendar as it is now. What it tells is kept before it is told, so that no number is told twice of two days. */
  async fileOf(origin: string, boardId: BoardId, personId: PersonId): Promise<string> {
    const { answering, directory, store } = this.#tools;
    // Before what is to stand there: what was kept since, of what has changed since, is then not taken for older.
    const [keptOwn, keptMeetings] = await Promise.all([store.eventsOf(boardId, personId), store.eventsOf(boardId, '')]);
    const promises = (await answering.promisesOf(boardId, personId)) ?? [];
    const open = promises.filter(({ isDone, due }) => !isDone && due !== '');
    const deadlines = open.map(({ noteId, due }) => ({ uid: uidOf(boardId, personId, noteId), day: due }));
    const meetings = (await this.#meetingDaysOf(boardId)).map(({ key, day }) => ({
      uid: uidOf(boardId, 'meeting', key),
      day,
    }));
    const person = (await directory.listPeople(boardId)).find(({ id }) => id === personId);
    return calendarFile({
      words: calendarWords(person?.language),
      origin,
      deadlines: await this.#told(boardId, personId, keptOwn, deadlines),
      meetings: await this.#told(boardId, '', keptMeetings, meetings),
    });
  }

  /** A case that is closed meets no more; that it met stays. */
  async #meetingDaysOf(boardId: BoardId): Promise<ReturnType<typeof meetingDays>> {
    const { directory, clock } = this.#tools;
    const [board, rows] = await Promise.all([directory.findBoard(boardId), directory.listMeetings(boardId)]);
    const days = meetingDays(rows);
    if (board?.archivedAt === undefined) return days;
    const today = osloDayOf(clock());
    return days.filter(({ day }) => day <= today);
  }

  async #told(
    boardId: BoardId,
    owner: PersonId | '',
    kept: readonly CalendarEvent[],
    wanted: readonly CalendarDay[],
  ): Promise<readonly CalendarEvent[]> {
    const { store, clock } = this.#tools;
    const now = clock();
    const changed = nextEvents(kept, wanted, now).filter((event) => !kept.includes(event));
    await store.keepEvents(boardId, owner, changed);
    // Another asking at the same time may have been first: one number has one day, whoever is told it.
    const told = changed.length === 0 ? kept : await store.eventsOf(boardId, owner);
    return told
      .toSorted((a, b) => compareText(a.uid, b.uid))
      .filter(({ isCancelled, changedAt }) => !isCancelled || now - changedAt < tellCancelledMs);
  }
}

export interface CalendarTools {
  readonly store: CalendarStore;
  readonly answering: Pick<Answering, 'promisesOf'>;
  readonly directory: Pick<Directory, 'findBoard' | 'listPeople' | 'listMeetings'>;
  readonly mayAnswer: AnswerDoor;
  readonly secrets: Secrets;
  readonly clock: () => number;
}

/** The same for ever, and says nothing: ids of notes may hold words. */
function uidOf(boardId: BoardId, whose: string, what: string): string {
  return createHash('sha256').update(`calendar\n${boardId}\n${whose}\n${what}`).digest('base64url').slice(0, 27);
}
