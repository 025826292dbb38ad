import { may } from '@duken/shared/access';
import { type BoardId, daysBetween, type PersonId } from '@duken/shared/board';
import type { LogEvent } from '@duken/shared/log';
import type { SubjectPresence } from '@duken/shared/meeting';
import { approvalFault, type LifeEvent, leavingFault, releaseFault, timeFault } from '@duken/shared/plan';
import {
  answerActionRequest,
  approvePlanRequest,
  archiveReceiptRequest,
  type News,
  type PlanLifeReply,
  type ProblemKind,
  planAnswerParams,
  planLifeReply,
  planTimeRequest,
  releasePlanRequest,
  versionParams,
} from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askerOf, type OwnSeat, osloDayOf, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import { subjectPresenceOn } from '../people/index.ts';
import type { Directory } from '../storage/index.ts';
import { VersionLife, type VersionLifeTools, type VersionNow } from './versionLife.ts';

export interface PlanLifeTools extends VersionLifeTools {
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'listMeetings' | 'listParticipants' | 'listPeople'>;
  readonly clock: () => number;
  /** Whether it is set up which law plans are shielded by in the archive. */
  readonly hasArchiveGround: boolean;
  /** Tells those who are on the board that its rows changed. */
  readonly announce: (boardId: BoardId, changed: News['changed']) => void;
}

/** What the log calls each thing that can happen. */
const loggedAs = {
  answered: 'planAnswered',
  approved: 'planApproved',
  approvedAsSpoken: 'planApprovedAsSpoken',
  timeAgreed: 'planTimeAgreed',
  released: 'planReleased',
  archived: 'planArchived',
} as const satisfies Record<Happening['kind'], LogEvent['kind']>;

const nothing = { 204: z.undefined(), ...problemReplies };

