import type { CutId } from '@duken/shared/cut';
import { failed, succeeded } from '@duken/shared/result';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { describe, expect, it, onTestFinished } from 'vitest';
import { randomSecrets, WrongSecrets } from '../access/index.ts';
import type { Cuts, WholeCut } from '../storage/index.ts';
import type { CutDesk } from './cutDesk.ts';
import { cutLinkRoutes } from './cutLinkRoutes.ts';

/** One link with one use, and a desk that does something before it is done. */
async function openApp() {
  let isWithdrawn = false;
  let uses = 0;
  const readings = new Set<string>();
  const cut = () =>
    ({
      ...{ id: 'utdrag' as CutId, version: 3, language: 'nb', recipient: { name: 'NAV' }, sha256: 'x' },
      link: { expiresAt: 9e12, maxUses: 1, uses },
    }) as unknown as WholeCut;
  const cuts: Pick<Cuts, 'findByLink' | 'findReading' | 'countUse'> = {
    findByLink: async () => (isWithdrawn ? undefined : cut()),
    findReading: async (hash) => (isWithdrawn || !readings.has(hash) ? undefined : cut()),
    countUse: async (_, { hash }) => {
      if (isWithdrawn || uses >= 1) return false;
      uses += 1;
      readings.add(hash);
      return true;
    },
  };
  let meanwhile = () => {};
  let isBusy = false;
  const make = async <Made>(made: Made) => {
    meanwhile();
    return isBusy ? failed({ kind: 'plansBusy' as const }) : succeeded(made);
  };
  const desk = {
    isCovered: async () => true,
    show: () => make({ letterJson: '{"title":"Hemmelig"}' }),
    file: () => make({ bytes: Buffer.from('Hemmelig'), name: 'utdrag.txt' }),
  } as unknown as CutDesk;
  const app = fastify().setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  onTestFinished(() => app.close());
  await app.register(cookie);
  const [secrets, wrongSecrets] = [randomSecrets, new WrongSecrets(20)];
  await app.register(cutLinkRoutes({ cuts, desk, secrets, wrongSecrets, clock: () => 1, overTls: false }));
  let kept: Record<string, string> = {};
  return {
    used: () => uses,
    busy: (is: boolean) => {
      isBusy = is;
    },
    withdrawWhileMade: () => {
      meanwhile = () => {
        isWithdrawn = true;
      };
    },
    enter: async () => {
      const payload = { secret: 'hemmelig' };
      const reply = await app.inject({ method: 'POST', url: '/api/cuts/enter', cookies: kept, payload });
      for (const { name, value } of reply.cookies) kept = { ...kept, [name]: value };
      return reply;
    },
    get: (path: string) => app.inject({ url: `/api/cuts/utdrag/${path}`, cookies: kept }),
  };
}

describe('a link to a cut', () => {
  it('shows nothing of what was withdrawn while it was made', async () => {
    for (const path of ['enter', 'letter', 'file.txt']) {
      const { enter, get, withdrawWhileMade, used } = await openApp();
      if (path !== 'enter') expect((await enter()).statusCode).toBe(200);
      const before = used();
      withdrawWhileMade();
      const reply = await (path === 'enter' ? enter() : get(path));
      expect([path, reply.statusCode, reply.body.includes('Hemmelig')]).toEqual([path, 403, false]);
      expect(used()).toBe(before);
    }
  });

  it('spends no use on a letter that could not be made, nor on coming back', async () => {
    const { enter, busy, used } = await openApp();
    busy(true);
    expect([(await enter()).statusCode, used()]).toEqual([503, 0]);
    busy(false);
    expect([(await enter()).statusCode, used()]).toEqual([200, 1]);
    expect([(await enter()).statusCode, used()]).toEqual([200, 1]);
  });
});
