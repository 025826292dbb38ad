import { afterEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  boardNamed,
  journaledText,
  openBrowser,
  type Person,
  startRelay,
  type TestRelay,
  type TestRelaySettings,
  until,
} from './relayForTests.ts';

const duk = boardNamed('family');
const leaving: (() => unknown)[] = [];

afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave();
});

async function server(settings?: TestRelaySettings): Promise<TestRelay> {
  const started = await startRelay(settings);
  leaving.push(() => started.stop());
  return started;
}

function browser(url: string, person: Person): Browser {
  const opened = openBrowser(url, duk, person);
  leaving.push(() => opened.leave());
  return opened;
}

describe('people with the ordinary provider', () => {
  it('see what the others write', async () => {
    const { url, journal } = await server();
    const [anna, bo] = [browser(url, { as: 'anna' }), browser(url, { as: 'bo' })];
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    anna.text.insert(0, 'Søke om startlån');
    await until(() => expect(bo.text.toString()).toBe('Søke om startlån'));
    bo.text.insert(0, '1. ');
    await until(() => expect(anna.text.toString()).toBe('1. Søke om startlån'));
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
    expect(await journaledText(journal, duk)).toBe('1. Søke om startlån');
  });
});
