import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '../gate/runCommand.ts';
import { freePort } from './startProduct.ts';

const deployed = join(repository, 'server/deploy/nginx');
const startLimitMs = 10_000;

/** Where nginx listens. Known before it starts, since the servers behind it are told how people reach them. */
export interface NginxPorts {
  readonly http: number;
  readonly https: number;
}

export async function nginxPorts(): Promise<NginxPorts> {
  return { http: await freePort(), https: await freePort() };
}

/** Debian's nginx with the configuration that we deploy: only folders and ports are put in, and a certificate of its own. */
export class Nginx {
  /** The certificate, for those who are to trust it. */
  readonly certificate: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, certificate: string, child: ChildProcess) {
    this.#folder = folder;
    this.certificate = certificate;
    this.#process = child;
  }

  /** @param servers the ports of the servers behind it */
  static async start(ports: NginxPorts, servers: readonly number[]): Promise<Nginx> {
    const folder = await mkdtemp(join(tmpdir(), 'duken-nginx-'));
    await writeConfiguration(folder, ports);
    await writeUpstream(folder, servers);
    const certificate = await makeCertificate(folder);
    // Started by root, the workers would be somebody who may not look into the folder.
    const directives = `daemon off;${process.getuid?.() === 0 ? ' user root;' : ''}`;
    const startUp = join(folder, 'error.log');
    const child = spawn(program(), ['-p', folder, '-c', 'nginx.conf', '-e', startUp, '-g', directives], {
      stdio: 'ignore',
    });
    const nginx = new Nginx(folder, certificate, child);
    process.once('exit', () => child.kill('SIGTERM'));
    const deadline = performance.now() + startLimitMs;
    while (!(await listens(ports.https))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        throw new Error(`nginx did not start:\n${await readFile(startUp, 'utf8')}`);
      }
      await pause(20);
    }
    return nginx;
  }

  /** What stands in its access log. */
  async accessLog(): Promise<string> {
    return readFile(join(this.#folder, 'access.log'), 'utf8');
  }

  /** What it has written about requests that went wrong. */
  async errorLog(): Promise<string> {
    return readFile(join(this.#folder, 'error.log'), 'utf8');
  }

  async remove(): Promise<void> {
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await ended;
    }
    await rm(this.#folder, { recursive: true });
  }
}

async function writeConfiguration(folder: string, ports: NginxPorts): Promise<void> {
  const configuration = (await readFile(join(deployed, 'nginx.conf'), 'utf8'))
    .replaceAll(/^.*listen \[::\].*\n/gm, '')
    .replace('listen 8080', `listen 127.0.0.1:${ports.http}`)
    .replace('listen 8443', `listen 127.0.0.1:${ports.https}`)
    .replaceAll('/tmp/', `${folder}/`)
    .replace('/dev/stdout', `${folder}/access.log`)
    .replace('/dev/stderr', `${folder}/error.log`);
  await writeFile(join(folder, 'nginx.conf'), configuration);
}

/** The deployed file for one server, or for several; that has two, and more are written as those are. */
async function writeUpstream(folder: string, servers: readonly number[]): Promise<void> {
  const file = servers.length === 1 ? 'upstream-one.conf' : 'upstream-several.conf';
  const upstream = await readFile(join(deployed, file), 'utf8');
  const line = upstream.match(/^ *server .*\n/m)?.[0] ?? '';
  const lines = servers.map((port) => line.replace(/duk(-1)?:3000/, `127.0.0.1:${port}`));
  await writeFile(join(folder, 'upstream.conf'), upstream.replace(/(^ *server .*\n)+/m, lines.join('')));
}

async function makeCertificate(folder: string): Promise<string> {
  await mkdir(join(folder, 'tls'));
  const [key, certificate] = [join(folder, 'tls/duk.key'), join(folder, 'tls/duk.crt')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', ...kind, ...names, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  return readFile(certificate, 'utf8');
}

/** Debian puts it where only root looks. */
function program(): string {
  const found = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find(existsSync);
  if (!found) throw new Error('These tests need nginx. On Debian: apt-get install -y nginx-light');
  return found;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}
