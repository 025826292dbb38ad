import type { IncomingMessage } from 'node:http';
import { type BoardId, boardOf, type DocumentId, documentIdOf, type ParticipantId } from '@duken/shared/access';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsync } from 'fastify';
import type { Registry } from 'prom-client';
import type { Doc } from 'yjs';
import type { ToSocket } from '../http/index.ts';
import { type Journal, type JournalPosition, type RoomBus, StorageUnavailable } from '../storage/index.ts';
import { newCounters, type RelayCounters, type RelayLog } from './counters.ts';
import type { DocumentRules, Hand } from './documentRules.ts';
import { type RelayLimits, relayLimits } from './limits.ts';
import { PeerServers } from './peers/peerServers.ts';
import { PeerWatch } from './peers/peerWatch.ts';
import type { Admission, Admitted, Watch } from './people/admission.ts';
import { Connection } from './people/connection.ts';
import { type RateLimit, RateLimits } from './people/rateLimits.ts';
import { seatRefusal } from './people/seating.ts';
import { type Refusal, tooOften } from './refusal.ts';
import { RelayMetrics } from './relayMetrics.ts';
import { type Arrival, relaySocket } from './relaySocket.ts';
import { BoardBytes } from './room/boardBytes.ts';
import { CommitQueue } from './room/commitQueue.ts';
import { openCompactor } from './room/compactor.ts';
import { Conversation } from './room/conversation.ts';
import type { Judging } from './room/judging.ts';
import { isInUse, type OpenDocument, OpenDocuments } from './room/openDocuments.ts';
import { openRoom, type Room, type RoomEdit } from './room/room.ts';
import { Rounds } from './rounds.ts';
import { TokenBucket } from './tokenBucket.ts';
import { Trace } from './trace.ts';
import { Turns } from './turns.ts';
import { TurnWriter } from './wire/turnWriter.ts';
import { type Incoming, UnfinishedMessages } from './wire/unfinishedMessages.ts';
import { bytesOf } from './wire/wireFrame.ts';

export interface RelayOptions {
  readonly journal: Journal;
  /** Asks before the upgrade whether somebody may come, and tells each time that may have changed, until they leave. */
  readonly watch: Watch;
  /** How many else there are on this server, whose places are counted with those of sockets. */
  readonly otherPlaces?: () => number;
  /** What people may do to a document; asked once for each that is opened. Without it all who may write may do anything. */
  readonly judgingOf?: (documentId: DocumentId) => Judging | undefined;
  /** News between the servers that share the journal. */
  readonly bus: RoomBus;
  /** What its documents mean, to those who know. */
  readonly rulesOf?: (documentId: DocumentId) => DocumentRules | undefined;
  readonly log: RelayLog;
  /** Where its figures are shown. */
  readonly registry: Registry;
  /** For tests. */
  readonly limits?: Partial<RelayLimits>;
}

