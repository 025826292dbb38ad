import { documentIdOf, partOf } from '@duken/shared/access';
import {
  type BoardId,
  boardRules,
  emptyBin,
  noteMarks,
  onBoard,
  type PersonId,
  removeBeside,
  removedNotesIn,
  setHeader,
} from '@duken/shared/board';
import type { GuideStep } from '@duken/shared/guide';
import type { MunicipalityReply } from '@duken/shared/protocol';
import type { QuietCommand } from '@duken/shared/quiet';
import { succeeded } from '@duken/shared/result';
import { type Layouts, layoutsWith, type Template } from '@duken/shared/template';
import type { Term } from '@duken/shared/words';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { Registry } from 'prom-client';
import {
  type AccessAnswer,
  AccessWatch,
  createSessions,
  isOnLoopbackWith,
  joinBoardWith,
  mayTryOutOn,
  networkOf,
  Opening,
  readInvitationWith,
  type SeatLimit,
  type Secrets,
  StreamPlaces,
  voicesOf,
  WrongSecrets,
  watchReplyWith,
} from './access/index.ts';
import { accountRoutes, isFresh, type LoginProvider, LoginProviders, passkeySiteWith } from './accounts/index.ts';
import {
  admitNewBoardWith,
  BoardNews,
  BoardQuota,
  binRoutes,
  boardRoutes,
  createBoardWith,
  DiskRoom,
  keepBoardRoutes,
  linkRoutes,
  meetingRoutes,
  newsRoutes,
  newsSocket,
  participantRoutes,
  readLedNewsWith,
  readNewsWith,
  Sweep,
  sessionRoutes,
  welcomeLeaderWith,
} from './boards/index.ts';
import { type Config, usualEraseAfterDays, usualIntakeEraseAfterDays } from './config.ts';
import { consentRoutes } from './consents/index.ts';
import { contactRoutes } from './contacts/index.ts';
import { CutDesk, cutLinkRoutes, cutRoutes } from './cuts/index.ts';
import { demoRoutes } from './demo/index.ts';
import {
  archiveRoute,
  casesToCsv,
  exportMetrics,
  exportRoutes,
  openRenderer,
  paperRoute,
  promiseRoutes,
} from './export/index.ts';
import {
  ActionIndexes,
  type ApplyOnDuk,
  answerDoorWith,
  answeringWith,
  answerLinkRoutes,
  Calendars,
  calendarRoutes,
  followUpRoutes,
  makeAnswerLinkWith,
  Reminders,
  reminderDoorWith,
  sinceLastRoutes,
  statusRoutes,
} from './followup/index.ts';
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
  minFreeDiskBytes,
  processMetrics,
  publicOrigin,
  type RateLimits,
  refuseForeignOrigins,
  refuseUnknownHosts,
  requestTimeoutMs,
  servePages,
  setSecurityHeaders,
} from './http/index.ts';
import { intakeRoutes } from './intake/index.ts';
import { layoutRoutes } from './layouts/index.ts';
import { letterContactsWith } from './letters/index.ts';
import { LogBook, logRoutes, seatInLog, writeBeforeAnswers } from './log/index.ts';
import type { Messenger } from './mail/index.ts';
import { barrierRoutes, municipalityRoutes, sendBarrierWith } from './municipality/index.ts';
import { pauseRoutes } from './pause/index.ts';
import { helperRoutes, peopleRoutes } from './people/index.ts';
import { actionsInUseWith, leavingFaultOf, planLifeRoutes } from './planlife/index.ts';
import {
  freezeRoute,
  freezing,
  journeyBeforeWith,
  KeptMoments,
  openPlanReader,
  openVersionMaker,
  planRoutes,
  restoreRoutes,
  timelineRoutes,
} from './plans/index.ts';
import { programmeRoutes, ToldReports } from './programme/index.ts';
import { questionRoutes } from './questions/index.ts';
import { readOutRoutes } from './readout/index.ts';
import {
  type Admission,
  createRelay,
  isUpgradeToSocket,
  nobody,
  type RelayLimits,
  relayLimits,
} from './relay/index.ts';
import { Rounds, roundRoutes, roundsHand } from './rounds/index.ts';
import { type Storage, storageMetrics } from './storage/index.ts';
import { storyRoutes } from './stories/index.ts';
import { pulseRoutes, surveyRoutes } from './survey/index.ts';
import { termRoutes } from './words/index.ts';

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
  /** Bytes that must be free on the disk for a new board to be made. */
  readonly minFreeDiskBytes?: number;
  readonly log: LogSettings;
  /** How long somebody is signed in who has an account, when it is not as usual. */
  readonly staff?: SeatLimit;
  /** For how many days a case is closed before an administrator is asked to erase it, when it is not as usual. */
  readonly eraseAfterDays?: number;
  /** For how many days nothing has come of somebody who was proposed before they should be erased, when it is not as usual. */
  readonly intakeEraseAfterDays?: number;
  /** The law that the municipality shields plans by in its archive. */
  readonly archiveGround?: string | undefined;
  /** The law that an *individuell plan* rests on. */
  readonly individualPlanLaw?: string | undefined;
  /** Whether the product may be tried out by a request before there is an account; left out, on this machine itself alone. */
  readonly mayTryOut?: (request: FastifyRequest) => boolean;
  /** The way out by e-mail; without one nobody is reminded by us. */
  readonly messengers?: readonly Messenger[] | undefined;
  /** The municipality's own providers, by which people sign in. */
  readonly loginProviders?: readonly LoginProvider[];
  /** The operator's own layouts, beside those that ship. */
  readonly layouts?: readonly Template[];
  /** Words that the operator explains, beside those that ship. */
  readonly terms?: readonly Term[];
  /** The municipality's own steps of a meeting; those that ship where there are none. */
  readonly steps?: readonly GuideStep[];
  /** Whom a child can ring in this municipality. */
  readonly childContact?: MunicipalityReply['childContact'];
  /** The e-mail address of whoever answers for that nobody is shut out. */
  readonly accessibilityContact?: string | undefined;
  /** The built client; undefined serves the API alone. */
  readonly clientDir: string | undefined;
}

