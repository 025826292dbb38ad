import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** What no page of ours asks a browser for, so that nothing on one can. */
const unused = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'midi',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * What browsers are told about our pages and answers. Worked out once: for each request anew, as the library's plugin for
 * Fastify does it, it was a quarter of all the memory that answering took.
 *
 * @param overTls whether people reach us by https; what only works there is left out otherwise
 */
export function setSecurityHeaders(app: FastifyInstance, overTls: boolean): void {
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      // No upgrade-insecure-requests: on a local network people reach us by plain http.
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // Our own sockets too, which browsers count as the same place.
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The address of a duk names a family's case; no other site needs to see it.
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: overTls,
    crossOriginOpenerPolicy: overTls,
    originAgentCluster: overTls,
  });
  app.addHook('onRequest', (request, reply, done) => {
    // What is not a page of the client, which says so itself, is nobody's to keep.
    reply.header('cache-control', 'no-store');
    reply.header('permissions-policy', unused);
    setHeaders(request.raw, reply.raw, (error) => done(error instanceof Error ? error : undefined));
  });
}
