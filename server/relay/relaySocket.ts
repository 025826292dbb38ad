import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type DocumentId, documentIdOf, documentRights } from '@duken/shared/access';
import { boardParams, documentParams } from '@duken/shared/protocol';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { sendProblem, type ToSocket } from '../http/index.ts';
import { maxFrameHeadBytes, type RelayLimits } from './limits.ts';
import type { Admitted, Watch } from './people/admission.ts';
import { Passage } from './people/passage.ts';

/** Parts that one message may come in. Browsers send none in more than a few hundred, and each part costs memory. */
const maxFragments = 2_048;
/** Chunks of bytes that one message may come in: a whole document over a line with small packets takes some 15,000. */
const maxBufferedChunks = 32_768;

/** What the socket library says of a message that is more than it may be. */
const tooLargeErrors = new Set<unknown>(['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'WS_ERR_TOO_MANY_BUFFERED_PARTS']);

/** The addresses at which a socket may live: those of the routes below `/sync/`, as they come and before anything is decoded. */
const socketAddress = /^\/sync\/[^/?]+(\/[^/?]+)?(\?|$)/;

/** What was last asked on a connection, until it is answered. */
const latestAnswers = new WeakMap<Duplex, ServerResponse>();

/**
 * For Node's `shouldUpgradeCallback`. What is no upgrade to one of our sockets never becomes one: Node goes on with it as
 * with any other request. Nor does one that is sent before the answer to the request ahead of it: two would write on one
 * connection.
 */
export function isUpgradeToSocket({ method, url, headers, socket }: IncomingMessage): boolean {
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket' || !socketAddress.test(url ?? ''))
    return false;
  const latest = latestAnswers.get(socket);
  latestAnswers.delete(socket);
  return latest === undefined || latest.closed;
}

/** Seconds until it is worth asking again at a server that is full. */
const fullForS = 30;

function destroyBroken(this: Duplex): void {
  this.destroy();
}

/** What is known of somebody who was let in, until there is a socket. */
interface Guest {
  readonly documentId: DocumentId;
  readonly admitted: Admitted;
  readonly passage: Passage;
}

declare module 'fastify' {
  interface FastifyRequest {
    guest: Guest | null;
  }
}

/** Somebody who has come through the door. */
export interface Arrival {
  readonly socket: WebSocket;
  /** What the socket reads from and writes to. */
  readonly stream: Socket;
  readonly documentId: DocumentId;
  readonly admitted: Admitted;
  /** Their access from now on; to be ended with the socket. */
  readonly passage: Passage;
  /** The trace that the request belongs to, as W3C Trace Context says it, unchecked. */
  readonly traceparent: string | string[] | undefined;
}

export interface RelaySocketOptions {
  readonly limits: Pick<RelayLimits, 'maxStep2Bytes'>;
  readonly watch: Watch;
  /** Whether the server holds as many sockets as it has room for. */
  readonly isFull: () => boolean;
  /** Opens the door to somebody who asks for a socket, when it is their turn. */
  readonly onUpgrade: (request: IncomingMessage, open: () => void) => void;
  readonly onArrival: (arrival: Arrival) => void;
  /** Somebody who asked for a socket has had an ordinary answer, for whatever reason. */
  readonly onRefused: () => void;
  /** The socket library has already closed a connection, for a frame too large to read. */
  readonly onTooLarge: () => void;
  readonly stop: () => Promise<void>;
}

/** `GET /sync/:boardId` and `/sync/:boardId/:part`. Whoever may not come gets an ordinary HTTP answer, before there is a socket. */
export function relaySocket(options: RelaySocketOptions): {
  readonly plugin: FastifyPluginAsync;
  readonly toSocket: ToSocket;
} {
  async function checkAdmission(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (options.isFull()) {
      return sendProblem(reply.header('retry-after', String(fullForS)), { kind: 'serverFull' });
    }
    const params = documentParams.safeParse(request.params);
    if (!params.success) {
      const isPartUnknown = boardParams.safeParse(request.params).success;
      return sendProblem(reply, { kind: isPartUnknown ? 'notFound' : 'accessEnded' });
    }
    const { boardId, part = 'duk' } = params.data;
    const passage = new Passage((hear) => options.watch(request, boardId, hear));
    const stream = request.raw.socket;
    if (upgrading.has(stream)) upgrading.set(stream, passage);
    const admission = await passage.ask();
    // An ordinary request leads to no socket, nor does one whose line is cut.
    if (upgrading.get(stream) !== passage) passage.end();
    if (!admission.ok) return sendProblem(reply, { kind: admission.status === 401 ? 'notIn' : 'accessEnded' });
    const documentId = documentIdOf(boardId, part, admission.person);
    if (!documentRights(documentId, admission.role, admission.person).mayRead) {
      passage.end();
      return sendProblem(reply, { kind: 'notAllowed' });
    }
    request.guest = { documentId, admitted: admission, passage };
    return undefined;
  }

  function hearError(error: Error, socket: WebSocket): void {
    if ('code' in error && tooLargeErrors.has(error.code)) options.onTooLarge();
    // After a fault in what it read, the socket closes itself with the right code; else it is cut.
    else if (socket.readyState === socket.OPEN) socket.terminate();
  }

  /** In a function of its own: what is heard for as long as the socket lives must not hold the request. */
  function hearErrors(socket: WebSocket): void {
    socket.on('error', (error) => hearError(error, socket));
  }

  /** Upgrades that have not become sockets of ours, and whose each is once that has been asked. */
  const upgrading = new Map<Duplex, Passage | undefined>();
  /** One for all: each socket that lives would keep its own. */
  function forgetUpgrade(this: Duplex): void {
    upgrading.get(this)?.end();
    upgrading.delete(this);
  }

  /** What Node hands over with an upgrade, until it has been answered. */
  const upgrades = new WeakMap<IncomingMessage, { readonly stream: Socket; readonly head: Buffer }>();

  // The library's types do not know the two in the middle.
  const serverOptions: ServerOptions & Record<'maxFragments' | 'maxBufferedChunks', number> = {
    noServer: true,
    clientTracking: false,
    maxPayload: options.limits.maxStep2Bytes + maxFrameHeadBytes,
    maxFragments,
    maxBufferedChunks,
    perMessageDeflate: false,
  };
  const sockets = new WebSocketServer(serverOptions);
  let isClosing = false;

  function welcome(socket: WebSocket, request: FastifyRequest, { documentId, admitted, passage }: Guest): void {
    options.onArrival({
      socket,
      stream: request.raw.socket,
      documentId,
      admitted,
      passage,
      traceparent: request.headers.traceparent,
    });
  }

  function openSocket(request: FastifyRequest, reply: FastifyReply): unknown {
    const { guest } = request;
    if (!guest) return sendProblem(reply, { kind: 'notFound' });
    return toSocket(request, reply, sockets, (socket) => welcome(socket, request, guest));
  }

  /** The one place where an upgrade becomes a socket: at a route where one lives, for somebody who was admitted. */
  const toSocket: ToSocket = (request, reply, server, welcomeSocket) => {
    const { raw } = request;
    const upgrade = upgrades.get(raw);
    if (!upgrade) return sendProblem(reply, { kind: 'notFound' });
    if (isClosing) return sendProblem(reply, { kind: 'stopping' });
    reply.hijack();
    upgrades.delete(raw);
    const { stream, head } = upgrade;
    stream.off('error', destroyBroken);
    const response = reply.raw;
    server.handleUpgrade(raw, stream, head, (socket) => {
      upgrading.delete(stream);
      stream.off('close', forgetUpgrade);
      // As long as the socket lives, the request and its answer would live in memory with it: a third of what a person
      // at the table costs. They are let go of, here and where the library hears of errors.
      response.detachSocket(stream);
      hearErrors(socket);
      welcomeSocket(socket);
    });
    return reply;
  };

  const plugin: FastifyPluginAsync = async (app) => {
    app.server.on('request', ({ socket }, response) => latestAnswers.set(socket, response));
    app.server.on('upgrade', (request, stream, head) => {
      // An upgrade with a body: what Node hands on then is not the socket, and would be read past all that watches it.
      if (stream !== request.socket) {
        request.socket.destroy();
        return;
      }
      upgrading.set(stream, undefined);
      stream.on('close', forgetUpgrade);
      // Node hears of its errors no more, and the socket library not yet.
      stream.on('error', destroyBroken);
      // An upgrade that waits is a socket and the head of a request; all that answering it takes is made when it is its turn.
      const open = () => {
        if (stream.destroyed) return;
        upgrades.set(request, { stream: request.socket, head });
        const response = new ServerResponse(request);
        response.assignSocket(request.socket);
        app.routing(request, response);
      };
      // There is no place to wait in: then it is told so at once.
      if (isClosing || options.isFull()) open();
      else options.onUpgrade(request, open);
    });
    app.decorateRequest('guest', null);
    app.addHook('preClose', async () => {
      // Who asks from now on gets an ordinary answer at once. Those just before may have been answered already, and
      // their connections be open: the stop would wait for them.
      isClosing = true;
      await options.stop();
      for (const stream of upgrading.keys()) stream.destroy();
    });
    app.addHook('onResponse', async (request, reply) => {
      const upgrade = upgrades.get(request.raw);
      if (!upgrade) return;
      options.onRefused();
      // What it sends after that nobody reads.
      upgrade.stream.destroy();
      // Else what was made for the answer would live as long as its closed socket does in Node: until the next full
      // collection, which those who ask without end would bring about.
      if (reply.raw.socket === upgrade.stream) reply.raw.detachSocket(upgrade.stream);
    });
    for (const url of ['/sync/:boardId', '/sync/:boardId/:part']) {
      app.route({ method: 'GET', url, preValidation: checkAdmission, handler: openSocket });
    }
  };
  // Not in a scope of its own: its hook must hear of every upgrade that is answered, or that connection would be left
  // hanging and hold up the stop.
  return { plugin: Object.assign(plugin, { [Symbol.for('skip-override')]: true }), toSocket };
}
