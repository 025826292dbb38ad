import { may } from '@duken/shared/access';
import { type BoardId, compareText } from '@duken/shared/board';
import type { EarlierJourney } from '@duken/shared/journey';
import type { LetterContacts } from '@duken/shared/letter';
import { leavingFault, planLifeOf } from '@duken/shared/plan';
import { archiveQuery, type ProblemKind, versionParams } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { ArchivedVersionHead, ContactLine, ContactLog, PlanArchive, PlanLives } from '../storage/index.ts';
import type { ChosenNote } from './archivePackage.ts';
import { sendRenderFailure } from './exportRoutes.ts';
import type { Renderer } from './renderer.ts';

export interface ArchiveRouteTools {
  readonly archive: Pick<PlanArchive, 'find' | 'list'>;
  readonly planLives: Pick<PlanLives, 'list'>;
  readonly contactsOf: (boardId: BoardId, version: number) => Promise<LetterContacts>;
  /** What was said of the journey at the meetings before a version. */
  readonly journeyBefore: (
    boardId: BoardId,
    version: number,
  ) => Promise<Result<EarlierJourney, { readonly kind: ProblemKind }>>;
  readonly contacts: Pick<ContactLog, 'list'>;
  readonly watchReply: WatchReply;
  readonly renderer: Pick<Renderer, 'render'>;
  readonly inspect: (
    head: ArchivedVersionHead,
    isStale: boolean,
  ) => Promise<
    Result<
      { readonly problems: readonly string[]; readonly brief?: unknown } | undefined,
      { readonly kind: ProblemKind }
    >
  >;
  /** The law that the municipality shields plans by; without one no package is made. */
  readonly ground: string | undefined;
}

/** `GET /api/boards/:boardId/plans/:version/arkiv.zip`: a version as the municipality's archive takes it, for those who lead the case. */
export function archiveRoute(tools: ArchiveRouteTools): FastifyPluginAsyncZod {
  const { archive, planLives, contacts, contactsOf, journeyBefore, watchReply, renderer, inspect, ground } = tools;
  return async (app) => {
    app.get(
      '/api/boards/:boardId/plans/:version/arkiv.zip',
      {
        schema: {
          summary:
            "A plan version that is no draft, packed for the municipality's archive: arkivmelding.xml, PDF, JSON, SVG and SHA256SUMS",
          params: versionParams,
          querystring: archiveQuery,
          response: {
            200: { description: 'The package', content: { 'application/zip': { schema: z.any() } } },
            ...problemReplies,
          },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await watchReply(request, reply, boardId, 'keepPlan');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const head = (await archive.list(boardId)).find((each) => each.version === version);
        const archived = head && (await archive.find(boardId, version));
        if (!archived) return sendProblem(reply, { kind: 'versionNotFound' });
        // What is kept for ever is looked at anew, whatever is remembered of it.
        const inspected = await inspect(head, true);
        if (!inspected.ok) return sendProblem(reply, inspected.failure);
        if (!inspected.value || inspected.value.problems.length > 0)
          return sendProblem(reply, { kind: 'versionAltered' });
        if (!inspected.value.brief) return sendProblem(reply, { kind: 'versionUnreadable' });
        const events = await planLives.list(boardId);
        const lifeOf = (of: number) => planLifeOf(events.flatMap((one) => (one.version === of ? [one.event] : [])));
        const fault = leavingFault(lifeOf(version));
        if (fault) return sendProblem(reply, { kind: fault });
        if (ground === undefined) return sendProblem(reply, { kind: 'archiveGroundMissing' });
        const notes = request.query.notater === undefined ? [] : request.query.notater.split(',');
        // The log is the leaders' own: whoever may keep the plan does not thereby read it.
        if (notes.length > 0 && !may(seat.value.participant, 'readContacts'))
          return sendProblem(reply, { kind: 'notAllowed' });
        const chosen = chosenNotes(notes, notes.length > 0 ? await contacts.list(boardId) : []);
        if (chosen.length < notes.length)
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/notater', detail: 'I adressen: Må være linjer i kontaktloggen, hver én gang.' },
          ]);
        const earlier = Array.from({ length: version - 1 }, (_, index) => index + 1);
        const previous = version > 1 ? await archive.find(boardId, version - 1) : undefined;
        const journey = await journeyBefore(boardId, version);
        if (!journey.ok) return sendProblem(reply, journey.failure);
        const { planJson, picture } = archived;
        const made = await renderer.render(
          {
            kind: 'archive',
            letter: {
              planJson,
              ...(version > 1 ? { comparedPlanJson: previous?.planJson ?? '' } : {}),
              earlier: journey.value,
              contacts: await contactsOf(boardId, version),
              reader: 'family',
              language: 'nb',
              form: 'plan',
            },
            picture,
            ground,
            notes: chosen,
            hasFolder: earlier.some((one) => lifeOf(one).receipts.length > 0),
          },
          boardId,
        );
        if (!made.ok) return sendRenderFailure(request, reply, 'arkiv.zip', made.failure);
        inLog(request, seatInLog(seat.value), { kind: 'export', version, format: 'arkiv.zip' });
        return (
          reply
            .header('content-type', 'application/zip')
            // Whose it is stands inside alone.
            .header('content-disposition', `attachment; filename="arkiv-versjon-${version}.zip"`)
            .header('cache-control', 'private, no-store')
            .send(Buffer.from(made.value.buffer, made.value.byteOffset, made.value.byteLength))
        );
      },
    );
  };
}

/** The lines of these ids, each once, in the order of their days, with what corrects them. What corrects another is chosen with that. */
function chosenNotes(ids: readonly string[], lines: readonly ContactLine[]): readonly ChosenNote[] {
  return lines
    .filter(({ id, corrects }) => corrects === undefined && ids.includes(id))
    .toSorted((a, b) => compareText(a.day, b.day) || a.writtenAt - b.writtenAt)
    .map(({ id, day, words, by, writtenAt }) => ({
      ...{ id, day, words, by: by.name, writtenAt },
      corrections: lines
        .filter(({ corrects }) => corrects === id)
        .map((line) => ({ day: line.day, by: line.by.name, words: line.words })),
    }));
}
