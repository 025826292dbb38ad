import { resolve } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { cleanLine, isBlank } from '@duken/shared/text';
import { z } from 'zod';
import { type SeatLimit, usualStaffLimit } from './access/index.ts';
import { type LimitSettings, readLimits } from './limitSettings.ts';
import { type KeySettings, readKey } from './sealing/index.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds everything of this installation. */
  readonly dataDir: string;
  /** The PostgreSQL database that holds everything instead of the folder. Has a password in it: never to be printed. */
  readonly databaseUrl: string | undefined;
  /** The Redis that joins this server to others on the same database. Has a password in it: never to be printed. */
  readonly redisUrl: string | undefined;
  /** Where the keys are that open what is kept. May hold the installation's own: never to be printed. */
  readonly keys: KeySettings;
  /** Where e-mail is sent by. May have a password in it: never to be printed. */
  readonly smtpUrl: URL | undefined;
  /** Takes SMS by POST. */
  readonly smsUrl: URL | undefined;
  /** Whose name e-mail bears. */
  readonly mailFrom: string | undefined;
  /** Where people reach us, when it is not what the Host header says. */
  readonly publicUrl: URL | undefined;
  /** Further names that people reach us by. */
  readonly hosts: readonly string[];
  readonly limits: LimitSettings;
  /** Absolute path of the file or folder with the operator's own layouts. */
  readonly layouts: string | undefined;
  /** Absolute path of the file or folder with the words that the operator explains. */
  readonly words: string | undefined;
  /** Absolute path of the file with the municipality's own steps of a meeting. */
  readonly steps: string | undefined;
  /** Whom a child can ring in this municipality, such as a school nurse. */
  readonly childContact: { readonly name: string; readonly phone: string } | undefined;
  /** The e-mail address of whoever answers for that nobody is shut out. */
  readonly accessibilityContact: string | undefined;
  /** Absolute path of the file with the municipality's providers to sign in by. Has secrets in it. */
  readonly loginProviders: string | undefined;
  /** `debug` also tells each message on its way from its socket to its commit. */
  readonly logLevel: 'info' | 'debug';
  /** How long somebody is signed in who has an account. */
  readonly staff: SeatLimit;
  /** For how many days a case is closed before an administrator is asked to erase it. */
  readonly eraseAfterDays: number;
  /** For how many days nothing has come of somebody who was proposed before they should be erased. */
  readonly intakeEraseAfterDays: number;
  /** The law that the municipality shields plans by in its archive; without one no package for the archive is made. */
  readonly archiveGround: string | undefined;
  /** The law that an *individuell plan* rests on; without one it names none. */
  readonly individualPlanLaw: string | undefined;
  /** Addresses, networks and names of networks whose X-Forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
}

/** A setting that cannot be used: which, and what it must be, for whoever runs the server. */
export interface ConfigFailure {
  readonly kind: 'badSetting';
  readonly setting: string;
  readonly rule: string;
}

/** What stands before us: an address, a network in CIDR notation, or a name that Fastify knows for the private ones. */
const proxyAddress = z.union([
  z.ipv4(),
  z.ipv6(),
  z.cidrv4(),
  z.cidrv6(),
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
]);

/** A year: a plan may be taken up again. */
export const usualEraseAfterDays = 365;
/** For how many days nothing has come of somebody who was proposed, when nothing is set. */
export const usualIntakeEraseAfterDays = 90;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A whole number of minutes or hours, as milliseconds. */
const timeSetting = (usualMs: number, unitMs: number, unit: string, most: number) =>
  z
    .string()
    .default(String(usualMs / unitMs))
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most, {
      error: `must be a whole number of ${unit} from 1 to ${most}`,
    })
    .transform((text) => Number(text) * unitMs);

/** A law that whoever runs the product names: paragraphs move, and which of them counts is theirs to say. */
const lawSetting = (does: string, example: string) =>
  z
    .string()
    .overwrite(cleanLine)
    .refine((law) => !isBlank(law) && law.length <= 200, {
      error: `must be the law that ${does}, in one line, such as «${example}»`,
    })
    .optional();

