import { type AccountPermission, mayWithAccount } from '@duken/shared/access';
import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import {
  isForErasing,
  type Proposal,
  type ProposalId,
  type ProposalStep,
  proposalState,
  type StepFailure,
  stepProposal,
} from '@duken/shared/intake';
import { type ProposalEventKind, proposalEventKinds } from '@duken/shared/log';
import {
  changeProposalRequest,
  endProposalRequest,
  intakeReply,
  newBoardReply,
  newProposalRequest,
  type ProposalInListReply,
  type ProposalReply,
  proposalConsentRequest,
  proposalDukRequest,
  proposalParams,
  proposalReply,
  stepProposalRequest,
} from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Layouts } from '@duken/shared/template';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { osloDayOf } from '../access/index.ts';
import { signedInFor } from '../accounts/index.ts';
import { type AdmitNewBoard, sendNewBoardProblem } from '../boards/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, type LogReader, logFirst } from '../log/index.ts';
import type { AccountRow, Accounts, CaseLog, Intake, ProposalRow, Storage } from '../storage/index.ts';
import { type MakeDukOptions, makeDuk } from './makeDuk.ts';

/** Lines of its log that a proposal is shown with: as much as anybody reads. */
const linesShown = 100;
const permission: AccountPermission = 'keepIntake';

/** What the log is told of each step. */
const toldAs = {
  change: 'proposalChanged',
  ask: 'proposalAsked',
  consent: 'proposalConsented',
  notNeeded: 'proposalNotNeeded',
  decline: 'proposalDeclined',
  reopen: 'proposalReopened',
  makeDuk: 'proposalDuk',
} as const satisfies Readonly<Record<ProposalStep['kind'], ProposalEventKind>>;

/**
 * The core team's list of those who have been proposed, by a word and without a name before they have said yes; and from a yes to a
 * duk. For those who lead, together: nobody has a seat at what is no case yet, so nobody comes to it by a link.
 */
