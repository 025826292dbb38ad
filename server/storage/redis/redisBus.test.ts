import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { UnsealedBus } from '../roomBus.ts';
import { openRedisBus } from './openRedisBus.ts';
import { RedisServer } from './redisForTests.ts';
import { maxUnsentBytes } from './redisLink.ts';

/** How long anybody would wait, in milliseconds. */
const patience = { timeout: 30_000, interval: 10 };
/** Three seconds, and what a busy machine adds. */
const noticedWithinMs = 10_000;

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

async function openBus(url = redis.url): Promise<UnsealedBus> {
  const bus = await openRedisBus(url);
  if (!bus.ok) throw new Error(JSON.stringify(bus.failure));
  onTestFinished(() => bus.value.close());
  return bus.value;
}

/** What a bus says of itself, in order. */
function changesOf(bus: UnsealedBus): boolean[] {
  const changes: boolean[] = [];
  bus.onChange((isUp) => changes.push(isUp));
  return changes;
}

/** What is heard on a topic from here on. */
async function hear(bus: UnsealedBus, topic = 'board/a') {
  const messages: string[] = [];
  const { ready, end } = bus.subscribe(topic, (message) => messages.push(Buffer.from(message).toString()));
  await ready;
  return { messages, end };
}

function say(bus: UnsealedBus, text: string, topic = 'board/a'): void {
  bus.publish(topic, Buffer.from(text));
}

/** Until `hearer` hears what `speaker` says. */
async function untilHeard(speaker: UnsealedBus, hearer: UnsealedBus): Promise<void> {
  const { messages, end } = await hear(hearer, 'are you there');
  await expect
    .poll(() => {
      say(speaker, 'hello', 'are you there');
      return messages.length;
    }, patience)
    .toBeGreaterThan(0);
  end();
}

