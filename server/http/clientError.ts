import { type Server, STATUS_CODES } from 'node:http';
import type { ProblemKind } from '@duken/shared/protocol';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { problemContentType, problemOf, sendProblem } from './problem.ts';

/** What Node's parser says by a code of its own; everything else it cannot read is simply no HTTP. */
const kindOfCode: Readonly<Record<string, ProblemKind>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTooSlow',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
};

/**
 * Fastify's settings for what its parser refuses, before there is a request. Who sent it gets a problem like everybody
 * else, written by hand, and the connection is closed: where the next request would begin, nobody knows.
 */
export const clientErrorSettings: Pick<FastifyHttpOptions<Server>, 'clientErrorHandler' | 'http'> = {
  // Node itself would answer with an empty 400; the hook below says why.
  http: { requireHostHeader: false },
  clientErrorHandler(error, socket) {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemOf(kindOfCode[error.code ?? ''] ?? 'malformedRequest');
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${problemContentType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    socket.destroySoon();
  },
};

/**
 * Answers what the parser lets through and HTTP does not: no host (RFC 9112), and hopes that we do not know (RFC 9110). An
 * upgrade that is answered as HTTP, as where no socket lives, is the last thing on its connection.
 */
export function handleOddRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
      return sendProblem(reply, { kind: 'malformedRequest' });
    }
    // Whoever is answered as HTTP did not want HTTP: what they send next is something else.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
  });
  // Node would answer an unknown Expect with an empty 417; a server may as well pass over it.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
}
