/**
 * News between servers that share a database. It carries what is known to be kept already, so that it may lose anything
 * at any time: the journal is the truth, and whoever missed something reads it there.
 *
 * A message is lost only when its sender or its receiver hears `onChange(false)`, up to three seconds later when nobody
 * says goodbye, or when its sender dies. Whoever was up all the time is not told of it. So after `onChange(true)` a server
 * both looks for what it missed and says again where its boards are; and now and then everyone looks into the journal
 * even while all is well, for those who died, or who are cut off alone, cannot say what they kept.
 */
export interface RoomBus {
  /** Tells the others. Never waits and never throws; what cannot be sent is lost and counted. The bytes are not changed after. */
  publish(topic: string, message: Uint8Array): void;

  /**
   * Hears what others say on a topic, in the order that each of them said it; never one's own.
   * @param listener must not throw; the bytes are its to keep
   */
  subscribe(topic: string, listener: (message: Uint8Array) => void): Subscription;

  /** Nobody else can have the database: there are no others. */
  readonly isAlone: boolean;

  /** Whether the others can be heard now. */
  readonly isUp: boolean;

  /** How many messages could not be sent. */
  readonly unsent: number;

  /** The bus went away, or is back with everything subscribed to that was. Anything may have been missed meanwhile. */
  onChange(listener: (isUp: boolean) => void): void;

  /** Nothing is heard or sent afterwards. */
  close(): Promise<void>;
}

export interface Subscription {
  /** Resolves when everything is heard from here on; also when the bus is down, since then nothing can be. Never rejects. */
  readonly ready: Promise<void>;
  end(): void;
}

/** The bus of a server that has its database for itself: nobody to tell, nobody to hear, always up. */
export const loneBus: RoomBus = {
  isAlone: true,
  isUp: true,
  unsent: 0,
  publish() {},
  subscribe: () => ({ ready: Promise.resolve(), end() {} }),
  onChange() {},
  async close() {},
};
