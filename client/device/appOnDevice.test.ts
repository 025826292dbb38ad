import { describe, expect, it } from 'vitest';
import { AppOnDevice } from './appOnDevice.ts';

function browser() {
  const told: string[] = [];
  let takenOver = (): void => undefined;
  const waiting = { postMessage: (message: string) => told.push(message) };
  const registration = {
    waiting: null as typeof waiting | null,
    update: async () => told.push('asked'),
  };
  const time = { now: 0 };
  const app = new AppOnDevice({
    workers: {
      register: async () => registration,
      addEventListener: (_kind, listener) => {
        takenOver = listener;
      },
    },
    clock: () => time.now,
    reload: () => told.push('loaded anew'),
  });
  return { app, told, registration, waiting, time, takeOver: () => takenOver() };
}

describe('the program on the device', () => {
  it('takes a newer version between two pages, once it has taken over', async () => {
    const { app, told, registration, waiting, takeOver } = browser();
    await app.keep();
    registration.waiting = waiting;
    app.betweenPages(() => true);
    expect(told).toEqual(['takeOver']);
    takeOver();
    expect(told).toEqual(['takeOver', 'loaded anew']);
  });

  it('stays with the one that is open while something that somebody wrote would be lost', async () => {
    const { app, told, registration, waiting } = browser();
    await app.keep();
    registration.waiting = waiting;
    app.betweenPages(() => false);
    expect(told).toEqual([]);
  });

  it('stays too where somebody began to write while it took over', async () => {
    const { app, told, registration, waiting, takeOver } = browser();
    await app.keep();
    registration.waiting = waiting;
    let holdsWork = false;
    app.betweenPages(() => !holdsWork);
    holdsWork = true;
    takeOver();
    expect(told).toEqual(['takeOver']);
  });

  it('is not loaded anew when the page that was just opened is the newer one', async () => {
    const { app, told, registration, waiting, takeOver } = browser();
    registration.waiting = waiting;
    await app.keep();
    takeOver();
    expect(told).toEqual(['takeOver']);
  });

  it('asks for something newer now and then, and not at every step', async () => {
    const { app, told, time } = browser();
    await app.keep();
    app.betweenPages(() => true);
    expect(told).toEqual([]);
    time.now = 11 * 60_000;
    app.betweenPages(() => true);
    app.betweenPages(() => true);
    expect(told).toEqual(['asked']);
  });

  it('does nothing where the browser lets no page be kept', async () => {
    const { told } = browser();
    const app = new AppOnDevice({
      workers: { register: () => Promise.reject(new Error('private window')), addEventListener: () => undefined },
      clock: () => 0,
      reload: () => told.push('loaded anew'),
    });
    await app.keep();
    app.betweenPages(() => true);
    expect(told).toEqual([]);
  });
});
