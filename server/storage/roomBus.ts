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
  /**
   * Tells the others. Never waits and never throws; what cannot be sent is lost and counted. The bytes are not changed after.
   * @param caseId whose words the message carries: on its way it is sealed with that case's key
   */
  publish(topic: string, message: Uint8Array, caseId?: string): void;

  /**
   * Hears what others say on a topic, in the order that each of them said it; never one's own.
   * @param listener must not throw; the bytes are its to keep
   * @param caseId as it was published with
   */
  subscribe(topic: string, listener: (message: Uint8Array) => void, caseId?: string): Subscription;

  /** Nobody else can have the database: there are no others. */
  readonly isAlone: boolean;

  /** Whether the others can be heard now. */
  readonly isUp: boolean;

  /** How many messages could not be sent. */
  readonly unsent: number;

  /** How many messages of others were not sealed with their case's key, or altered since; they are not heard. */
  readonly unopened: number;

  /** The bus went away, or is back with everything subscribed to that was. Anything may have been missed meanwhile. */
  onChange(listener: (isUp: boolean) => void): void;

  /** Nothing is heard or sent afterwards. */
  close(): Promise<void>;
}

/** A bus as it comes: what is said on it can be read by whoever has the line. */
export interface UnsealedBus extends Omit<RoomBus, 'publish' | 'subscribe' | 'unopened'> {
  publish(topic: string, message: Uint8Array): void;
  subscribe(topic: string, listener: (message: Uint8Array) => void): Subscription;
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
  unopened: 0,
  publish() {},
  subscribe: () => ({ ready: Promise.resolve(), end() {} }),
  onChange() {},
  async close() {},
};
