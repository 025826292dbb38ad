import type { BoardId } from '@duken/shared/board';
import { type News, newsSchema } from '@duken/shared/protocol';
import type { RoomBus, Subscription } from '../storage/index.ts';

type Listener = (changed: News['changed']) => void;

/** Everybody here who listens to one board, and our ear at the other servers. */
interface Audience {
  readonly listeners: Set<Listener>;
  readonly ears: Subscription;
}

/** Tells those who listen to a board, on every server, that rows of it changed; what changed they ask for themselves. */
export class BoardNews {
  readonly #bus: RoomBus;
  readonly #audiences = new Map<BoardId, Audience>();

  constructor(bus: RoomBus) {
    this.#bus = bus;
    bus.onChange((isUp) => {
      if (!isUp) return;
      // Nobody knows what was missed.
      for (const boardId of this.#audiences.keys()) {
        for (const changed of newsSchema.shape.changed.options) this.tellHere(boardId, changed);
      }
    });
  }

  publish(boardId: BoardId, changed: News['changed']): void {
    this.tellHere(boardId, changed);
    this.#bus.publish(topicOf(boardId), Buffer.from(changed));
  }

  /** For what every server finds out for itself. */
  tellHere(boardId: BoardId, changed: News['changed']): void {
    for (const listener of [...(this.#audiences.get(boardId)?.listeners ?? [])]) listener(changed);
  }

  /** @returns stops listening */
  subscribe(boardId: BoardId, listener: Listener): () => void {
    const audience = this.#audiences.get(boardId) ?? this.#open(boardId);
    audience.listeners.add(listener);
    return () => {
      audience.listeners.delete(listener);
      if (audience.listeners.size > 0 || this.#audiences.get(boardId) !== audience) return;
      this.#audiences.delete(boardId);
      audience.ears.end();
    };
  }

  #open(boardId: BoardId): Audience {
    const ears = this.#bus.subscribe(topicOf(boardId), (message) => {
      // A newer server may tell of something that this one does not know, nor anybody who listens to it.
      const changed = newsSchema.shape.changed.safeParse(Buffer.from(message).toString());
      if (changed.success) this.tellHere(boardId, changed.data);
    });
    const audience: Audience = { listeners: new Set(), ears };
    this.#audiences.set(boardId, audience);
    return audience;
  }
}

function topicOf(boardId: BoardId): string {
  return `news/${boardId}`;
}
