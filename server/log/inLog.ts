import type { LogEvent } from '@duken/shared/log';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwnSeat } from '../access/index.ts';
import type { LogBook, LogReader } from './logBook.ts';

/** What stands in the log once a request is answered well. */
const marks = new WeakMap<FastifyRequest, { readonly reader: LogReader; readonly event: LogEvent }[]>();

/** Where the lines that are written before an act go. */
const books = new WeakMap<FastifyRequest, Pick<LogBook, 'write'>>();

/**
 * Writes down what is about to be done, when all that may stand in its way has been looked at: what was done without a line
 * could be told to nobody, and be called undone to whoever did it. Of an act that then fails there is a line too many.
 *
 * @throws StorageUnavailable when the line cannot be written: then nothing is done
 */
export async function logFirst(request: FastifyRequest, reader: LogReader, event: LogEvent): Promise<void> {
  const book = books.get(request);
  if (!book) throw new Error(`nothing writes down what ${request.url} does`);
  await book.write(reader, event);
}

/** Says what the answer to a request shows, and to whom. It is written before any of the answer leaves. */
export function inLog(request: FastifyRequest, reader: LogReader, event: LogEvent): void {
  const already = marks.get(request);
  if (already) already.push({ reader, event });
  else marks.set(request, [{ reader, event }]);
}

/** Whoever sits at a board, as the log tells of them. */
export function seatInLog({ board, person, participant, membership }: OwnSeat): LogReader {
  const { service } = person;
  return {
    boardId: board.id,
    personId: person.id,
    participantId: participant.id,
    name: person.name,
    ...(service === undefined ? {} : { service }),
    role: participant.role,
    access: membership ? 'account' : 'link',
    accessId: participant.accessId,
  };
}

/**
 * The one place where answers pass on their way out: first the lines of the log, then the first byte. When a line cannot be written,
 * the answer is that storage is away, whatever was to be shown.
 */
export function writeBeforeAnswers(app: FastifyInstance, logBook: Pick<LogBook, 'write'>): void {
  app.addHook('onRequest', async (request) => void books.set(request, logBook));
  app.addHook('onSend', async (request, reply, payload) => {
    const marked = marks.get(request);
    if (!marked || reply.statusCode >= 300) return payload;
    marks.delete(request);
    try {
      await Promise.all(marked.map(({ reader, event }) => logBook.write(reader, event)));
    } catch (error) {
      // It is no file any more.
      reply.removeHeader('content-disposition');
      throw error;
    }
    return payload;
  });
}
