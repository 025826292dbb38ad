import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What those on call ask for by whatever name the machine has; nothing of a case is in it. */
const operational = new Set(['/healthz', '/readyz', '/metrics']);

export interface Names {
  /** Where people reach us, when it is not what the Host header says. */
  readonly publicUrl: URL | undefined;
  /** Further names that people reach us by. */
  readonly hosts: readonly string[];
}

/**
 * Refuses requests for names that are not ours. A page of another site can have its own name point at this machine (DNS
 * rebinding), and would then count as one of our pages; an address in numbers cannot be made to point elsewhere.
 */
export function refuseUnknownHosts(app: FastifyInstance, { publicUrl, hosts }: Names): void {
  const known = new Set([...hosts, hostname(), 'localhost', ...(publicUrl ? [publicUrl.hostname] : [])].map(lowerCase));
  app.addHook('onRequest', async (request, reply) => {
    const name = lowerCase(request.hostname ?? '');
    // Without a name (HTTP/1.0) it is no browser.
    if (name === '' || known.has(name) || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, ''))) return;
    if (operational.has(request.routeOptions.url ?? '')) return;
    return sendProblem(reply, { kind: 'unknownHost' });
  });
}

/**
 * Refuses every change and every upgrade that a page of another site asks for. A program sends no Origin and is let
 * through: it has no one else's cookie.
 */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: URL | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    if (harmless.has(request.method) && request.headers.upgrade === undefined) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOwn = origin === undefined || origin === publicOrigin(request, publicUrl);
    // 'none' is a person's own doing, such as a bookmark.
    if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return;
    return sendProblem(reply, { kind: 'foreignOrigin' });
  });
}

/** Where people reach us, as `https://duk.example`, for links that are passed on. */
export function publicOrigin(request: FastifyRequest, publicUrl: URL | undefined): string {
  return publicUrl?.origin ?? `${request.protocol}://${request.host}`;
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
