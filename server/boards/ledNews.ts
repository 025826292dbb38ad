import { may } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { PermissionFailure, Sessions } from '../access/index.ts';
import type { NewsReader, ReadNewsTo } from './newsReader.ts';

/** Reads somebody the news of all the boards they lead. @returns stops, to be called once when they have left */
export type ReadLedNewsTo = (
  request: FastifyRequest,
  reader: NewsReader,
) => Promise<Result<() => void, PermissionFailure>>;

/**
 * One line for many boards: each is listened to as by itself, and ends by itself. Where one has no place left for them, the others
 * are heard all the same.
 */
export function readLedNewsWith(options: {
  readonly sessions: Pick<Sessions, 'seatsOf'>;
  readonly readNewsTo: ReadNewsTo;
}): ReadLedNewsTo {
  return async (request, reader) => {
    const led = (await options.sessions.seatsOf(request)).filter(({ participant }) => may(participant, 'followUp'));
    if (led.length === 0) return failed({ kind: 'notAllowed' });
    let open = 0;
    let hasBegun = false;
    const readings = await Promise.all(
      led.map(({ board }) =>
        options.readNewsTo(request, board.id, {
          tell: reader.tell,
          end: () => {
            open -= 1;
            if (hasBegun && open === 0) reader.end();
          },
        }),
      ),
    );
    const stops = readings.flatMap((reading) => (reading.ok ? reading.value : []));
    open += stops.length;
    hasBegun = true;
    if (open <= 0) reader.end();
    return succeeded(() => {
      for (const stop of stops) stop();
    });
  };
}
