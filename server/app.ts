import { voicesGiven } from '@duken/shared/access';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { Registry } from 'prom-client';
import { createSessions, ExpiryWatch, joinBoardWith, readInvitationWith, type Secrets } from './access/index.ts';
import {
  BoardNews,
  boardRoutes,
  createBoardWith,
  linkRoutes,
  meetingRoutes,
  newsRoutes,
  participantRoutes,
  welcomeLeaderWith,
} from './boards/index.ts';
import type { Config } from './config.ts';
import { demoRoutes } from './demo/index.ts';
import { exportMetrics, exportRoutes, openRenderer } from './export/index.ts';
import {
  answerError,
  clientErrorSettings,
  closingSettings,
  countRequests,
  describeApi,
  handleErrors,
  handleOddRequests,
  handOverWhenClosing,
  healthRoutes,
  type LogSettings,
  logRequests,
  logSettings,
  maxBodyBytes,
  metricsRoute,
  processMetrics,
  publicOrigin,
  type RateLimits,
  refuseForeignOrigins,
  refuseUnknownHosts,
  requestTimeoutMs,
  servePages,
  setSecurityHeaders,
} from './http/index.ts';
import { freezeRoute, freezing, openVersionMaker, planRoutes } from './plans/index.ts';
import { createRelay, type RelayLimits } from './relay/index.ts';
import { type Storage, storageMetrics } from './storage/index.ts';

/** What the world gives; a test gives its own. */
export interface AppOptions {
  readonly config: Pick<Config, 'publicUrl' | 'hosts' | 'trustedProxies'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** Now, in milliseconds since the epoch. */
  readonly clock: () => number;
  readonly limits: RateLimits;
  /** Those of the relay that are not as usual. */
  readonly relayLimits?: Partial<RelayLimits>;
  readonly log: LogSettings;
  /** The built client; undefined serves the API alone. */
  readonly clientDir: string | undefined;
}

/** Joins the features into one server. It does not listen yet; closing it closes all sockets, and leaves storage open. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, storage, secrets, clock, limits } = options;
  const { archive, directory, journal } = storage;
  const overTls = config.publicUrl?.protocol === 'https:';

  const app = fastify({
    ...logSettings(options.log),
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy: [...config.trustedProxies],
    frameworkErrors: answerError,
    ...clientErrorSettings,
    ...closingSettings,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handOverWhenClosing(app);
  handleErrors(app);
  handleOddRequests(app);
  logRequests(app);
  const registry = new Registry();
  processMetrics(registry);
  countRequests(app, registry);
  setSecurityHeaders(app, overTls);
  refuseUnknownHosts(app, config);
  refuseForeignOrigins(app, config.publicUrl);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await describeApi(app);

  const sessions = createSessions({ directory, secrets, clock, overTls });
  const joinBoard = joinBoardWith({ directory, secrets, clock });
  const readInvitation = readInvitationWith({ directory, clock });
  const createBoard = createBoardWith({ directory, journal, secrets, clock });
  const originOf = (request: Parameters<typeof publicOrigin>[0]) => publicOrigin(request, config.publicUrl);
  const welcomeLeader = welcomeLeaderWith({ joinBoard, sessions, originOf });
  const news = new BoardNews(storage.bus);

  const expiry = new ExpiryWatch(clock, (boardId, linkId) => {
    relay.closeLink(boardId, linkId);
    news.publish(boardId, 'links');
  });
  const relay = createRelay({
    journal,
    bus: storage.bus,
    endedAccess: (boardIds) => directory.endedAccess(boardIds),
    log: app.log,
    registry,
    limits: options.relayLimits ?? {},
    async admit(request, boardId) {
      const seat = await sessions.seatFor(request, boardId, 'read');
      if (!seat.ok) return { ok: false, status: seat.failure.kind === 'notIn' ? 401 : 403 };
      const { participant, link } = seat.value;
      expiry.inUse(link);
      const { id: participantId, role } = participant;
      const writer = { participantId, seats: new Set([participantId]), role, voices: voicesGiven(participant.voice) };
      return { ok: true, participantId, role, accessId: link.id, person: participantId, writer };
    },
  });
  relay.onPresence((boardId) => news.tellHere(boardId, 'participants'));
  const renderer = openRenderer();
  const versionMaker = openVersionMaker(new URL('./makeVersionInThread.ts', import.meta.url));
  // The relay closes its own sockets.
  app.addHook('preClose', async () => {
    expiry.stop();
    renderer.close();
    await versionMaker.close();
  });

  healthRoutes(app, storage);
  metricsRoute(app, registry);
  exportMetrics(registry, renderer);
  const askStorageSize = storageMetrics(registry, storage, (error) => {
    app.log.warn({ err: error }, 'storage could not say how large it is');
  });
  app.addHook('onReady', askStorageSize);
  await app.register(
    boardRoutes({
      directory,
      sessions,
      joinBoard,
      readInvitation,
      createBoard,
      welcomeLeader,
      news,
      limits,
      online: (boardId) => relay.online(boardId),
    }),
  );
  await app.register(
    linkRoutes({
      directory,
      sessions,
      news,
      secrets,
      clock,
      originOf,
      closeLink: (boardId, linkId) => relay.closeLink(boardId, linkId),
    }),
  );
  await app.register(
    participantRoutes({
      directory,
      sessions,
      news,
      clock,
      closeParticipant: (boardId, participantId) => relay.closeParticipant(boardId, participantId),
    }),
  );
  await app.register(meetingRoutes({ directory, sessions, news, secrets, clock }));
  await app.register(newsRoutes({ sessions, news, onListening: (link) => expiry.inUse(link) }));
  await app.register(relay.plugin);
  const freezeMeeting = freezing({ journal, archive, directory, makeVersion: versionMaker.make, now: clock });
  const announce = news.publish.bind(news);
  await app.register(freezeRoute({ sessions, freezeMeeting, announce }));
  await app.register(planRoutes({ archive, directory, sessions }));
  await app.register(exportRoutes({ archive, sessions, renderer }));
  await app.register(
    demoRoutes({ storage, secrets, makeVersion: versionMaker.make, createBoard, welcomeLeader, limits }),
  );
  await servePages(app, options.clientDir);
  return app;
}
