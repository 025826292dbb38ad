import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { z } from 'zod';
import { SealBroken } from '../sealing/index.ts';
import { traceIdIn } from './traceId.ts';

const ids = z.object({
  boardId: z.string().optional(),
  meetingId: z.string().optional(),
  linkId: z.string().optional(),
  participantId: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
});

declare module 'fastify' {
  interface FastifyContextConfig {
    isRoutine?: boolean;
  }
}

/** For a route that programs ask every few seconds for ever: its answers are logged at `debug`, unless they are failures. */
export const routine = { config: { isRoutine: true } } as const;

/** Fastify's settings for a log of our own: one line per answer, in JSON. */
export function logSettings(log: LogSettings): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logger: {
      level: log.level,
      stream: log.stream,
      base: null,
      // Whoever logs a whole request or error gets this much of it: no query, cookie, secret or content.
      serializers: {
        req: (request) => ({ method: request.method }),
        res: (reply) => ({ statusCode: reply.statusCode }),
        err: (error) => ({
          type: error.name,
          message: '',
          stack: error.stack ?? '',
          code: error.code,
          // It tells of places and keys, never of what stands there.
          ...(error.cause instanceof SealBroken ? { cause: error.cause.message } : {}),
        }),
      },
    },
    // Fastify's own lines hold the whole address.
    logController: new LogController({ disableRequestLogging: true }),
  };
}

export interface LogSettings {
  readonly level: 'debug' | 'info';
  readonly stream: { write(line: string): void };
}

/** Logs each answer: method, route (not address), status, milliseconds, ids, and the trace it belongs to, if any. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const known = ids.safeParse(request.params);
    const traceId = traceIdIn(request.headers.traceparent);
    const isRoutine = request.routeOptions.config.isRoutine === true && reply.statusCode < 400;
    request.log[isRoutine ? 'debug' : 'info'](
      {
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(reply.statusCode < 400 && known.success ? known.data : {}),
        ...(traceId === undefined ? {} : { traceId }),
      },
      'answered',
    );
  });
}
