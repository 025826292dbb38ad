import { describe, expect, it } from 'vitest';
import { linkSecretIn } from './linkSecret.ts';

const secret = 'abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKL_123';

describe('reading the secret of a share link', () => {
  it('finds a whole secret behind the #', () => {
    expect(linkSecretIn(`#${secret}`)).toEqual({ kind: 'whole', secret });
  });

  it('sees that there is none in a plain address', () => {
    expect(linkSecretIn('')).toEqual({ kind: 'none' });
    expect(linkSecretIn('#')).toEqual({ kind: 'none' });
  });

  it.each([secret.slice(0, -1), `${secret}.`, `${secret}a`, `${secret.slice(0, -1)}%`])(
    'knows a link that was hurt on its way: %s',
    (hurt) => {
      expect(linkSecretIn(`#${hurt}`)).toEqual({ kind: 'broken' });
    },
  );
});