describe('two servers on one Redis', () => {
  let one: UnsealedBus;
  let other: UnsealedBus;
  beforeEach(async () => {
    one = await openBus();
    other = await openBus();
  });

  it('hear each other in order, and never themselves', async () => {
    const [heardByOne, heardByOther] = [await hear(one), await hear(other)];
    const numbers = Array.from({ length: 1_000 }, (_, index) => `${index}`);
    for (const number of numbers) say(one, number);
    say(other, 'answer');
    await expect.poll(() => heardByOther.messages, patience).toEqual(numbers);
    await expect.poll(() => heardByOne.messages, patience).toEqual(['answer']);
    expect(one.unsent).toBe(0);
  });

  it('hear nothing of a topic that they do not listen to, or not any more', async () => {
    const a = await hear(other, 'board/a');
    const b = await hear(other, 'board/b');
    say(one, 'a', 'board/a');
    say(one, 'c', 'board/c');
    await expect.poll(() => a.messages, patience).toEqual(['a']);
    a.end();
    say(one, 'again', 'board/a');
    say(one, 'b', 'board/b');
    await expect.poll(() => b.messages, patience).toEqual(['b']);
    expect(a.messages).toEqual(['a']);
    // Redis is told too, or it would send every board that was ever open.
    await expect.poll(() => redis.ask('PUBSUB', 'CHANNELS'), patience).toMatch(/^\*1\r\n.*duken:0:board\/b/s);
  });

  it('let several listen to one topic, until the last of them ends', async () => {
    const first = await hear(other);
    const second = await hear(other);
    first.end();
    first.end();
    say(one, 'hello');
    await expect.poll(() => second.messages, patience).toEqual(['hello']);
    expect(first.messages).toEqual([]);
    second.end();
    const third = await hear(other);
    say(one, 'again');
    await expect.poll(() => third.messages, patience).toEqual(['again']);
    expect(second.messages).toEqual(['hello']);
  });

  it('get every byte as it was, on topics of any name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.uint8Array(), { minLength: 1 }),
        async (topic, sent) => {
          const heard: Uint8Array[] = [];
          const { ready, end } = other.subscribe(topic, (message) => heard.push(message));
          await ready;
          for (const message of sent) one.publish(topic, message);
          await expect.poll(() => heard.length, patience).toBe(sent.length);
          expect(heard.map((message) => [...message])).toEqual(sent.map((message) => [...message]));
          end();
        },
      ),
      { numRuns: 50 },
    );
  });

  it('get a message as large as a whole document, and keep it', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024);
    for (let at = 0; at < large.length; at += 4) large.writeUInt32LE(at, at);
    const heard: Uint8Array[] = [];
    await other.subscribe('board/a', (message) => heard.push(message)).ready;
    one.publish('board/a', large);
    say(one, 'after');
    await expect.poll(() => heard.length, patience).toBe(2);
    expect(large.equals(heard[0] as Uint8Array)).toBe(true);
    expect(Buffer.from(heard[1] as Uint8Array).toString()).toBe('after');
  });

  it('hear what was said last before a server stopped', async () => {
    const { messages } = await hear(other);
    for (let number = 0; number < 100; number++) say(one, `${number}`);
    await one.close();
    await expect.poll(() => messages, patience).toHaveLength(100);
    say(one, 'too late');
    expect(one.unsent).toBe(1);
  });

  it('do not mind what other programs say on their channels', async () => {
    const { messages } = await hear(other);
    expect(await redis.ask('PUBLISH', 'duken:0:board/a', 'hi')).toBe(':1\r\n');
    say(one, 'ours');
    await expect.poll(() => messages, patience).toEqual(['ours']);
  });

  it('do not hear those who use another number of the same Redis', async () => {
    const elsewhere = await openBus(`${redis.url}/1`);
    const { messages } = await hear(other);
    say(elsewhere, 'theirs');
    await untilHeard(elsewhere, await openBus(`${redis.url}/1`));
    say(one, 'ours');
    await expect.poll(() => messages, patience).toEqual(['ours']);
  });

  it.each(['properly', 'at once'] as const)(
    'know that Redis went away %s, drop what they cannot send, and are back with all they listened to',
    async (how) => {
      const { messages } = await hear(other);
      const changes = [changesOf(one), changesOf(other)];
      await redis.stop(how);
      await expect.poll(() => [one.isUp, other.isUp], patience).toEqual([false, false]);
      say(one, 'lost');
      expect(one.unsent).toBe(1);
      // Whoever begins to listen meanwhile does not wait for it.
      const late = await hear(other, 'board/late');
      const ended = await hear(other, 'board/ended');
      ended.end();

      let heardAtReturn: Promise<void> | undefined;
      other.onChange(() => {
        // Who is told that the bus is back may take for granted that it hears everything.
        heardAtReturn = expect.poll(() => redis.ask('PUBSUB', 'NUMSUB', 'duken:0:board/a'), patience).toContain(':1');
      });
      await redis.startAgain();
      await expect.poll(() => [one.isUp, other.isUp], patience).toEqual([true, true]);
      await heardAtReturn;
      say(one, 'found');
      say(one, 'found', 'board/late');
      await expect.poll(() => [messages, late.messages], patience).toEqual([['found'], ['found']]);
      expect(ended.messages).toEqual([]);
      expect(changes).toEqual([
        [false, true],
        [false, true],
      ]);
      expect(one.unsent).toBe(1);
    },
  );

  it('know within three seconds that Redis hangs, and are back when it answers', async () => {
    const { messages } = await hear(other);
    redis.freeze();
    onTestFinished(() => redis.thaw());
    const frozenAt = performance.now();
    await expect.poll(() => [one.isUp, other.isUp], patience).toEqual([false, false]);
    expect(performance.now() - frozenAt).toBeLessThan(noticedWithinMs);
    redis.thaw();
    await expect.poll(() => [one.isUp, other.isUp], patience).toEqual([true, true]);
    say(one, 'found');
    await expect.poll(() => messages, patience).toContain('found');
  });

  it('notice when one of them alone is cut off', async () => {
    await redis.ask('ACL', 'SETUSER', 'lone', 'on', 'nopass', 'allchannels', 'allcommands');
    const lone = await openBus(redis.url.replace('//', '//lone:any@'));
    const { messages } = await hear(other);
    const changes = [changesOf(lone), changesOf(other)];
    await redis.ask('CLIENT', 'KILL', 'USER', 'lone');
    await expect.poll(() => changes[0], patience).toEqual([false, true]);
    say(lone, 'found');
    await expect.poll(() => messages, patience).toEqual(['found']);
    expect(changes[1]).toEqual([]);
  });

  it('lose nothing when Redis forgets everything it has', async () => {
    const { messages } = await hear(other);
    await redis.ask('FLUSHALL');
    await redis.ask('SCRIPT', 'FLUSH');
    say(one, 'hello');
    await expect.poll(() => messages, patience).toEqual(['hello']);
    expect(other.isUp).toBe(true);
  });

  it('are not held up by somebody who listens and never reads', async () => {
    const deaf = connect(redis.port, '127.0.0.1');
    onTestFinished(() => {
      deaf.destroy();
    });
    deaf.write('SUBSCRIBE duken:0:board/a\r\n');
    await once(deaf, 'data');
    deaf.pause();
    const { messages } = await hear(other);
    const text = 'x'.repeat(1_000);
    for (let number = 0; number < 50_000; number++) {
      say(one, text);
      if (number % 1_000 === 0) await turn();
    }
    await expect.poll(() => messages.length, patience).toBe(50_000);
    expect(one.unsent).toBe(0);
  });

  it('keep no more than they may of what Redis does not take, and say that it was lost', async () => {
    const changes = changesOf(one);
    redis.freeze();
    onTestFinished(() => redis.thaw());
    const before = process.memoryUsage();
    const kibibyte = Buffer.alloc(1024, 7);
    for (let number = 0; number < 50_000; number++) {
      one.publish('board/a', kibibyte);
      if (number % 1_000 === 0) await turn();
    }
    const after = process.memoryUsage();
    // 50 MiB were said; a kibibyte takes some more than one while it waits.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(maxUnsentBytes * 1.25);
    await expect.poll(() => one.unsent, patience).toBe(50_000);
    expect(changes[0]).toBe(false);
    redis.thaw();
    await expect.poll(() => one.isUp, patience).toBe(true);
    await untilHeard(one, other);
  });
});

