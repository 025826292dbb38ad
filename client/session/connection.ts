import type { DocumentId, ParticipantId } from '@duken/shared/access';
import { messageType } from '@duken/shared/protocol';
import { readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { closingOf, type EndReason, spread, type Trouble } from './closing.ts';
import { longestWaitMs, waitBeforeComingBackMs } from './comeBack.ts';
import { countingSocket } from './countingSocket.ts';
import type { Page } from './page.ts';
import { PresenceBoard } from './presence.ts';
import { SavedLedger, type SavedStatus } from './savedStatus.ts';
import type { Seat } from './seat.ts';

/** What `me` says when it is asked on behalf of a socket, which is told nothing; `unknown` when there is no answer to go by. */
export type ServerAnswer =
  | { readonly kind: 'in'; readonly seat: Seat }
  | { readonly kind: 'out' | 'storageAway' | 'unknown' };
export type AskServer = () => Promise<ServerAnswer>;

export interface ConnectionOptions {
  readonly page: Page;
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly doc: Y.Doc;
  readonly askServer: AskServer;
}

/** What a connection tells. */
export interface ConnectionEvents {
  /** Its status, trouble or the people around have changed. */
  readonly onChange: () => void;
  /** The document is as the server has it. */
  readonly onSynced: () => void;
  /** The server has confirmed that some of what this socket sent is on disk. */
  readonly onSaved: () => void;
  /** The server will not let us back in; trying again does not help. */
  readonly onEnded: (reason: EndReason) => void;
  /** A rule of the duk was broken (4422); `rule` is its name, as the server gave it. */
  readonly onRuleBroken: (rule: string) => void;
}

/** There has been no live line for so long, in ms: then it is looked into. */
const lineTakesTooLongMs = 8_000;
/** How often, in ms, a socket that is open is doubted while the browser says that there is no network. */
const doubtEveryMs = 1_500;
/** So long, in ms, a server may take that is asked meanwhile: some proxies never answer. */
const answerTakesTooLongMs = 2_000;

/**
 * The live line between one document and the server: it comes back by itself, counts what is on disk, and says what stands
 * in the way. It knows bytes and people's cursors, and no board.
 */
export class Connection {
  readonly presence: PresenceBoard;
  /** The origin of what comes in. */
  readonly origin: unknown;
  readonly #options: ConnectionOptions;
  readonly #events: ConnectionEvents;
  readonly #ledger: SavedLedger;
  readonly #provider: WebsocketProvider;
  readonly #stopListening: readonly (() => void)[];
  readonly #onUpdate: (update: Uint8Array, origin: unknown) => void;
  readonly #beforeTransaction = (): void => {
    this.#wasSentInThisUpdate = false;
  };
  #trouble: Trouble | undefined;
  #comeBack: ReturnType<typeof setTimeout> | undefined;
  #lineTimer: ReturnType<typeof setTimeout> | undefined;
  #nextDoubt: ReturnType<typeof setTimeout> | undefined;
  #wasSentInThisUpdate = false;
  #wasSynced = false;
  #isOver = false;

  constructor(options: ConnectionOptions, events: ConnectionEvents) {
    const { page, doc } = options;
    this.#options = options;
    this.#events = events;
    this.#ledger = new SavedLedger(events.onChange);
    // Before the provider listens: it sends on 'update', and this must know whether it did.
    doc.on('beforeTransaction', this.#beforeTransaction);
    this.#provider = new WebsocketProvider(`${page.socketOrigin}/sync`, options.documentId, doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: longestWaitMs,
      // What we come back from at a pace of our own is not the provider's to reconnect.
      shouldReconnect: ({ code }) => {
        const closing = closingOf(code);
        return closing.kind === 'comeBack' && closing.afterMs === undefined;
      },
      WebSocketPolyfill: countingSocket(page, {
        documentMessageSent: (isStep2) => {
          this.#wasSentInThisUpdate = true;
          this.#ledger.messageSent(isStep2);
        },
        deliver: (messages) => doc.transact(messages, this.#provider),
      }),
    });
    this.origin = this.#provider;
    this.#provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      this.#ledger.saved(readVarUint(decoder));
      events.onSaved();
    };
    this.presence = new PresenceBoard(this.#provider.awareness, options.participantId, events.onChange);
    this.#onUpdate = (_update, origin) => {
      if (origin !== this.#provider) this.#ledger.changed(this.#wasSentInThisUpdate);
      events.onChange();
    };
    doc.on('update', this.#onUpdate);
    this.#followProvider();
    this.#stopListening = [
      page.listen('online', this.#connectNow),
      page.listen('offline', this.#doubtSocket),
      page.listen('pagehide', () => this.presence.leave()),
      page.listen('pageshow', () => this.presence.leave(false)),
    ];
  }

  open(): void {
    this.#provider.connect();
    this.#watchLine();
  }

  /** The document is on the screen already, from the device. */
  isShown(): void {
    this.#wasSynced = true;
  }

  savedStatus(): SavedStatus {
    return this.#ledger.status();
  }

  /** How many of one's own changes would be lost if the browser closed now. */
  waiting(): number {
    return this.#ledger.waiting();
  }

  /** What stands in the way now, to be told in words. What could not be saved is trouble until it is. */
  trouble(): Trouble | undefined {
    return this.#ledger.status().kind === 'notSaved' ? 'notSaved' : this.#trouble;
  }

  /** Comes back at once as whoever this browser is now. */
  reopen(): void {
    if (this.#isOver) return;
    this.#provider.disconnect();
    this.open();
  }

  /** Somebody asks for a new try, and to be told anew how it goes. */
  tryAgain(): void {
    if (this.#isOver) return;
    this.#trouble = undefined;
    this.reopen();
    this.#events.onChange();
  }

  destroy(): void {
    this.presence.leave();
    this.#end();
    for (const stop of this.#stopListening) stop();
    this.#options.doc.off('beforeTransaction', this.#beforeTransaction);
    this.#options.doc.off('update', this.#onUpdate);
    this.presence.destroy();
    this.#provider.destroy();
  }

  #followProvider(): void {
    const provider = this.#provider;
    provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') this.#ledger.socketOpened();
      else {
        this.#ledger.socketClosed();
        this.presence.forgetOthers();
      }
    });
    provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) {
        if (!this.#isOver) this.#watchLine();
        return;
      }
      clearTimeout(this.#lineTimer);
      this.#trouble = undefined;
      this.#wasSynced = true;
      this.#events.onSynced();
      this.#events.onChange();
    });
    // Told before the provider looks at how long it may wait.
    provider.on('connection-close', (event: CloseEvent | null) => {
      const failures = provider.wsUnsuccessfulReconnects + 1;
      provider.maxBackoffTime = waitBeforeComingBackMs(failures, Math.random());
      if (!event) return;
      const closing = closingOf(event.code);
      if (closing.kind === 'comeBack' && closing.trouble) this.#tellTrouble(closing.trouble);
    });
    // Only what the provider does not come back from by itself.
    provider.on('closed', ({ code, reason }: { code: number; reason: string }) => {
      const closing = closingOf(code);
      if (closing.kind === 'comeBack') return this.#comeBackIn(spread(closing.afterMs ?? 0, Math.random));
      this.#end();
      if (closing.kind === 'ended') this.#events.onEnded(closing.reason);
      else this.#events.onRuleBroken(reason);
    });
    provider.on('connection-error', () => {
      void this.#options.askServer().then((answer) => {
        if (this.#isOver) return;
        if (answer.kind === 'storageAway') this.#tellTrouble('notSaved');
        if (answer.kind !== 'out') return;
        this.#end();
        provider.disconnect();
        this.#events.onEnded('notSignedIn');
      });
    });
  }

  /** A proxy can let pages through and no socket; then nothing ever fails in a way that a browser would tell. */
  #watchLine(): void {
    clearTimeout(this.#lineTimer);
    this.#lineTimer = setTimeout(() => {
      void Promise.race([this.#options.askServer(), noAnswer()]).then((answer) => {
        if (this.#isOver || this.#provider.synced) return;
        // A duk that is on the screen can be used meanwhile, and its sign says how it stands.
        const found = answer.kind === 'in' ? 'noLine' : this.#wasSynced ? undefined : 'noServer';
        const isOurs = this.#trouble === undefined || this.#trouble === 'noLine' || this.#trouble === 'noServer';
        if (isOurs && found !== this.#trouble) {
          this.#trouble = found;
          this.#events.onChange();
        }
        this.#watchLine();
      });
    }, lineTakesTooLongMs);
  }

  #tellTrouble(trouble: Trouble): void {
    if (trouble === 'notSaved') this.#ledger.storageRefused();
    this.#trouble = trouble;
    this.#events.onChange();
  }

  #comeBackIn(ms: number): void {
    clearTimeout(this.#comeBack);
    this.#comeBack = setTimeout(() => this.#provider.connect(), ms);
  }

  #end(): void {
    this.#isOver = true;
    this.#trouble = undefined;
    clearTimeout(this.#comeBack);
    clearTimeout(this.#lineTimer);
    clearTimeout(this.#nextDoubt);
  }

  readonly #connectNow = (): void => {
    clearTimeout(this.#nextDoubt);
    if (!this.#provider.wsconnected) this.reopen();
  };

  /**
   * A socket over a network that went away says nothing for half a minute, and the sign would say «Lagrer …» all that time.
   * Closing it lets the provider find out at once; a server on this very machine is reached again at once.
   */
  readonly #doubtSocket = (): void => {
    if (this.#provider.ws) this.reopen();
    this.#doubtAgain();
  };

  /** One that was opened in the moment in which the network went is as dumb, however long it took: so until the network is said to be back. */
  #doubtAgain(): void {
    clearTimeout(this.#nextDoubt);
    if (this.#isOver) return;
    this.#nextDoubt = setTimeout(() => {
      const { ws, synced } = this.#provider;
      const hasNoAnswer = !synced || this.#ledger.waiting() > 0;
      // Not merely closed: that waits for an answer too.
      if (ws?.readyState === WebSocket.OPEN && hasNoAnswer) this.reopen();
      this.#doubtAgain();
    }, doubtEveryMs);
  }
}

function noAnswer(): Promise<ServerAnswer> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: 'unknown' }), answerTakesTooLongMs));
}
