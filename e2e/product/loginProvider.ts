import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { Provider } from 'oidc-provider';

/** Who may sign in at the municipality's provider of the journeys, and in which groups they are there. */
const people: Readonly<Record<string, { readonly name: string; readonly groups: readonly string[] }>> = {
  mona: { name: 'Mona Berg', groups: ['duk-ledere'] },
  per: { name: 'Per Ås', groups: [] },
};

/** A municipality's own sign-in, as a server of its own on this machine, with a page that asks who one is. */
export class LoginProvider {
  readonly issuer: string;
  readonly #http = createServer();

  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
    this.issuer = `http://127.0.0.1:${port}`;
  }

  /** @param product where the product is reached, to which browsers are sent back */
  async start(product: string): Promise<void> {
    const provider = new Provider(this.issuer, {
      cookies: { keys: ['en nøkkel'] },
      clients: [
        {
          client_id: 'duken',
          client_secret: 'en-hemmelighet',
          // So that it takes an address on this machine.
          application_type: 'native',
          redirect_uris: [`${product}/api/login/kommunen/callback`],
          post_logout_redirect_uris: [`${product}/`],
        },
      ],
      claims: { openid: ['sub'], profile: ['name', 'groups'] },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, subject) => ({
        accountId: subject,
        claims: async () => ({ sub: subject, ...people[subject] }),
      }),
      async loadExistingGrant({ oidc }) {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client?.clientId ?? '',
          accountId: oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
    this.#http.on('request', async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
      if (request.method === 'GET') return response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage);
      const said = new URLSearchParams(await bodyOf(request));
      const result = said.has('turn-round')
        ? { error: 'access_denied' }
        : { login: { accountId: said.get('user') ?? '' }, consent: {} };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    });
    this.#http.listen(this.#port, '127.0.0.1');
    await once(this.#http, 'listening');
  }

  /** What the operator of the product writes of it. */
  get settings(): object {
    return {
      id: 'kommunen',
      label: 'Kommunens innlogging',
      issuer: this.issuer,
      clientId: 'duken',
      clientSecret: 'en-hemmelighet',
      mayLead: { claim: 'groups', contains: ['duk-ledere'] },
    };
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }
}

const loginPage = `<!doctype html><html lang="nb"><title>Kommunen</title><h1>Kommunens innlogging</h1>
<form method="post"><label>Brukernavn <input name="user"></label><button>Fortsett</button>
<button name="turn-round" value="yes">Avbryt</button></form></html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
