import type { LinkId } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { EndedAccess, Journal, RoomBus } from '../storage/index.ts';
import { newCounters, type RelayCounters, type RelayLog } from './counters.ts';
import { Fellowship } from './fellows/fellowship.ts';
import { FellowWatch } from './fellows/fellowWatch.ts';
import { type RelayLimits, relayLimits } from './limits.ts';
import type { Admission, Admitted } from './people/admission.ts';
import { Connection } from './people/connection.ts';
import { type Pace, Paces } from './people/pace.ts';
import { seatRefusal } from './people/seating.ts';
import { type Refusal, tooOften } from './refusal.ts';
import { RelayMetrics } from './relayMetrics.ts';
import { type Arrival, relaySocket } from './relaySocket.ts';
import { CommitQueue } from './room/commitQueue.ts';
import { Conversation } from './room/conversation.ts';
import { openFolder } from './room/folder.ts';
import { type OpenBoard, OpenBoards } from './room/openBoards.ts';
import { type AccessEnded, openRoom, type Room, type RoomEdit } from './room/room.ts';
import { Rounds } from './rounds.ts';
import { TokenBucket } from './tokenBucket.ts';
import { Trace } from './trace.ts';
import { Turns } from './turns.ts';
import { TurnWriter } from './wire/turnWriter.ts';
import { type Incoming, UnfinishedMessages } from './wire/unfinishedMessages.ts';
import { bytesOf } from './wire/wireFrame.ts';

export interface RelayOptions {
  readonly journal: Journal;
  /** Asked before the upgrade, and once more after it, so that a link withdrawn in between lets nobody in. */
  readonly admit: (request: FastifyRequest, boardId: BoardId) => Promise<Admission>;
  /** News between the servers that share the journal. */
  readonly bus: RoomBus;
  /** Whose access to these boards has ended, whichever server ended it. */
  readonly endedAccess: (boardIds: readonly BoardId[]) => Promise<EndedAccess>;
  readonly log: RelayLog;
  /** Where its figures are shown. */
  readonly registry: Registry;
  /** For tests. */
  readonly limits?: Partial<RelayLimits>;
}

export interface Relay {
  /** `GET /sync/:boardId`, upgraded to a WebSocket. */
  readonly plugin: FastifyPluginAsync;
  /** Who is connected to a board right now, on whichever server. */
  online(boardId: BoardId): ReadonlySet<ParticipantId>;
  /** Closes everybody who came by this link, at once, on every server. */
  closeLink(boardId: BoardId, linkId: LinkId): void;
  /** Closes every socket of this participant, at once, on every server. */
  closeParticipant(boardId: BoardId, participantId: ParticipantId): void;
  /** The listener hears of every board where somebody came or left. */
  onPresence(listener: (boardId: BoardId) => void): void;
  readonly counters: Readonly<RelayCounters>;
  /** Finishes the commit under way and closes every socket with 1001. Closing the server it is registered in does this too. */
  stop(): Promise<void>;
}

export function createRelay(options: RelayOptions): Relay {
  return new BoardRelay(options);
}

const withdrawn: Refusal = { reason: 'notAllowed', detail: 'The link was withdrawn' };
const signedOut: Refusal = { reason: 'notSignedIn', detail: 'This session has ended' };
const removed: Refusal = { reason: 'notAllowed', detail: 'The leader has ended this access' };
const stopping: Refusal = { reason: 'stopping', detail: 'The server is stopping; come back in a moment' };
const unreadable: Refusal = { reason: 'cannotLoad', detail: 'The board cannot be read right now' };
const ourFault: Refusal = { reason: 'cannotLoad', detail: 'Something went wrong in the server' };

/**
 * Milliseconds between two who are let in. To seat somebody takes two on average, so that the door keeps nobody out who
 * could have had a place; and whoever knocks without end leaves three quarters of the time to those inside.
 */