describe('a server that reads too slowly', () => {
  it('is cut off by Redis, knows that it missed something, and is back', async () => {
    const strict = await RedisServer.start('--client-output-buffer-limit', 'pubsub 256kb 0 0');
    onTestFinished(() => strict.remove());
    const [one, slow] = [await openBus(strict.url), await openBus(strict.url)];
    const changes = changesOf(slow);
    const { messages } = await hear(slow);
    // Both are in one process, so neither reads while this goes on.
    for (let round = 0; round < 200; round++) one.publish('board/a', Buffer.alloc(64 * 1024));
    await expect.poll(() => changes, patience).toEqual([false, true]);
    const missedSome = messages.length;
    expect(missedSome).toBeLessThan(200);
    say(one, 'found');
    await expect.poll(() => messages.at(-1), patience).toBe('found');
  });
});

describe('opening the bus', () => {
  it('says why Redis cannot be used, and never the password', async () => {
    const guarded = await RedisServer.start('--requirepass', 'riktig');
    onTestFinished(() => guarded.remove());
    const at = (auth: string) => guarded.url.replace('//', `//${auth}`);
    for (const [url, reason] of [
      ['redis://duk:hemmelig@127.0.0.1:1', 'ECONNREFUSED'],
      [at(':hemmelig@'), 'WRONGPASS'],
      [at('duk:hemmelig@'), 'WRONGPASS'],
      [guarded.url, 'NOAUTH'],
      [guarded.url.replace('redis:', 'rediss:'), ''],
    ] as const) {
      const opened = await openRedisBus(url);
      expect(opened).toMatchObject({
        ok: false,
        failure: { kind: 'redisRefused', reason: expect.stringContaining(reason) },
      });
      expect(JSON.stringify(opened)).not.toContain('hemmelig');
      expect(JSON.stringify(opened)).toContain(`the Redis at ${new URL(url).host}`);
    }
    const [one, other] = [await openBus(at(':riktig@')), await openBus(at('default:riktig@'))];
    await untilHeard(one, other);
  });

  it('goes over TLS where the address says so, to nobody who cannot prove who it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duken-tls-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const forLoopback = ['-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...forLoopback],
      { stdio: 'pipe' },
    );
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-auth-clients', 'no'];
    const secure = await RedisServer.startWithTls(...files);
    onTestFinished(() => secure.remove());
    const reason = expect.stringContaining('self-signed certificate');
    // Again and again, as after a certificate has run out: no attempt may leave an error that nobody hears.
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await openRedisBus(secure.url)).toMatchObject({ ok: false, failure: { kind: 'redisRefused', reason } });

    const trusted = getCACertificates('default');
    onTestFinished(() => setDefaultCACertificates(trusted));
    setDefaultCACertificates([...trusted, await readFile(certificate, 'utf8')]);
    const [one, other] = [await openBus(secure.url), await openBus(secure.url)];
    await untilHeard(one, other);
  });

  it('does not wait for a Redis that takes the connection and says nothing', async () => {
    const silent = await RedisServer.start();
    silent.freeze();
    onTestFinished(() => silent.remove());
    const startedAt = performance.now();
    expect(await openRedisBus(silent.url)).toMatchObject({ ok: false, failure: { kind: 'redisRefused' } });
    expect(performance.now() - startedAt).toBeLessThan(noticedWithinMs);
  });
});
