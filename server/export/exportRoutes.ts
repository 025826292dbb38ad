import { createHash } from 'node:crypto';
import type { BoardId } from '@duken/shared/board';
import { diffPlans, type PlanVersion } from '@duken/shared/plan';
import { planVersionSchema, versionParams } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { type ProblemKind, problemReplies, sendProblem } from '../http/index.ts';
import type { ArchivedVersion, PlanArchive } from '../storage/index.ts';
import { type ExportFormat, fileName } from './fileName.ts';
import { planToCsv } from './planToCsv.ts';
import { planToJson } from './planToJson.ts';
import { planToPdf } from './planToPdf.ts';
import { pictureToPng } from './planToPicture.ts';
import type { Renderer, RenderFailure } from './renderer.ts';

export interface ExportTools {
  readonly archive: Pick<PlanArchive, 'find'>;
  readonly sessions: Pick<Sessions, 'seatFor'>;
  readonly renderer: Renderer;
}

/** A stored version and what it says. */
interface Found {
  readonly archived: ArchivedVersion;
  readonly version: PlanVersion;
}

type VersionUnreadable = { readonly kind: 'versionUnreadable' };

type Exporting = (
  found: Found,
  renderer: Pick<Renderer, 'render'>,
) => Result<Uint8Array, RenderFailure> | Promise<Result<Uint8Array, RenderFailure>>;

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
} as const satisfies Record<RenderFailure['kind'], ProblemKind>;

/** Seconds until it is worth trying again: about as long as a queue of plans takes. */
const retryAfterS = 10;

/** `GET /api/boards/:boardId/plans/:version.pdf` and the like: a version as a file, for everybody who may read the duk. */
export function exportRoutes({ archive, sessions, renderer }: ExportTools): FastifyPluginAsyncZod {
  const exports: Readonly<Record<ExportFormat, Exporting>> = {
    json: ({ archived }) => succeeded(planToJson(archived)),
    csv: ({ version }) => succeeded(planToCsv(version)),
    svg: ({ archived }) => succeeded(Buffer.from(archived.picture, 'utf8')),
    png: ({ archived }, theirs) => pictureToPng(theirs, archived.picture),
    pdf: async ({ archived, version }, theirs) => {
      const previous = await find(archived.boardId, archived.version - 1);
      return planToPdf(theirs, {
        version,
        // Of the very bytes the letter is made from, so that what is printed is true of it.
        sha256: createHash('sha256').update(archived.planJson).digest('hex'),
        picture: archived.picture,
        ...(version.version > 1
          ? { changes: previous?.ok ? diffPlans(previous.value.version, version) : 'unreadable' }
          : {}),
      });
    },
  };

  /** Undefined where there is no such version; `versionUnreadable` where what is stored is no plan any more. */
  async function find(boardId: BoardId, number: number): Promise<Result<Found, VersionUnreadable> | undefined> {
    const archived = number > 0 ? await archive.find(boardId, number) : undefined;
    return archived && readVersion(archived);
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
          const seat = await sessions.seatFor(request, boardId, 'read');
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const found = await find(boardId, version);
          if (!found) return sendProblem(reply, { kind: 'versionNotFound' });
          if (!found.ok) return sendProblem(reply, found.failure);
          const asker = seat.value.participant.id;
          const file = await makeFile(found.value, { render: (job) => renderer.render(job, asker) });
          if (!file.ok) {
            request.log.error({ format, ...file.failure }, 'a file was not made');
            if (problemOf[file.failure.kind] === 'exportBusy') reply.header('retry-after', String(retryAfterS));
            return sendProblem(reply, { kind: problemOf[file.failure.kind] });
          }
          return (
            reply
              .header('content-type', contentTypes[format])
              .header('content-disposition', contentDisposition(fileName(found.value.version, format)))
              // The version never changes, but who may read it does.
              .header('cache-control', 'private, no-store')
              .send(Buffer.from(file.value.buffer, file.value.byteOffset, file.value.byteLength))
          );
        },
      );
  };
}

function readVersion(archived: ArchivedVersion): Result<Found, VersionUnreadable> {
  try {
    const version = planVersionSchema.safeParse(JSON.parse(archived.planJson));
    return version.success ? succeeded({ archived, version: version.data }) : failed({ kind: 'versionUnreadable' });
  } catch (error) {
    if (error instanceof SyntaxError) return failed({ kind: 'versionUnreadable' });
    throw error;
  }
}
