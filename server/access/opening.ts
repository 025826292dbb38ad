import { mayWithAccount } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/index.ts';
import type { AccountRow, Accounts } from '../storage/index.ts';
import type { Sessions } from './session.ts';

/**
 * How far the installation has come, for whoever asks: open for trying out, where whoever makes a board leads it by a link; nobody has
 * set it up yet; or leaders have accounts.
 */
export type OpeningStage = 'tryingOut' | 'notSetUp' | 'accounts';

export type MakerFailure =
  | { readonly kind: 'notSetUp' }
  | { readonly kind: 'notSignedIn' }
  /** Their account does not let them lead. */
  | { readonly kind: 'accountMayNot' };

/** What is answered to everybody who comes where nobody has set the installation up. */
const answeredBefore = new Set(['/api/session', '/api/setup', '/api/setup/passkey', '/api/openapi.json']);

/** Whether there are accounts yet, and what may be done before. */
export class Opening {
  readonly #accounts: Pick<Accounts, 'hasAny'>;
  readonly #sessions: Pick<Sessions, 'signedIn'>;
  readonly #mayTryOut: (request: FastifyRequest) => boolean;
  #hasAccounts = false;

  /** @param options.mayTryOut whether the product is open to this request before there is an account */
  constructor(options: {
    readonly accounts: Pick<Accounts, 'hasAny'>;
    readonly sessions: Pick<Sessions, 'signedIn'>;
    readonly mayTryOut: (request: FastifyRequest) => boolean;
  }) {
    this.#accounts = options.accounts;
    this.#sessions = options.sessions;
    this.#mayTryOut = options.mayTryOut;
  }

  /** Whether there has ever been one: from then on, a leader is an account. */
  async hasAccounts(): Promise<boolean> {
    // Another server may make the first; there is no way back.
    this.#hasAccounts ||= await this.#accounts.hasAny();
    return this.#hasAccounts;
  }

  async stageFor(request: FastifyRequest): Promise<OpeningStage> {
    if (await this.hasAccounts()) return 'accounts';
    return this.#mayTryOut(request) ? 'tryingOut' : 'notSetUp';
  }

  /** Who will lead a board that is made by a request: an account, or undefined for whoever tries out. */
  async makerOf(request: FastifyRequest): Promise<Result<AccountRow | undefined, MakerFailure>> {
    const stage = await this.stageFor(request);
    if (stage === 'tryingOut') return succeeded(undefined);
    if (stage === 'notSetUp') return failed({ kind: 'notSetUp' });
    const signedIn = await this.#sessions.signedIn(request);
    if (!signedIn) return failed({ kind: 'notSignedIn' });
    const { account } = signedIn;
    return mayWithAccount(account, 'makeBoards') ? succeeded(account) : failed({ kind: 'accountMayNot' });
  }

  /** Refuses all but setting up where the product may not be tried out and nobody has an account. */
  guard(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      const route = request.routeOptions.url ?? '';
      if (!/^\/(api|sync)\//.test(route) || answeredBefore.has(route)) return;
      if (this.#mayTryOut(request) || (await this.hasAccounts())) return;
      return sendProblem(reply, { kind: 'notSetUp' });
    });
  }
}

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Whether the product may be tried out by a request: from this machine itself, to a name that is this machine's own for everybody, and
 * through nothing that speaks for somebody else. A proxy on the same machine comes from loopback, and is not.
 *
 * @param publicUrl where others reach it, if it is for others; then never
 */
export function mayTryOutOn(publicUrl: URL | undefined): (request: FastifyRequest) => boolean {
  return publicUrl ? () => false : isFromHere;
}

/**
 * Whether a request comes from this machine itself, to a server that is for nobody else: there a password is enough.
 *
 * @param publicUrl where people reach us; with a name of this machine's own, a proxy may stand before us, and says who comes where it is trusted
 */
export function isOnLoopbackWith(publicUrl: URL | undefined): (request: FastifyRequest) => boolean {
  if (!publicUrl) return isFromHere;
  if (!isLoopbackHost(publicUrl.host)) return () => false;
  // It may listen for other machines all the same, whatever it is called.
  return ({ ip }) => isLoopbackAddress(ip);
}

function isFromHere({ socket, headers }: FastifyRequest): boolean {
  return (
    isLoopbackAddress(socket.remoteAddress ?? '') &&
    isLoopbackHost(headers.host ?? '') &&
    forwardingHeaders.every((name) => headers[name] === undefined)
  );
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function isLoopbackHost(host: string): boolean {
  return /^([a-z0-9-]+\.)*localhost(:\d+)?$|^127(\.\d{1,3}){3}(:\d+)?$|^\[::1\](:\d+)?$/i.test(host);
}
