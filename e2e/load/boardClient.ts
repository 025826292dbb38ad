import type { Contestant, Seat } from './contestant.ts';
import { inNameOf } from './preparedEdits.ts';
import type { ServerGroup } from './serverGroup.ts';
import type { Dialect } from './wire/dialects.ts';
import { frameOf, WebSocketClient } from './wire/webSocketClient.ts';

/** Longer than any join should take, in ms. */
const joinLimitMs = 60_000;

interface Listener {
  /** Edits from others; the bytes are only good until this returns. */
  readonly onEdits: (update: Uint8Array) => void;
}

/** Somebody at a board: comes in as the server's own clients do, hears edits, and sends edits made beforehand. */
export class BoardClient {
  readonly #dialect: Dialect;
  readonly #boardId: string;
  readonly #participantId: string | undefined;
  readonly #listener: Listener;
  #socket!: WebSocketClient;
  /** Document messages sent, edits among them. */
  #sent = 0;
  #editsFrom = 0;
  #safe = 0;
  #state: Uint8Array | undefined;
  #onState: (state: Uint8Array) => void = () => {};
  #isLeaving = false;
  #fault: string | undefined;
  #onFault: (fault: Error) => void = () => {};

  private constructor(dialect: Dialect, { boardId, participantId }: Seat, listener: Listener) {
    this.#dialect = dialect;
    this.#boardId = boardId;
    this.#participantId = participantId;
    this.#listener = listener;
  }

  /** Comes in; resolves when the whole board is here. Where nothing is held, when the socket stands. */
  static async join(
    { dialect, holdsDocuments }: Contestant,
    server: ServerGroup,
    seat: Seat,
    listener: Listener,
  ): Promise<BoardClient> {
    const client = new BoardClient(dialect, seat, listener);
    const arrived = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The board did not come')), joinLimitMs);
      client.#onState = () => {
        clearTimeout(timer);
        resolve();
      };
      client.#onFault = (fault) => {
        clearTimeout(timer);
        reject(fault);
      };
      if (!holdsDocuments) client.#onState(new Uint8Array());
    });
    client.#socket = await WebSocketClient.open(
      { port: server.portOf(seat.server), path: seat.path, cookie: seat.cookie },
      {
        onMessage: (message) => client.#hear(message),
        onClose: (reason) => client.#closed(reason),
      },
    );
    for (const message of dialect.hello(seat.boardId)) client.#socket.send(frameOf(message));
    await arrived;
    return client;
  }

  /** The board as it was when this client came in; undefined where the server holds none. */
  get state(): Uint8Array | undefined {
    return this.#state;
  }

  /** How many of the edits sent here, counted from the first, the server has called safe. */
  get safeEdits(): number {
    return Math.max(0, this.#safe - this.#editsFrom);
  }

  /** @throws what went wrong meanwhile */
  check(): void {
    if (this.#fault) throw new Error(this.#fault);
  }

  /** The frame that carries an edit, to be made before it counts. */
  frameOf(update: Uint8Array): Buffer {
    return frameOf(this.#dialect.edit(this.#boardId, inNameOf(this.#participantId, update)));
  }

  sendEdit(frame: Buffer): void {
    this.#sent += 1;
    this.#socket.send(frame);
  }

  leave(): Promise<void> {
    this.#isLeaving = true;
    return this.#socket.close();
  }

  #hear(message: Buffer): void {
    const heard = this.#dialect.read(message);
    if (heard.kind === 'edits') {
      if (heard.isAnswer && !this.#state) {
        this.#state = Uint8Array.from(heard.update);
        this.#onState(this.#state);
        return;
      }
      try {
        this.#listener.onEdits(heard.update);
      } catch (error) {
        this.#fault ??= String(error);
      }
    } else if (heard.kind === 'asked') {
      this.#socket.send(frameOf(this.#dialect.nothingToAdd(this.#boardId)));
      // Edits are not sent before one has been asked, so every later message of ours is one.
      this.#sent += 1;
      this.#editsFrom = this.#sent;
    } else if (heard.kind === 'safeUpTo') this.#safe = heard.count;
    else if (heard.kind === 'oneMoreSafe') this.#safe += 1;
  }

  #closed(reason: string | undefined): void {
    if (this.#isLeaving) return;
    this.#fault ??= `The server ended the connection: ${reason ?? 'without a word'}`;
    this.#onFault(new Error(this.#fault));
  }
}
