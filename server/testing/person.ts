import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

/** Somebody with a browser: keeps the cookie they are given, and sends it along. */
export class Person {
  readonly #app: FastifyInstance;
  /** The session cookie's value, once they have one. */
  cookie: string | undefined;

  constructor(app: FastifyInstance, cookie?: string) {
    this.#app = app;
    this.cookie = cookie;
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.ask({ method: 'GET', url });
  }

  post(url: string, payload: object = {}): Promise<LightMyRequestResponse> {
    return this.ask({ method: 'POST', url, payload });
  }

  patch(url: string, payload: object): Promise<LightMyRequestResponse> {
    return this.ask({ method: 'PATCH', url, payload });
  }

  delete(url: string): Promise<LightMyRequestResponse> {
    return this.ask({ method: 'DELETE', url });
  }

  async ask(request: InjectOptions): Promise<LightMyRequestResponse> {
    const reply = await this.#app.inject({
      ...request,
      // Over TLS the cookie has a name that browsers take from us alone.
      ...(this.cookie === undefined ? {} : { cookies: { duk: this.cookie, '__Host-duk': this.cookie } }),
    });
    this.cookie = reply.cookies.find(({ name }) => name === 'duk' || name === '__Host-duk')?.value ?? this.cookie;
    return reply;
  }

  /** Makes a board and becomes its leader. */
  async makeBoard(body: object = { title: 'Vår duk', templateId: 'simple' }) {
    const reply = await this.post('/api/boards', body);
    if (reply.statusCode !== 201) throw new Error(`making a board answered ${reply.statusCode}: ${reply.body}`);
    const { boardId, leaderUrl, joinUrl } = reply.json<{ boardId: string; leaderUrl: string; joinUrl: string }>();
    return {
      boardId,
      api: `/api/boards/${boardId}`,
      leaderUrl,
      joinUrl,
      leaderSecret: new URL(leaderUrl).hash.slice(1),
      joinSecret: new URL(joinUrl).hash.slice(1),
    };
  }

  /** Comes in by a link's secret. @returns their participant id */
  async join(boardId: string, secret: string, name = 'Kari'): Promise<string> {
    const reply = await this.post(`/api/boards/${boardId}/join`, { secret, name });
    if (reply.statusCode !== 200) throw new Error(`joining answered ${reply.statusCode}: ${reply.body}`);
    return reply.json<{ participantId: string }>().participantId;
  }
}