export function intakeRoutes(
  options: MakeDukOptions & {
    readonly intake: Intake;
    readonly erase: Storage['eraseProposal'];
    readonly accounts: Pick<Accounts, 'list'>;
    readonly caseLog: Pick<CaseLog, 'list'>;
    readonly sessions: Parameters<typeof signedInFor>[0];
    readonly admitNewBoard: AdmitNewBoard;
    readonly layouts: Layouts;
    /** For how many days nothing has come of a proposal before it should be erased. */
    readonly eraseAfterDays: number;
  },
): FastifyPluginAsyncZod {
  const { intake, sessions, clock, eraseAfterDays } = options;

  async function leadersNow() {
    const accounts = await options.accounts.list(clock());
    return accounts.filter((account) => mayWithAccount(account, permission));
  }

  /** Why it cannot be somebody who is asked to lead. */
  async function leaderFault(leaderId: string | undefined) {
    if (leaderId === undefined || (await leadersNow()).some(({ id }) => id === leaderId)) return undefined;
    return [{ pointer: '/leaderId', detail: 'Har ingen konto som leder saker her.' }];
  }

  function inListReply(row: ProposalRow, leaders: readonly AccountRow[]): ProposalInListReply {
    const { id, proposal, changedAt, closedAt } = row;
    const leader = leaders.find((account) => account.id === proposal.leaderId)?.name;
    return {
      proposalId: id,
      called: proposal.called,
      state: proposalState(proposal, closedAt),
      ...(leader === undefined ? {} : { leader }),
      changedAt,
      isForErasing: isForErasing(proposal, changedAt, clock(), eraseAfterDays),
    };
  }

  async function replyOf(request: FastifyRequest, row: ProposalRow): Promise<ProposalReply> {
    const { proposal, boardId } = row;
    const { standing, leaderId } = proposal;
    const [leaders, lines, ownSeat] = await Promise.all([
      leadersNow(),
      options.caseLog.list(logIdOf(row.id), { limit: linesShown }),
      boardId && options.sessions.seatFor(request, boardId, 'keepBoard'),
    ]);
    return {
      ...inListReply(row, leaders),
      revision: row.revision,
      criteria: proposal.criteria,
      ...(leaderId === undefined ? {} : { leaderId }),
      team: proposal.team,
      madeAt: row.madeAt,
      ...(standing.kind === 'consented' ? { consented: { name: standing.name, ...standing.consent } } : {}),
      ...(standing.kind === 'notNeeded' ? { reason: standing.reason } : {}),
      ...(ownSeat?.ok ? { boardId: ownSeat.value.board.id } : {}),
      log: lines.flatMap(({ number, at, name, event }) => {
        const did = proposalEventKinds.find((kind) => kind === event.kind);
        return did ? [{ number, at, name, did }] : [];
      }),
    };
  }

  /** Takes a proposal one step on, as whoever asks has it before them. */
  async function step(
    request: FastifyRequest<{ Params: z.output<typeof proposalParams>; Body: { readonly revision: number } }>,
    reply: FastifyReply,
    stepOf: (account: AccountRow) => ProposalStep,
    faultNow: () => ReturnType<typeof leaderFault> = async () => undefined,
  ) {
    const asker = await signedInFor(sessions, request, permission);
    if (!asker.ok) return sendProblem(reply, asker.failure);
    const { account } = asker.value;
    const fault = await faultNow();
    if (fault) return sendProblem(reply, { kind: 'invalidRequest' }, fault);
    const found = await stepped(request.params.proposalId, request.body.revision, stepOf(account));
    if (!found.ok) return sendProblem(reply, found.failure);
    const { row, proposal, kind } = found.value;
    const change = { proposal, changedAt: clock() };
    await logFirst(request, readerOf(account, row.id), { kind: toldAs[kind] });
    if (!(await intake.change(row.id, row.revision, change))) return sendProblem(reply, { kind: 'proposalChanged' });
    reply.header('cache-control', 'no-store');
    return replyOf(request, { ...row, ...change, revision: row.revision + 1 });
  }

  async function stepped(
    proposalId: ProposalId,
    revision: number,
    step: ProposalStep,
  ): Promise<
    Result<
      { readonly row: ProposalRow; readonly proposal: Proposal; readonly kind: ProposalStep['kind'] },
      StepFailure | { readonly kind: 'proposalNotFound' | 'proposalChanged' }
    >
  > {
    const row = await intake.find(proposalId, clock());
    if (!row) return failed({ kind: 'proposalNotFound' });
    if (row.revision !== revision) return failed({ kind: 'proposalChanged' });
    const proposal = stepProposal(row.proposal, step);
    return proposal.ok ? succeeded({ row, proposal: proposal.value, kind: step.kind }) : proposal;
  }

  const path = '/api/intake/:proposalId';
  const response = { 200: proposalReply, ...problemReplies };
  return async (app) => {
    app.get(
      '/api/intake',
      {
        schema: {
          summary: 'Those whom the core team has been told of, what was touched last first; for those who lead',
          response: { 200: intakeReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, permission);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const [rows, leaders] = await Promise.all([intake.list(clock()), leadersNow()]);
        for (const { id } of rows) inLog(request, readerOf(asker.value.account, id), { kind: 'intake' });
        reply.header('cache-control', 'no-store');
        return {
          proposals: rows.map((row) => inListReply(row, leaders)),
          leaders: leaders.map(({ id, name }) => ({ accountId: id, name })),
          eraseAfterDays,
        };
      },
    );

    app.post(
      '/api/intake',
      {
        schema: {
          summary: 'Somebody is proposed, by a word that the core team knows them by, and by no name',
          body: newProposalRequest,
          response: { 201: proposalReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, permission);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const fault = await leaderFault(request.body.leaderId);
        if (fault) return sendProblem(reply, { kind: 'invalidRequest' }, fault);
        const id = options.secrets.newId() as ProposalId;
        const proposal: Proposal = { ...proposalOf(request.body), standing: { kind: 'proposed' } };
        const madeAt = clock();
        // Its log has no place before it is there itself: one that no line can be written of is taken away again.
        await intake.add(id, proposal, madeAt);
        try {
          await logFirst(request, readerOf(asker.value.account, id), { kind: 'proposalMade' });
        } catch (error) {
          await options.erase(id);
          throw error;
        }
        const row = { id, proposal, revision: 1, madeAt, changedAt: madeAt };
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await replyOf(request, row));
      },
    );

    app.get(
      path,
      {
        schema: {
          summary: 'What the core team thinks of somebody who was proposed, and who has read it',
          params: proposalParams,
          response,
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, permission);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const row = await intake.find(request.params.proposalId, clock());
        if (!row) return sendProblem(reply, { kind: 'proposalNotFound' });
        inLog(request, readerOf(asker.value.account, row.id), { kind: 'proposal' });
        reply.header('cache-control', 'no-store');
        return replyOf(request, row);
      },
    );

    app.put(
      path,
      {
        schema: {
          summary: 'What the core team thinks by now: criteria, who should lead, who should be in the team and why',
          params: proposalParams,
          body: changeProposalRequest,
          response,
        },
      },
      async (request, reply) => {
        const { body } = request;
        return step(
          request,
          reply,
          () => ({ kind: 'change', to: proposalOf(body) }),
          () => leaderFault(body.leaderId),
        );
      },
    );

    app.post(
      `${path}/ask`,
      {
        schema: {
          summary: 'They have been asked',
          params: proposalParams,
          body: stepProposalRequest,
          response,
        },
      },
      async (request, reply) => step(request, reply, () => ({ kind: 'ask' })),
    );

    app.post(
      `${path}/consent`,
      {
        schema: {
          summary: 'They have said yes, and let services share: now there is a name',
          params: proposalParams,
          body: proposalConsentRequest,
          response,
        },
      },
      async (request, reply) => {
        const { revision: _, name, ...consent } = request.body;
        if (consent.until < osloDayOf(clock()))
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/until', detail: 'Må være i dag eller senere.' },
          ]);
        return step(request, reply, () => ({ kind: 'consent', name, consent }));
      },
    );

    app.post(
      `${path}/end`,
      {
        schema: {
          summary: 'Nothing comes of it: it is not needed, for a reason, or they said no',
          params: proposalParams,
          body: endProposalRequest,
          response,
        },
      },
      async (request, reply) => {
        const { reason } = request.body;
        return step(request, reply, () => (reason === undefined ? { kind: 'decline' } : { kind: 'notNeeded', reason }));
      },
    );

    app.post(
      `${path}/reopen`,
      {
        schema: {
          summary: 'Takes up again what came to nothing',
          params: proposalParams,
          body: stepProposalRequest,
          response,
        },
      },
      async (request, reply) => step(request, reply, () => ({ kind: 'reopen' })),
    );

    app.post(
      `${path}/duk`,
      {
        schema: {
          summary: 'Makes the duk of somebody who has said yes, led by whoever asks, with the consent and the team',
          params: proposalParams,
          body: proposalDukRequest([...options.layouts.keys()]),
          response: { 201: newBoardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, permission);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { account } = asker.value;
        const { revision, templateId } = request.body;
        const found = await stepped(request.params.proposalId, revision, { kind: 'makeDuk', by: account.id });
        if (!found.ok) return sendProblem(reply, found.failure);
        const { row, proposal } = found.value;
        const { standing, team } = row.proposal;
        if (standing.kind !== 'consented') throw new Error('a duk is made of a yes');
        const admitted = await options.admitNewBoard(request.ip);
        if (!admitted.ok) return sendNewBoardProblem(reply, admitted.failure);
        const made = await makeDuk(
          options,
          { request, reply },
          { standing, team },
          { leader: account, templateId },
          async ({ boardId }) => {
            await logFirst(request, readerOf(account, row.id), { kind: 'proposalDuk' });
            return intake.change(row.id, revision, { proposal, changedAt: clock(), boardId: boardId as BoardId });
          },
        );
        if (!made) return sendProblem(reply, { kind: 'proposalChanged' });
        return reply.code(201).send(made);
      },
    );

    app.delete(
      path,
      {
        schema: {
          summary: 'Erases a proposal for good, with its key; one that a case has come of goes with that',
          params: proposalParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, permission);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { proposalId } = request.params;
        if (!(await options.erase(proposalId))) {
          const isThere = (await intake.find(proposalId, clock())) !== undefined;
          return sendProblem(reply, { kind: isThere ? 'proposalStandsElse' : 'proposalNotFound' });
        }
        request.log.info({ proposalId, accountId: asker.value.account.id }, 'a proposal was erased by the core team');
        return reply.code(204).send();
      },
    );
  };
}

/** What was sent of a proposal, in our own words. */
function proposalOf({ called, criteria, leaderId, team }: z.output<typeof newProposalRequest>) {
  return { called, criteria, ...(leaderId === undefined ? {} : { leaderId }), team };
}

/** The log of a proposal lies with those of the cases, under its own id. */
function logIdOf(proposalId: ProposalId): BoardId {
  return proposalId as string as BoardId;
}

/** Whoever is signed in, as the log tells of them. There is no seat: whoever leads is one reader, wherever they sit. */
function readerOf({ id, name }: AccountRow, proposalId: ProposalId): LogReader {
  return {
    boardId: logIdOf(proposalId),
    personId: id as string as PersonId,
    participantId: id as string as ParticipantId,
    name,
    access: 'account',
    accessId: id,
  };
}
