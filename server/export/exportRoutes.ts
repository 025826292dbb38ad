import { createHash } from 'node:crypto';
import type { BoardId } from '@duken/shared/board';
import type { EarlierJourney } from '@duken/shared/journey';
import { type LetterContacts, letterStanding, letterTexts } from '@duken/shared/letter';
import {
  fileQuery,
  letterFileQuery,
  type ProblemKind,
  type TileSize,
  tileSizes,
  versionParams,
} from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { type LetterChoices, type LetterRequest, themesIn, wishFaults } from '../letters/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from '../storage/index.ts';
import { type ExportFormat, fileName, type NamedVersion } from './fileName.ts';
import { type MadeFile, MadeFiles } from './madeFiles.ts';
import { markPicture } from './markPicture.ts';
import type { NoteNotSet } from './noteThatCannotBeSet.ts';
import { planToJson } from './planToJson.ts';
import type { Renderer, RenderFailure } from './renderer.ts';
import type { RenderJob } from './renderJob.ts';

/** What is known of a version without taking it apart. */
export interface VersionInspection {
  /** Absent when it cannot be read here. */
  readonly brief?: NamedVersion & { readonly choices: LetterChoices };
}

export interface ExportTools {
  readonly archive: Pick<PlanArchive, 'find'>;
  /** What is known of a case now, beside its versions. */
  readonly contactsOf: (boardId: BoardId, version: number) => Promise<LetterContacts>;
  /** What was said of the journey at the meetings before a version. */
  readonly journeyBefore: (
    boardId: BoardId,
    version: number,
  ) => Promise<Result<EarlierJourney, { readonly kind: ProblemKind }>>;
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

export const contentTypes = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;

/** What takes a version apart: not to be had of one that cannot be read. */
const needsReading: ReadonlySet<ExportFormat> = new Set(['pdf', 'docx', 'txt', 'csv']);

const problemOf = {
  busy: 'exportBusy',
  tooSlow: 'exportBusy',
  stopped: 'exportBusy',
  refused: 'exportFailed',
} as const satisfies Record<RenderFailure['kind'], ProblemKind>;

/** For what tells of no journey. */
const noneBefore: EarlierJourney = { meetings: [], leftOut: 0 };

/** Seconds until it is worth trying again: about as long as a queue of plans takes. */
const retryAfterS = 10;

type ExportQuery = z.output<typeof fileQuery> & Partial<z.output<typeof letterFileQuery>>;

/** `GET /api/boards/:boardId/plans/:version.pdf` and the like: a version as a file, for those who may read the plans. */
export function exportRoutes(tools: ExportTools): FastifyPluginAsyncZod {
  const { archive, contactsOf, journeyBefore, watchReply, renderer, inspect } = tools;
  const files = new MadeFiles();

  /** JSON is what is stored, and so is the picture in bokmål of what is no draft; the others are made, and kept under all that they were made of. */
  async function fileOf(
    format: ExportFormat,
    archived: ArchivedVersion,
    query: ExportQuery,
    { contacts, earlier }: { readonly contacts: LetterContacts; readonly earlier: EarlierJourney },
    tiles: TileSize | undefined,
  ): Promise<MadeFile> {
    const { boardId, version, sha256, planJson, picture } = archived;
    const { lang: language } = query;
    const { mark, word } = letterStanding(contacts.life, letterTexts[language]);
    // A board's files wait in that board's line.
    const kept = (what: string, job: RenderJob): Promise<MadeFile> =>
      files.get(`${boardId} ${version} ${sha256} ${what}`, () => renderer.render(job, boardId));
    const drawn = async (): Promise<MadeFile> => {
      const svg: MadeFile =
        language === 'nb'
          ? succeeded(Buffer.from(picture, 'utf8'))
          : await kept(`svg ${language}`, { kind: 'svg', planJson, language });
      if (!svg.ok || mark === '') return svg;
      return succeeded(Buffer.from(markPicture(Buffer.from(svg.value).toString('utf8'), mark), 'utf8'));
    };
    if (tiles)
      return kept(`tiles ${tiles} ${language} ${mark}`, { kind: 'tiles', planJson, size: tiles, language, mark });
    switch (format) {
      case 'json':
        return succeeded(planToJson(archived));
      case 'svg':
        return drawn();
      case 'png': {
        const svg = await drawn();
        return svg.ok
          ? kept(`png ${language} ${mark}`, { kind: 'png', svg: Buffer.from(svg.value).toString('utf8') })
          : svg;
      }
      case 'csv':
        return kept(`csv ${language} ${word}`, { kind: 'csv', planJson, language, standing: word });
      case 'pdf':
      case 'docx':
      case 'txt': {
        const previous = version > 1 ? await archive.find(boardId, version - 1) : undefined;
        const letter: LetterRequest = {
          planJson,
          ...(version > 1 ? { comparedPlanJson: previous?.planJson ?? '' } : {}),
          ...{ earlier, contacts },
          reader: query.for ?? 'family',
          language,
          form: query.form ?? 'plan',
          ...(query.dream === undefined ? {} : { dreamId: query.dream }),
          ...(query.themes === undefined ? {} : { themes: themesIn(query.themes) ?? [] }),
        };
        // Whom to ring may become another, and a draft approved, while the version stays.
        const around = createHash('sha256').update(JSON.stringify({ query, contacts, earlier })).digest('hex');
        return kept(`${format} ${around}`, { kind: format, letter, picture });
      }
    }
  }

  async function find(boardId: BoardId, version: number): Promise<ArchivedVersion | undefined> {
    return version > 0 ? archive.find(boardId, version) : undefined;
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    format: ExportFormat,
    tiles?: TileSize,
  ): Promise<FastifyReply> {
    const query = request.query as ExportQuery;
    const { boardId, version } = request.params as z.output<typeof versionParams>;
    const seat = await watchReply(request, reply, boardId, 'readPlans');
    if (!seat.ok) return sendProblem(reply, seat.failure);
    // The picture on the plan's own page is not taken home.
    const isOnPage = format === 'svg' && request.headers['sec-fetch-dest'] === 'image';
    inLog(request, seatInLog(seat.value), isOnPage ? { kind: 'plan', version } : { kind: 'export', version, format });
    const archived = await find(boardId, version);
    if (!archived) return sendProblem(reply, { kind: 'versionNotFound' });
    // What is handed out is hashed each time, whatever is remembered of it.
    const isAltered = (await hashOf(archived.planJson)) !== archived.sha256;
    const inspected = await inspect(headOf(archived), isAltered);
    if (!inspected.ok) return sendProblem(reply, inspected.failure);
    const { brief } = inspected.value ?? {};
    // What cannot be read here can be taken away as it is, but not when it was altered as well.
    if (!brief && isAltered) return sendProblem(reply, { kind: 'versionAltered' });
    if (!brief && (needsReading.has(format) || isDrawnAnew(format, query)))
      return sendProblem(reply, { kind: 'versionUnreadable' });
    const faults = brief ? wishFaults(query, brief.choices) : [];
    if (faults.length > 0) return sendProblem(reply, { kind: 'invalidRequest' }, faults);
    const contacts = await contactsOf(boardId, version);
    const earlier = isLetter(format) && !tiles ? await journeyBefore(boardId, version) : succeeded(noneBefore);
    if (!earlier.ok) return sendProblem(reply, earlier.failure);
    const file = await fileOf(format, archived, query, { contacts, earlier: earlier.value }, tiles);
    if (!file.ok) return sendRenderFailure(request, reply, format, file.failure);
    return (
      reply
        .header('content-type', contentTypes[format])
        .header(
          'content-disposition',
          contentDisposition(
            fileName(brief ?? { version }, {
              format,
              language: query.lang,
              form: query.form ?? 'plan',
              ...(tiles ? { tiles } : {}),
              mark: letterStanding(contacts.life, letterTexts[query.lang]).mark,
            }),
          ),
        )
        // The version never changes, but who may read it does.
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(file.value.buffer, file.value.byteOffset, file.value.byteLength))
    );
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
            querystring: isLetter(format) ? letterFileQuery : fileQuery,
            response: {
              200: {
                description: 'The file',
                content: { [contentTypes[format].split(';')[0] ?? '']: { schema: z.any() } },
              },
              ...problemReplies,
            },
          },
        },
        (request, reply) => send(request, reply, format),
      );
    for (const size of tileSizes)
      app.get(
        `/api/boards/:boardId/plans/:version/duk-${size}.pdf`,
        {
          schema: {
            summary: `The duk of a plan version as PDF, in parts that are read on ${size.toUpperCase()}`,
            params: versionParams,
            querystring: fileQuery,
            response: {
              200: { description: 'The file', content: { [contentTypes.pdf]: { schema: z.any() } } },
              ...problemReplies,
            },
          },
        },
        (request, reply) => send(request, reply, 'pdf', size),
      );
  };
}