export interface Relay {
  /** `GET /sync/:boardId` for the duk and `/sync/:boardId/:part` for the other documents, upgraded to a WebSocket. */
  readonly plugin: FastifyPluginAsync;
  /** For what else lives below `/sync/`: it comes in by the same door. */
  readonly toSocket: ToSocket;
  /** Who has a board's duk open right now, on whichever server. Another document alone does not make anybody be here. */
  online(boardId: BoardId): ReadonlySet<ParticipantId>;
  /** Sockets on this server, those on the way in included. */
  sockets(): number;
  /** Those of one person at one board, whatever they have open of it. */
  socketsOf(boardId: BoardId, participantId: ParticipantId): number;
  /** The listener hears of every board where somebody came or left. */
  onPresence(listener: (boardId: BoardId) => void): void;
  /** The listener hears of every document that something was committed to from here, when it is on disk. */
  onCommit(listener: (documentId: DocumentId) => void): void;
  /**
   * Looks at a document as it is on disk, where that is in memory.
   * @param look sees it, and changes nothing
   * @returns what it saw, and how far the journal is in it; undefined when nobody has it open here, or something is on its way
   */
  peek<Value>(
    documentId: DocumentId,
    look: (doc: Doc) => Value,
  ): { readonly position: JournalPosition; readonly value: Value } | undefined;
  /**
   * Changes a document in the name of a person, whether or not anybody has it open, here or on another server: through the
   * same journal and commits as what people write, and shown to all who are there. It is not judged. What others write in
   * the same moment merges with it.
   * @param command sees everything that is in the document; a pure function, as those of `shared/board`
   * @returns what came of the command, when that is on disk; one that fails changes nothing
   * @throws StorageUnavailable when it could not be read or saved, or the server stops; JournalUnreadable
   */
  apply<Value, Failure>(
    documentId: DocumentId,
    command: (doc: Doc) => Result<Value, Failure>,
    person: Hand,
  ): Promise<Result<Value, Failure>>;
  /**
   * Leaves nothing of what was removed from a document for good: not in its journal, its checkpoints, or the memory of any server.
   * What is removed by hand, letter by letter, stays in the checkpoints.
   * @throws StorageUnavailable when it could not be done, which may be tried again; JournalUnreadable
   */
  clearRemoved(documentId: DocumentId): Promise<void>;
  /**
   * Keeps a document as it is on disk among its checkpoints, to be gone back to.
   * @param takenAt milliseconds since the epoch
   * @returns where it stands in the journal; undefined for a document that there never was
   * @throws StorageUnavailable when it could not be done, which may be tried again; JournalUnreadable
   */
  keepMoment(documentId: DocumentId, takenAt: number): Promise<JournalPosition | undefined>;
  readonly counters: Readonly<RelayCounters>;
  /** Finishes the commit under way and closes every socket with 1001. Closing the server it is registered in does this too. */
  stop(): Promise<void>;
}

export function createRelay(options: RelayOptions): Relay {
  return new BoardRelay(options);
}

const accessEnded: Refusal = { reason: 'notAllowed', detail: 'This access has ended' };
const signedOut: Refusal = { reason: 'notSignedIn', detail: 'This session has ended' };
const isSomebodyElse: Refusal = { reason: 'seatChanged', detail: 'This session has another seat now; come back to it' };
const stopping: Refusal = { reason: 'stopping', detail: 'The server is stopping; come back in a moment' };
const unreadable: Refusal = { reason: 'cannotLoad', detail: 'The document cannot be read right now' };
const ourFault: Refusal = { reason: 'cannotLoad', detail: 'Something went wrong in the server' };

/**
 * Milliseconds between two upgrades, for as long as somebody has been refused lately: whoever asks without end leaves three
 * quarters of the time to those inside. Else the door serves one in each turn of the event loop: a crowd that comes back
 * after a restart are people with a seat, each of whom may come only so often, and they wait for each other.
 */
const upgradeEveryMs = 2;
/** How long a refusal is remembered so, in milliseconds. */
const waryForMs = 1_000;
/**
 * Milliseconds that the door rests after it has refused somebody. Many who are let in come at once after a restart; many
 * who are refused, a hundred in a second, are somebody who means it, and need no quick answer.
 */
const refusalRestMs = 8;
/** How many may wait at the door for it to rest at all: else whoever comes honestly would wait for all these rests. */
const mayRestWhileWaiting = 64;
/** After an answer that was made anew, so many times as long as it took are everybody else's. */
const restPerAnswer = 3;
/** Milliseconds that the longest rest after an answer lasts: those at other boards wait for it too. */
const longestRestMs = 100;

class BoardRelay implements Relay {
  readonly plugin: FastifyPluginAsync;
  readonly toSocket: ToSocket;
  readonly counters = newCounters();
  readonly #log: RelayLog;
  readonly #limits: RelayLimits;
  readonly #queue: CommitQueue<RoomEdit>;
  readonly #trace: Trace | undefined;
  readonly #writer = new TurnWriter();
  /** Everything that is in a document is made here, once for all who wait for it. */
  readonly #whole = new Turns();
  readonly #waiting = new Map<Room, ((whole: readonly Buffer[]) => void)[]>();
  /** What is made is handed out to one after the other. */
  readonly #handingOut = new Turns();
  /** Answers made for one person alone. */
  readonly #own = new Turns();
  readonly #ownBytes: TokenBucket;
  readonly #door = new Turns();
  /** In milliseconds of `performance.now()`. */
  #waryUntil = 0;
  readonly #unfinished: UnfinishedMessages;
  readonly #rateLimits: RateLimits;
  readonly #compactor = openCompactor();
  readonly #documents: OpenDocuments;
  readonly #peerServers: PeerServers;
  readonly #peerWatch: PeerWatch;
  readonly #journal: Journal;
  readonly #otherPlaces: () => number;
  /** Every socket that is not quite gone. */
  readonly #sockets = new Set<Connection>();
  readonly #presenceListeners: ((boardId: BoardId) => void)[] = [];
  readonly #commitListeners: ((documentId: DocumentId) => void)[] = [];
  readonly #rounds: readonly { stop(): void }[];
  /** What the server is writing by itself. */
  readonly #errands = new Set<Promise<unknown>>();
  #stopped: Promise<void> | undefined;

