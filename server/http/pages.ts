import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/**
 * Serves the built client, and its one page for every address that is a page.
 *
 * @param clientDir the folder of the built client; undefined serves the API alone
 */
export async function servePages(app: FastifyInstance, clientDir: string | undefined): Promise<void> {
  if (clientDir !== undefined) {
    const assets = join(clientDir, 'assets');
    await app.register(fastifyStatic, {
      root: clientDir,
      index: false,
      cacheControl: false,
      preCompressed: true,
      dotfiles: 'ignore',
      // Files in assets/ carry their content's hash in their name; everything else may change with a new version.
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    const accountPages = ['/oppsett', '/logg-inn', '/ny-konto', '/passnokkel', '/konto', '/administrasjon'];
    for (const page of [
      '/',
      ...accountPages,
      '/uka',
      '/svar',
      '/utdrag',
      '/duk/*',
      '/lederkort',
      '/gevinst',
      '/rapport',
      '/inntak',
      '/inntak/*',
      '/undersokelse',
      '/undersokelse/*',
      '/tilgjengelighet',
      '/personvern',
    ]) {
      app.get(page, (_request, reply) => reply.sendFile('index.html'));
    }
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    // The client has a friendly page for addresses that are none; a program gets a problem.
    if (clientDir !== undefined && isPage && !/^\/(api|sync)\b/.test(request.url)) {
      return reply.code(404).sendFile('index.html');
    }
    return sendProblem(reply, { kind: 'notFound' });
  });
}
