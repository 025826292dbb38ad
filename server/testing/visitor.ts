import {
  type Board,
  type BoardDocument,
  type BoardId,
  BoardReader,
  openBoardDocument,
  openFailureOf,
} from '@duken/shared/board';
import { isDocumentMessage, messageType } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** How long a duk may take to come, and what was written on it to be saved, in milliseconds. */
const savedWithinMs = 60_000;

/** Somebody at a board, who needs no test around them: what is kept for later tests is made by them too. */
export class Visitor {
  readonly origin: string;
  readonly boardId: BoardId;
  /** What the session cookie holds. */
  readonly token: string;

  constructor(origin: string, boardId: BoardId, token: string) {
    this.origin = origin;
    this.boardId = boardId;
    this.token = token;
  }

  /** Makes a board and leads it. @param path where, such as `/api/demos/eirin` */
  static async leading(
    origin: string,
    path: string,
    body: object = {},
  ): Promise<{ leader: Visitor; leaderSecret: string; joinSecret: string }> {
    const made = await asked(`${origin}${path}`, '', 'POST', body);
    const { boardId, leaderUrl, joinUrl } = (await made.json()) as {
      boardId: BoardId;
      leaderUrl: string;
      joinUrl: string;
    };
    const leader = new Visitor(origin, boardId, tokenIn(made));
    return { leader, leaderSecret: secretIn(leaderUrl), joinSecret: secretIn(joinUrl) };
  }

  /** Comes in by a link, in a browser that has not been here. */
  static async joining(origin: string, boardId: BoardId, joining: { secret: string; name: string; voice?: string }) {
    const joined = await asked(`${origin}/api/boards/${boardId}/join`, '', 'POST', joining);
    return new Visitor(origin, boardId, tokenIn(joined));
  }

  async get<Reply>(path: string): Promise<Reply> {
    return (await (await this.#ask('GET', path)).json()) as Reply;
  }

  async file(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.#ask('GET', path)).arrayBuffer());
  }

  async post<Reply>(path: string, body: object = {}): Promise<Reply> {
    return (await (await this.#ask('POST', path, body)).json()) as Reply;
  }

  async patch(path: string, body: object): Promise<void> {
    await this.#ask('PATCH', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.#ask('DELETE', path);
  }

  /** Opens the duk, does something there, and leaves when it is saved. @returns the duk as it was then */
  async atDuk(act: (board: BoardDocument) => void | Promise<void> = () => undefined): Promise<Board> {
    const doc = new Y.Doc();
    const board = openBoardDocument(doc, templates.simple);
    const cookie = this.#cookie;
    let [sent, saved] = [0, 0];
    class SocketWithCookie extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie } });
      }

      override send(data: Uint8Array): void {
        if (isDocumentMessage(data)) sent += 1;
        super.send(data);
      }
    }
    const provider = new WebsocketProvider(`${this.origin.replace('http', 'ws')}/sync`, this.boardId, doc, {
      WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      connect: false,
    });
    const { promise: gone, reject: giveUp } = Promise.withResolvers<never>();
    const timer = setTimeout(() => giveUp(new Error('the duk did not come, or was not saved')), savedWithinMs);
    provider.on('connection-close', (event) =>
      giveUp(new Error(`the duk was closed: ${event?.code} ${event?.reason}`)),
    );
    let tell = () => {};
    const until = async (isSo: () => boolean) => {
      while (!isSo()) {
        const { promise: news, resolve } = Promise.withResolvers<void>();
        tell = resolve;
        await Promise.race([news, gone]);
      }
    };
    provider.on('sync', () => tell());
    provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      saved = decoding.readVarUint(decoder);
      tell();
    };
    try {
      provider.connect();
      await until(() => provider.synced);
      const failure = openFailureOf(doc);
      if (failure) throw new Error(`the duk cannot be shown: ${JSON.stringify(failure)}`);
      await Promise.race([act(board), gone]);
      await until(() => saved === sent);
      return new BoardReader(board).read();
    } finally {
      clearTimeout(timer);
      provider.destroy();
      doc.destroy();
    }
  }

  get #cookie(): string {
    return `duk=${this.token}`;
  }

  #ask(method: string, path: string, body?: object): Promise<Response> {
    return asked(`${this.origin}/api/boards/${this.boardId}${path}`, this.#cookie, method, body);
  }
}

async function asked(url: string, cookie: string, method: string, body?: object): Promise<Response> {
  const reply = await fetch(url, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!reply.ok) throw new Error(`${method} ${url} was answered with ${reply.status}: ${await reply.text()}`);
  return reply;
}

function tokenIn(reply: Response): string {
  return reply.headers.getSetCookie()[0]?.match(/^duk=([^;]+)/)?.[1] ?? '';
}

function secretIn(url: string): string {
  return new URL(url).hash.slice(1);
}
