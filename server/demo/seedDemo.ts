import { documentIdOf, type Role } from '@duken/shared/access';
import {
  type BoardDocument,
  type BoardId,
  BoardReader,
  changeBoard,
  dayAfter,
  type ParticipantId,
  type PersonId,
  setForm,
} from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import type { LifeEvent } from '@duken/shared/plan';
import { sheetWords, tidyForm } from '@duken/shared/sheet';
import { hashOf, type Secrets } from '../access/index.ts';
import type { CreatedBoard } from '../boards/index.ts';
import { type FreezeTools, freezing } from '../plans/index.ts';
import { type Storage, updatesIn } from '../storage/index.ts';
import { type DemoCase, type DemoMeeting, leaderOf } from './demoCase.ts';
import { type DemoPerson, layNotes, playMeeting } from './playMeeting.ts';

export interface SeedTools {
  readonly storage: Pick<Storage, 'archive' | 'consents' | 'directory' | 'journal' | 'planLives'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly makeVersion: FreezeTools['makeVersion'];
}

/**
 * Plays a demo case on a new board, meeting by meeting: people come in, write, and freeze the duk, by the product's own
 * functions with the clock set to the day. The board is left as it stood after the last meeting.
 *
 * @param leaderId whoever sits at the board as its leader, and plays the part of the case's leader
 */
export async function seedDemo(
  tools: SeedTools,
  board: Pick<CreatedBoard, 'boardId' | 'joinSecret'>,
  leaderId: ParticipantId,
  demo: DemoCase,
): Promise<void> {
  const { boardId } = board;
  const duk = documentIdOf(boardId, 'duk');
  const firstMeeting = demo.meetings[0];
  const startsAt = firstMeeting ? momentOf(firstMeeting, '12:45') : tools.clock();
  const people = await seatPeople(tools, board, leaderId, demo, startsAt);
  for (const meeting of demo.meetings) {
    const updates = updatesIn(await tools.storage.journal.read(duk));
    const update = changeBoard(updates, (document) => playAndTidy(document, meeting, demo, people));
    await tools.storage.journal.append(new Map([[duk, [update]]]));
    const version = await freezeOn(tools, boardId, meeting, people);
    await hearOn(tools, { boardId, version, leaderId }, meeting, demo);
  }
  const { since } = demo;
  if (!since) return;
  const updates = updatesIn(await tools.storage.journal.read(duk));
  const update = changeBoard(updates, (document) => void layNotes(document, since, people, startsAt));
  await tools.storage.journal.append(new Map([[duk, [update]]]));
}

/** What happened at a meeting, and the sheet tidied at its end. */
function playAndTidy(
  document: BoardDocument,
  meeting: DemoMeeting,
  demo: DemoCase,
  people: ReadonlyMap<string, DemoPerson>,
): void {
  playMeeting(document, meeting, people, leaderOf(demo), momentOf(meeting, '13:00'));
  const reader = new BoardReader(document);
  const form = tidyForm({
    board: reader.read(),
    template: document.template,
    words: sheetWords.nb,
    names: new Map([...people].map(([name, { id }]) => [id, name])),
    meeting,
    folded: new Set(),
  });
  reader.destroy();
  setForm(document, form);
}

async function freezeOn(
  { storage, secrets, makeVersion }: SeedTools,
  boardId: BoardId,
  meeting: DemoMeeting,
  people: ReadonlyMap<string, DemoPerson>,
): Promise<number> {
  const meetingId = secrets.newId() as MeetingId;
  await storage.directory.createMeeting({
    id: meetingId,
    boardId,
    date: meeting.date,
    present: meeting.present.map((name) => {
      const person = people.get(name);
      return person ? { name, participantId: person.id } : { name };
    }),
    createdAt: momentOf(meeting, '13:00'),
  });
  const freezeMeeting = freezing({ ...storage, makeVersion, now: () => momentOf(meeting, '14:30') });
  const frozen = await freezeMeeting({ boardId, meetingId });
  if (!frozen.ok) throw new Error(`a demo case could not be frozen: ${frozen.failure.kind}`);
  return frozen.value.version;
}

/** How long the family of a plan that waits was given to think, in days. */
const thinkingDays = 14;

/** The family says yes to each plan a few days after its meeting; where the case tells of one that waits, time is agreed. */
async function hearOn(
  { storage }: SeedTools,
  of: { readonly boardId: BoardId; readonly version: number; readonly leaderId: ParticipantId },
  meeting: DemoMeeting,
  demo: DemoCase,
): Promise<void> {
  const { boardId, version, leaderId } = of;
  const leader = await storage.directory.findParticipant(boardId, leaderId);
  const who = { personId: leader?.personId ?? '', name: leaderOf(demo) } as const;
  const waits = demo.lastPlanWaits && meeting === demo.meetings.at(-1);
  const day = dayAfter(meeting.date, { days: waits ? 0 : 3 });
  const event: LifeEvent = waits
    ? { ...who, at: momentOf({ date: day }, '15:00'), kind: 'timeAgreed', until: dayAfter(day, { days: thinkingDays }) }
    : { ...who, at: momentOf({ date: day }, '10:00'), kind: 'approvedAsSpoken', when: day, how: demo.saidYes };
  const happened = await storage.planLives.list(boardId, version);
  await storage.planLives.append({ boardId, version, number: happened.length + 1, event });
}

/** Everybody of the case as a participant; nobody can come in as one of them, since their sessions are over. */
async function seatPeople(
  { storage, secrets }: SeedTools,
  { boardId, joinSecret }: Pick<CreatedBoard, 'boardId' | 'joinSecret'>,
  leaderId: ParticipantId,
  demo: DemoCase,
  joinedAt: number,
): Promise<ReadonlyMap<string, DemoPerson>> {
  const { directory } = storage;
  const joinLink = await directory.findLinkBySecret(boardId, hashOf(joinSecret));
  if (!joinLink) throw new Error('a demo needs a board with a join link');
  const people = new Map<string, DemoPerson>();
  const leader = leaderOf(demo);
  for (const { name, voice = 'service', ...rest } of [...demo.members, ...demo.team]) {
    const service = 'service' in rest ? { service: rest.service } : {};
    if (name === leader) {
      const seat = await directory.findParticipant(boardId, leaderId);
      if (seat?.personId) await directory.changePerson(boardId, seat.personId, service);
      people.set(name, { id: leaderId, voice });
      continue;
    }
    const role: Role = 'role' in rest && rest.role === 'tolk' ? 'interpreter' : 'editor';
    const personId = secrets.newId() as PersonId;
    const participant = await directory.enter(
      { id: secrets.newId() as ParticipantId, personId, boardId, linkId: joinLink.id, name, role, voice, joinedAt },
      { hash: hashOf(secrets.newSecret()), openedAt: joinedAt, expiresAt: joinedAt },
    );
    if (!participant) throw new Error('somebody of a demo case was removed before they came');
    // The family whom the plan is about: it names them, or they speak as its citizens.
    const isSubject = 'relation' in rest && (voice === 'citizen' || demo.for.includes(name));
    await directory.changePerson(boardId, personId, { isSubject, ...service });
    people.set(name, { id: participant.id, voice });
  }
  return people;
}

/** A time of a meeting's day, Norwegian winter time, in milliseconds since the epoch. */
function momentOf({ date }: Pick<DemoMeeting, 'date'>, time: string): number {
  return Date.parse(`${date}T${time}:00+01:00`);
}
