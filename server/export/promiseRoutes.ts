import type { BoardId, PersonId } from '@duken/shared/board';
import { familyNames } from '@duken/shared/followUp';
import { type LetterContacts, letterTexts } from '@duken/shared/letter';
import { leavingFault, planLifeOf } from '@duken/shared/plan';
import { fileQuery, letterSchema, type ProblemKind, promiseFileRequest, promiseParams } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { create as createQr } from 'qrcode';
import { z } from 'zod';
import { hashOf, type WatchReply } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { LetterRequest, PromiseRequest } from '../letters/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { AnswerStore, Directory, PlanArchive, PlanLives } from '../storage/index.ts';
import { contentTypes, sendRenderFailure } from './exportRoutes.ts';
import { printableCharacters } from './printableText.ts';
import type { Renderer } from './renderer.ts';

export interface PromiseTools {
  readonly archive: Pick<PlanArchive, 'find' | 'list'>;
  readonly planLives: Pick<PlanLives, 'list'>;
  readonly directory: Pick<Directory, 'findBoard' | 'listPeople'>;
  readonly answers: Pick<AnswerStore, 'shortTextsOf' | 'findLink'>;
  readonly contactsOf: (boardId: BoardId, version: number) => Promise<LetterContacts>;
  readonly watchReply: WatchReply;
  readonly renderer: Pick<Renderer, 'render'>;
  readonly readLetter: (
    boardId: BoardId,
    version: number,
    wish: Omit<LetterRequest, 'planJson' | 'comparedPlanJson'> & { readonly since: number },
  ) => Promise<Result<{ readonly json: string; readonly isAltered: boolean }, { readonly kind: ProblemKind }>>;
  readonly originOf: (request: FastifyRequest) => string;
  readonly clock: () => number;
}

type PromiseFormat = 'pdf' | 'docx';

interface Asked {
  readonly boardId: BoardId;
  readonly version: number;
  readonly personId: PersonId;
  readonly lang: LetterRequest['language'];
  /** Of a link of theirs, that is to stand in the letter. */
  readonly secret?: string | undefined;
}

const foreignLink = {
  pointer: '/secret',
  detail: 'Lenken er ikke en av lenkene til denne personen, eller virker ikke lenger.',
};

/** How large the square is in a letter, in pixels of 96 an inch: some four centimetres. */
const qrSize = 150;

