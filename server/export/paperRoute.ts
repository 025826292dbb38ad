import type { BoardId } from '@duken/shared/board';
import { paperNumberOf } from '@duken/shared/paper';
import { boardParams, paperQuery, paperSizes } from '@duken/shared/protocol';
import type { Layouts, Template } from '@duken/shared/template';
import { create as contentDisposition } from 'content-disposition';
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

const fileNames = { nb: 'Tom duk', nn: 'Tom duk', en: 'Empty duk' } as const;

/** `GET /api/boards/:boardId/paper/a2.pdf` and `…/paper.svg`: the empty duk to hang up and write on, for who may write. Nothing of the case stands on it. */
export function paperRoute({ directory, watchReply, renderer, layouts }: PaperTools): FastifyPluginAsyncZod {
  const templateOf = async (boardId: BoardId): Promise<Template | undefined> => {
    const board = await directory.findBoard(boardId);
    return board && layouts.get(board.templateId);
  };

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
        const { boardId } = request.params;
        const { lang: language, sheet } = request.query;
        const seat = await watchReply(request, reply, boardId, 'write');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const template = await templateOf(boardId);
        if (!template) return sendProblem(reply, { kind: 'layoutMissing' });
        const code = { board: paperNumberOf(boardId, template.id), sheet };
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
          const { boardId } = request.params;
          const { lang: language, sheet } = request.query;
          const seat = await watchReply(request, reply, boardId, 'write');
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const template = await templateOf(boardId);
          if (!template) return sendProblem(reply, { kind: 'layoutMissing' });
          const code = { board: paperNumberOf(boardId, template.id), sheet };
          const made = await renderer.render({ kind: 'paper', size, template, code, language }, boardId);
          if (!made.ok) return sendRenderFailure(request, reply, 'paper', made.failure);
          return reply
            .header('content-type', contentTypes.pdf)
            .header('content-disposition', contentDisposition(`${fileNames[language]} ${size.toUpperCase()}.pdf`))
            .header('cache-control', 'private, no-store')
            .send(Buffer.from(made.value.buffer, made.value.byteOffset, made.value.byteLength));
        },
      );
  };
}
