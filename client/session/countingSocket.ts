import { messageType, syncType } from '@duken/shared/protocol';
import type { Page } from './page.ts';

/** What the session hears of its sockets. */
export interface SocketEvents {
  /** Before a document message leaves: a sync step 2 or an update. */
  readonly documentMessageSent: (isStep2: boolean) => void;
  /** Delivers the messages of one frame; the session wraps it in one transaction. */
  readonly deliver: (messages: () => void) => void;
}

/**
 * A WebSocket that tells of the document messages it sends, and hands what comes in on once a frame: ten people writing
 * at once then cost one drawing a frame, not one for each of their edits.
 */
export function countingSocket(page: Page, events: SocketEvents): typeof WebSocket {
  return class extends page.WebSocket {
    #handler: ((event: MessageEvent) => void) | null = null;
    readonly #inbox: MessageEvent[] = [];

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      super.onmessage = (event) => {
        this.#inbox.push(event);
        if (this.#inbox.length === 1) page.onNextFrame(() => this.#handOn());
      };
    }

    override set onmessage(handler: ((event: MessageEvent) => void) | null) {
      this.#handler = handler;
    }

    override get onmessage(): ((event: MessageEvent) => void) | null {
      return this.#handler;
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === messageType.sync && data[1] !== syncType.step1)
        events.documentMessageSent(data[1] === syncType.step2);
      super.send(data);
    }

    #handOn(): void {
      const messages = this.#inbox.splice(0);
      events.deliver(() => {
        for (const message of messages) {
          try {
            this.#handler?.(message);
          } catch (error) {
            // One message that cannot be read must not take the others of its frame with it.
            reportError(error);
          }
        }
      });
    }
  };
}
