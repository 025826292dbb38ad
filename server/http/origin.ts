import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every change and every upgrade that a page of another site asks for. A program sends no Origin and is let
 * through: it has no one else's cookie.
 *
 * @param publicUrl where people reach us, when it is not what the Host header says
 */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: URL | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    if (harmless.has(request.method) && request.headers.upgrade === undefined) return;
    const { origin } = request.headers;
    if (origin === undefined || isOwn(origin, request, publicUrl)) return;
    return sendProblem(reply, { kind: 'foreignOrigin' });
  });
}

function isOwn(origin: string, request: FastifyRequest, publicUrl: URL | undefined): boolean {
  if (publicUrl) return origin === publicUrl.origin;
  // The scheme is not compared: behind a proxy that ends TLS, only the host is known.
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** Where people reach us, as `https://duk.example`, for links that are passed on. */
export function publicOrigin(request: FastifyRequest, publicUrl: URL | undefined): string {
  return publicUrl?.origin ?? `${request.protocol}://${request.host}`;
}
