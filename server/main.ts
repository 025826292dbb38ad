import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomSecrets } from './access/index.ts';
import { type LoginProviderFault, offerSetup, readLoginProviders } from './accounts/index.ts';
import { buildApp } from './app.ts';
import { type Config, type ConfigFailure, readConfig, startFault } from './config.ts';
import { readLayouts } from './layouts/index.ts';
import { type Messenger, openMailer, openSmsHook } from './mail/index.ts';
import { readSteps } from './municipality/index.ts';
import type { OperatorFileFault } from './operatorFiles/index.ts';
import { type OpenStorageFailure, openStorage } from './storage/index.ts';
import { readTerms } from './words/index.ts';

/** How long a stop may take before we leave anyway, in milliseconds. Orchestrators kill after ten seconds. */
const stopWithinMs = 8_000;
/** How often sessions that have expired are forgotten, in milliseconds: once a day. */
const forgetSessionsEveryMs = 24 * 60 * 60 * 1000;

// Whatever is written, others on the machine have no part in it.
process.umask(0o077);

const config = readConfig();
if (!config.ok) stopBecause(configFailureText(config.failure));
const fault = startFault(config.value);
if (fault) stopBecause(configFailureText(fault));
const layouts = await readLayouts(config.value.layouts);
if (!layouts.ok) stopBecause(fileFaultText('DUK_LAYOUTS', layouts.failure));
const terms = await readTerms(config.value.words);
if (!terms.ok) stopBecause(fileFaultText('DUK_WORDS', terms.failure));
const steps = await readSteps(config.value.steps);
if (!steps.ok) stopBecause(fileFaultText('DUK_STEPS', steps.failure));
const loginProviders = await readLoginProviders(config.value.loginProviders);
if (!loginProviders.ok) stopBecause(loginProviderFaultText(loginProviders.failure));
const storage = await openStorage({ ...config.value, exclusive: true });
if (!storage.ok) stopBecause(storageFailureText(storage.failure));

await storage.value.endErasedBoards(Date.now());

const clientDir = join(import.meta.dirname, '../client/dist');
const app = await buildApp({
  config: config.value,
  storage: storage.value,
  secrets: randomSecrets,
  clock: Date.now,
  limits: config.value.limits.rates,
  relayLimits: config.value.limits.relay,
  minFreeDiskBytes: config.value.limits.minFreeDiskBytes,
  log: { level: config.value.logLevel, stream: process.stderr },
  staff: config.value.staff,
  archiveGround: config.value.archiveGround,
  individualPlanLaw: config.value.individualPlanLaw,
  eraseAfterDays: config.value.eraseAfterDays,
  intakeEraseAfterDays: config.value.intakeEraseAfterDays,
  messengers: messengersOf(config.value),
  loginProviders: loginProviders.value,
  layouts: layouts.value,
  terms: terms.value,
  steps: steps.value,
  childContact: config.value.childContact,
  accessibilityContact: config.value.accessibilityContact,
  clientDir: existsSync(join(clientDir, 'index.html')) ? clientDir : undefined,
});

const forgetSessions = () => {
  const { directory, accounts } = storage.value;
  const now = Date.now();
  Promise.all([directory.deleteExpiredSessions(now), accounts.deleteOldSignIns(now - config.value.staff.ageMs)]).catch(
    (error: unknown) => {
      app.log.error({ err: error }, 'could not forget expired sessions');
    },
  );
};
forgetSessions();
setInterval(forgetSessions, forgetSessionsEveryMs).unref();

// Before anybody is told that it runs, for they may stop it at once.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);

try {
  await app.listen({ port: config.value.port, host: config.value.host });
} catch (error) {
  await app.close();
  await storage.value.close();
  stopBecause(listenFailureText(error, config.value));
}
console.log(`Duken er klar på ${reachableAt(config.value)}`);
// On this machine alone it is tried out, and set up when somebody asks for it.
if (config.value.publicUrl) await sayHowToSetUp(config.value.publicUrl);

// What an earlier version kept, beside everybody who works; broken off by a stop, it begins again at the next start.
storage.value.sealOldRows().then(
  (rows) => {
    if (rows > 0) app.log.info({ rows }, 'sealed what was kept before there were seals');
  },
  (error: unknown) => app.log.error({ err: error }, 'could not seal what was kept before there were seals'),
);

/** Sockets are told that we stop, the commit under way is finished, and then we leave. */
async function stop(): Promise<void> {
  setTimeout(() => {
    app.log.error('stopping took too long');
    process.exit(1);
  }, stopWithinMs).unref();
  await app.close();
  if (storage.ok) await storage.value.close();
  process.exit(0);
}

/** How the first account is made, while there is none. */
async function sayHowToSetUp(publicUrl: URL): Promise<void> {
  if (!storage.ok) return;
  const offer = await offerSetup(storage.value.accounts, { secrets: randomSecrets, now: Date.now(), replaces: false });
  if (offer.kind === 'made') console.log(`Lag den første kontoen innen en time: ${publicUrl.origin}${offer.path}`);
  if (offer.kind === 'madeBefore')
    console.log(
      'Ingen har laget den første kontoen ennå. Lenken fra en tidligere start virker; en ny får du med «npx -y pnpm duk setup-link».',
    );
}

