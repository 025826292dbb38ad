import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysForTests } from '../../sealing/keysForTests.ts';
import { openStorage } from '../openStorage.ts';
import { Cluster } from './clusterForTests.ts';

let cluster: Cluster;
let folder: string;
let url: string;

/** A certificate that signs itself, as a municipality's own often does. */
function makeCertificate(name: string, alternative: string): { key: string; certificate: string } {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${alternative}`];
  const files = ['-keyout', key, '-out', certificate];
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error('These tests need openssl. On Debian: apt-get install -y openssl', { cause: error });
  }
  return { key, certificate };
}

/** Makes PostgreSQL show this certificate, and take no connection to our database in the clear. */
async function serveWith({ key, certificate }: { readonly key: string; readonly certificate: string }): Promise<void> {
  const owner = new URL(url);
  owner.pathname = '/postgres';
  const ask = (question: string) => cluster.ask<{ data_directory: string }>(owner.href, question);
  const [row] = await ask('show data_directory');
  const data = row?.data_directory ?? '';
  const { uid, gid } = await stat(data);
  await chown(key, uid, gid);
  await writeFile(join(data, 'pg_hba.conf'), 'host postgres all all trust\nhostssl all all all trust\n');
  await ask(`alter system set ssl_cert_file = '${certificate}'`);
  await ask(`alter system set ssl_key_file = '${key}'`);
  await ask('alter system set ssl = on');
  await ask('select pg_reload_conf()');
  await expect.poll(async () => (await ask('show ssl_cert_file'))[0]).toEqual({ ssl_cert_file: certificate });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-tls-'));
  await chmod(folder, 0o755); // PostgreSQL runs as another user.
  cluster = await Cluster.start();
  url = await cluster.newDatabase();
});
afterAll(async () => {
  await cluster.remove();
  await rm(folder, { recursive: true });
});

/** What opening it says, as a server does; what it opens is closed again. */
async function opening(mode: string): Promise<string> {
  const storage = await openStorage({
    dataDir: '/nowhere',
    keys: keysForTests,
    databaseUrl: `${url}?${mode}`,
    exclusive: true,
  });
  if (!storage.ok) return 'reason' in storage.failure ? storage.failure.reason : storage.failure.kind;
  await storage.value.close();
  return 'opened';
}

describe('PostgreSQL over TLS', () => {
  it('is used when its certificate is the one that was given along, by every connection of the server', async () => {
    const own = makeCertificate('own', 'IP:127.0.0.1');
    await serveWith(own);
    const databaseUrl = `${url}?sslmode=verify-full&sslrootcert=${own.certificate}`;
    const storage = await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, exclusive: true });
    if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
    const { journal, directory } = storage.value;
    await journal.append(new Map([['board' as BoardId, [Uint8Array.of(1, 2, 3)]]]));
    await directory.findBoard('board' as BoardId);
    expect((await journal.read('board' as BoardId))[0]?.updates).toEqual([Uint8Array.of(1, 2, 3)]);
    expect(
      await cluster.ask(
        databaseUrl,
        `select count(*)::int as connections, bool_and(ssl) as safe from pg_stat_ssl
         join pg_stat_activity using (pid) where application_name = 'duken'`,
      ),
    ).toEqual([{ connections: 4, safe: true }]); // The lock, the journal's, the keys', and one of the rest.
    await storage.value.close();
  });

  it('is not used in the clear where the database forbids that, and the reason is told', async () => {
    expect(await opening('sslmode=disable')).toContain('no encryption');
  });

  it('is not used when nobody vouches for the certificate, unless it is said that nobody has to', async () => {
    expect(await opening('sslmode=verify-full')).toContain('self-signed certificate');
    expect(await opening('sslmode=no-verify')).toBe('opened');
  });

  it('is not used when the certificate is for another name', async () => {
    const strange = makeCertificate('strange', 'DNS:db.example.no');
    await serveWith(strange);
    expect(await opening(`sslmode=verify-full&sslrootcert=${strange.certificate}`)).toMatch(/altnames|IP: 127.0.0.1/);
  });
});
