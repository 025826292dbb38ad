import { Cluster } from '../../server/storage/postgres/clusterForTests.ts';
import { RedisServer } from '../../server/storage/redis/redisForTests.ts';
import { installationKey } from './installationKey.ts';
import { Product } from './startProduct.ts';

/** Several servers of one installation: one PostgreSQL, and a Redis that joins them. */
export class SeveralServers {
  readonly servers: readonly Product[];
  readonly #cluster: Cluster;
  readonly #redis: RedisServer;

  private constructor(servers: readonly Product[], cluster: Cluster, redis: RedisServer) {
    this.servers = servers;
    this.#cluster = cluster;
    this.#redis = redis;
  }

  /** @param settings what the environment of each says beside where its database and Redis are */
  static async start(count: number, settings: Readonly<Record<string, string>> = {}): Promise<SeveralServers> {
    const [cluster, redis] = await Promise.all([Cluster.start(), RedisServer.start()]);
    const joined = {
      DUK_DATABASE_URL: await cluster.newDatabase(),
      DUK_REDIS_URL: redis.url,
      DUK_KEY: installationKey,
      ...settings,
    };
    const servers: Product[] = [];
    // One after the other: the first makes the tables.
    for (let server = 0; server < count; server += 1) servers.push(await Product.start(joined));
    return new SeveralServers(servers, cluster, redis);
  }

  async remove(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.remove()));
    await Promise.all([this.#cluster.remove(), this.#redis.remove()]);
  }
}
