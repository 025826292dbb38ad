import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limitNames, readLimits, usualLimits } from './limitSettings.ts';

describe('limits', () => {
  it('are the usual ones for somebody who sets nothing', () => {
    expect(readLimits({ PORT: '3000' })).toEqual({ ok: true, value: usualLimits });
  });

  it('are taken as they are set, each for what its name says', () => {
    const set = Object.fromEntries(limitNames.map((name, index) => [name, String(1_000 + index)]));
    set.DUK_LIMITS_UNFINISHED_BYTES = '5000';
    const read = readLimits(set);
    if (!read.ok) throw new Error(read.failure.rule);
    const { relay, rates, minFreeDiskBytes } = read.value;
    expect(relay).toMatchObject({
      maxPeople: 1_000,
      maxWindows: 1_001,
      maxConnections: 1_002,
      maxUpdateBytes: 1_003,
      maxDocumentBytes: 1_004,
      maxStep2Bytes: 1_004,
      maxBoardBytes: 4_016,
      maxUnfinishedBytes: 5_000,
      edits: { perSecond: 1_006, burst: 1_007 },
      editBytes: { perSecond: 1_008, burst: usualLimits.relay.editBytes.burst },
      homecomingBytes: { perSecond: 1_008, burst: 2_008 },
      answerBytes: { burst: 4_016 },
      cursors: { perSecond: 1_009, burst: 1_010 },
    });
    expect(rates).toEqual({
      joinsPerMinute: 1_011,
      newBoardsPerMinute: 1_012,
      newDemosPerMinute: 1_013,
      newBoardsPerDay: 1_014,
    });
    expect(minFreeDiskBytes).toBe(1_015);
  });

  it.each([
    ['DUK_LIMITS_PEOPLE', '0'],
    ['DUK_LIMITS_PEOPLE', '-1'],
    ['DUK_LIMITS_PEOPLE', 'mange'],
    ['DUK_LIMITS_WINDOWS', '1.5'],
    ['DUK_LIMITS_EDITS_PER_SECOND', '9'.repeat(20)],
    ['DUK_LIMITS_UPDATE_BYTES', String(usualLimits.relay.maxDocumentBytes + 1)],
    ['DUK_LIMITS_UNFINISHED_BYTES', '1000'],
    ['DUK_LIMITS_PEOPEL', '200'],
  ])('that cannot be used are named, with what they must be: %s=%s', (setting, value) => {
    expect(readLimits({ [setting]: value })).toMatchObject({
      ok: false,
      failure: { setting, rule: expect.stringMatching(/^must be /) },
    });
  });

  it('stand in the README, every one, with what they are when nobody sets them', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    expect(limitNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
