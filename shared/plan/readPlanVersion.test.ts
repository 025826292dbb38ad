import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanVersion } from './readPlanVersion.ts';

const formats = new URL('./formats/', import.meta.url);
/** Versions as they were stored by the product of their day, in folders by their format. */
const shipped = readdirSync(formats).flatMap((format) =>
  readdirSync(new URL(`${format}/`, formats))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [format, file, readFileSync(new URL(`${format}/${file}`, formats), 'utf8')] as const),
);

describe('a plan version from an earlier day', () => {
  it.each(shipped)('of format %s, %s, is read for ever, with all that is in it', (format, _, planJson) => {
    const read = readPlanVersion(planJson);
    expect(read).toEqual({ ok: true, value: JSON.parse(planJson) });
    expect(read.ok && String(read.value.format)).toBe(format);
  });

  it('is among what is tried', () => {
    expect(new Set(shipped.map(([format]) => format))).toContain('1');
  });
});

describe('a plan version that cannot be read', () => {
  const [, , planJson = ''] = shipped[0] ?? [];

  it.each([
    ['of a later format', JSON.stringify({ ...JSON.parse(planJson), format: 99 }), { cause: 'newer', format: 99 }],
    ['that does not fit its own format', '{"format":1}', { cause: 'unknown', format: 1 }],
    ['of a format that never was', '{"format":0}', { cause: 'unknown', format: 0 }],
    ['without a format', '{}', { cause: 'unknown' }],
    ['whose format is no number', '{"format":"2"}', { cause: 'unknown' }],
    ['that is a list', '[1]', { cause: 'unknown' }],
    ['that is nothing', 'null', { cause: 'unknown' }],
    ['that is no JSON', '{', { cause: 'unknown' }],
  ])('%s is said to be unreadable, with what is known of why', (_, json, why) => {
    expect(readPlanVersion(json)).toEqual({ ok: false, failure: { kind: 'versionUnreadable', ...why } });
  });
});