/** How often it is looked who has stayed at a duk for longer than a sitting of the log, in milliseconds. */
const writeStayingEveryMs = 15 * 60 * 1000;

/** Joins the features into one server. It does not listen yet; closing it closes all sockets, and leaves storage open. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, storage, secrets, clock, limits } = options;
  const { accounts, archive, consents, directory, journal, planLives } = storage;
  const ownLayouts = options.layouts ?? [];
  const layouts = layoutsWith(ownLayouts);
  const overTls = config.publicUrl?.protocol === 'https:';

  const app = fastify({
    ...logSettings(options.log),
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy: [...config.trustedProxies],
    frameworkErrors: answerError,
    ...clientErrorSettings,
    http: { ...clientErrorSettings.http, shouldUpgradeCallback: isUpgradeToSocket },
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
  const isOnLoopback = isOnLoopbackWith(config.publicUrl);
  const sessions = createSessions({
    directory,
    accounts,
    consents,
    secrets,
    clock,
    overTls,
    isOnLoopback,
    ...(options.staff ? { staff: options.staff } : {}),
  });
  const mayTryOut = options.mayTryOut ?? mayTryOutOn(config.publicUrl);
  const opening = new Opening({ accounts, sessions, mayTryOut });
  opening.guard(app);
  const logBook = new LogBook({
    caseLog: storage.caseLog,
    clock,
    // Out of the database's reach, wherever the server's log is kept.
    onGrown: (heads) => app.log.info({ heads }, 'the logs of cases have grown'),
  });
  writeBeforeAnswers(app, logBook);
  await app.register(cookie);
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => networkOf(ip) });
  await describeApi(app);

  const news = new BoardNews(storage.bus);
  const accessWatch = new AccessWatch({
    bus: storage.bus,
    directory,
    clock,
    onExpired: (boardId) => news.publish(boardId, 'links'),
    onFailed: (error) => app.log.warn({ err: error }, 'could not ask again who may be here'),
  });
  const sweep = new Sweep({
    storage,
    clock,
    onErased: (boardId) => accessWatch.changed(boardId),
    onFailed: (error) => app.log.warn({ err: error }, 'could not erase what has ended'),
  });
  app.addHook('onReady', async () => void sweep.now());
  const joinBoard = joinBoardWith({ directory, secrets, clock });
  const readInvitation = readInvitationWith({ directory, consents, clock });
  const createBoard = createBoardWith({ directory, journal, secrets, clock });
  const admitNewBoard = admitNewBoardWith({
    diskRoom: new DiskRoom(storage, { minFreeBytes: options.minFreeDiskBytes ?? minFreeDiskBytes, clock }),
    quota: new BoardQuota(limits.newBoardsPerDay),
    clock,
  });
  const wrongSecrets = new WrongSecrets(limits.joinsPerMinute);
  const originOf = (request: Parameters<typeof publicOrigin>[0]) => publicOrigin(request, config.publicUrl);
  const welcomeLeader = welcomeLeaderWith({ joinBoard, sessions, originOf, accounts, secrets, clock });

  const stayTimer = setInterval(() => {
    logBook
      .writeStaying()
      .catch((error: unknown) => app.log.warn({ err: error }, 'who stays at a duk could not be written down'));
  }, writeStayingEveryMs).unref();
  app.addHook('onClose', async () => clearInterval(stayTimer));
  const relay = createRelay({
    journal,
    judgingOf: (documentId) => (partOf(documentId) === 'duk' ? boardRules : undefined),
    bus: storage.bus,
    log: app.log,
    registry,
    // What else belongs to a board bears no marks.
    rulesOf: (documentId) => (partOf(documentId) === 'duk' ? noteMarks : undefined),
    limits: options.relayLimits ?? {},
    otherPlaces: () => places.inAll,
    watch(request, boardId, hear) {
      const question = sessions.questionFor(request, boardId, 'read');
      const watched = accessWatch.open(question, (answer) => hear(admissionOf(answer, layouts)));
      let stay: { end(): void } | undefined;
      let hasEnded = false;
      const first = async (): Promise<Admission> => {
        const answer = await watched.first;
        try {
          if (answer.ok) {
            const reader = seatInLog(answer.value);
            await logBook.write(reader, { kind: 'duk' });
            if (!hasEnded) stay = logBook.stays(reader);
          }
        } catch (error) {
          watched.end();
          throw error;
        }
        return admissionOf(answer, layouts);
      };
      const end = (): void => {
        hasEnded = true;
        stay?.end();
        watched.end();
      };
      return { ...watched, first: first(), end };
    },
  });
  const { maxWindows, maxConnections } = { ...relayLimits, ...options.relayLimits };
  // Each window may have a socket and a stream of news.
  const places = new StreamPlaces({ maxPerPerson: 2 * maxWindows, maxInAll: maxConnections }, relay);
  relay.onPresence((boardId) => news.tellHere(boardId, 'participants'));
  const renderer = openRenderer();
  const planReader = openPlanReader(archive, clock);
  const versionMaker = openVersionMaker(new URL('./makeVersionInThread.ts', import.meta.url));
  // The relay closes its own sockets.
  app.addHook('preClose', async () => {
    accessWatch.stop();
    await sweep.stop();
    renderer.close();
    await planReader.close();
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
      caseEnds: storage.caseEnds,
      stories: storage.stories,
      consents,
      sessions,
      joinBoard,
      readInvitation,
      createBoard,
      admitNewBoard,
      welcomeLeader,
      opening,
      news,
      accessWatch,
      limits,
      wrongSecrets,
      clock,
      layouts,
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
      accessWatch,
      opening,
    }),
  );
  await app.register(
    participantRoutes({
      directory,
      consents,
      sessions,
      news,
      secrets,
      clock,
      accessWatch,
      online: (boardId) => relay.online(boardId),
    }),
  );
  const providers = new LoginProviders(options.loginProviders ?? [], clock);
  await app.register(
    sessionRoutes({
      sessions,
      accessWatch,
      signOutUrlFor: (signedIn, request) => providers.signOutUrl(signedIn, `${originOf(request)}/`),
    }),
  );
  await app.register(
    accountRoutes({
      accounts,
      passkeys: storage.passkeys,
      siteOf: passkeySiteWith(config.publicUrl),
      isOnLoopback,
      caseEnds: storage.caseEnds,
      eraseAfterDays: options.eraseAfterDays ?? usualEraseAfterDays,
      sessions,
      opening,
      providers,
      secrets,
      clock,
      wrongSecrets,
      overTls,
      originOf,
      onAccessChanged: (boards) => {
        for (const boardId of boards) accessWatch.changed(boardId);
      },
      onLeadersChanged: (boardId) => {
        accessWatch.changed(boardId);
        news.publish(boardId, 'participants');
        news.publish(boardId, 'people');
      },
    }),
  );
  const onPeopleChanged = (boardId: BoardId): void => {
    accessWatch.changed(boardId);
    news.publish(boardId, 'people');
  };
  await app.register(peopleRoutes({ directory, sessions, secrets, clock, onChanged: onPeopleChanged }));
  await app.register(
    helperRoutes({
      directory,
      sessions,
      onAnswered: (boardId) => {
        onPeopleChanged(boardId);
        // Under whose notes a name stands, everybody sees.
        news.publish(boardId, 'participants');
      },
    }),
  );
  await app.register(meetingRoutes({ directory, sessions, news, secrets, clock }));
  const readNewsTo = readNewsWith({ sessions, news, accessWatch, places });
  await app.register(newsRoutes(readNewsTo));
  await app.register(relay.plugin);
  await app.register(
    binRoutes({
      sessions,
      directory,
      async emptyBin(boardId, hand, noteIds) {
        const empty = onBoard((board) => {
          emptyBin(board, noteIds);
          // Those of before too: their translations may have come later, or could not be removed then.
          return succeeded(removedNotesIn(board.doc));
        }, layouts);
        const removed = await relay.apply(documentIdOf(boardId, 'duk'), empty, hand);
        if (!removed.ok) return removed;
        const translations = documentIdOf(boardId, 'translations');
        return relay.apply(translations, (doc) => removeBeside(doc, removed.value), hand);
      },
      async clearRemoved(boardId) {
        for (const part of ['duk', 'translations'] as const) await relay.clearRemoved(documentIdOf(boardId, part));
      },
    }),
  );
  await app.register(
    keepBoardRoutes({
      sessions,
      directory,
      caseEnds: storage.caseEnds,
      async isProvedAnew(request) {
        const signedIn = await sessions.signedIn(request);
        return signedIn !== undefined && isFresh(signedIn, clock());
      },
      clock,
      rename: (boardId, title, hand) => {
        const rename = onBoard((board) => setHeader(board, { title }), layouts);
        return relay.apply(documentIdOf(boardId, 'duk'), rename, hand);
      },
      onChanged: (boardId) => accessWatch.changed(boardId),
    }),
  );
  await app.register(
    consentRoutes({
      sessions,
      consents,
      archive,
      secrets,
      clock,
      onChanged: (boardId) => {
        accessWatch.changed(boardId);
        news.publish(boardId, 'consents');
      },
    }),
  );
  await app.register(
    intakeRoutes({
      intake: storage.intake,
      erase: (proposalId) => storage.eraseProposal(proposalId),
      accounts,
      caseLog: storage.caseLog,
      sessions,
      createBoard,
      admitNewBoard,
      welcomeLeader,
      directory,
      consents,
      layouts,
      eraseAfterDays: options.intakeEraseAfterDays ?? usualIntakeEraseAfterDays,
      secrets,
      clock,
    }),
  );
  await app.register(
    storyRoutes({
      sessions,
      stories: storage.stories,
      directory,
      clock,
      onChanged: (boardId) => news.publish(boardId, 'stories'),
    }),
  );
  await app.register(contactRoutes({ sessions, contacts: storage.contacts, secrets, clock }));
  await app.register(logRoutes({ sessions, caseLog: storage.caseLog, directory, fields: storage.programme }));
  await app.register(newsSocket(readNewsTo, readLedNewsWith({ sessions, readNewsTo }), relay.toSocket));
  await app.register(layoutRoutes(layouts));
  await app.register(termRoutes(options.terms ?? []));
  const { accessibilityContact: email } = options;
  const sendBarrier = sendBarrierWith(options.messengers ?? [], email, secrets);
  await app.register(
    municipalityRoutes({
      steps: options.steps ?? [],
      childContact: options.childContact,
      accessibility: email === undefined ? undefined : { email, canSend: sendBarrier !== undefined },
    }),
  );
  await app.register(
    barrierRoutes(sendBarrier, (error) => app.log.warn({ err: error }, 'what shuts somebody out could not be sent')),
  );
  const actionIndexes = new ActionIndexes({
    store: storage.followUp,
    journal,
    layouts,
    peek: (documentId, look) => {
      const seen = relay.peek(
        documentId,
        onBoard((board) => succeeded(look(board)), layouts),
      );
      return seen?.value.ok ? { position: seen.position, value: seen.value.value } : undefined;
    },
    onChanged: (boardId) => news.publish(boardId, 'actions'),
    onFailed: (error) => app.log.warn({ err: error }, 'could not look through the tiltak of duks'),
  });
  relay.onCommit((documentId) => actionIndexes.committed(documentId));
  app.addHook('onClose', () => actionIndexes.stop());
  const applyOnDuk: ApplyOnDuk = (boardId, command, hand) =>
    relay.apply(documentIdOf(boardId, 'duk'), onBoard(command, layouts), hand);
  const { answers } = storage;
  const tellAnswers = (boardId: BoardId): void => news.publish(boardId, 'answers');
  await app.register(
    followUpRoutes({
      failingSince: (boardIds) => storage.reminders.failingSince(boardIds),
      sessions,
      store: storage.followUp,
      answers,
      planLives,
      consents,
      indexes: actionIndexes,
      layouts,
      tableOf: casesToCsv,
      clock,
      apply: applyOnDuk,
      seatsOfPerson: (personId) => directory.seatsOfPerson(personId),
    }),
  );
  await app.register(
    pauseRoutes({
      sessions,
      apply: (boardId, command) => relay.apply(documentIdOf(boardId, 'duk'), onBoard(command, layouts), nobody),
      clock,
    }),
  );
  const onPrivate = async <Value>(
    boardId: BoardId,
    personId: PersonId,
    command: QuietCommand<Value>,
  ): Promise<Value> => {
    const documentId = documentIdOf(boardId, 'private', personId);
    const done = await relay.apply<Value, never>(documentId, (doc) => succeeded(command(doc)), nobody);
    return done.ok ? done.value : done.failure;
  };
  const rounds = new Rounds({
    directory,
    secrets,
    clock,
    onDuk: (boardId, command) => relay.apply(documentIdOf(boardId, 'duk'), onBoard(command, layouts), roundsHand),
    onPrivate,
  });
  await app.register(roundRoutes({ sessions, rounds }));
  await app.register(
    questionRoutes({
      sessions,
      directory,
      clock,
      onDuk: (boardId, command) => relay.apply(documentIdOf(boardId, 'duk'), onBoard(command, layouts), nobody),
      onPrivate,
    }),
  );
  await app.register(readOutRoutes({ sessions, directory, clock, onPrivate }));
  await app.register(
    sinceLastRoutes({ sessions, archive, inspect: planReader.inspect, indexes: actionIndexes, answers, directory }),
  );
  const actionsInUse = actionsInUseWith({ archive, planLives, inspect: planReader.inspect });
  const answering = answeringWith({
    answers,
    directory,
    indexes: actionIndexes,
    actionsInUse,
    apply: applyOnDuk,
    clock,
    onAnswered: tellAnswers,
  });
  const mayAnswer = answerDoorWith({ consents, directory, clock });
  const makeLink = makeAnswerLinkWith({ answers, secrets, clock });
  const calendars = new Calendars({ store: storage.calendars, answering, directory, mayAnswer, secrets, clock });
  const wrongAnswerLinks = new WrongSecrets(limits.joinsPerMinute);
  await app.register(calendarRoutes({ sessions, calendars, wrongSecrets: wrongAnswerLinks, clock, originOf }));
  if (options.messengers && options.messengers.length > 0 && config.publicUrl) {
    const reminders = new Reminders({
      messengers: options.messengers,
      origin: config.publicUrl.origin,
      reminders: storage.reminders,
      followUp: storage.followUp,
      answers,
      indexes: actionIndexes,
      mayRemind: reminderDoorWith({ directory, mayAnswer }),
      actionsInUse,
      makeLink,
      clock,
      onFailed: (error) => app.log.warn({ err: error }, 'somebody could not be reminded'),
    });
    app.addHook('onReady', async () => void reminders.now());
    app.addHook('preClose', () => reminders.stop());
  }
  await app.register(
    answerLinkRoutes({
      sessions,
      directory,
      answers,
      answering,
      mayAnswer,
      makeLink,
      calendars,
      originOf,
      clock,
      faultOfSending: (boardId) => leavingFaultOf({ archive, planLives }, boardId),
      onSettled: tellAnswers,
    }),
  );
  await app.register(
    statusRoutes({
      answers,
      directory,
      mayAnswer,
      answering,
      calendars,
      originOf,
      wrongSecrets: wrongAnswerLinks,
      clock,
      overTls,
    }),
  );
  const freezeMeeting = freezing({
    journal,
    archive,
    consents,
    directory,
    makeVersion: versionMaker.make,
    now: clock,
    layouts: ownLayouts,
  });
  const announce = news.publish.bind(news);
  await app.register(freezeRoute({ sessions, freezeMeeting, announce }));
  const { individualPlanLaw } = options;
  const contactsOf = letterContactsWith({ directory, planLives, consents, clock, individualPlanLaw });
  await app.register(planRoutes({ archive, directory, sessions, planLives, contactsOf, reader: planReader }));
  const moments = new KeptMoments(journal);
  await app.register(
    timelineRoutes({ sessions, moments, archive, directory, reader: planReader, layouts: ownLayouts, clock }),
  );
  await app.register(
    restoreRoutes({
      ...{ sessions, moments, directory, reader: planReader, layouts: ownLayouts, clock, apply: applyOnDuk },
      keepMoment: (boardId, takenAt) => relay.keepMoment(documentIdOf(boardId, 'duk'), takenAt),
    }),
  );
  await app.register(
    planLifeRoutes({
      ...{ archive, directory, planLives, sessions, clock, announce },
      inspect: planReader.inspect,
      hasArchiveGround: options.archiveGround !== undefined,
    }),
  );
  const watchReply = watchReplyWith({ sessions, accessWatch });
  const { cuts } = storage;
  const desk = new CutDesk({ consents, directory, contactsOf, reader: planReader, renderer, clock });
  await app.register(
    cutRoutes({
      ...{ sessions, watchReply, desk, cuts, directory, archive, planLives, secrets, originOf, clock },
      inspect: planReader.inspect,
    }),
  );
  await app.register(
    cutLinkRoutes({ cuts, desk, secrets, wrongSecrets: new WrongSecrets(limits.joinsPerMinute), clock, overTls }),
  );
  const journeyBefore = journeyBeforeWith(archive, (head) => planReader.inspect(head));
  await app.register(
    exportRoutes({
      archive,
      contactsOf,
      journeyBefore,
      watchReply,
      renderer,
      inspect: planReader.inspect,
    }),
  );
  await app.register(
    promiseRoutes({
      ...{ archive, planLives, directory, answers, contactsOf, watchReply, renderer, originOf, clock },
      readLetter: planReader.letter,
    }),
  );
  await app.register(paperRoute({ directory, watchReply, renderer, layouts }));
  await app.register(
    archiveRoute({
      ...{ archive, planLives, contactsOf, journeyBefore, watchReply, renderer },
      contacts: storage.contacts,
      inspect: planReader.inspect,
      ground: options.archiveGround,
    }),
  );
  await app.register(
    demoRoutes({
      storage,
      secrets,
      clock,
      makeVersion: versionMaker.make,
      createBoard,
      admitNewBoard,
      welcomeLeader,
      opening,
      limits,
    }),
  );
  const { tallies } = storage;
  await app.register(surveyRoutes({ tallies, sessions, secrets, limits, wrongSecrets, clock, originOf }));
  await app.register(pulseRoutes({ tallies, directory, sessions }));
  const reports = new ToldReports({ store: storage.programme, archive, inspect: planReader.inspect, clock });
  await app.register(programmeRoutes({ sessions, store: storage.programme, reports, renderer }));
  await servePages(app, options.clientDir);
  return app;
}

function admissionOf(answer: AccessAnswer, layouts: Layouts): Admission {
  if (!answer.ok) return { ok: false, status: answer.failure.kind === 'notIn' ? 401 : 403 };
  const { participant, person, seats, helpers, helps, board } = answer.value;
  const { id: participantId, role, accessId } = participant;
  const voices = voicesOf(answer.value);
  const writer = { participantId, seats, role, voices, helpers, hasHelped: helps !== undefined };
  // What would be written without the layout could not be told to be right.
  const isDukForReading = !layouts.has(board.templateId);
  const isForReading = board.archivedAt !== undefined;
  return { ok: true, participantId, role, accessId, person: person.id, isDukForReading, isForReading, writer };
}
