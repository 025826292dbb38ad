import { journeyOverTime, wayGone } from '@duken/shared/journey';
import type { Letter } from '@duken/shared/letter';
import type { PlanVersion } from '@duken/shared/plan';
import { servicesOverTime } from '@duken/shared/services';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageTexts } from '../export/testing/pageTexts.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

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

/** The whole way as the family's letter tells it, in the picture's own words. */
const told = {
  eirin:
    '12. november 2025: Nå er det tungt. 4. mars 2026: Nå er det tungt, som sist. 16. september 2026: Ikke trygt ennå, 1 trinn opp.',
  'selam-dawit':
    '20. januar 2026: Ikke trygt ennå. 21. april 2026: Ikke trygt ennå, som sist. 13. oktober 2026: Det går rundt, 1 trinn opp.',
  sander: '10. februar 2026: Ikke trygt ennå. 25. august 2026: Det går rundt, 1 trinn opp.',
} as const;

describe.each(Object.keys(counted) as (keyof typeof counted)[])('the demo case %s, over time', (demo) => {
  let server: TestServer;
  let versions: PlanVersion[];
  let leader: Person;
  let plan: string;
  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
    const { boardId } = (await leader.post(`/api/demos/${demo}`)).json();
    const { plans } = (await leader.get(`/api/boards/${boardId}/plans`)).json();
    plan = `/api/boards/${boardId}/plans/${plans.length}`;
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

  it('tells it in the letter, as page, PDF, Word and plain text', async () => {
    const { sections } = (await leader.get(`${plan}/letter`)).json() as Letter;
    const way = sections
      .find(({ id }) => id === 'way')
      ?.blocks.flatMap((one) => (one.kind === 'part' ? one.blocks : []));
    const chart = way?.find((block) => block.kind === 'chart');
    expect(chart?.alt.replaceAll('\u00a0', ' ')).toBe(told[demo]);
    expect(chart?.staircase?.strand.table).toEqual(counted[demo].phases);
    const months = new RegExp(`på ${counted[demo].months} måneder: 1 trinn opp`);
    const pdf = pageTexts((await leader.get(`${plan}.pdf`)).rawPayload).join(' ');
    expect(pdf.replace(/\s+/g, ' ')).toMatch(months);
    expect((await leader.get(`${plan}.txt`)).payload.replaceAll('\u00a0', ' ')).toContain(told[demo]);
    const word = await mammoth.convertToHtml({ buffer: (await leader.get(`${plan}.docx`)).rawPayload });
    expect(word.value).toMatch(months);
    expect(word.value.replaceAll('\u00a0', ' ')).toContain(`alt="${told[demo]}"`);
  });

  it('has as many services to do with, people to meet, and helpers so far', () => {
    const { meetings } = servicesOverTime(versions);
    expect(meetings.map(({ services }) => services)).toEqual(counted[demo].services);
    expect(meetings.map(({ people }) => people.length)).toEqual(counted[demo].people);
    expect(meetings.map(({ ever }) => ever)).toEqual(counted[demo].ever);
  });
});
