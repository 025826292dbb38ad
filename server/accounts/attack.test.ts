import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type Person, soonMs, type TestServer } from '../testing/index.ts';
import { offerSetup } from './setupLink.ts';

const password = 'traktor himmel saks onsdag';
const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };

let server: TestServer;
afterEach(() => server.close());

/** A browser that keeps every cookie it is given. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async signIn(
    email: string,
    tried: string,
  ): Promise<{ status: number; kind: string; retryAfter: number; ms: number }> {
    const began = performance.now();
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: '198.51.100.7',
      cookies: Object.fromEntries(this.#cookies),
      payload: { email, password: tried },
    });
    for (const { name, value } of reply.cookies) this.#cookies.set(name, value);
    const kind = reply.statusCode === 200 ? '' : reply.json().type;
    const retryAfter = Number(reply.headers['retry-after'] ?? 0);
    return { status: reply.statusCode, kind, retryAfter, ms: performance.now() - began };
  }
}

async function setUp(): Promise<Person> {
  server = await openTestServer();
  const offer = await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
  const secret = offer.kind === 'made' ? offer.path.split('#')[1] : '';
  const mona = server.person();
  await mona.post('/api/setup', { secret, name: 'Mona', email: 'mona@kommune.no', password });
  return mona;
}

describe('a thousand wrong passwords from one address', () => {
  it('cost the attacker ever longer waits, and keep nobody out who signs in where they use to', async () => {
    await setUp();
    const own = new Browser();
    expect((await own.signIn('mona@kommune.no', password)).status).toBe(200);
    const attacker = new Browser();
    const guesses = Array.from({ length: 1_000 }, (_, number) =>
      attacker.signIn('mona@kommune.no', `gjetning ${number}`),
    );
    const { status, ms } = await own.signIn('mona@kommune.no', password);
    const answers = await Promise.all(guesses);
    expect(status).toBe(200);
    expect(ms).toBeLessThan(Math.max(...answers.map((answer) => answer.ms)) + soonMs);
    const counted = Object.groupBy(answers, ({ kind }) => kind);
    // Five at once, and one more after each wait that passed meanwhile.
    expect(counted['/problems/signInRefused']?.length).toBeLessThan(12);
    expect(counted['/problems/signInTooSoon']?.length).toBeGreaterThan(988);
    for (let round = 0; round < 10; round += 1) {
      server.waitMs(64_000);
      await attacker.signIn('mona@kommune.no', `runde ${round}`);
    }
    const next = await attacker.signIn('mona@kommune.no', 'en til');
    expect([next.status, next.retryAfter]).toEqual([429, 64]);
    expect((await own.signIn('mona@kommune.no', password)).status).toBe(200);
  });

  it('for many names keep nobody out whom they do not name, and tell nobody which names there are', async () => {
    await setUp();
    const attacker = new Browser();
    const inFlight: ReturnType<Browser['signIn']>[] = [];
    const kinds = new Set<string>();
    for (let number = 0; number < 60; number += 1) {
      inFlight.push(attacker.signIn(`navn${number}@kommune.no`, 'gjetning'));
      if (inFlight.length < 20) continue;
      for (const { kind } of await Promise.all(inFlight.splice(0))) kinds.add(kind);
    }
    const background = Array.from({ length: 20 }, (_, number) =>
      attacker.signIn(`til${number}@kommune.no`, 'gjetning'),
    );
    expect((await new Browser().signIn('mona@kommune.no', password)).status).toBe(200);
    await Promise.all(background);
    expect([...kinds]).toEqual(['/problems/signInRefused']);
  });

  it('end no account: the wait passes, and the right one is let in', async () => {
    await setUp();
    const attacker = new Browser();
    await Promise.all(
      Array.from({ length: 1_000 }, (_, number) => attacker.signIn('mona@kommune.no', `gjetning ${number}`)),
    );
    server.waitMs(65_000);
    expect((await new Browser().signIn('mona@kommune.no', password)).status).toBe(200);
  });
});