/** Says that a file was not made, and where it is worth it, when to try again. */
export function sendRenderFailure(
  request: FastifyRequest,
  reply: FastifyReply,
  format: string,
  failure: RenderFailure,
): FastifyReply {
  const { note, ...logged } = { note: undefined, ...failure };
  request.log.error({ format, ...logged }, 'a file was not made');
  if (note) {
    const { noteId, said } = note as NoteNotSet;
    return sendProblem(reply, { kind: 'noteNotSet' }, [{ pointer: `/notes/${noteId}`, detail: said }]);
  }
  if (problemOf[failure.kind] === 'exportBusy') reply.header('retry-after', String(retryAfterS));
  return sendProblem(reply, { kind: problemOf[failure.kind] });
}

function isLetter(format: ExportFormat): format is 'pdf' | 'docx' | 'txt' {
  return format === 'pdf' || format === 'docx' || format === 'txt';
}

/** A picture in another language than the one it is stored in. */
function isDrawnAnew(format: ExportFormat, { lang: language }: ExportQuery): boolean {
  return (format === 'svg' || format === 'png') && language !== 'nb';
}

/** SHA-256 as lower-case hex, away from the thread that serves people. */
async function hashOf(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}

function headOf({ state: _, planJson: __, picture: ___, ...head }: ArchivedVersion): ArchivedVersionHead {
  return head;
}
