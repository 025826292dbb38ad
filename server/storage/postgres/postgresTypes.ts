import pg from 'pg';

/** PostgreSQL's own numbers of the two types that pg does not give as we want them. */
const bigintOid = 20;
const byteaOid = 17;

/** What comes out of PostgreSQL → what SQLite gives for the same query: bigint as number, bytea as plain bytes. */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const parse = pg.types.getTypeParser(oid, format);
    if (oid === bigintOid) return (text: string) => safeNumber(text);
    if (oid === byteaOid) return (text: string) => plainBytes(parse(text) as Buffer);
    return parse;
  },
};

/**
 * What goes into PostgreSQL. Its text can hold any character but U+0000, which nobody has typed on purpose: that one
 * becomes the sign for a character that cannot be shown.
 */
export function postgresValue(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be counted exactly`);
  return number;
}

function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
