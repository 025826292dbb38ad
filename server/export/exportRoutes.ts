import type { BoardId } from '@duken/shared/board';
import { type ProblemKind, versionParams } from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from '../storage/index.ts';
import { type ExportFormat, fileName, type NamedVersion } from './fileName.ts';
import { type MadeFile, MadeFiles } from './madeFiles.ts';
import { planToJson } from './planToJson.ts';
import type { Renderer, RenderFailure } from './renderer.ts';
import type { RenderJob } from './renderJob.ts';

/** What is known of a version without taking it apart. */
export interface VersionInspection {
  /** Absent when it cannot be read here. */
  readonly brief?: NamedVersion;
}

export interface ExportTools {
  readonly archive: Pick<PlanArchive, 'find'>;
  readonly watchReply: WatchReply;
  readonly renderer: Pick<Renderer, 'render'>;
  /**
   * Whether a version is as it was frozen, and what it is called.
   * @param isStale its bytes are known not to be those that were looked at
   */
  readonly inspect: (
    head: ArchivedVersionHead,
    isStale: boolean,
  ) => Promise<Result<VersionInspection | undefined, { readonly kind: ProblemKind }>>;
}

const contentTypes = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;

/** What takes a version apart: not to be had of one that cannot be read. */
const needsReading: ReadonlySet<ExportFormat> = new Set(['pdf', 'csv']);

const problemOf = {
  busy: 'exportBusy',
  tooSlow: 'exportBusy',
  stopped: 'exportBusy',
  refused: 'exportFailed',
} as const satisfies Record<RenderFailure['kind'], ProblemKind>;

/** Seconds until it is worth trying again: about as long as a queue of plans takes. */
const retryAfterS = 10;

/** Plans are written in bokmål so far. What is asked for and not known is said, never passed over. */
const exportQuery = z.strictObject({ lang: z.enum(['nb']).optional() }, { error: 'Bare dette kan stå her: lang.' });

/** `GET /api/boards/:boardId/plans/:version.pdf` and the like: a version as a file, for those who may read the plans. */
export function exportRoutes({ archive, watchReply, renderer, inspect }: ExportTools): FastifyPluginAsyncZod {
  const files = new MadeFiles();

  async function make(format: ExportFormat, archived: ArchivedVersion): Promise<MadeFile> {
    const { boardId, version, planJson, picture } = archived;
    // A board's files wait in that board's line.
    const render = (job: RenderJob) => renderer.render(job, boardId);
    switch (format) {
      case 'json':
        return succeeded(planToJson(archived));
      case 'svg':
        return succeeded(Buffer.from(picture, 'utf8'));
      case 'png':
        return render({ kind: 'png', svg: picture });
      case 'csv':
        return render({ kind: 'csv', planJson });
      case 'pdf': {
        if (version === 1) return render({ kind: 'pdf', planJson, picture });
        const previous = await archive.find(boardId, version - 1);
        return render({ kind: 'pdf', planJson, picture, previousPlanJson: previous?.planJson ?? '' });
      }
    }
  }

  /** JSON and SVG are what is stored; the others are made, and kept under the hash of what they were made of. */
  function fileOf(format: ExportFormat, archived: ArchivedVersion): Promise<MadeFile> {
    if (format === 'json' || format === 'svg') return make(format, archived);
    const key = `${archived.boardId} ${archived.version} ${archived.sha256} ${format}`;
    return files.get(key, () => make(format, archived));
  }

  async function find(boardId: BoardId, version: number): Promise<ArchivedVersion | undefined> {
    return version > 0 ? archive.find(boardId, version) : undefined;
  }

  return async (app) => {
    for (const format of Object.keys(contentTypes) as ExportFormat[])
      app.get(
        // Digits only, so that `/plans/3` is left to the route that reads a version.
        `/api/boards/:boardId/plans/:version(^\\d+).${format}`,
        {
          schema: {
            summary: `A plan version as ${format.toUpperCase()}`,
            params: versionParams,
            querystring: exportQuery,
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
          const seat = await watchReply(request, reply, boardId, 'readPlans');
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const archived = await find(boardId, version);
          if (!archived) return sendProblem(reply, { kind: 'versionNotFound' });
          // What is handed out is hashed each time, whatever is remembered of it.
          const isAltered = (await hashOf(archived.planJson)) !== archived.sha256;
          const inspected = await inspect(headOf(archived), isAltered);
          if (!inspected.ok) return sendProblem(reply, inspected.failure);
          const { brief } = inspected.value ?? {};
          // What cannot be read here can be taken away as it is, but not when it was altered as well.
          if (!brief && isAltered) return sendProblem(reply, { kind: 'versionAltered' });
          if (!brief && needsReading.has(format)) return sendProblem(reply, { kind: 'versionUnreadable' });
          const file = await fileOf(format, archived);
          if (!file.ok) {
            request.log.error({ format, ...file.failure }, 'a file was not made');
            if (problemOf[file.failure.kind] === 'exportBusy') reply.header('retry-after', String(retryAfterS));
            return sendProblem(reply, { kind: problemOf[file.failure.kind] });
          }
          return (
            reply
              .header('content-type', contentTypes[format])
              .header('content-disposition', contentDisposition(fileName(brief ?? { version }, format)))
              // The version never changes, but who may read it does.
              .header('cache-control', 'private, no-store')
              .send(Buffer.from(file.value.buffer, file.value.byteOffset, file.value.byteLength))
          );
        },
      );
  };
}

/** SHA-256 as lower-case hex, away from the thread that serves people. */
async function hashOf(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}

function headOf({ state: _, planJson: __, picture: ___, ...head }: ArchivedVersion): ArchivedVersionHead {
  return head;
}