/** What happens to a version after it was frozen: it is answered, approved, taken into use, and received by the archive. */
export function planLifeRoutes(tools: PlanLifeTools): FastifyPluginAsyncZod {
  const { sessions, directory, clock, announce } = tools;
  const versions = new VersionLife(tools);

  /** Adds what happens, in the name of whoever does it, and answers. */
  async function happens(
    request: FastifyRequest,
    reply: FastifyReply,
    seat: OwnSeat,
    { boardId, version }: { readonly boardId: BoardId; readonly version: number },
    event: Happening,
    judge: (now: VersionNow) => ProblemKind | undefined,
  ): Promise<FastifyReply> {
    const who = { at: clock(), personId: seat.person.id, name: seat.participant.name };
    const added = await versions.add(boardId, version, { ...who, ...event }, judge, () =>
      logFirst(request, seatInLog(seat), { kind: loggedAs[event.kind], version }),
    );
    if (!added.ok) return sendProblem(reply, added.failure);
    announce(boardId, 'plans');
    return reply.code(204).send();
  }

  /** Whether anybody whom it is about was there. Of a version from before that was kept: as the case says now. */
  async function subjectWas(
    { boardId, version }: { readonly boardId: BoardId; readonly version: number },
    { life }: VersionNow,
  ): Promise<SubjectPresence> {
    if (life.subject) return life.subject;
    const meeting = (await directory.listMeetings(boardId)).find((row) => row.version === version);
    return subjectPresenceOn(directory, boardId, meeting?.present ?? []);
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/plans/:version/life',
      {
        schema: {
          summary:
            'How it has gone with a version since it was frozen: whether it is approved, and what was said to it',
          params: versionParams,
          response: { 200: planLifeReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'readPlans');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        // What was said to a plan is read with it.
        inLog(request, seatInLog(seat.value), { kind: 'plan', version });
        const now = await versions.read(boardId, version);
        if (!now.ok) return sendProblem(reply, now.failure);
        return lifeReply(now.value, seat.value, {
          today: osloDayOf(clock()),
          marked: (await directory.listPeople(boardId)).filter(({ isSubject }) => isSubject).length,
          subject: await subjectWas(request.params, now.value),
          hasArchiveGround: tools.hasArchiveGround,
        });
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/approve',
      {
        schema: {
          summary:
            'Approves the newest version: by somebody whom it is about, or as they said it, written down by the leader',
          params: versionParams,
          body: approvePlanRequest,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { body, params } = request;
        const isOwn = body.by === 'citizen';
        const seat = await sessions.seatFor(request, params.boardId, isOwn ? 'approvePlan' : 'keepPlan');
        if (!seat.ok) return sendProblem(reply, isOwn ? asCitizen(seat.failure) : seat.failure);
        if (body.by === 'citizen')
          return happens(request, reply, seat.value, params, { kind: 'approved' }, approvalFault);
        const { when, how } = body;
        const now = await versions.read(params.boardId, params.version);
        if (!now.ok) return sendProblem(reply, now.failure);
        // Nobody has said yes to a plan that was not there, or tomorrow.
        const first = [now.value.date, osloDayOf(now.value.frozenAt)].sort()[0] ?? '';
        const today = osloDayOf(clock());
        if (daysBetween(first, when) < 0 || daysBetween(when, today) < 0)
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/when', detail: `Må være fra og med dagen for møtet, ${first}, til og med i dag.` },
          ]);
        return happens(request, reply, seat.value, params, { kind: 'approvedAsSpoken', when, how }, approvalFault);
      },
    );

    app.put(
      '/api/boards/:boardId/plans/:version/answers/:noteId',
      {
        schema: {
          summary: 'Somebody whom the plan is about says yes to a tiltak, that they need time, or that it is not right',
          params: planAnswerParams,
          body: answerActionRequest,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const seat = await sessions.seatFor(request, params.boardId, 'answerPlan');
        if (!seat.ok) return sendProblem(reply, asCitizen(seat.failure));
        const { noteId } = params;
        const event = { kind: 'answered', noteId, answer: body.answer, line: body.line ?? '' } as const;
        return happens(request, reply, seat.value, params, event, (now) =>
          now.actions.includes(noteId) ? approvalFault(now) : 'actionNotInPlan',
        );
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/time',
      {
        schema: {
          summary: 'Notes how long it was agreed to think about a draft',
          params: versionParams,
          body: planTimeRequest,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const seat = await sessions.seatFor(request, params.boardId, 'keepPlan');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        // Time that is over already was never given.
        if (daysBetween(osloDayOf(clock()), body.until) < 1)
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/until', detail: 'Må være en dag etter i dag.' },
          ]);
        const { until } = body;
        return happens(request, reply, seat.value, params, { kind: 'timeAgreed', until }, (now) =>
          timeFault(now, until),
        );
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/release',
      {
        schema: {
          summary: 'Takes a draft into use when the agreed time is over, with the reason',
          params: versionParams,
          body: releasePlanRequest,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const seat = await sessions.seatFor(request, params.boardId, 'keepPlan');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const today = osloDayOf(clock());
        const before = await versions.read(params.boardId, params.version);
        if (!before.ok) return sendProblem(reply, before.failure);
        const subject = await subjectWas(params, before.value);
        return happens(request, reply, seat.value, params, { kind: 'released', reason: body.reason }, (now) =>
          releaseFault(now, today, subject),
        );
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/receipts',
      {
        schema: {
          summary: 'Notes what the archive called a version, and the day it took it',
          params: versionParams,
          body: archiveReceiptRequest,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const seat = await sessions.seatFor(request, params.boardId, 'keepPlan');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (daysBetween(body.day, osloDayOf(clock())) < 0)
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/day', detail: 'Kan ikke være en dag som ikke har vært.' },
          ]);
        return happens(request, reply, seat.value, params, { kind: 'archived', ...body }, ({ life }) =>
          leavingFault(life),
        );
      },
    );
  };
}

/** An event without who did it and when. */
type Happening = LifeEvent extends infer Each
  ? Each extends Exclude<LifeEvent, { readonly kind: 'frozen' | 'frozenBefore' }>
    ? Omit<Each, 'at' | 'personId' | 'name'>
    : never
  : never;

/** Whoever may not say yes as the citizen is told how the citizen's yes can be written down. */
function asCitizen<Failure extends { readonly kind: ProblemKind }>(failure: Failure) {
  return failure.kind === 'notAllowed' ? ({ kind: 'notCitizen' } as const) : failure;
}

function lifeReply(
  { life, isNewest }: VersionNow,
  seat: OwnSeat,
  {
    today,
    marked,
    subject,
    hasArchiveGround,
  }: {
    readonly today: string;
    readonly marked: number;
    readonly subject: SubjectPresence;
    readonly hasArchiveGround: boolean;
  },
): PlanLifeReply {
  const asker = askerOf(seat);
  const isKeeper = may(asker, 'keepPlan');
  const isOwn = (personId: PersonId | '') => personId === seat.person.id;
  const { state, approval, release, until } = life;
  return {
    state,
    ...(approval ? { approval } : {}),
    ...(release ? { release } : {}),
    ...(until ? { until } : {}),
    isNewest,
    timeIsOver: until !== undefined && daysBetween(until, today) > 0,
    mayAnswer: may(asker, 'answerPlan'),
    mayApprove: may(asker, 'approvePlan'),
    answers: life.answers
      .filter(({ personId }) => isKeeper || isOwn(personId))
      .map(({ personId, ...given }) => ({ ...given, isOwn: isOwn(personId) })),
    ...(state === 'draft' ? { subject } : {}),
    subjects: marked,
    receipts: isKeeper ? [...life.receipts] : [],
    ...(isKeeper ? { hasArchiveGround } : {}),
  };
}
