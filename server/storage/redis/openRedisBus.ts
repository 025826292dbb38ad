import { failed, type Result, succeeded } from '@duken/shared/result';
import type { UnsealedBus } from '../roomBus.ts';
import type { OpenStorageFailure } from '../storage.ts';
import { RedisBus } from './redisBus.ts';

/**
 * The bus over one Redis.
 *
 * @param url `redis://user:password@host:port/number`, or `rediss://` for TLS; the password is never part of what is said
 */
export async function openRedisBus(url: string): Promise<Result<UnsealedBus, OpenStorageFailure>> {
  try {
    return succeeded(await RedisBus.open(url));
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
    return failed({ kind: 'redisRefused', redis: `the Redis at ${new URL(url).host}`, reason });
  }
}
