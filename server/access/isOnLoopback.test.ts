import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { isOnLoopbackWith } from './opening.ts';

/** @param ip who it comes from, by what a proxy that is trusted says */
const from = (remoteAddress: string, headers: object, ip = remoteAddress) =>
  ({ socket: { remoteAddress }, headers, ip }) as unknown as FastifyRequest;
const here = from('127.0.0.1', { host: 'localhost:3000' });
const proxied = from('127.0.0.1', { host: 'localhost:3000', 'x-forwarded-for': '127.0.0.1' });
const proxiedElsewhere = from('127.0.0.1', { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.5' }, '10.0.0.5');
const elsewhere = from('10.0.0.5', { host: 'localhost:3000' });

it.each([
  [undefined, here, true],
  [undefined, proxied, false],
  [undefined, elsewhere, false],
  ['https://duk.example.no', here, false],
  ['https://duk.example.no', proxied, false],
  ['https://localhost:8443', here, true],
  ['https://localhost:8443', proxied, true],
  ['https://localhost:8443', proxiedElsewhere, false],
  // It listens for others all the same.
  ['https://localhost:8443', elsewhere, false],
])('at %s a request is of the machine itself, or not', (publicUrl, request, isHere) => {
  expect(isOnLoopbackWith(publicUrl === undefined ? undefined : new URL(publicUrl))(request)).toBe(isHere);
});
