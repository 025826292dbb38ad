import { type PaperCode, paperNumberOf } from '@duken/shared/paper';
import { boardParams, type ProblemKind, paperQuery, paperSizes } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Layouts, SheetLanguage, Template } from '@duken/shared/template';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';
import { drawPaper } from './drawPaper.ts';
import { contentTypes, sendRenderFailure } from './exportRoutes.ts';
import type { Renderer } from './renderer.ts';

export interface PaperTools {
  readonly directory: Pick<Directory, 'findBoard'>;
  readonly watchReply: WatchReply;
  readonly renderer: Pick<Renderer, 'render'>;
  readonly layouts: Layouts;
}

type PaperRequest = FastifyRequest<{
  Params: z.output<typeof boardParams>;
  Querystring: z.output<typeof paperQuery>;
}>;

interface PaperToDraw {
  readonly template: Template;
  readonly code: PaperCode;
  readonly language: SheetLanguage;
}

const fileNames = { nb: 'Tom duk', nn: 'Tom duk', en: 'Empty duk' } as const;

/** `GET /api/boards/:boardId/paper/a2.pdf` and `…/paper.svg`: the empty duk to hang up and write on, for who may write. Nothing of the case stands on it. */
export function paperRoute({ directory, watchReply, renderer, layouts }: PaperTools): FastifyPluginAsyncZod {
  /** What is to be drawn, for whoever asks and may write there. */
  async function paperFor(
    request: PaperRequest,
    reply: FastifyReply,
  ): Promise<Result<PaperToDraw, { readonly kind: ProblemKind }>> {
    const { boardId } = request.params;
    const { lang: language, sheet } = request.query;
    const seat = await watchReply(request, reply, boardId, 'write');
    if (!seat.ok) return seat;
    const board = await directory.findBoard(boardId);
    const template = board && layouts.get(board.templateId);
    if (!template) return failed({ kind: 'layoutMissing' });
    return succeeded({ template, code: { board: paperNumberOf(boardId, template.id), sheet }, language });
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/paper.svg',
      {
        schema: {
          summary: 'The empty duk as SVG, to be looked at before it is printed',
          params: boardParams,
          querystring: paperQuery,
          response: {
            200: { description: 'The file', content: { 'image/svg+xml': { schema: z.any() } } },
            ...problemReplies,
          },
        },
      },
      async (request, reply) => {
        const paper = await paperFor(request, reply);
        if (!paper.ok) return sendProblem(reply, paper.failure);
        const { template, code, language } = paper.value;
        return reply
          .header('content-type', contentTypes.svg)
          .header('cache-control', 'private, no-store')
          .send(drawPaper(template, code, language));
      },
    );
    for (const size of paperSizes)
      app.get(
        `/api/boards/:boardId/paper/${size}.pdf`,
        {
          schema: {
            summary: `The empty duk as PDF, ${size.toUpperCase()}, with marks that a photograph of it is read by`,
            params: boardParams,
            querystring: paperQuery,
            response: {
              200: { description: 'The file', content: { [contentTypes.pdf]: { schema: z.any() } } },
              ...problemReplies,
            },
          },
        },
        async (request, reply) => {
          const paper = await paperFor(request, reply);
          if (!paper.ok) return sendProblem(reply, paper.failure);
          const made = await renderer.render({ kind: 'paper', size, ...paper.value }, request.params.boardId);
          if (!made.ok) return sendRenderFailure(request, reply, 'paper', made.failure);
          return reply
            .header('content-type', contentTypes.pdf)
            .header(
              'content-disposition',
              contentDisposition(`${fileNames[paper.value.language]} ${size.toUpperCase()}.pdf`),
            )
            .header('cache-control', 'private, no-store')
            .send(Buffer.from(made.value.buffer, made.value.byteOffset, made.value.byteLength));
        },
      );
  };
}
