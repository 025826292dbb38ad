import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mobileOf, openSmsHook } from './smsHook.ts';

/** A gateway that notes what it gets, and answers what it is told to. */
async function openGateway(answer: { status: number; location?: string }) {
  const heard: { headers: IncomingHttpHeaders; url: string; body: string }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, url: request.url ?? '', body });
      reply.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { heard, origin: `127.0.0.1:${port}` };
}

const message = { to: '+4741234567', subject: 'Duken', text: 'Hei:\n\nhttps://duk.no/svar#x\n', id: 'abc' };

describe('a telephone that takes messages', () => {
  it.each([
    ['412 34 567', '+4741234567'],
    ['+47 912 34 567', '+4791234567'],
    ['0047 412 34 567', '+4741234567'],
    ['+46 70-123 45 67', '+46701234567'],
    ['22 33 44 55', undefined],
    ['+47 22 33 44 55', undefined],
    ['412 34 567 (jobb)', undefined],
    ['41234567,+4791234567', undefined],
    ['41234567\r\nto: +4791234567', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (phone, mobile) => {
    expect(mobileOf(phone)).toBe(mobile);
  });
});

describe('a gateway for SMS', () => {
  it('gets a number, the text and what tells it from others, and who we are by the address it was given', async () => {
    const { heard, origin } = await openGateway({ status: 202 });
    await openSmsHook(new URL(`http://duk:hemmelig%3A@${origin}/send?from=Duken`)).send(message);
    expect(heard.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      ['/send?from=Duken', { to: message.to, text: message.text, id: message.id }],
    ]);
    expect(heard[0]?.headers.authorization).toBe(`Basic ${btoa('duk:hemmelig:')}`);
  });

  it('did not take it when it says no, and sends us nowhere else', async () => {
    const other = await openGateway({ status: 200 });
    const redirecting = { status: 307, location: `http://${other.origin}/` };
    for (const answer of [{ status: 500 }, { status: 403 }, redirecting]) {
      const { heard, origin } = await openGateway(answer);
      await expect(openSmsHook(new URL(`http://${origin}/`)).send(message)).rejects.toThrow();
      expect(heard[0]?.headers.authorization).toBeUndefined();
    }
    expect(other.heard).toEqual([]);
  });
});