const knockEveryMs = 2;
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
  readonly counters = newCounters();
  readonly #log: RelayLog;
  readonly #limits: RelayLimits;
  readonly #queue: CommitQueue<RoomEdit>;
  readonly #trace: Trace | undefined;
  readonly #writer = new TurnWriter();
  /** Everything that is on a board is made here, once for all who wait for it. */
  readonly #whole = new Turns();
  readonly #waiting = new Map<Room, ((whole: readonly Buffer[]) => void)[]>();
  /** What is made is handed out to one after the other. */
  readonly #handingOut = new Turns();
  /** Answers made for one person alone. */
  readonly #own = new Turns();
  readonly #ownBytes: TokenBucket;
  readonly #door = new Turns(knockEveryMs);
  readonly #unfinished: UnfinishedMessages;
  readonly #paces: Paces;
  readonly #folder = openFolder();
  readonly #boards: OpenBoards;
  readonly #fellowship: Fellowship;
  readonly #fellowWatch: FellowWatch;
  readonly #journal: Journal;
  readonly #endedAccess: RelayOptions['endedAccess'];
  /** Every socket that is not quite gone. */
  readonly #sockets = new Set<Connection>();
  readonly #presenceListeners: ((boardId: BoardId) => void)[] = [];
  readonly #rounds: readonly { stop(): void }[];
  #stopped: Promise<void> | undefined;

  constructor({ journal, admit, bus, endedAccess, log, limits, registry }: RelayOptions) {
    const { counters } = this;
    this.#journal = journal;
    this.#endedAccess = endedAccess;
    this.#log = log;
    this.#limits = { ...relayLimits, ...limits };
    this.#ownBytes = new TokenBucket(this.#limits.ownAnswerBytes, performance.now());
    this.#unfinished = new UnfinishedMessages(this.#limits);
    this.#paces = new Paces(this.#limits);
    const metrics = new RelayMetrics(registry, counters);
    this.#trace = Trace.for(log);
    this.#queue = new CommitQueue(journal, (beat) => {
      metrics.beat(beat);
      this.#trace?.beat(beat);
    });
    this.#fellowship = new Fellowship(bus, this.#limits, counters, (server) => {
      for (const room of this.#boards.rooms()) room.forgetServer(server);
    });
    const roomSurroundings = {
      journal,
      folder: this.#folder,
      queue: this.#queue,
      limits: this.#limits,
      counters,
      log,
      onBroken: (room: Room) => this.#giveUp(room),
      fellowship: this.#fellowship,
      onFellowsChanged: (boardId: BoardId) => this.#tellPresence(boardId),
      onAccessEnded: (boardId: BoardId, ended: AccessEnded) => this.#endAccess(boardId, ended),
    };
    this.#boards = new OpenBoards({
      openRoom: (boardId) => metrics.timeLoad(openRoom(boardId, roomSurroundings)),
      mayFold: () => !this.#stopped,
      counters,
    });
    this.#fellowWatch = new FellowWatch({
      bus,
      look: () => this.#lookForFellows(),
      onBack: () => {
        for (const room of this.#boards.rooms()) room.greetFellows();
      },
      onFailed: (error) => log.warn({ err: error }, 'could not look for what other servers wrote'),
      everyMs: this.#limits.lookForFellowsEveryMs,
      everyMsWhileAway: this.#limits.lookForFellowsEveryMsWhileAway,
    });
    const everyMs = this.#limits.keepAliveAfterMs / 2;
    this.#rounds = [
      new Rounds({ everyMs, all: () => this.#sockets, lookAfter: (connection) => connection.lookAfter() }),
      new Rounds({ everyMs, all: () => this.#boards.rooms(), lookAfter: (room) => room.rest() }),
      new Rounds({
        everyMs,
        all: () => this.#paces.boards,
        lookAfter: (boardId) => this.#paces.tidy(boardId, this.online(boardId)),
      }),
    ];
    this.plugin = relaySocket({
      limits: this.#limits,
      admit,
      isFull: () => this.#isFull(),
      // Whoever shows the same cookies is one to the door.
      knock: (request, open) => this.#door.take(request.headers.cookie, open),
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
  }

  online(boardId: BoardId): ReadonlySet<ParticipantId> {
    const board = this.#boards.find(boardId);
    const here = [...(board?.present.keys() ?? [])].map((connection) => connection.participantId);
    return new Set([...here, ...(board?.opened?.fellows ?? [])]);
  }

  closeLink(boardId: BoardId, linkId: LinkId): void {
    const ended: AccessEnded = { kind: 'linkEnded', linkId };
    this.#endAccess(boardId, ended);
    this.#fellowship.tell(boardId, ended);
  }

  closeParticipant(boardId: BoardId, participantId: ParticipantId): void {
    const ended: AccessEnded = { kind: 'participantEnded', participantId };
    this.#endAccess(boardId, ended);
    this.#fellowship.tell(boardId, ended);
  }

  onPresence(listener: (boardId: BoardId) => void): void {
    this.#presenceListeners.push(listener);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  #welcome(arrival: Arrival): void {
    const { socket, stream, boardId, admitted } = arrival;
    const pace = this.#paces.of(boardId, admitted.participantId);
    const arrived = pace.take('arrivals', 1) ? this.#refusalAtTable(boardId, admitted) : tooOften;
    const refusal = this.#stopped ? stopping : arrived;
    // Whoever is refused opens no board.
    const board = refusal ? undefined : this.#boards.open(boardId);
    const connection = new Connection(socket, stream, admitted, {
      limits: this.#limits,
      counters: this.counters,
      writer: this.#writer,
      onEnd: () => {
        if (board) this.#leave(board, connection);
      },
    });
    board?.connections.add(connection);
    this.#sockets.add(connection);
    this.counters.connections += 1;
    this.#trace?.connected(boardId, connection, socket, arrival.traceparent);
    const incoming = this.#unfinished.watch(connection, stream);
    socket.on('close', () => {
      this.#sockets.delete(connection);
      this.counters.connections -= 1;
    });
    if (!board) {
      this.#restAtDoor();
      connection.close(refusal ?? ourFault);
      return;
    }
    connection.hold('lettingIn');
    this.#letIn(board, connection, incoming, pace, arrival).catch((error: unknown) => {
      this.counters.failedLoads += 1;
      this.#log.error({ boardId, err: error }, 'a board could not be opened');
      connection.close(unreadable);
    });
  }

  #refusalAtTable(boardId: BoardId, admitted: Admitted): Refusal | undefined {
    const board = this.#boards.find(boardId);
    const here = [...(board?.connections ?? [])].map(({ participantId }) => participantId);
    return seatRefusal(admitted, [...here, ...(board?.opened?.fellows ?? [])], this.#limits);
  }

  async #letIn(
    board: OpenBoard,
    connection: Connection,
    incoming: Incoming,
    pace: Pace,
    { socket, admitted, admitAgain }: Arrival,
  ): Promise<void> {
    const room = await board.room;
    // Not before the room stands: from then on it hears of what other servers withdraw.
    const again = await admitAgain();
    if (connection.isClosing) return;
    if (!again.ok && again.status === 401) {
      connection.close(signedOut);
      return;
    }
    if (!again.ok || again.linkId !== admitted.linkId || again.role !== admitted.role) {
      connection.close(withdrawn);
      return;
    }
    const guard = (act: () => void) => {
      if (this.#stopped) return;
      try {
        act();
      } catch (error) {
        this.#log.error({ boardId: board.boardId, err: error }, 'a message broke the relay');
        connection.close(ourFault);
      }
    };
    const conversation = new Conversation(connection, room, {
      pace,
      limits: this.#limits,
      counters: this.counters,
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
    const isNewcomer = !this.online(board.boardId).has(connection.participantId);
    board.present.set(connection, room);
    room.enter(connection);
    connection.release('lettingIn');
    if (isNewcomer) this.#tellPresence(board.boardId);
  }

  /** Makes everything that is on a board; whoever asks while that waits for its turn gets the same. */
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
      const board = this.#boards.find(room.boardId);
      const isDeserted = board?.opened !== room || board.connections.size === 0;
      if (this.#stopped || isDeserted) return;
      try {
        this.#makeAndRest(this.#whole, () => {
          const whole = room.whole();
          for (const each of all) each(whole);
          return bytesOf(whole);
        });
      } catch (error) {
        this.#log.error({ boardId: room.boardId, err: error }, 'a board could not be told');
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
    return this.counters.connections + this.#door.length >= this.#limits.maxConnections;
  }

  /** Who finds the server full has not come to the door: their refusals must not hold up those who wait there. */
  #restAtDoor(): void {
    if (this.#door.length <= mayRestWhileWaiting && !this.#isFull()) this.#door.rest(refusalRestMs);
  }

  #leave(board: OpenBoard, connection: Connection): void {
    board.connections.delete(connection);
    const room = board.present.get(connection);
    if (room) {
      board.present.delete(connection);
      room.leave(connection);
      if (!this.online(board.boardId).has(connection.participantId)) this.#tellPresence(board.boardId);
    }
    if (board.connections.size > 0) return;
    board.room.then(
      (opened) => this.#boards.leave(board, opened),
      () => this.#boards.forget(board),
    );
  }

  /** A room that can no longer be trusted: its people come back to a new one. */
  #giveUp(room: Room): void {
    const board = this.#boards.find(room.boardId);
    if (!board || board.opened !== room) return;
    this.#boards.forget(board);
    for (const connection of board.connections) connection.close(ourFault);
  }

  /** Closes here whom it concerns; whoever is on the way in is asked for once more. */
  #endAccess(boardId: BoardId, ended: AccessEnded): void {
    for (const connection of this.#boards.find(boardId)?.connections ?? []) {
      if (ended.kind === 'linkEnded' && connection.linkId === ended.linkId) connection.close(withdrawn);
      if (ended.kind === 'participantEnded' && connection.participantId === ended.participantId) {
        connection.close(removed);
      }
    }
  }

  async #lookForFellows(): Promise<void> {
    const rooms = [...this.#boards.rooms()];
    if (rooms.length === 0) return;
    const boardIds = rooms.map(({ boardId }) => boardId);
    const [heads, ended] = await Promise.all([this.#journal.heads(boardIds), this.#endedAccess(boardIds)]);
    for (const connection of boardIds.flatMap((boardId) => [...(this.#boards.find(boardId)?.connections ?? [])])) {
      if (ended.linkIds.has(connection.linkId)) connection.close(withdrawn);
      else if (ended.participantIds.has(connection.participantId)) connection.close(removed);
    }
    await Promise.all(rooms.map((room) => room.followTo(heads.get(room.boardId) ?? 0)));
  }

  #tellPresence(boardId: BoardId): void {
    for (const listener of this.#presenceListeners) listener(boardId);
  }

  async #stop(): Promise<void> {
    for (const rounds of this.#rounds) rounds.stop();
    this.#fellowWatch.stop();
    await this.#queue.idle();
    for (const connection of this.#sockets) connection.close(stopping);
    await Promise.all([...this.#sockets].map((connection) => connection.gone()));
    await this.#folder.close();
    this.#fellowship.leave();
  }
}