/** `GET …/plans/:version/letters/:personId(.pdf|.docx)`: what one person has said yes to, for whoever leads to hand it over. */
export function promiseRoutes(tools: PromiseTools): FastifyPluginAsyncZod {
  const { archive, planLives, directory, answers, contactsOf, watchReply, renderer, clock } = tools;

  /** What the letter is made of; what is a draft waits, as all letters do. */
  async function wishOf(
    request: FastifyRequest,
    { boardId, version, personId, lang, secret }: Asked,
  ): Promise<
    Result<
      { readonly wish: Omit<LetterRequest, 'planJson' | 'comparedPlanJson'>; readonly name: string },
      { readonly kind: ProblemKind; readonly faults?: readonly { pointer: string; detail: string }[] }
    >
  > {
    const [versions, board, people, checked, events] = await Promise.all([
      archive.list(boardId),
      directory.findBoard(boardId),
      directory.listPeople(boardId),
      answers.shortTextsOf([boardId]),
      planLives.list(boardId, version),
    ]);
    const person = people.find(({ id }) => id === personId);
    if (!board || !person) return failed({ kind: 'personNotFound' });
    // Any other secret is of somebody else, or of nobody: it stands in no letter of theirs.
    const link = secret === undefined ? undefined : await answers.findLink(hashOf(secret), clock());
    if (secret !== undefined && (link?.boardId !== boardId || link.personId !== personId))
      return failed({ kind: 'invalidRequest', faults: [foreignLink] });
    if (!versions.some((one) => one.version === version)) return failed({ kind: 'versionNotFound' });
    const fault = leavingFault(planLifeOf(events.map(({ event }) => event)));
    if (fault) return failed({ kind: fault });
    const promises: PromiseRequest = {
      person: { id: person.id, name: person.name },
      people: people.map(({ id, name }) => ({ id, name })),
      hidden: familyNames(people, board.title),
      checked: checked.map(({ noteId, sourceHash, text }) => ({ noteId, sourceHash, text })),
      ...(secret === undefined ? {} : { link: qrOf(`${tools.originOf(request)}/svar#${secret}`) }),
    };
    const contacts = await contactsOf(boardId, version);
    return succeeded({
      name: person.name,
      wish: { contacts, reader: 'family', language: lang, form: 'promises', promises },
    });
  }

  async function sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    format: PromiseFormat,
    asked: Asked,
  ): Promise<FastifyReply> {
    const { boardId, version, lang } = asked;
    const seat = await watchReply(request, reply, boardId, 'followUp');
    if (!seat.ok) return sendProblem(reply, seat.failure);
    const wish = await wishOf(request, asked);
    if (!wish.ok) return sendProblem(reply, wish.failure, wish.failure.faults);
    const archived = await archive.find(boardId, version);
    if (!archived) return sendProblem(reply, { kind: 'versionNotFound' });
    // Whether it can be read, and has anything of theirs, is found out on a thread of its own.
    const looked = await tools.readLetter(boardId, version, { ...wish.value.wish, since: version - 1 });
    if (!looked.ok) return sendProblem(reply, looked.failure);
    if (looked.value.isAltered) return sendProblem(reply, { kind: 'versionAltered' });
    const previous = version > 1 ? await archive.find(boardId, version - 1) : undefined;
    const { planJson, picture } = archived;
    const letter: LetterRequest = {
      planJson,
      ...(previous ? { comparedPlanJson: previous.planJson } : {}),
      ...wish.value.wish,
    };
    const made = await renderer.render({ kind: format, letter, picture }, boardId);
    if (!made.ok) return sendRenderFailure(request, reply, format, made.failure);
    inLog(request, seatInLog(seat.value), { kind: 'export', version, format });
    return reply
      .header('content-type', contentTypes[format])
      .header('content-disposition', contentDisposition(nameOf(wish.value.name, version, lang, format)))
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(made.value.buffer, made.value.byteOffset, made.value.byteLength));
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/plans/:version/letters/:personId',
      {
        schema: {
          summary: 'What one person has said yes to in a version, as a letter, with every sentence',
          params: promiseParams,
          querystring: fileQuery,
          response: { 200: letterSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await watchReply(request, reply, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'plan', version });
        const wish = await wishOf(request, { ...request.params, ...request.query });
        if (!wish.ok) return sendProblem(reply, wish.failure, wish.failure.faults);
        const letter = await tools.readLetter(boardId, version, { ...wish.value.wish, since: version - 1 });
        if (!letter.ok) return sendProblem(reply, letter.failure);
        return reply
          .header('content-type', 'application/json; charset=utf-8')
          .serializer(String)
          .send(letter.value.json as never);
      },
    );
    for (const format of ['pdf', 'docx'] as const) {
      const path = `/api/boards/:boardId/plans/:version/letters/:personId(^[\\w-]+).${format}`;
      const response = {
        200: { description: 'The file', content: { [contentTypes[format]]: { schema: z.any() } } },
        ...problemReplies,
      };
      app.get(
        path,
        {
          schema: {
            summary: `What one person has said yes to, as ${format.toUpperCase()}`,
            params: promiseParams,
            querystring: fileQuery,
            response,
          },
        },
        (request, reply) => sendFile(request, reply, format, { ...request.params, ...request.query }),
      );
      app.post(
        path,
        {
          schema: {
            summary: `What one person has said yes to, as ${format.toUpperCase()}, with a link of theirs to answer by`,
            params: promiseParams,
            querystring: fileQuery,
            body: promiseFileRequest,
            response,
          },
        },
        (request, reply) =>
          sendFile(request, reply, format, { ...request.params, ...request.query, secret: request.body.secret }),
      );
    }
  };
}

function qrOf(url: string): NonNullable<PromiseRequest['link']> {
  const { size, data } = createQr(url, { errorCorrectionLevel: 'M' }).modules;
  const path = Array.from(data, (isDark, index) =>
    isDark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
  ).join('');
  const box = size + 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" width="${qrSize}" height="${qrSize}"><path transform="translate(4 4)" d="${path}" fill="#000000"/></svg>`;
  return { url, svg, size: qrSize };
}

/** 'Dette har du sagt ja til Kaja versjon 3.pdf': nothing of the family. */
function nameOf(name: string, version: number, language: LetterRequest['language'], format: PromiseFormat): string {
  const texts = letterTexts[language];
  const whose = printableCharacters(name)
    .replace(/[\\/:*?"<>|\n]/g, ' ')
    .trim()
    .slice(0, 60);
  return `${[texts.fileNames.promises, whose, texts.fileVersion(version)].filter(Boolean).join(' ')}.${format}`;
}
