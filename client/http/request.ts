import { problemSchema } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { z } from 'zod';
import { dayClock } from '../texts/index.ts';
import type { RequestFailure } from './requestFailure.ts';

/** A question that is only read and has no answer in so long, in ms, gets none: some proxies hold on to what they do not let through. */
const answerTakesTooLongMs = 30_000;

interface Ask<Schema extends z.ZodType> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** The shape of the answer; an empty answer (204) reads as undefined. */
  readonly reply: Schema;
}

/** Asks the server, and reads its answer once: what comes out has the schema's shape, or is a failure. */
export async function request<Schema extends z.ZodType>(
  path: string,
  { method = 'GET', body, reply }: Ask<Schema>,
): Promise<Result<z.output<Schema>, RequestFailure>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      ...(method === 'GET' && { signal: AbortSignal.timeout(answerTakesTooLongMs) }),
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    text = await response.text();
    dayClock.hear(response.headers.get('date'));
  } catch {
    return failed({ kind: 'offline' });
  }
  const json = text === '' ? undefined : parseJson(text);
  if (response.ok) {
    const read = reply.safeParse(json);
    if (read.success) return succeeded(read.data);
  } else {
    const problem = problemSchema.safeParse(json);
    if (problem.success) return failed({ kind: 'problem', problem: problem.data });
  }
  return failed({ kind: 'unreadable', status: response.status });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks with a body for a file that is made for it. */
export async function requestFile(path: string, body: unknown): Promise<Result<Blob, RequestFailure>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return succeeded(await response.blob());
    const problem = problemSchema.safeParse(parseJson(await response.text()));
    return problem.success
      ? failed({ kind: 'problem', problem: problem.data })
      : failed({ kind: 'unreadable', status: response.status });
  } catch {
    return failed({ kind: 'offline' });
  }
}
