import { request } from 'node:https';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Typist } from '../people/typist.ts';
import { firstAccount, joinBoard, newBoard, type Seat } from '../product/newBoard.ts';
import { Nginx, type NginxPorts, nginxPorts } from '../product/nginx.ts';
import { SeveralServers } from '../product/severalServers.ts';
import { Product } from '../product/startProduct.ts';

/** Many times what it takes on a quiet machine, in milliseconds: a hand-over to the next server takes half a second. */
const patience = { timeout: 15_000, interval: 20 };

let ports: NginxPorts;
let several: SeveralServers;
let nginx: Nginx;
let origin: string;
/** The cookie of her who leads. */
let leader: string;
beforeAll(async () => {
  // Each of fifty typists listens for the end of this program.
  process.setMaxListeners(100);
  ports = await nginxPorts();
  origin = `https://localhost:${ports.https}`;
  several = await SeveralServers.start(2, { DUK_PUBLIC_URL: origin, DUK_TRUST_PROXY: '127.0.0.1' });
  nginx = await Nginx.start(
    ports,
    several.servers.map(({ port }) => port),
  );
  trust(nginx);
  const [first] = several.servers;
  if (!first) throw new Error('No server was started');
  await vi.waitFor(() => expect(first.log).toContain('/oppsett#'), patience);
  leader = await firstAccount(first, origin);
});
afterAll(async () => {
  await nginx.remove();
  await several.remove();
});

function trust({ certificate }: Nginx): void {
  tls.setDefaultCACertificates([...tls.getCACertificates(), certificate]);
}

const typists: Typist[] = [];
afterEach(() => {
  for (const typist of typists.splice(0)) typist.leave();
});

async function sitDown(name: string, seat: Seat, part?: string): Promise<Typist> {
  const typist = new Typist(name, seat, part);
  typists.push(typist);
  await expect.poll(() => typist.isSynced, patience).toBe(true);
  return typist;
}

/** The server that everybody at a board came to, since it alone has answered for it. */
function serverOf({ boardId }: Seat): Product {
  const server = several.servers.find(({ log }) => log.includes(boardId));
  if (!server) throw new Error('No server has heard of the board');
  return server;
}

