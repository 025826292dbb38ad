import type { ProblemKind } from '@duken/shared/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { SealBroken } from '../sealing/index.ts';
import { JournalUnreadable, StorageUnavailable } from '../storage/index.ts';
import { fieldFaults } from './fieldFaults.ts';
import { sendProblem } from './problem.ts';

const kindOfStatus: Readonly<Record<number, ProblemKind>> = {
  404: 'notFound',
  413: 'requestTooLarge',
  414: 'notFound',
  415: 'wrongMediaType',
  429: 'tooManyRequests',
};

/** Makes every error of every route a problem that tells nothing about our insides. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** Answers for an error that was thrown, in a route or before one was found. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  if (hasZodFastifySchemaValidationErrors(error)) {
    sendProblem(reply, { kind: 'invalidRequest' }, fieldFaults(error.validation, error.validationContext));
  } else if (error instanceof StorageUnavailable) {
    request.log.error({ cause: messageOf(error.cause) }, 'storage unavailable');
    reply.header('retry-after', '5');
    sendProblem(reply, { kind: 'storageUnavailable' });
  } else if (error instanceof JournalUnreadable) {
    request.log.error(
      { documentId: error.documentId, position: error.position, err: error },
      'a document cannot be read',
    );
    sendProblem(reply, { kind: 'boardDamaged' });
  } else if (error instanceof SealBroken) {
    request.log.error({ err: error }, 'what is sealed cannot be opened');
    sendProblem(reply, { kind: 'boardDamaged' });
  } else if (error.statusCode !== undefined && error.statusCode < 500) {
    sendProblem(reply, { kind: kindOfStatus[error.statusCode] ?? 'invalidRequest' });
  } else {
    // The stack, and nothing of the request: it could hold what a family wrote.
    request.log.error({ name: error.name, code: error.code, stack: error.stack }, 'a bug answered 500');
    sendProblem(reply, { kind: 'internalError' });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'unknown';
}
