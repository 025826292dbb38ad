import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoteId, PersonId } from '../board/index.ts';
import { agreed, boardWith, gro, note, versionOf } from './planBuilders.ts';
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
    const formats = new Set(shipped.map(([format]) => format));
    expect([...formats].toSorted()).toEqual(['1', '2']);
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

describe('a plan version with all that was added to format 1', () => {
  const personId = 'person-mona' as PersonId;
  const beside = {
    ...{ settleWith: 'Elif', settleBy: '2026-12-05', paidBy: 'NAV' },
    ...{ follows: '2' as NoteId, alongside: '3' as NoteId },
  };
  const action = { ...agreed, ownerId: personId, withIds: [personId], reportedBy: personId, reportedAt: 5, ...beside };
  const extras = { lang: 'ti', pair: '2' as NoteId, goal: 'reached', votes: [gro], editedBy: gro } as const;
  const full = versionOf(
    boardWith(
      [
        note('1', { column: 'now', theme: 'housing' }, { action, ...extras }),
        note('2', { column: 'dream', theme: '' }, extras),
      ],
      {
        journey: { overall: 'stable', themes: {}, citizen: { overall: 'exposed', themes: { work: 'stable' } } },
        meeting: { vision: 'Et hjem', step: 'dreams', talkedOf: ['work'] },
      },
    ),
  );

  it('keeps it on the sheet and in the plan, and comes back whole', () => {
    expect(readPlanVersion(JSON.stringify(full))).toEqual({ ok: true, value: full });
    expect(full.plan).toMatchObject({
      actions: [{ ...beside, ownerId: personId, withIds: [personId], reportedBy: personId, lang: 'ti' }],
      dreams: [{ pair: '2', goal: 'reached', editedBy: gro }],
      journey: { citizen: { overall: 'exposed', themes: [{ theme: 'work', phase: 'stable' }] } },
      vision: 'Et hjem',
      participants: [{ name: 'Eirin' }, { name: 'Gro' }],
    });
  });

  it('has none of it where it was never used, so that a plain duk freezes as it always did', () => {
    const plain = versionOf(boardWith([note('1', { column: 'now', theme: 'housing' })]));
    expect(Object.keys(plain.plan)).not.toContain('vision');
    expect(plain.plan.journey).toEqual({ themes: [] });
    expect(Object.keys(plain.plan.nowNotes[0] ?? {})).toHaveLength(7);
  });
});
