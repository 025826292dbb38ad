import { createHash } from 'node:crypto';
import type { BoardId } from '@duken/shared/board';
import { diffPlans, type PlanUnreadable, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import type { ProblemKind } from '@duken/shared/protocol';
import { versionParams } from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { ArchivedVersion, PlanArchive } from '../storage/index.ts';
import { type ExportFormat, fileName } from './fileName.ts';
import { planToCsv } from './planToCsv.ts';
import { planToJson } from './planToJson.ts';
import { planToPdf } from './planToPdf.ts';
import { pictureToPng } from './planToPicture.ts';
import type { Renderer, RenderFailure } from './renderer.ts';

export interface ExportTools {
  readonly archive: Pick<PlanArchive, 'find'>;
  readonly watchReply: WatchReply;
  readonly renderer: Renderer;
}

/** A stored version and what it says, or why it cannot be read here. */
interface Found {
  readonly archived: ArchivedVersion;
  readonly read: Result<PlanVersion, PlanUnreadable>;
}

type Made = Result<Uint8Array, RenderFailure | PlanUnreadable>;
type Exporting = (found: Found, renderer: Pick<Renderer, 'render'>) => Made | Promise<Made>;

const contentTypes = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;

const problemOf = {
  busy: 'exportBusy',
  tooSlow: 'exportBusy',
  stopped: 'exportBusy',
  refused: 'exportFailed',
  versionUnreadable: 'versionUnreadable',
} as const satisfies Record<(RenderFailure | PlanUnreadable)['kind'], ProblemKind>;

/** Seconds until it is worth trying again: about as long as a queue of plans takes. */
const retryAfterS = 10;

/** `GET /api/boards/:boardId/plans/:version.pdf` and the like: a version as a file, for everybody who may read the duk. */
export function exportRoutes({ archive, watchReply, renderer }: ExportTools): FastifyPluginAsyncZod {
  const exports: Readonly<Record<ExportFormat, Exporting>> = {
    json: ({ archived }) => succeeded(planToJson(archived)),
    csv: ({ read }) => (read.ok ? succeeded(planToCsv(read.value)) : read),
    svg: ({ archived }) => succeeded(Buffer.from(archived.picture, 'utf8')),
    png: ({ archived }, theirs) => pictureToPng(theirs, archived.picture),
    pdf: async ({ archived, read }, theirs) => {
      if (!read.ok) return read;
      const version = read.value;
      const previous = await find(archived.boardId, archived.version - 1);
      return planToPdf(theirs, {
        version,
        // Of the very bytes the letter is made from, so that what is printed is true of it.
        sha256: hashOf(archived),
        picture: archived.picture,
        ...(version.version > 1
          ? { changes: previous?.read.ok ? diffPlans(previous.read.value, version) : 'unreadable' }
          : {}),
      });
    },
  };

  /** Undefined where there is no such version. */
  async function find(boardId: BoardId, number: number): Promise<Found | undefined> {
    const archived = number > 0 ? await archive.find(boardId, number) : undefined;
    return archived && { archived, read: readPlanVersion(archived.planJson) };
  }

  return async (app) => {
    for (const [format, makeFile] of Object.entries(exports) as [ExportFormat, Exporting][])
      app.get(
        // Digits only, so that `/plans/3` is left to the route that reads a version.
        `/api/boards/:boardId/plans/:version(^\\d+).${format}`,
        {
          schema: {
            summary: `A plan version as ${format.toUpperCase()}`,
            params: versionParams,
            response: {
              200: {
                description: 'The file',
                content: { [contentTypes[format].split(';')[0] ?? '']: { schema: z.any() } },
              },
              ...problemReplies,
            },
          },
        },
        async (request, reply) => {
          const { boardId, version } = request.params;
          const seat = await watchReply(request, reply, boardId, 'read');
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const found = await find(boardId, version);
          if (!found) return sendProblem(reply, { kind: 'versionNotFound' });
          // What cannot be read here can be taken away as it is, but not when it was altered as well.
          if (!found.read.ok && hashOf(found.archived) !== found.archived.sha256)
            return sendProblem(reply, { kind: 'versionAltered' });
          const asker = seat.value.participant.id;
          const file = await makeFile(found, { render: (job) => renderer.render(job, asker) });
          if (!file.ok) {
            if (file.failure.kind === 'versionUnreadable') return sendProblem(reply, file.failure);
            request.log.error({ format, ...file.failure }, 'a file was not made');
            if (problemOf[file.failure.kind] === 'exportBusy') reply.header('retry-after', String(retryAfterS));
            return sendProblem(reply, { kind: problemOf[file.failure.kind] });
          }
          return (
            reply
              .header('content-type', contentTypes[format])
              .header(
                'content-disposition',
                contentDisposition(fileName(found.read.ok ? found.read.value : found.archived, format)),
              )
              // The version never changes, but who may read it does.
              .header('cache-control', 'private, no-store')
              .send(Buffer.from(file.value.buffer, file.value.byteOffset, file.value.byteLength))
          );
        },
      );
  };
}

function hashOf({ planJson }: ArchivedVersion): string {
  return createHash('sha256').update(planJson).digest('hex');
}
