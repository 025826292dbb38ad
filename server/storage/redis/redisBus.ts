import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Subscription, UnsealedBus } from '../roomBus.ts';
import { RedisLink } from './redisLink.ts';

/** How long the first wait before a new attempt is, and the longest, in milliseconds; it doubles between them. */
const firstWaitMs = 50;
const longestWaitMs = 1_000;
/** How many bytes at the head of each message say who sent it. Random: two servers with one name would be deaf to each other. */
const senderBytes = 8;

type Listener = (message: Uint8Array) => void;

/** What is heard of one topic. */
interface Topic {
  readonly listeners: Set<Listener>;
  ready: Promise<void>;
}

/**
 * The bus over the channels of one Redis. While Redis is away, what is published is dropped, and a new link is tried for
 * with growing waits; when there is one, everything subscribed to is subscribed to again before anyone is told.
 */
export class RedisBus implements UnsealedBus {
  readonly isAlone = false;
  readonly #url: string;
  readonly #prefix: string;
  readonly #sender = randomBytes(senderBytes);
  readonly #topics = new Map<string, Topic>();
  readonly #watchers: ((isUp: boolean) => void)[] = [];
  readonly #closing = new AbortController();
  #link: RedisLink | undefined;
  #isUp = false;
  #unsent = 0;
  #linked: Promise<void> = Promise.resolve();

  private constructor(url: string) {
    this.#url = url;
    // Redis has one set of channels for all its numbered databases; two installations in one Redis must not hear each other.
    this.#prefix = `duken:${new URL(url).pathname.slice(1) || '0'}:`;
  }

  /** @throws why Redis cannot be reached, without the password */
  static async open(url: string): Promise<RedisBus> {
    const bus = new RedisBus(url);
    await bus.#connect();
    bus.#linked = bus.#stayLinked();
    return bus;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get unsent(): number {
    return this.#unsent;
  }

  publish(topic: string, message: Uint8Array): void {
    if (!this.#link) {
      this.#unsent += 1;
      return;
    }
    this.#link.publish(this.#prefix + topic, Buffer.concat([this.#sender, message]), () => {
      this.#unsent += 1;
    });
  }

  subscribe(topic: string, listener: Listener): Subscription {
    const heard = this.#topics.get(topic) ?? this.#begin(topic);
    // A function of its own, so that one listener can be given twice.
    const hear: Listener = (message) => listener(message);
    heard.listeners.add(hear);
    return {
      ready: heard.ready,
      end: () => {
        if (!heard.listeners.delete(hear) || heard.listeners.size > 0) return;
        this.#topics.delete(topic);
        this.#link?.unsubscribe(this.#prefix + topic);
      },
    };
  }

  onChange(listener: (isUp: boolean) => void): void {
    this.#watchers.push(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#topics.clear();
    this.#watchers.length = 0;
    await this.#link?.finish();
    await this.#linked;
  }

  #begin(topic: string): Topic {
    const listening = this.#link?.subscribe([this.#prefix + topic]) ?? Promise.resolve();
    // When the link broke it is subscribed to again with the others.
    const heard: Topic = { listeners: new Set(), ready: listening.catch(() => undefined) };
    this.#topics.set(topic, heard);
    return heard;
  }

  async #connect(): Promise<void> {
    const link = await RedisLink.open(this.#url, (channel, message) => this.#hear(channel, message));
    if (this.#closing.signal.aborted) {
      link.cut();
      return;
    }
    this.#link = link;
    const again = link.subscribe([...this.#topics.keys()].map((topic) => this.#prefix + topic));
    for (const heard of this.#topics.values()) heard.ready = again.catch(() => undefined);
    try {
      await again;
    } catch (error) {
      this.#link = undefined;
      throw error;
    }
    this.#tell(true);
  }

  async #stayLinked(): Promise<void> {
    let waitMs = 0;
    while (!this.#closing.signal.aborted) {
      if (this.#link) {
        await this.#link.broken;
        this.#link = undefined;
        this.#tell(false);
        waitMs = firstWaitMs;
      } else {
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      }
      try {
        await pause(waitMs, undefined, { signal: this.#closing.signal });
        await this.#connect();
      } catch {
        // Tried again, until somebody closes the bus.
      }
    }
  }

  #hear(channel: Buffer, message: Buffer): void {
    if (message.length < senderBytes) return; // Not ours: anyone may speak in a Redis.
    if (this.#sender.compare(message, 0, senderBytes) === 0) return;
    const heard = this.#topics.get(channel.toString().slice(this.#prefix.length));
    if (!heard) return;
    const bytes = message.subarray(senderBytes);
    for (const listener of heard.listeners) listener(bytes);
  }

  #tell(isUp: boolean): void {
    this.#isUp = isUp;
    for (const watcher of this.#watchers) watcher(isUp);
  }
}
