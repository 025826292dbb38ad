import { SeatBalancer } from './seatBalancer.ts';
import { SeveralServers } from './severalServers.ts';
import { Product } from './startProduct.ts';

/** The product as people meet it: one address, behind which there are one or several servers. */
export type Installation = Pick<Product, 'url' | 'log' | 'startAgain' | 'killHard' | 'stop' | 'remove'>;

/** @param servers how many; several share a PostgreSQL, are joined by a Redis, and stand behind a balancer */
export async function startInstallation(servers: number): Promise<Installation> {
  return servers === 1 ? Product.start() : BalancedServers.start(servers);
}

/** Several servers, all of which go and come back together. */
export class BalancedServers implements Installation {
  readonly url: string;
  readonly #several: SeveralServers;
  readonly #balancer: SeatBalancer;

  private constructor(several: SeveralServers, balancer: SeatBalancer) {
    this.url = balancer.url;
    this.#several = several;
    this.#balancer = balancer;
  }

  static async start(servers: number): Promise<BalancedServers> {
    const several = await SeveralServers.start(servers);
    return new BalancedServers(several, await SeatBalancer.start(several.servers.map(({ port }) => port)));
  }

  /** The server at which a browser sits. */
  serverAt(seat: number): Product {
    const { servers } = this.#several;
    return servers[seat % servers.length] as Product;
  }

  get log(): string {
    return this.#several.servers.map(({ log }, index) => `server ${index}:\n${log}`).join('\n');
  }

  async startAgain(): Promise<void> {
    await this.#each((server) => server.startAgain());
  }

  async killHard(): Promise<void> {
    await this.#each((server) => server.killHard());
  }

  async stop(): Promise<number | null> {
    const codes = await this.#each((server) => server.stop());
    return codes.find((code) => code !== 0) ?? 0;
  }

  async remove(): Promise<void> {
    await this.#balancer.remove();
    await this.#several.remove();
  }

  #each<Value>(act: (server: Product) => Promise<Value>): Promise<Value[]> {
    return Promise.all(this.#several.servers.map(act));
  }
}
