import { existsSync, readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../gate/runCommand.ts';

const folder = join(repository, 'server/deploy');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks: Readonly<Record<string, { readonly ipv4_address?: string } | null>> | readonly string[];
  readonly [more: string]: unknown;
}

interface Network {
  readonly enable_ipv6?: boolean;
  readonly ipam?: { readonly config: readonly [{ readonly subnet: string; readonly ip_range?: string }] };
}

/** The addresses of a block such as 172.30.5.0/24. */
function addressesIn(block: string): BlockList {
  const list = new BlockList();
  const [first = '', bits] = block.split('/');
  list.addSubnet(first, Number(bits));
  return list;
}

// No Docker runs here, so these are read as they stand; the README says what has been started by hand.
describe('the image', () => {
  const recipe = read('Dockerfile');

  it('is nobody’s root, and asks how it is', () => {
    expect(recipe).toMatch(/^USER node\n(.*\n)+HEALTHCHECK /m);
  });

  it('starts the server with the flags of pnpm start', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<'start', string>>;
    };
    const command = JSON.parse(/^CMD (.+)$/m.exec(recipe)?.[1] ?? '[]') as readonly string[];
    expect(command.slice(0, -1)).toEqual(scripts.start.split(' ').slice(0, -1));
  });
});

describe.each([
  ['compose.yaml', 'upstream-one.conf'],
  ['compose.scaled.yaml', 'upstream-several.conf'],
])('%s', (file, upstreamFile) => {
  const { services, networks } = parse(read(file), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly networks: Readonly<Record<string, Network | null>>;
  };
  const ours = Object.entries(services).filter(([, { image }]) => image === 'duken');

  it('locks every service in: nothing to write on, no rights to gain, nobody is root, a version that stays', () => {
    for (const [name, service] of Object.entries(services)) {
      expect([name, service]).toMatchObject([
        name,
        { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], init: true },
      ]);
      if (service.image === 'duken') continue; // The Dockerfile says who it runs as, and asks how it is.
      expect(service.image).toMatch(/:\d+(\.\d+)*/);
      expect(service.user).toMatch(/^(nginx|postgres|redis)$/);
      expect(service).toHaveProperty('healthcheck');
    }
  });

  it('names only files that are there, and leaves the certificate to whoever runs it', () => {
    for (const { volumes = [], build } of Object.values(services)) {
      const own = volumes.flatMap((volume) => volume.match(/^\.\/[^:]+/) ?? []).filter((path) => path !== './tls');
      for (const path of own) expect([path, existsSync(join(folder, path))]).toEqual([path, true]);
      if (build) expect(existsSync(join(folder, build.context, build.dockerfile))).toBe(true);
    }
  });

  it('sets what the README knows, and trusts the proxy alone', () => {
    const readme = readFileSync(join(repository, 'server/README.md'), 'utf8');
    const proxy = services.proxy?.networks as { readonly inside: { readonly ipv4_address: string } };
    expect(ours.length).toBeGreaterThan(0);
    for (const [, { environment = {}, stop_grace_period }] of ours) {
      for (const setting of Object.keys(environment)) expect(readme).toContain(`\`${setting}\``);
      expect(environment.DUK_TRUST_PROXY).toBe(proxy.inside.ipv4_address);
      // main.ts takes 8 seconds at the most.
      expect(stop_grace_period).toBe('10s');
    }
  });

  it('keeps the addresses it gives by name apart from those that Docker deals out', () => {
    // Who starts first is else dealt the address of one that starts later, and that one never starts.
    for (const [network, settings] of Object.entries(networks)) {
      const given = Object.values(services).flatMap(({ networks: own }) => {
        const address = Array.isArray(own) ? undefined : (own as Record<string, { ipv4_address?: string }>)[network];
        return address?.ipv4_address ?? [];
      });
      expect(new Set(given).size).toBe(given.length);
      if (given.length === 0) continue;
      const { subnet, ip_range: dealt } = settings?.ipam?.config[0] ?? { subnet: '' };
      for (const address of given) {
        expect([address, addressesIn(subnet).check(address)]).toEqual([address, true]);
        expect([address, addressesIn(dealt ?? subnet).check(address)]).toEqual([address, false]);
      }
    }
  });

  it('tells the proxy where its servers are, for it must start also while one of them is away', () => {
    const told = ours.map(([name, { networks: own }]) => {
      const { inside } = own as { readonly inside?: { readonly ipv4_address: string } };
      return `${name}:${inside?.ipv4_address}`;
    });
    expect(services.proxy?.extra_hosts).toEqual(told);
  });

  it('sees who comes, by IPv6 also', () => {
    // Without it Docker hands on what comes by IPv6 under its own address.
    expect(Object.keys(services.proxy?.networks ?? {})).toContain('outside');
    expect(networks.outside?.enable_ipv6).toBe(true);
  });

  it('puts the same servers before the proxy as it starts', () => {
    const servers = [...read(`nginx/${upstreamFile}`).matchAll(/^ *server (\S+):3000\b/gm)].map(([, name]) => name);
    expect(servers).toEqual(ours.map(([name]) => name));
    expect(Object.keys(services.proxy?.depends_on as object)).toEqual(servers);
  });
});