/** E-mail bears the name that the operator gave, or one at the address where people reach us. Whoever it does not reach may get an SMS. */
function messengersOf({ smtpUrl, smsUrl, mailFrom, publicUrl }: Config): readonly Messenger[] {
  const from = mailFrom ?? `duken@${publicUrl?.hostname ?? 'localhost'}`;
  return [...(smtpUrl ? [openMailer(smtpUrl, from)] : []), ...(smsUrl ? [openSmsHook(smsUrl)] : [])];
}

function reachableAt({ host, publicUrl }: { readonly host: string; readonly publicUrl: URL | undefined }): string {
  if (publicUrl) return publicUrl.origin;
  const address = app.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${name}:${port}`;
}

/** Ends a start that cannot succeed with one line for whoever runs the server. */
function stopBecause(line: string): never {
  console.error(line);
  process.exit(1);
}

function configFailureText({ setting, rule }: ConfigFailure): string {
  return `Cannot start: ${setting} ${rule}.`;
}

function fileFaultText(setting: string, { file, place, reason }: OperatorFileFault): string {
  const where = place ? `${file}, line ${place.line}, column ${place.column}` : file;
  return `Cannot start: what ${setting} names cannot be used. ${where}: ${reason}.`;
}

function loginProviderFaultText({ file, provider, field, reason }: LoginProviderFault): string {
  const where = [file, ...(provider === undefined ? [] : [`provider ${provider}`])].join(', ');
  const what = field ? `${field} ${reason}` : reason;
  return `Cannot start: the providers of DUK_LOGIN_PROVIDERS cannot be used. ${where}: ${what}.`;
}

function storageFailureText(failure: OpenStorageFailure): string {
  switch (failure.kind) {
    case 'folderUnwritable':
      return `Cannot start: the data folder ${failure.folder} cannot be written to (${failure.reason}). Give this user write access to it, or set DUK_DATA_DIR to another folder.`;
    case 'folderOpen':
      return `Cannot start: anybody on this machine may write in the data folder ${failure.folder}. Let only this user (chmod 700), or set DUK_DATA_DIR to another folder.`;
    case 'folderInUse':
      return `Cannot start: another server is using the data folder ${failure.folder}. Stop it, or set PORT and DUK_DATA_DIR to others for this one.`;
    case 'databaseUnreadable':
      return `Cannot start: ${failure.file} cannot be opened (${failure.reason}). Check the disk and the file's permissions, or restore the file from a backup.`;
    case 'databaseRefused':
      return `Cannot start: ${failure.database} cannot be used (${failure.reason}). Check that it is running, and what DUK_DATABASE_URL says.`;
    case 'databaseInUse':
      return `Cannot start: another server is using ${failure.database}. Stop it, set PORT and DUK_DATABASE_URL to others for this one, or set the same DUK_REDIS_URL for both.`;
    case 'databaseHeldAlone':
      return `Cannot start: a server without DUK_REDIS_URL is using ${failure.database}. Stop it, and start it with the same DUK_REDIS_URL as this one.`;
    case 'redisRefused':
      return `Cannot start: ${failure.redis} cannot be used (${failure.reason}). Check that it is running, and what DUK_REDIS_URL says.`;
    case 'moveUnfinished':
      return `Cannot start: moving everything from ${failure.source} to ${failure.place} was not finished. Run the same "pnpm duk move" again, or start with the settings for where it was.`;
    case 'keysInside':
      return `Cannot start: ${failure.path} is inside the data folder ${failure.folder}, so a copy of it would hold the key too. Move it elsewhere, and set DUK_KEY_FILE or DUK_KEYS_DIR to there.`;
    case 'keysUnwritable':
      return `Cannot start: the folder for keys ${failure.folder} cannot be used (${failure.reason}). Give this user write access to it, or set DUK_KEYS_DIR to a folder that is not in the data folder.`;
    case 'keyOpen':
      return `Cannot start: others on this machine may read the key in ${failure.file}. Let only this user (chmod 600).`;
    case 'keyUnusable':
      return `Cannot start: the key in ${failure.file} cannot be used (${failure.reason}). Check the file, or set DUK_KEY or DUK_KEY_FILE.`;
    case 'keyMissing':
      return `Cannot start: ${failure.place} is sealed, and there is no key in ${failure.file}. Put the installation's key there, or set DUK_KEY or DUK_KEY_FILE.`;
    case 'keysGone':
      return `Cannot start: ${failure.place} is sealed, and ${failure.keys} holds none of its keys. Set DUK_KEYS_DIR to the folder that does, or put that back.`;
    case 'keyWrong':
      return `Cannot start: ${failure.place} is sealed with another key than this. Set DUK_KEY or DUK_KEY_FILE to the installation's key; every server of one database needs the same.`;
    case 'databaseTooNew':
      return `Cannot start: ${failure.place} was made by a newer version of Duken (${failure.found} changes to its tables; this one knows ${failure.known}). Start that version or a later one.`;
  }
}

function listenFailureText(error: unknown, { host, port }: { readonly host: string; readonly port: number }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Cannot start: port ${port} on ${host} is taken. Stop what uses it, or set PORT to another port.`;
    case 'EACCES':
      return `Cannot start: this user may not listen on port ${port}. Set PORT to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Cannot start: this machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return `Cannot start: listening on ${host} port ${port} failed (${error instanceof Error ? error.message : error}).`;
  }
}
