import { isIPv6 } from 'node:net';

/** How many addresses are remembered at most. The one that was written of least lately is forgotten first. */
const maxAddresses = 10_000;

/** What is remembered of addresses, in memory that nobody can fill by coming from ever new ones. */
export class RecentAddresses<Value> {
  readonly #values = new Map<string, Value>();

  get(address: string): Value | undefined {
    return this.#values.get(networkOf(address));
  }

  set(address: string, value: Value): void {
    const key = networkOf(address);
    // To the end of the line.
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= maxAddresses) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }

  /** How many are remembered. */
  get size(): number {
    return this.#values.size;
  }
}

/** Whoever has one IPv6 address has 2⁶⁴ of them: the first half tells who it is. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