const daysSetting = (usual: number) =>
  z
    .string()
    .default(String(usual))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1, {
      error: 'must be a whole number of days from 1 to 99999',
    })
    .transform(Number);

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
  DUK_ARCHIVE_GROUND: lawSetting('shields a plan', 'offl. § 13 jf. fvl. § 13 første ledd nr. 1'),
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
  DUK_ERASE_AFTER_DAYS: daysSetting(usualEraseAfterDays),
  DUK_INDIVIDUAL_PLAN_LAW: lawSetting('an individuell plan rests on', 'pasient- og brukerrettighetsloven § 2-5'),
  DUK_INTAKE_ERASE_AFTER_DAYS: daysSetting(usualIntakeEraseAfterDays),
  DUK_KEY: z
    .string()
    .transform((list) => list.split(',').map((key) => readKey(key.trim())))
    .refine((list) => list.every((key) => key !== undefined), {
      error:
        'must be 32 random bytes as base64url, such as «openssl rand -base64 32 | tr +/ -_» gives; while it is being changed, the new one, a comma and the old one',
    })
    .optional(),
  DUK_KEY_FILE: z.string().optional(),
  DUK_KEYS_DIR: z.string().optional(),
  DUK_HOSTS: z
    .string()
    .default('')
    .transform((list) => (list === '' ? [] : list.split(',').map((name) => name.trim())))
    .refine((list) => list.every((name) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name)), {
      error: 'must be names with commas between, such as duk.lokal,duk-1, without http:// and without a port',
    }),
  DUK_LAYOUTS: z.string().optional(),
  DUK_STEPS: z.string().optional(),
  DUK_CHILD_CONTACT: z
    .string()
    .overwrite(cleanLine)
    .transform((line) => /^(.{2,100}), *(\+?\d[\d ]{2,19})$/.exec(line))
    .refine((read) => read !== null, {
      error:
        'must be whom a child can ring, a comma and the number, such as «Helsesykepleier på Fjellhamar skole, 67 93 40 00»',
    })
    .transform((read) => ({ name: (read?.[1] ?? '').trim(), phone: (read?.[2] ?? '').trim() }))
    .optional(),
  DUK_ACCESSIBILITY_CONTACT: z.email({ error: 'must be an e-mail address, such as uu@kommune.no' }).optional(),
  DUK_WORDS: z.string().optional(),
  DUK_LOG_LEVEL: z.enum(['info', 'debug'], { error: 'must be info or debug' }).default('info'),
  DUK_LOGIN_PROVIDERS: z.string().optional(),
  DUK_MAIL_FROM: z.email({ error: 'must be an e-mail address, such as duken@kommune.no' }).optional(),
  DUK_SMS_URL: z
    .string()
    .refine(isHookUrl, {
      error: 'must be where SMS are handed in, such as https://user:password@sms.example.no/send',
    })
    .transform((url) => new URL(url))
    .optional(),
  DUK_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, {
      error:
        'must be a mail server, such as smtp://user:password@mail.example.no:587, or smtps:// for TLS from the start',
    })
    .transform((url) => new URL(url))
    .optional(),
  DUK_TRUST_PROXY: z
    .string()
    .default('')
    .transform((list) => (list === '' ? [] : list.split(',').map((address) => address.trim())))
    .refine((list) => list.every((address) => proxyAddress.safeParse(address).success), {
      error: 'must be addresses or networks of proxies with commas between, such as 10.0.0.5 or 10.0.0.0/24,fd00::/64',
    }),
  DUK_STAFF_IDLE_MINUTES: timeSetting(usualStaffLimit.idleMs, minuteMs, 'minutes', 600),
  DUK_STAFF_HOURS: timeSetting(usualStaffLimit.ageMs, hourMs, 'hours', 24),
  DUK_REDIS_URL: z
    .string()
    .refine(isRedisUrl, {
      error: 'must be a Redis address, such as redis://:password@redis.example.no:6379, or rediss:// for TLS',
    })
    .optional(),
});