  constructor({ journal, watch, otherPlaces, judgingOf, bus, rulesOf, log, limits, registry }: RelayOptions) {
    const { counters } = this;
    this.#journal = journal;
    this.#otherPlaces = otherPlaces ?? (() => 0);
    this.#log = log;
    this.#limits = { ...relayLimits, ...limits };
    this.#ownBytes = new TokenBucket(this.#limits.ownAnswerBytes, performance.now());
    this.#unfinished = new UnfinishedMessages(this.#limits);
    this.#rateLimits = new RateLimits(this.#limits);
    const metrics = new RelayMetrics(registry, counters);
    this.#trace = Trace.for(log);
    this.#queue = new CommitQueue(journal, (batch) => {
      metrics.batch(batch);
      this.#trace?.batch(batch);
      for (const { documentId, position } of batch.shares) if (position !== undefined) this.#tellCommit(documentId);
    });
    this.#peerServers = new PeerServers(bus, this.#limits, counters, (server) => {
      for (const room of this.#documents.rooms()) room.forgetServer(server);
    });
    const boardBytes = new BoardBytes({
      journal,
      limits: this.#limits,
      onFailed: (boardId, error) => log.warn({ boardId, err: error }, 'a board could not be weighed'),
    });
    const roomSurroundings = {
      journal,
      boardBytes,
      judgingOf: judgingOf ?? (() => undefined),
      compactor: this.#compactor,
      queue: this.#queue,
      limits: this.#limits,
      counters,
      log,
      rulesOf: rulesOf ?? (() => undefined),
      onBroken: (room: Room) => this.#giveUp(room),
      peerServers: this.#peerServers,
      onRemotePeopleChanged: (documentId: DocumentId) => this.#tellPresence(documentId),
    };
    this.#documents = new OpenDocuments({
      openRoom: (documentId) => metrics.timeLoad(openRoom(documentId, roomSurroundings)),
      mayCompact: () => !this.#stopped,
      onBoardLeft: (boardId) => boardBytes.forget(boardId),
      counters,
    });
    this.#peerWatch = new PeerWatch({
      bus,
      look: () => this.#lookForPeers(),
      onBack: () => {
        for (const room of this.#documents.rooms()) room.greetPeers();
      },
      onFailed: (error) => log.warn({ err: error }, 'could not look for what other servers wrote'),
      everyMs: this.#limits.lookForPeersEveryMs,
      everyMsWhileAway: this.#limits.lookForPeersEveryMsWhileAway,
    });
    const everyMs = this.#limits.keepAliveAfterMs / 2;
    this.#rounds = [
      new Rounds({ everyMs, all: () => this.#sockets, lookAfter: (connection) => connection.lookAfter() }),
      new Rounds({ everyMs, all: () => this.#documents.rooms(), lookAfter: (room) => room.rest() }),
      new Rounds({
        everyMs,
        all: () => this.#rateLimits.boards,
        lookAfter: (boardId) => this.#rateLimits.tidy(boardId, this.#anywhereAt(boardId)),
      }),
    ];
    const { plugin, toSocket } = relaySocket({
      limits: this.#limits,
      watch,
      isFull: () => this.#isFull(),
      // Whoever shows the same cookies is one to the door.
      onUpgrade: (request, open) => this.#upgrade(request, open),
      onArrival: (arrival) => this.#welcome(arrival),
      onRefused: () => {
        counters.refusedUpgrades += 1;
        this.#restAtDoor();
      },
      onTooLarge: () => {
        counters.closed.tooLarge += 1;
      },
      stop: () => this.stop(),
    });
    this.plugin = plugin;
    this.toSocket = toSocket;
  }

  online(boardId: BoardId): ReadonlySet<ParticipantId> {
    return this.#presentIn(documentIdOf(boardId, 'duk'));
  }

  sockets(): number {
    return this.counters.connections + this.#door.length;
  }

  socketsOf(boardId: BoardId, participantId: ParticipantId): number {
    const connections = this.#documents.ofBoard(boardId).flatMap((document) => [...document.connections]);
    return connections.filter((connection) => connection.participantId === participantId).length;
  }

  onPresence(listener: (boardId: BoardId) => void): void {
    this.#presenceListeners.push(listener);
  }

  onCommit(listener: (documentId: DocumentId) => void): void {
    this.#commitListeners.push(listener);
  }

  peek<Value>(
    documentId: DocumentId,
    look: (doc: Doc) => Value,
  ): { readonly position: JournalPosition; readonly value: Value } | undefined {
    return this.#documents.find(documentId)?.opened?.peek(look);
  }

  apply<Value, Failure>(
    documentId: DocumentId,
    command: (doc: Doc) => Result<Value, Failure>,
    person: Hand,
  ): Promise<Result<Value, Failure>> {
    return this.#errand(documentId, (room) => room.apply(command, person));
  }

  clearRemoved(documentId: DocumentId): Promise<void> {
    return this.#errand(documentId, (room) => room.clearRemoved());
  }

  keepMoment(documentId: DocumentId, takenAt: number): Promise<JournalPosition | undefined> {
    return this.#errand(documentId, (room) => room.keepMoment(takenAt));
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  #welcome(arrival: Arrival): void {
    const { socket, stream, documentId, admitted, passage } = arrival;
    const rates = this.#rateLimits.of(boardOf(documentId), admitted.participantId);
    const arrived = rates.take('arrivals', 1) ? this.#refusalAtTable(documentId, admitted) : tooOften;
    const refusal = this.#stopped ? stopping : arrived;
    // Whoever is refused opens no document.
    const document = refusal ? undefined : this.#documents.open(documentId);
    const connection = new Connection(socket, stream, documentId, admitted, {
      limits: this.#limits,
      counters: this.counters,
      writer: this.#writer,
      onEnd: () => {
        passage.end();
        if (document) this.#leave(document, connection);
      },
    });
    document?.connections.add(connection);
    this.#sockets.add(connection);
    this.counters.connections += 1;
    this.#trace?.connected(documentId, connection, socket, arrival.traceparent);
    const incoming = this.#unfinished.watch(connection, stream);
    socket.on('close', () => {
      this.#sockets.delete(connection);
      this.counters.connections -= 1;
    });
    if (!document) {
      this.#restAtDoor();
      connection.close(refusal ?? ourFault);
      return;
    }
    passage.listen(admitted, (admission) => this.#hearAdmission(document, connection, admission));
    connection.hold('lettingIn');
    this.#letIn(document, connection, incoming, rates, arrival).catch((error: unknown) => {
      this.counters.failedLoads += 1;
      this.#log.error({ documentId, err: error }, 'a document could not be opened');
      connection.close(unreadable);
    });
  }

  #presentIn(documentId: DocumentId): ReadonlySet<ParticipantId> {
    const document = this.#documents.find(documentId);
    const here = [...(document?.present.keys() ?? [])].map(({ participantId }) => participantId);
    return new Set([...here, ...(document?.opened?.remoteParticipants ?? [])]);
  }

  /** Who has any of a board's documents open here, or is on the way in. */
  #anywhereAt(boardId: BoardId): ReadonlySet<ParticipantId> {
    const documents = this.#documents.ofBoard(boardId);
    return new Set(documents.flatMap(({ connections }) => [...connections].map(({ participantId }) => participantId)));
  }

  #refusalAtTable(documentId: DocumentId, admitted: Admitted): Refusal | undefined {
    const document = this.#documents.find(documentId);
    const here = [...(document?.connections ?? [])].map(({ participantId }) => participantId);
    return seatRefusal(admitted, [...here, ...(document?.opened?.remoteParticipants ?? [])], this.#limits);
  }

  async #letIn(
    document: OpenDocument,
    connection: Connection,
    incoming: Incoming,
    rates: RateLimit,
    { socket, passage }: Arrival,
  ): Promise<void> {
    const room = await document.room;
    // Whose access ends while they are on the way in, sees nothing.
    await passage.settled();
    if (connection.isClosing) return;
    const guard = (act: () => void) => {
      if (this.#stopped) return;
      try {
        act();
      } catch (error) {
        this.#log.error({ documentId: document.documentId, err: error }, 'a message broke the relay');
        connection.close(ourFault);
      }
    };
    const conversation = new Conversation(connection, room, {
      rates,
      limits: this.#limits,
      counters: this.counters,
      guard,
      later: {
        tellAll: (send) => {
          this.#makeWhole(room, (whole) => {
            this.#handingOut.take(connection.participantId, () => guard(() => send(whole)));
          });
        },
        tellWhatLacks: (act) => {
          this.#own.take(connection.participantId, () => guard(() => this.#makeOwnAndRest(act)));
        },
      },
    });
    incoming.judge = (head) => {
      let refusal: Refusal | undefined;
      guard(() => {
        refusal = conversation.judgeHead(head);
      });
      return refusal;
    };
    socket.on('message', (data, isBinary) => {
      // The socket's binaryType is the default, under which a message is one Buffer.
      guard(() => {
        this.#trace?.heard(connection, data as Buffer);
        conversation.hear(data as Buffer, isBinary);
      });
    });
    const isNewcomer = !this.#presentIn(document.documentId).has(connection.participantId);
    document.present.set(connection, room);
    room.enter(connection);
    connection.release('lettingIn');
    if (isNewcomer) this.#tellPresence(document.documentId);
  }

  /** Makes everything that is in a document; whoever asks while that waits for its turn gets the same. */
  #makeWhole(room: Room, take: (whole: readonly Buffer[]) => void): void {
    if (room.isWholeMade) {
      take(room.whole());
      return;
    }
    const waiting = this.#waiting.get(room);
    if (waiting) {
      waiting.push(take);
      return;
    }
    const all = [take];
    this.#waiting.set(room, all);
    this.#whole.take(room, () => {
      this.#waiting.delete(room);
      const document = this.#documents.find(room.documentId);
      const isDeserted = document?.opened !== room || document.connections.size === 0;
      if (this.#stopped || isDeserted) return;
      try {
        this.#makeAndRest(this.#whole, () => {
          const whole = room.whole();
          for (const each of all) each(whole);
          return bytesOf(whole);
        });
      } catch (error) {
        this.#log.error({ documentId: room.documentId, err: error }, 'a document could not be told');
        this.#giveUp(room);
      }
    });
  }

  /**
   * Makes something, and lets its line rest. What is made takes no more than a quarter of the time: an edit needs several
   * turns of the event loop to be heard, saved and sent, and is not to meet such a piece of work in each.
   * @returns bytes of what was made
   */
  #makeAndRest(turns: Turns, act: () => number): number {
    const startedAt = performance.now();
    const newBytes = act();
    if (newBytes > 0) turns.rest(Math.min(longestRestMs, restPerAnswer * (performance.now() - startedAt)));
    return newBytes;
  }

  /** The same for one person alone: what all of these together leave in memory comes no faster than it can be cleared away. */
  #makeOwnAndRest(act: () => number): void {
    const newBytes = this.#makeAndRest(this.#own, act);
    this.#own.rest(Math.min(longestRestMs, this.#ownBytes.spend(newBytes, performance.now())));
  }

  #isFull(): boolean {
    return this.sockets() + this.#otherPlaces() >= this.#limits.maxConnections;
  }

  #upgrade(request: IncomingMessage, open: () => void): void {
    this.#door.take(request.headers.cookie, () => {
      if (performance.now() < this.#waryUntil) this.#door.rest(upgradeEveryMs);
      open();
    });
  }

  /** Who finds the server full has not come to the door: their refusals must not hold up those who wait there. */
  #restAtDoor(): void {
    if (this.#isFull()) return;
    this.#waryUntil = performance.now() + waryForMs;
    if (this.#door.length <= mayRestWhileWaiting) this.#door.rest(refusalRestMs);
  }

  #leave(document: OpenDocument, connection: Connection): void {
    const { documentId } = document;
    document.connections.delete(connection);
    const room = document.present.get(connection);
    if (room) {
      document.present.delete(connection);
      room.leave(connection);
      if (!this.#presentIn(documentId).has(connection.participantId)) this.#tellPresence(documentId);
    }
    this.#leaveIfUnused(document);
  }

  #leaveIfUnused(document: OpenDocument): void {
    if (isInUse(document)) return;
    document.room.then(
      (opened) => this.#documents.leave(document, opened),
      () => this.#documents.forget(document),
    );
  }

  /** Does something to a document, opened if need be. The server does not stop meanwhile. */
  #errand<Value>(documentId: DocumentId, act: (room: Room) => Promise<Value>): Promise<Value> {
    const errand = this.#run(documentId, act);
    this.#errands.add(errand);
    const forget = () => this.#errands.delete(errand);
    errand.then(forget, forget);
    return errand;
  }

  async #run<Value>(documentId: DocumentId, act: (room: Room) => Promise<Value>): Promise<Value> {
    if (this.#stopped) throw new StorageUnavailable('The server is stopping');
    const document = this.#documents.open(documentId);
    document.errands += 1;
    try {
      const room = await document.room;
      // So that it sees what others have just written elsewhere.
      if (!this.#peerServers.isAlone && !(await room.readOn()))
        throw new StorageUnavailable('The journal cannot be read');
      return await act(room);
    } finally {
      document.errands -= 1;
      this.#leaveIfUnused(document);
    }
  }

  /** A room that can no longer be trusted: its people come back to a new one. */
  #giveUp(room: Room): void {
    const document = this.#documents.find(room.documentId);
    if (!document || document.opened !== room) return;
    this.#documents.forget(document);
    for (const connection of document.connections) connection.close(ourFault);
  }

  /** Somebody's access may have changed: they go on with what they may do now, or not at all. */
  #hearAdmission(document: OpenDocument, connection: Connection, admission: Admission): void {
    if (!admission.ok) {
      connection.close(admission.status === 401 ? signedOut : accessEnded);
      return;
    }
    if (admission.participantId !== connection.participantId) {
      connection.close(isSomebodyElse);
      return;
    }
    const couldWrite = connection.mayWrite;
    connection.become(admission);
    if (!connection.mayRead) connection.close(accessEnded);
    else if (connection.mayWrite && !couldWrite) document.present.get(connection)?.askWriter(connection);
  }

  async #lookForPeers(): Promise<void> {
    const rooms = [...this.#documents.rooms()];
    if (rooms.length === 0) return;
    const heads = await this.#journal.heads(rooms.map(({ documentId }) => documentId));
    await Promise.all(rooms.map((room) => room.followTo(heads.get(room.documentId) ?? 0)));
  }

  /** Somebody came to a document, or left it. Who is here is asked of the duk. */
  #tellPresence(documentId: DocumentId): void {
    const boardId = boardOf(documentId);
    if (documentId !== documentIdOf(boardId, 'duk')) return;
    for (const listener of this.#presenceListeners) listener(boardId);
  }

  #tellCommit(documentId: DocumentId): void {
    for (const listener of this.#commitListeners)
      try {
        listener(documentId);
      } catch (error) {
        // Whoever wrote is told that it is kept, whatever others make of it.
        this.#log.error({ boardId: boardOf(documentId), err: error }, 'who follows what is committed has failed');
      }
  }

  async #stop(): Promise<void> {
    for (const rounds of this.#rounds) rounds.stop();
    this.#peerWatch.stop();
    await Promise.allSettled(this.#errands);
    for (const room of this.#documents.rooms()) room.leaveMarks(true);
    await this.#queue.idle();
    for (const connection of this.#sockets) connection.close(stopping);
    await Promise.all([...this.#sockets].map((connection) => connection.gone()));
    await this.#compactor.close();
    this.#peerServers.leave();
  }
}
