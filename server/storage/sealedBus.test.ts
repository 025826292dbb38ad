import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Wire } from '../relay/peers/busForTests.ts';
import type { CaseKeys, Keyring } from '../sealing/index.ts';
import { SealedBus } from './sealedBus.ts';

const topic = 'board/a';
const caseId = 'a';

/** The keys of cases, which are at hand or must be waited for, as a test says. */
class TestKeys implements Pick<Keyring, 'known' | 'toOpen' | 'toSeal'> {
  readonly #keys: ReadonlyMap<string, ReturnType<CaseKeys['keyOf']>>;
  isAtHand: () => boolean = () => true;

  constructor(...caseIds: readonly string[]) {
    this.#keys = new Map(caseIds.map((id) => [id, { number: 1, key: createSecretKey(randomBytes(32)) }]));
  }

  known(id: string) {
    return this.isAtHand() ? this.#keys.get(id) : undefined;
  }

  async toOpen(): Promise<CaseKeys> {
    return {
      keyOf: (id) => {
        const key = this.#keys.get(id);
        if (!key) throw new Error('no such key');
        return key;
      },
    };
  }

  toSeal(): Promise<CaseKeys> {
    return this.toOpen();
  }
}

function joined(keys = new TestKeys(caseId), otherKeys = keys) {
  const wire = new Wire();
  const line: string[] = [];
  wire.join().subscribe(topic, (message) => line.push(Buffer.from(message).toString('latin1')));
  const [one, other] = [new SealedBus(wire.join(), keys), new SealedBus(wire.join(), otherKeys)];
  const heard: string[] = [];
  const subscription = other.subscribe(topic, (message) => heard.push(Buffer.from(message).toString()), caseId);
  return { wire, line, one, other, heard, subscription, keys };
}

const say = (bus: SealedBus, text: string) => bus.publish(topic, Buffer.from(text), caseId);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what servers tell each other of a case', () => {
  it('is heard as it was said, in that order, whether or not the key was at hand, and is on the line sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 6 })), fc.infiniteStream(fc.boolean()), async (said, atHand) => {
        const { line, one, heard, keys } = joined();
        keys.isAtHand = () => atHand.next().value ?? true;
        for (const text of said) say(one, text);
        await settled();
        expect(heard).toEqual(said.map((text) => Buffer.from(text).toString()));
        expect(line).toHaveLength(said.length);
        for (const [index, sealed] of line.entries())
          expect(sealed).not.toContain(Buffer.from(said[index] ?? '').toString('latin1'));
      }),
    );
  });

  it('is not heard when it is not sealed, was sealed for another topic or case, or was altered; it is counted', async () => {
    const keys = new TestKeys(caseId, 'b');
    const { wire, line, one, other, heard } = joined(keys);
    const intruder = wire.join();
    intruder.publish(topic, Buffer.from('in the clear'));
    say(one, 'whole');
    one.publish('board/a/private', Buffer.from('elsewhere'), caseId);
    one.publish(topic, Buffer.from('of another'), 'b');
    await settled();
    const [, sealed = ''] = line;
    for (const at of [0, 7, 30, sealed.length - 1]) {
      const altered = Buffer.from(sealed, 'latin1');
      altered[at] = (altered[at] ?? 0) ^ 1;
      intruder.publish(topic, altered);
    }
    intruder.publish(topic, Buffer.from(sealed.slice(0, 20), 'latin1'));
    await settled();
    expect([heard, other.unopened]).toEqual([['whole'], 7]);
  });

  it('is lost, and counted, where the case has no key, on either side', async () => {
    const { one, other, heard } = joined(new TestKeys(), new TestKeys());
    say(one, 'nobody can seal this');
    await settled();
    expect([one.unsent, heard]).toEqual([1, []]);
    const { one: sealer, other: keyless, heard: nothing } = joined(new TestKeys(caseId), new TestKeys());
    say(sealer, 'nobody there can open this');
    await settled();
    expect([keyless.unopened, nothing, other.unopened]).toEqual([1, [], 0]);
  });

  it('waits for a key in a line that ends, and what does not fit is lost and counted', async () => {
    const { one, heard, keys } = joined();
    let give = () => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    const [known, toSeal] = [keys.known.bind(keys), keys.toSeal.bind(keys)];
    keys.known = () => undefined;
    keys.toSeal = () => given.then(toSeal);
    for (let at = 0; at < 1_200; at += 1) say(one, `${at}`);
    expect(one.unsent).toBe(200);
    keys.known = known;
    give();
    await expect.poll(() => heard.length).toBe(1_000);
    expect(heard.at(-1)).toBe('999');
    say(one, 'and on');
    await expect.poll(() => heard.at(-1)).toBe('and on');
  });

  it('is neither said nor heard after the end', async () => {
    const { line, one, heard, subscription, keys } = joined();
    keys.isAtHand = () => false;
    say(one, 'first');
    await settled();
    say(one, 'second');
    subscription.end();
    await settled();
    say(one, 'third');
    await one.close();
    await settled();
    expect([heard, line.length]).toEqual([['first'], 2]);
  });
});

it('what is nobody’s words goes as it is', async () => {
  const { wire, one } = joined();
  const heard: string[] = [];
  wire.join().subscribe('servers', (message) => heard.push(Buffer.from(message).toString()));
  one.publish('servers', Buffer.from('here'));
  await settled();
  expect(heard).toEqual(['here']);
});
