import { resolve } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { z } from 'zod';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds everything of this installation. */
  readonly dataDir: string;
  /** The PostgreSQL database that holds everything instead of the folder. Has a password in it: never to be printed. */
  readonly databaseUrl: string | undefined;
  /** Where people reach us, when it is not what the Host header says. */
  readonly publicUrl: URL | undefined;
}

/** A setting that cannot be used: which, and what it must be, for whoever runs the server. */
export interface ConfigFailure {
  readonly kind: 'badSetting';
  readonly setting: string;
  readonly rule: string;
}

const comesLater = z.never({ error: 'is not supported yet; unset it, and run one server' }).optional();

const settings = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, { error: 'must be a port from 0 to 65535' })
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => !/[\s/]/.test(host), { error: 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0' }),
  DUK_DATA_DIR: z.string().default('./data'),
  DUK_PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error: 'must be where people reach the server, such as https://duk.example.no, without a path',
    })
    .transform((url) => new URL(url))
    .optional(),
  DUK_DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, {
      error: 'must be a PostgreSQL address, such as postgres://user:password@db.example.no:5432/duk',
    })
    .optional(),
  DUK_REDIS_URL: comesLater,
});

/** Reads and checks the environment, once. A setting that is set to nothing counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Result<Config, ConfigFailure> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(set);
  if (!read.success) {
    const issue = read.error.issues[0];
    return failed({ kind: 'badSetting', setting: String(issue?.path[0]), rule: issue?.message ?? 'cannot be used' });
  }
  const { PORT, HOST, DUK_DATA_DIR, DUK_DATABASE_URL, DUK_PUBLIC_URL } = read.data;
  return succeeded({
    port: PORT,
    host: HOST,
    dataDir: resolve(DUK_DATA_DIR),
    databaseUrl: DUK_DATABASE_URL,
    publicUrl: DUK_PUBLIC_URL,
  });
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  // With an @ or a second / in the name of the database, a password with signs that should have been escaped was cut in two.
  return /^postgres(ql)?:$/.test(protocol) && /^\/[^/@]+$/.test(pathname);
}
