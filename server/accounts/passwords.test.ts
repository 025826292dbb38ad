import { describe, expect, it } from 'vitest';
import { isWeak } from './passwordStrength.ts';
import { Passwords } from './passwords.ts';

const right = 'fire fine fjell på rad';

describe('a password that is kept', () => {
  const passwords = new Passwords();

  it('is known again, however its letters are put together, and no other is', async () => {
    const made = await passwords.hash(right);
    const hash = made.ok ? made.value : '';
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await passwords.isRight(right.normalize('NFD'), hash, false)).toEqual({ ok: true, value: true });
    expect(await passwords.isRight(`${right}!`, hash, false)).toEqual({ ok: true, value: false });
  });

  it('is another for each who has the same', async () => {
    expect(await passwords.hash(right)).not.toEqual(await passwords.hash(right));
  });

  it('of nobody is wrong after the same work', async () => {
    expect(await passwords.isRight(right, undefined, false)).toEqual({ ok: true, value: false });
  });
});

describe('a password that is chosen', () => {
  it.each(['passord123456', 'mona kristiansen', 'qwertyuiop12', 'aaaaaaaaaaaaaaa', 'investeringsleder'])(
    '«%s» is soon guessed',
    async (password) => {
      expect(isWeak(password, ['Mona Kristiansen', 'mona@kommune.no'])).toBe(true);
    },
  );

  it.each(['fire fine fjell på rad', 'xK9#vQ2m!pLz7', 'traktor himmel saks onsdag'])(
    '«%s» is not',
    async (password) => {
      expect(isWeak(password, ['Mona Kristiansen', 'mona@kommune.no'])).toBe(false);
    },
  );
});
