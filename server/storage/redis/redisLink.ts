import { Redis, type RedisOptions } from 'ioredis';

/** How often we ask whether Redis still answers, in milliseconds. */
const askEveryMs = 1_000;
/** After how long without an answer a connection is given up, in milliseconds. With the above: noticed within 3 s. */
const answerWithinMs = 1_500;
/**
 * How much may wait to be sent, in bytes: more than the largest message (a document, 20 MiB), and little enough for a
 * server with other things to do. Redis takes this in milliseconds unless something is wrong with it.
 */
export const maxUnsentBytes = 32 * 1024 * 1024;

/**
 * Each link lives until its first trouble, and is then replaced as a whole: so ioredis is to repair nothing, keep nothing
 * for later and send nothing twice.
 */
const settings = {
  lazyConnect: true,
  retryStrategy: null,
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  // News needs nothing that Redis may still be loading.
  enableReadyCheck: false,
  connectTimeout: answerWithinMs,
  // One clock for each connection, not for each command; a connection that is silent is closed by it.
  socketTimeout: answerWithinMs,
  connectionName: 'duken',
} satisfies RedisOptions;

type Hear = (channel: Buffer, message: Buffer) => void;

/** Two connections to one Redis, one that speaks and one that hears, which live and end together. */
export class RedisLink {
  /** Resolves when the link is of no use any more. */
  readonly broken: Promise<void>;
  readonly #speaker: Redis;
  readonly #hearer: Redis;
  readonly #break: () => void;
  readonly #asking: NodeJS.Timeout;
  readonly #underWay = new Set<Promise<void>>();
  #unsentBytes = 0;
  #isCut = false;

  /** @throws why it cannot be had, without the password */
  static async open(url: string, hear: Hear): Promise<RedisLink> {
    const connections = [
      new Redis(url, { ...settings, enableAutoPipelining: true }),
      new Redis(url, settings),
    ] as const;
    let reason: Error | undefined;
    for (const connection of connections) {
      connection.on('error', (error: Error) => {
        reason ??= error;
      });
    }
    // Not given up before both have come to an end: a TLS socket that is closed in the middle of its handshake can fail
    // twice, and ioredis hears only the first; the second would end the process.
    const attempts = await Promise.allSettled(connections.map((connection) => connection.connect()));
    const failure = attempts.find((attempt) => attempt.status === 'rejected');
    if (failure) {
      for (const connection of connections) connection.disconnect();
      throw new Error(wordsOf(reason ?? failure.reason));
    }
    return new RedisLink(...connections, hear);
  }

  private constructor(speaker: Redis, hearer: Redis, hear: Hear) {
    this.#speaker = speaker;
    this.#hearer = hearer;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.broken = promise;
    this.#break = resolve;
    hearer.on('messageBuffer', hear);
    for (const connection of [speaker, hearer]) connection.once('end', () => this.cut());
    this.#asking = setInterval(() => {
      for (const connection of [speaker, hearer]) connection.ping().catch(() => this.cut());
    }, askEveryMs);
  }

  /** @param onLost called when it did not get to Redis, or when nobody knows; the link is broken then */
  publish(channel: string, message: Buffer, onLost: () => void): void {
    if (this.#isCut || this.#unsentBytes + message.length > maxUnsentBytes) {
      onLost();
      this.cut(); // Else those who heard what came before would not know that they missed something.
      return;
    }
    this.#unsentBytes += message.length;
    const sending: Promise<void> = this.#speaker
      .publish(channel, message)
      .then(
        () => undefined,
        () => {
          onLost();
          this.cut();
        },
      )
      .then(() => {
        this.#unsentBytes -= message.length;
        this.#underWay.delete(sending);
      });
    this.#underWay.add(sending);
  }

  /** @throws when the link broke before Redis said that it is so */
  async subscribe(channels: readonly string[]): Promise<void> {
    if (channels.length === 0) return;
    await this.#hearer.subscribe(...channels).catch((error: unknown) => {
      this.cut();
      throw error;
    });
  }

  unsubscribe(channel: string): void {
    this.#hearer.unsubscribe(channel).catch(() => this.cut());
  }

  /** Cuts the link when all that was published has got to Redis, or when Redis does not answer. */
  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    this.cut();
  }

  /** Ends both connections at once. */
  cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    clearInterval(this.#asking);
    this.#hearer.removeAllListeners('messageBuffer');
    for (const connection of [this.#speaker, this.#hearer]) connection.disconnect();
    this.#break();
  }
}

/** Only the message: the error has the command with it, and the first command has the password. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : 'no answer';
  return error.message || code; // A host with several addresses has an error for each, and no message of its own.
}
