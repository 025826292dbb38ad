import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLoginProviders } from './readLoginProviders.ts';

const entra = {
  id: 'entra',
  label: 'Entra ID',
  issuer: 'https://login.example.no/kommunen/v2.0',
  clientId: 'duken',
  clientSecret: 'en-hemmelighet',
  mayLead: { claim: 'groups', contains: ['duk-ledere'] },
};

describe('the file of providers', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duken-providers-'));
    file = join(folder, 'providers.json');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = async (written: unknown) => {
    await writeFile(file, typeof written === 'string' ? written : JSON.stringify(written));
    return readLoginProviders(file);
  };

  it('need not be there', async () => {
    expect(await readLoginProviders(undefined)).toEqual({ ok: true, value: [] });
  });

  it('describes several, with what is left out as usual', async () => {
    const porten = {
      ...entra,
      id: 'ansattporten',
      acr: ['high'],
      par: true,
      maxAgeSeconds: 3600,
      mayLead: 'everybody',
    };
    const providers = await read([entra, porten]);
    expect(providers).toMatchObject({
      ok: true,
      value: [
        {
          id: 'entra',
          label: 'Entra ID',
          issuer: new URL(entra.issuer),
          proof: { kind: 'secret', secret: 'en-hemmelighet' },
          scopes: ['openid', 'profile'],
          acr: [],
          mayLead: { claim: 'groups', contains: ['duk-ledere'] },
          nameClaim: 'name',
        },
        { id: 'ansattporten', acr: ['high'], par: true, maxAgeSeconds: 3600, mayLead: 'everybody' },
      ],
    });
  });

  it.each([
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
    ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
    ['Ed25519', () => generateKeyPairSync('ed25519').privateKey],
  ])('names a private key of %s beside it, in PEM or as a JWK', async (_, make) => {
    const key = make();
    const { clientSecret: _secret, ...rest } = entra;
    await writeFile(join(folder, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(folder, 'key.json'), JSON.stringify({ ...key.export({ format: 'jwk' }), kid: 'vår' }));
    for (const [privateKeyFile, kid] of [
      ['key.pem', undefined],
      ['key.json', 'vår'],
    ]) {
      const providers = await read([{ ...rest, privateKeyFile }]);
      expect(providers.ok && providers.value[0]?.proof).toMatchObject({ kind: 'key', kid, key: { type: 'private' } });
    }
  });

  const { clientSecret: _, ...without } = entra;
  it.each([
    ['{', undefined, undefined, 'it is not JSON'],
    ['{}', undefined, undefined, 'list'],
    [[{ ...entra, id: 'Entra ID' }], 'Entra ID', 'id', 'small letters'],
    [[{}], 'number 1', 'id', 'must be text'],
    [[entra, entra], 'entra', 'id', 'twice'],
    [[{ ...entra, issuer: 'http://login.example.no' }], 'entra', 'issuer', 'https'],
    [[{ ...entra, issuer: 'https://login.example.no/?x=1' }], 'entra', 'issuer', 'https'],
    [[{ ...entra, issuer: 'kommunen' }], 'entra', 'issuer', 'https'],
    [[{ ...entra, clientId: '' }], 'entra', 'clientId', 'empty'],
    [[without], 'entra', 'clientSecret', 'must be there'],
    [[{ ...entra, privateKeyFile: 'key.pem' }], 'entra', 'clientSecret', 'not both'],
    [[{ ...without, privateKeyFile: 'none.pem' }], 'entra', 'privateKeyFile', 'ENOENT'],
    [[{ ...without, privateKeyFile: 'providers.json' }], 'entra', 'privateKeyFile', 'PEM'],
    [[{ ...entra, scopes: ['profile'] }], 'entra', 'scopes', 'openid'],
    [[{ ...entra, acr: 'high' }], 'entra', 'acr', 'list'],
    [[{ ...entra, maxAgeSeconds: -1 }], 'entra', 'maxAgeSeconds', 'negative'],
    [[{ ...entra, par: 'ja' }], 'entra', 'par', 'true or false'],
    [[{ ...entra, mayLead: undefined }], 'entra', 'mayLead', 'who may lead'],
    [[{ ...entra, mayLead: { claim: 'groups', contains: [] } }], 'entra', 'mayLead', 'who may lead'],
    [[{ ...entra, secret: 'x' }], 'entra', 'secret', 'no setting'],
  ])('is refused by naming the provider and the field, case %#', async (written, provider, field, reason) => {
    const outcome = await read(written);
    expect(outcome).toMatchObject({ ok: false, failure: { file, reason: expect.stringContaining(reason) } });
    const failure = outcome.ok ? undefined : outcome.failure;
    expect([failure?.provider, failure?.field]).toEqual([provider, field]);
    expect(JSON.stringify(failure)).not.toContain('en-hemmelighet');
  });

  it('that is not there is refused', async () => {
    const missing = join(folder, 'none.json');
    expect(await readLoginProviders(missing)).toEqual({
      ok: false,
      failure: { file: missing, reason: 'it cannot be read (ENOENT)' },
    });
  });

  it('may have a provider on this machine by plain http', async () => {
    for (const issuer of ['http://127.0.0.1:4000', 'http://localhost:4000/op', 'http://[::1]:4000'])
      expect((await read([{ ...entra, issuer }])).ok).toBe(true);
    expect((await read([{ ...entra, issuer: 'http://127.0.0.1.ond.example' }])).ok).toBe(false);
  });
});
