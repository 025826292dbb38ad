import { may, type Permission } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { News } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import {
  type AccessAnswer,
  type AccessWatch,
  askerOf,
  type PermissionFailure,
  type PlaceFailure,
  type Sessions,
  type StreamPlaces,
} from '../access/index.ts';
import type { BoardNews } from './boardNews.ts';

/** Somebody's line to us, of whatever kind. */
export interface NewsReader {
  tell(changed: News['changed']): void;
  /** Their access has ended, and so does this. */
  end(): void;
}

/** Reads news to somebody who may hear them. @returns stops, to be called once when they have left */
export type ReadNewsTo = (
  request: FastifyRequest,
  boardId: BoardId,
  reader: NewsReader,
) => Promise<Result<() => void, PermissionFailure | PlaceFailure>>;

export interface NewsOptions {
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly accessWatch: AccessWatch;
  readonly places: StreamPlaces;
}

export function readNewsWith({ sessions, news, accessWatch, places }: NewsOptions): ReadNewsTo {
  return async (request, boardId, reader) => {
    let answer: AccessAnswer | undefined;
    const watched = accessWatch.open(sessions.doorQuestionFor(request, boardId), (now) => {
      const was = answer;
      answer = now;
      if (!was || isSame(was, now)) return;
      // Who they are here, and what they may do, is news to them alone.
      reader.tell('access');
      if (!now.ok && now.failure.kind !== 'waiting') reader.end();
    });
    const atDoor = await watched.first;
    let participantId: ParticipantId;
    if (atDoor.ok) participantId = atDoor.value.participant.id;
    else if (atDoor.failure.kind === 'waiting') participantId = atDoor.failure.participantId;
    else return failed(atDoor.failure);
    const place = places.take(boardId, participantId);
    if (!place.ok) {
      watched.end();
      return place;
    }
    answer = atDoor;
    const unsubscribe = news.subscribe(boardId, (changed) => {
      if (isTheirs(changed, answer)) reader.tell(changed);
    });
    return succeeded(() => {
      unsubscribe();
      watched.end();
      place.value();
    });
  };
}

/** That somebody answered, and was seen to, changes nothing that the others see: when it happens would tell them what. */
const permissionOfNews: Partial<Record<News['changed'], Permission>> = {
  people: 'keepPeople',
  answers: 'followUp',
  plans: 'readPlans',
};

/** Whoever waits hears nothing; who the people are is the leader's to know, and that there is a plan theirs who may read it. */
function isTheirs(changed: News['changed'], answer: AccessAnswer | undefined): boolean {
  if (!answer?.ok) return false;
  return may(askerOf(answer.value), permissionOfNews[changed] ?? 'read');
}

function isSame(one: AccessAnswer, other: AccessAnswer): boolean {
  if (!one.ok || !other.ok)
    return one.ok === other.ok && !one.ok && !other.ok && one.failure.kind === other.failure.kind;
  const [was, is] = [one.value, other.value].map(({ participant, person, board, helps, helpers }) =>
    JSON.stringify([participant, person, board, helps, [...helpers]]),
  );
  return was === is;
}
