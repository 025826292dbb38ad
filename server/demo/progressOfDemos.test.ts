import { journeyOverTime, wayGone } from '@duken/shared/journey';
import type { PlanVersion } from '@duken/shared/plan';
import { servicesOverTime } from '@duken/shared/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

/** The numbers that the invented cases were counted to by hand, meeting by meeting. */
const counted = {
  eirin: {
    phases: ['untenable', 'untenable', 'exposed'],
    months: 10,
    services: [2, 3, 2],
    people: [3, 3, 2],
    ever: [4, 5, 6],
  },
  'selam-dawit': {
    phases: ['exposed', 'exposed', 'stable'],
    months: 8,
    services: [3, 4, 3],
    people: [3, 4, 3],
    ever: [4, 7, 8],
  },
  sander: { phases: ['exposed', 'stable'], months: 6, services: [5, 5], people: [5, 5], ever: [6, 7] },
} as const;

describe.each(Object.keys(counted) as (keyof typeof counted)[])('the demo case %s, over time', (demo) => {
  let server: TestServer;
  let versions: PlanVersion[];
  beforeAll(async () => {
    server = await openTestServer();
    const leader = server.person();
    const { boardId } = (await leader.post(`/api/demos/${demo}`)).json();
    const { plans } = (await leader.get(`/api/boards/${boardId}/plans`)).json();
    versions = [];
    for (const { version } of plans)
      versions.push((await leader.get(`/api/boards/${boardId}/plans/${version}`)).json().planVersion);
  });
  afterAll(() => server.close());

  it('has come as far, in as many months', () => {
    const { meetings, overall } = journeyOverTime(versions);
    expect(overall?.table).toEqual(counted[demo].phases);
    expect(wayGone(meetings, overall?.table ?? [])?.months).toBe(counted[demo].months);
  });

  it('has as many services to do with, people to meet, and helpers so far', () => {
    const { meetings } = servicesOverTime(versions);
    expect(meetings.map(({ services }) => services)).toEqual(counted[demo].services);
    expect(meetings.map(({ people }) => people.length)).toEqual(counted[demo].people);
    expect(meetings.map(({ ever }) => ever)).toEqual(counted[demo].ever);
  });
});
