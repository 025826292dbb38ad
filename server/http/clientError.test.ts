import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('what is no request that HTTP knows', () => {
  let server: TestServer;
  let port: number;
  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
  });
  afterAll(() => server.close());

  /** All that comes back for these bytes, when the server has closed the connection. */
  async function answerTo(bytes: string) {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    let text = '';
    socket.on('data', (more) => {
      text += more;
    });
    socket.write(bytes);
    await once(socket, 'close');
    const [head = '', body = ''] = text.split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), head, body };
  }

  const post = 'POST /api/boards HTTP/1.1\r\nHost: duk\r\nContent-Type: application/json\r\n';

  it.each([
    ['another protocol', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400, 'malformedRequest'],
    ['a method that is none', 'BREW / HTTP/1.1\r\nHost: duk\r\n\r\n', 400, 'malformedRequest'],
    ['a version that is none', 'GET / HTTP/7.0\r\nHost: duk\r\n\r\n', 400, 'malformedRequest'],
    ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformedRequest'],
    ['a length that is no number', `${post}Content-Length: many\r\n\r\n`, 400, 'malformedRequest'],
    [
      'two ways of telling its length',
      `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
      'malformedRequest',
    ],
    ['a broken piece of a body', `${post}Transfer-Encoding: chunked\r\n\r\nsome\r\n`, 400, 'malformedRequest'],
    [
      'too many headers',
      `GET / HTTP/1.1\r\nHost: duk\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headersTooLarge',
    ],
  ])('is answered with a problem, as everything else: %s', async (_, bytes, status, kind) => {
    const { head, body, ...answer } = await answerTo(bytes);
    expect(answer.status).toBe(status);
    expect(head).toMatch(/^content-type: application\/problem\+json; charset=utf-8$/im);
    expect(head).toMatch(new RegExp(`^content-length: ${Buffer.byteLength(body)}$`, 'im'));
    expect(JSON.parse(body)).toMatchObject({ type: `/problems/${kind}`, status, detail: expect.any(String) });
  });

  it('is told when it has been too slow in arriving', async () => {
    // Node looks for slow requests twice a minute; here it finds one at once.
    server.app.server.once('connection', (socket) => {
      const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      server.app.server.emit('clientError', late, socket);
    });
    const { status, body } = await answerTo(post);
    expect([status, JSON.parse(body).type]).toEqual([408, '/problems/requestTooSlow']);
  });

  it('may hope for what we do not know, and is answered all the same', async () => {
    const body = '{"title":"Duk","templateId":"simple"}';
    const { status } = await answerTo(
      `${post}Connection: close\r\nExpect: wonders\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(status).toBe(201);
  });

  it('closes no other connection, and stands in the log without what was sent', async () => {
    await answerTo('Hemmelig / HTTP/1.1\r\n\r\n');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(server.logLines.join('')).not.toContain('Hemmelig');
  });
});