/** Reads and checks the environment, once. A setting that is set to nothing counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Result<Config, ConfigFailure> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(set);
  if (!read.success) {
    const issue = read.error.issues[0];
    return failed({ kind: 'badSetting', setting: String(issue?.path[0]), rule: issue?.message ?? 'cannot be used' });
  }
  const limits = readLimits(set);
  if (!limits.ok) return failed({ kind: 'badSetting', ...limits.failure });
  const {
    PORT,
    HOST,
    DUK_ARCHIVE_GROUND,
    DUK_DATA_DIR,
    DUK_DATABASE_URL,
    DUK_ERASE_AFTER_DAYS,
    DUK_REDIS_URL,
    DUK_PUBLIC_URL,
    DUK_HOSTS,
    DUK_INDIVIDUAL_PLAN_LAW,
    DUK_INTAKE_ERASE_AFTER_DAYS,
    DUK_KEY,
    DUK_KEY_FILE,
    DUK_KEYS_DIR,
    DUK_LAYOUTS,
    DUK_WORDS,
    DUK_STEPS,
    DUK_CHILD_CONTACT,
    DUK_ACCESSIBILITY_CONTACT,
    DUK_LOG_LEVEL,
    DUK_LOGIN_PROVIDERS,
    DUK_MAIL_FROM,
    DUK_SMS_URL,
    DUK_SMTP_URL,
    DUK_TRUST_PROXY,
    DUK_STAFF_IDLE_MINUTES,
    DUK_STAFF_HOURS,
  } = read.data;
  if (DUK_REDIS_URL !== undefined && DUK_DATABASE_URL === undefined) {
    const rule = 'must go with DUK_DATABASE_URL, for it joins servers that share a database; set both or neither';
    return failed({ kind: 'badSetting', setting: 'DUK_REDIS_URL', rule });
  }
  if (DUK_SMTP_URL !== undefined && DUK_PUBLIC_URL === undefined) {
    const rule = 'must go with DUK_PUBLIC_URL, for each e-mail has a link in it; set both or neither';
    return failed({ kind: 'badSetting', setting: 'DUK_SMTP_URL', rule });
  }
  if (DUK_SMS_URL !== undefined && DUK_PUBLIC_URL === undefined) {
    const rule = 'must go with DUK_PUBLIC_URL, for each SMS has a link in it; set both or neither';
    return failed({ kind: 'badSetting', setting: 'DUK_SMS_URL', rule });
  }
  if (DUK_KEY !== undefined && DUK_KEY_FILE !== undefined) {
    const rule = 'must be alone: DUK_KEY_FILE says the key too; set one of them';
    return failed({ kind: 'badSetting', setting: 'DUK_KEY', rule });
  }
  return succeeded({
    port: PORT,
    host: HOST,
    dataDir: resolve(DUK_DATA_DIR),
    databaseUrl: DUK_DATABASE_URL,
    redisUrl: DUK_REDIS_URL,
    keys: {
      ...(DUK_KEY === undefined ? {} : { keys: DUK_KEY.filter((key) => key !== undefined) }),
      ...(DUK_KEY_FILE === undefined ? {} : { keyFile: resolve(DUK_KEY_FILE) }),
      ...(DUK_KEYS_DIR === undefined ? {} : { keysDir: resolve(DUK_KEYS_DIR) }),
    },
    publicUrl: DUK_PUBLIC_URL,
    smtpUrl: DUK_SMTP_URL,
    smsUrl: DUK_SMS_URL,
    mailFrom: DUK_MAIL_FROM,
    hosts: DUK_HOSTS,
    layouts: DUK_LAYOUTS === undefined ? undefined : resolve(DUK_LAYOUTS),
    words: DUK_WORDS === undefined ? undefined : resolve(DUK_WORDS),
    steps: DUK_STEPS === undefined ? undefined : resolve(DUK_STEPS),
    childContact: DUK_CHILD_CONTACT,
    accessibilityContact: DUK_ACCESSIBILITY_CONTACT,
    loginProviders: DUK_LOGIN_PROVIDERS === undefined ? undefined : resolve(DUK_LOGIN_PROVIDERS),
    logLevel: DUK_LOG_LEVEL,
    limits: limits.value,
    archiveGround: DUK_ARCHIVE_GROUND,
    individualPlanLaw: DUK_INDIVIDUAL_PLAN_LAW,
    eraseAfterDays: DUK_ERASE_AFTER_DAYS,
    intakeEraseAfterDays: DUK_INTAKE_ERASE_AFTER_DAYS,
    staff: { idleMs: DUK_STAFF_IDLE_MINUTES, ageMs: DUK_STAFF_HOURS },
    trustedProxies: DUK_TRUST_PROXY,
  });
}

/** What keeps a server from being started, which commands beside it need not care about. */
export function startFault({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): ConfigFailure | undefined {
  const isForOthers = !isLoopback(host) || (publicUrl !== undefined && !isLoopback(publicUrl.hostname));
  if (!isForOthers || publicUrl?.protocol === 'https:') return undefined;
  // By plain http, whoever shares the net reads along, and takes over who signs in.
  const rule =
    'must be the https:// address that people reach the server by, since others than this machine can; put a proxy with TLS before it, or leave HOST and DUK_PUBLIC_URL out to try the product on this machine alone';
  return { kind: 'badSetting', setting: 'DUK_PUBLIC_URL', rule };
}

/** Whether only this machine itself comes to a server that listens there, or is called so. */
function isLoopback(host: string): boolean {
  return /^(([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
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

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, pathname, search, hash } = new URL(text);
  return /^smtps?:$/.test(protocol) && host !== '' && /^\/?$/.test(pathname) && search + hash === '';
}

function isHookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hash } = new URL(text);
  return /^https?:$/.test(protocol) && hash === '';
}

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, pathname, search, hash } = new URL(text);
  // What follows the host is at most a number; all else is a password with signs that should have been escaped.
  return /^rediss?:$/.test(protocol) && host !== '' && /^\/?\d*$/.test(pathname) && search + hash === '';
}
