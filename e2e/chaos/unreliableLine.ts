import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Chance } from './chance.ts';

/** One connection through the line, from whoever came to whom it leads. */
interface Connection {
  readonly target: number;
  readonly ends: readonly [Socket, Socket];
  delayMs: number;
  isDead: boolean;
}

/**
 * A balancer, or a network, on loopback that can fail: it leads each who comes to one of its targets by chance, and can
 * refuse, delay, swallow and cut.
 */
export class UnreliableLine {
  readonly port: number;
  readonly #server: Server;
  readonly #targets: readonly number[];
  readonly #chance: Chance;
  readonly #connections = new Set<Connection>();
  #isOpen = true;

  private constructor(server: Server, port: number, targets: readonly number[], chance: Chance) {
    this.#server = server;
    this.port = port;
    this.#targets = targets;
    this.#chance = chance;
    server.on('connection', (caller) => this.#lead(caller));
  }

  /** @param targets ports on loopback; of those that do not answer, another is tried */
  static async open(targets: readonly number[], chance: Chance): Promise<UnreliableLine> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new UnreliableLine(server, (server.address() as AddressInfo).port, targets, chance);
  }

  /** Lets nobody in any more. Those who are through stay. */
  shut(): void {
    this.#isOpen = false;
  }

  letIn(): void {
    this.#isOpen = true;
  }

  /** How many are still connected with one target, or have not heard yet that they are not. */
  connectionsWith(target: number): number {
    return [...this.#connections].filter((connection) => connection.target === target).length;
  }

  cutAll(): void {
    for (const connection of this.#connections) cut(connection);
  }

  /** Cuts some of those who are connected. */
  cutSome(share: number): void {
    for (const connection of this.#some(share)) cut(connection);
  }

  /** Holds up what some of them say and hear, each by a time of its own up to this, in ms. */
  delaySome(share: number, mostMs: number): void {
    for (const connection of this.#some(share)) connection.delayMs = this.#chance.between(1, mostMs);
  }

  /** Swallows what some of them say and hear; nobody is told. What was swallowed never comes: the line is cut after. */
  swallowSome(share: number): void {
    for (const connection of this.#some(share)) connection.isDead = true;
  }

  /** Is an ordinary line again for all who are left. */
  recover(): void {
    for (const connection of this.#connections) {
      connection.delayMs = 0;
      if (connection.isDead) cut(connection);
    }
  }

  async close(): Promise<void> {
    this.#server.close();
    this.cutAll();
    await once(this.#server, 'close');
  }

  #some(share: number): Connection[] {
    return [...this.#connections].filter(() => this.#chance.percent(share));
  }

  async #lead(caller: Socket): Promise<void> {
    caller.on('error', () => undefined); // The end that follows is what counts.
    const untried = this.#isOpen ? [...this.#targets] : [];
    while (untried.length > 0) {
      const [target = 0] = untried.splice(this.#chance.between(0, untried.length - 1), 1);
      const callee = connect({ port: target, host: '127.0.0.1', noDelay: true });
      if (await isConnected(callee)) {
        // Whoever has hung up meanwhile is not to be waited for.
        if (caller.destroyed) callee.destroy();
        else this.#join(target, caller, callee);
        return;
      }
    }
    caller.destroy();
  }

  #join(target: number, caller: Socket, callee: Socket): void {
    const connection: Connection = { target, ends: [caller, callee], delayMs: 0, isDead: false };
    this.#connections.add(connection);
    let open = 2;
    for (const [from, to] of [
      [caller, callee],
      [callee, caller],
    ] as const) {
      const pass = inOrder(connection);
      from.on('data', (chunk) => pass(() => to.write(chunk)));
      from.once('close', () => {
        pass(() => to.end());
        open -= 1;
        if (open === 0) this.#connections.delete(connection);
      });
    }
  }
}

/** Does one thing after the other, each when its delay is over. */
function inOrder(connection: Connection): (act: () => void) => void {
  let waiting = 0;
  let last = Promise.resolve();
  return (act) => {
    if (connection.isDead) return;
    if (waiting === 0 && connection.delayMs === 0) {
      act();
      return;
    }
    waiting += 1;
    const delayMs = connection.delayMs;
    last = Promise.all([last, new Promise((resolve) => setTimeout(resolve, delayMs))]).then(() => {
      waiting -= 1;
      if (!connection.isDead) act();
    });
  };
}

function isConnected(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
}

function cut({ ends }: Connection): void {
  for (const end of ends) end.destroy();
}
