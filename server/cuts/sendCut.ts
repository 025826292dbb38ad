import type { CutReply, LinkedCutReply } from '@duken/shared/protocol';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import type { ExportFormat } from '../export/index.ts';
import { contentTypes } from '../export/index.ts';
import type { ShownCut } from './cutDesk.ts';

type Beside = Omit<LinkedCutReply, 'letter' | 'picture'> | { readonly sha256: string; readonly cut?: CutReply };

/** Sends a letter that is JSON already, with what is said beside it. */
export function sendShownCut(reply: FastifyReply, { letterJson, picture }: ShownCut, beside: Beside): FastifyReply {
  const rest = JSON.stringify({ ...beside, ...(picture === undefined ? {} : { picture }) });
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .serializer(String)
    .send(`{"letter":${letterJson},${rest.slice(1)}`);
}

export function sendCutFile(
  reply: FastifyReply,
  format: ExportFormat,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): FastifyReply {
  return reply
    .header('content-type', contentTypes[format])
    .header('content-disposition', contentDisposition(name))
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
