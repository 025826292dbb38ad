import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A browser's name for itself that says at which server it is to sit; the balancer below reads it.
 *
 * @param seat 0, 1, …: neighbours sit at different servers
 */
export function userAgentAt(seat: number): string {
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 seat/${seat}`;
}

/**
 * A small balancer on loopback, so that people who are to sit at different servers do so for sure. Each connection is led
 * to the server of the browser that made it; programs take turns. When a server is gone, the next one is asked.
 */
export class SeatBalancer {
  readonly url: string;
  readonly #server: Server;
  readonly #targets: readonly number[];
  readonly #open = new Set<Socket>();
  #turn = 0;

  private constructor(server: Server, targets: readonly number[]) {
    this.#server = server;
    this.#targets = targets;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (caller) => this.#welcome(caller));
  }

  /** @param targets ports of the servers, on loopback */
  static async start(targets: readonly number[]): Promise<SeatBalancer> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SeatBalancer(server, targets);
  }

  async remove(): Promise<void> {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await once(this.#server, 'close');
  }

  #welcome(caller: Socket): void {
    this.#keep(caller);
    // A browser sends the head of its first request in one piece.
    caller.once('data', (head) => {
      caller.pause();
      const seat = head.toString('latin1').match(/ seat\/(\d+)/)?.[1] ?? this.#turn++;
      this.#lead(caller, head, Number(seat), this.#targets.length);
    });
  }

  #lead(caller: Socket, head: string | Buffer, seat: number, triesLeft: number): void {
    const target = this.#targets[seat % this.#targets.length];
    if (target === undefined || triesLeft === 0) {
      caller.destroy();
      return;
    }
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true });
    this.#keep(server);
    const tryNext = () => this.#lead(caller, head, seat + 1, triesLeft - 1);
    server.once('error', tryNext);
    server.once('connect', () => {
      server.off('error', tryNext);
      server.write(head);
      caller.pipe(server).pipe(caller);
      // What ends roughly at one end ends roughly at the other.
      caller.once('close', () => server.destroy());
      server.once('close', () => caller.destroy());
    });
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }
}
