import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { Sessions } from '../access/index.ts';

/** Whether whoever asks leads a board here: what is added up over all cases is theirs to see, and a survey theirs to make. */
export async function leadsSomewhere(
  sessions: Sessions,
  request: FastifyRequest,
): Promise<Result<void, { readonly kind: 'notIn' | 'notAllowed' }>> {
  const seats = await sessions.seatsOf(request);
  if (seats.length === 0) return failed({ kind: 'notIn' });
  return seats.some(({ participant }) => participant.role === 'leader')
    ? succeeded(undefined)
    : failed({ kind: 'notAllowed' });
}