describe('the proxy we deploy, before two servers', () => {
  it('leads from http to https', async () => {
    const reply = await fetch(`http://localhost:${ports.http}/duk/x?vis=liste`, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([308, 'https://localhost/duk/x?vis=liste']);
  });

  it('serves the pages over TLS, packed, and tells browsers to stay with TLS', async () => {
    const page = await fetch(`${origin}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    const script = (await page.text()).match(/\/assets\/[^"]+\.js/)?.[0];
    const file = await fetch(`${origin}${script}`);
    expect([file.status, file.headers.get('content-encoding')]).toEqual([200, 'br']);
    expect((await file.text()).length).toBeGreaterThan(10_000);
  });

  it('speaks TLS 1.2 and 1.3 only', async () => {
    const speaks = (version: tls.SecureVersion) =>
      new Promise((resolve) => {
        // Level 0: else this program itself would refuse to offer the old ones.
        const versions = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
        const socket = tls.connect({ port: ports.https, host: 'localhost', ...versions });
        socket.once('secureConnect', () => resolve(socket.end() !== undefined));
        socket.once('error', () => resolve(false));
      });
    expect(await Promise.all([speaks('TLSv1.3'), speaks('TLSv1.2'), speaks('TLSv1.1')])).toEqual([true, true, false]);
  });

  it('lets people in with a cookie that never travels in the clear, by links that begin with https', async () => {
    const headers = { 'content-type': 'application/json', origin };
    const body = JSON.stringify({ title: 'Planen til Eirin', templateId: 'lorenskog' });
    const made = await fetch(`${origin}/api/boards`, { method: 'POST', headers: { ...headers, cookie: leader }, body });
    expect(made.status).toBe(201);
    const { boardId, joinUrl } = (await made.json()) as { boardId: string; joinUrl: string };
    expect(joinUrl).toMatch(new RegExp(`^${origin}/duk/`));
    const secret = new URL(joinUrl).hash.slice(1);
    const come = JSON.stringify({ secret, name: 'Kari' });
    const came = await fetch(`${origin}/api/boards/${boardId}/join`, { method: 'POST', headers, body: come });
    expect([came.status, came.headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/; Secure(;|$)/)]);
  });

  it('brings what one writes to the other', async () => {
    const seat = await newBoard({ url: origin }, leader);
    const [mona, kari] = [await sitDown('mona', seat), await sitDown('kari', await joinBoard(seat, 'Kari'))];
    mona.writeNote();
    await expect.poll(() => kari.texts(), patience).toEqual(['mona 0.']);
    await expect.poll(() => mona.saved, patience).toBe(1);
  });

  it('brings translations too, and to each their own', async () => {
    const seat = await newBoard({ url: origin }, leader);
    const kari = await joinBoard(seat, 'Kari');
    const written = await sitDown('mona', seat, 'translations');
    const read = await sitDown('kari', kari, 'translations');
    const own = await sitDown('mona', seat, 'private');
    const karis = await sitDown('kari', kari, 'private');
    for (const typist of [written, own, karis]) typist.writeNote();
    await expect.poll(() => read.texts(), patience).toEqual(['mona 0.']);
    await expect.poll(() => [own.saved, karis.saved], patience).toEqual([1, 1]);
    expect([own.texts(), karis.texts()]).toEqual([['mona 0.'], ['kari 0.']]);
  });

  it('brings news the moment there are any', async () => {
    const seat = await newBoard({ url: origin }, leader);
    const board = `${origin}/api/boards/${seat.boardId}`;
    const news = await fetch(`${board}/events`, { headers: { cookie: seat.cookie } });
    const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain(': here\n\n');
    await joinBoard(seat, 'Kari');
    const heard: (string | undefined)[] = [];
    while (!heard.join('').includes('participants')) heard.push((await reader?.read())?.value);
    await reader?.cancel();
  });

  it('takes home somebody who wrote nearly 20 MiB without a network', async () => {
    const seat = await newBoard({ url: origin }, leader);
    const [mona, kari] = [await sitDown('mona', seat), await sitDown('kari', await joinBoard(seat, 'Kari'))];
    mona.pause();
    const mebibyte = 'x'.repeat(1024 * 1024);
    for (let note = 0; note < 19; note += 1) mona.layNote({ text: `${note} ${mebibyte}` });
    mona.comeBack();
    await expect.poll(() => mona.saved, { timeout: 40_000 }).toBe(19);
    await expect.poll(() => kari.texts().length, patience).toBe(19);
  });

  it.each(['/metrics', '/metrics?x', '//metrics', '/%6detrics', '/./metrics', '/x/../metrics', '/metrics#x'])(
    'keeps what is for those on call inside: %s',
    async (path) => {
      // fetch would tidy the address before it is sent.
      const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        request({ host: 'localhost', port: ports.https, path }, (reply) => {
          let text = '';
          reply.setEncoding('utf8').on('data', (more) => {
            text += more;
          });
          reply.on('end', () => resolve({ status: reply.statusCode, text }));
        })
          .on('error', reject)
          .end();
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('# HELP');
    },
  );

  it('keeps no id, address, query or secret in its log', async () => {
    const seat = await newBoard({ url: origin }, leader);
    const typist = await sitDown('mona', seat);
    typist.leave();
    const cookie = { headers: { cookie: seat.cookie } };
    await fetch(`${origin}/api/boards/${seat.boardId}/links?hemmelig=1`, cookie);
    await fetch(`${origin}/duk/${seat.boardId}/plan/1`);
    await fetch(`${origin}/hemmelig/side`);
    await expect.poll(() => nginx.accessLog(), patience).toMatch(/GET \/sync\/- 101 (.*\n)+.* GET - 404/);
    const log = await nginx.accessLog();
    expect(log).toMatch(/ GET \/api\/boards\/-\/links 200 /);
    expect(log).not.toMatch(/hemmelig/);
    expect(log).not.toContain(seat.boardId);
    expect(log).not.toContain(seat.cookie.slice(4));
  });
});

describe('when a server behind the proxy goes', () => {
  it.each([
    ['is stopped', (server: Product) => server.stop(), 1001],
    ['is killed', (server: Product) => server.killHard(), 1006],
  ])('because it %s, fifty people go on at the other, with all that was saved', async (_, end, code) => {
    const seat = await newBoard({ url: origin }, leader);
    const names = Array.from({ length: 50 }, (_, index) => `person${index}`);
    const people = await Promise.all(names.map(async (name) => sitDown(name, await joinBoard(seat, name))));
    for (const person of people) person.writeNote();
    await expect.poll(() => people.every(({ saved }) => saved === 1), patience).toBe(true);

    const server = serverOf(seat);
    const ended = end(server);
    await expect.poll(() => people.every(({ closeCode }) => closeCode === code), patience).toBe(true);
    for (const person of people) person.writeNote();
    await expect.poll(() => people.every(({ isSynced, saved }) => isSynced && saved === 2), patience).toBe(true);
    await expect.poll(() => people.every((person) => person.texts().length === 100), patience).toBe(true);

    // Pages and changes are served all the time.
    expect((await fetch(`${origin}/`)).status).toBe(200);
    await joinBoard(seat, 'Kari');
    expect(await ended).toBe(code === 1001 ? 0 : undefined);
    await server.startAgain();
  });

  it('says so in words, to people and to programs, when no server is left', async () => {
    await Promise.all(several.servers.map((server) => server.stop()));
    // First, so that it is written when a later one is.
    expect((await fetch(`${origin}/kalender/hemmelig.ics`)).status).toBe(503);
    const page = await fetch(`${origin}/duk/x`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Duken svarer ikke akkurat nå');
    const reply = await fetch(`${origin}/api/boards`, { method: 'POST' });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
    expect(await reply.json()).toMatchObject({ type: '/problems/noServer', detail: expect.stringContaining('trygt') });
    // What goes wrong is written down with its address, except where that is a secret.
    await expect.poll(() => nginx.errorLog(), patience).toContain('"GET /duk/x ');
    expect(await nginx.errorLog()).not.toContain('hemmelig');
  });
});

it('the proxy before one server leads people back to it when it has been started again', async () => {
  const own = await nginxPorts();
  const url = `https://localhost:${own.https}`;
  const server = await Product.start({ DUK_PUBLIC_URL: url, DUK_TRUST_PROXY: '127.0.0.1' });
  const proxy = await Nginx.start(own, [server.port]);
  trust(proxy);
  await expect.poll(() => server.log, patience).toContain('/oppsett#');
  const mona = await sitDown('mona', await newBoard({ url }, await firstAccount(server, url)));
  expect(await server.stop()).toBe(0);
  mona.writeNote();
  expect((await fetch(`${url}/`)).status).toBe(503);
  await server.startAgain();
  await expect.poll(() => mona.saved, patience).toBe(1);
  expect((await fetch(`${url}/`)).status).toBe(200);
  mona.leave();
  await proxy.remove();
  await server.remove();
});
