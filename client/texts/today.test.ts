import { describe, expect, it } from 'vitest';
import { DayClock } from './today.ts';

const device = Date.parse('2026-12-03T12:00:00Z');
const hours = (count: number): string => new Date(device + count * 3_600_000).toUTCString();

describe('what day it is', () => {
  it.each([0, 1, -23, 24])('is the device’s, and nobody is asked, where the server is %i hours from it', (count) => {
    const clock = new DayClock(() => device);
    clock.hear(hours(count));
    expect([clock.isUnsure(), clock.today()]).toEqual([false, '2026-12-03']);
  });

  it('is asked about once where the clocks are more than a day apart, and is what was answered', () => {
    const clock = new DayClock(() => device);
    let told = 0;
    clock.subscribe(() => {
      told += 1;
    });
    clock.hear(hours(-49));
    expect([clock.isUnsure(), clock.today(), clock.serverDay()]).toEqual([true, '2026-12-03', '2026-12-01']);
    clock.choose('server');
    clock.hear(hours(-49));
    expect([clock.isUnsure(), clock.today(), told]).toEqual([false, '2026-12-01', 3]);
    clock.choose('device');
    expect([clock.isUnsure(), clock.today()]).toEqual([false, '2026-12-03']);
  });

  it('is the device’s again when its clock was set right, and is asked about anew when it goes wrong', () => {
    const clock = new DayClock(() => device);
    clock.hear(hours(72));
    clock.choose('server');
    clock.hear(hours(0));
    expect([clock.isUnsure(), clock.today()]).toEqual([false, '2026-12-03']);
    clock.hear(hours(72));
    expect(clock.isUnsure()).toBe(true);
  });

  it('hears nothing in an answer without a date', () => {
    const clock = new DayClock(() => device);
    clock.hear(null);
    clock.hear('i går');
    expect([clock.isUnsure(), clock.serverDay()]).toEqual([false, '2026-12-03']);
  });
});
