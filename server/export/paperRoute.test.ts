import { paperSheet } from '@duken/shared/paper';
import { sheetWords } from '@duken/shared/sheet';
import { templates } from '@duken/shared/template';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { pageTexts } from './testing/pageTexts.ts';

describe('the empty duk on paper', () => {
  let server: TestServer;
  let leader: Person;
  let paper: string;
  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
    const { boardId } = (await leader.post('/api/demos/eirin')).json();
    paper = `/api/boards/${boardId}/paper`;
  });
  afterAll(() => server.close());

  it.each([
    ['a1', 841, 594],
    ['a2', 594, 420],
    ['a3', 420, 297],
  ])('is one page of %s, with its headings, and nothing of the case', async (size, width, height) => {
    const reply = await leader.get(`${paper}/${size}.pdf?lang=nb&sheet=4321`);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
    const pages = pageTexts(reply.rawPayload);
    expect(pages).toHaveLength(1);
    for (const word of ['Det som fungerer', 'Det jeg drømmer om', 'Bosituasjon', 'Innbygger', 'Ark 4321'])
      expect(pages[0]).toContain(word);
    const told = pages.join() + reply.rawPayload.toString('latin1') + String(reply.headers['content-disposition']);
    for (const word of ['Eirin', 'Marit', 'hagesenteret']) expect(told).not.toContain(word);
    const [, x, y] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(reply.rawPayload.toString('latin1')) ?? [];
    expect([Number(x) / 72, Number(y) / 72].map((inches) => Math.round(inches * 25.4))).toEqual([width, height]);
  });

  it('is the same bytes each time, and another sheet has other marks alone', async () => {
    const get = async (sheet: number) => (await leader.get(`${paper}.svg?lang=nb&sheet=${sheet}`)).body;
    const [one, again, other] = await Promise.all([get(7), get(7), get(8)]);
    expect(one).toBe(again);
    const differing = one.split('\n').filter((line, at) => line !== other.split('\n')[at]);
    // The figure at the top and at the foot, and the number in digits.
    expect(differing).toHaveLength(3);
  });

  it('draws each mark and each cell where a photograph of it is read', async () => {
    const svg = (await leader.get(`${paper}.svg?lang=nb&sheet=7`)).body;
    const sheet = paperSheet(templates.lorenskog, sheetWords.nb);
    for (const { x, y } of sheet.marks) {
      const [left, top] = [x, y].map((value) => Math.round(value * 100) / 100);
      expect(svg).toContain(`translate(${left} ${top}) scale(5)`);
    }
    expect(svg.match(/stroke="#d8d2c6"/g)).toHaveLength(sheet.cells.length);
  });

  it.each(['a4.pdf?lang=nb&sheet=1', 'a2.pdf?lang=nb&sheet=-1', 'a2.pdf?lang=nb&sheet=99999999', 'a2.pdf?sheet=1&x=2'])(
    'is not had by %s',
    async (wrong) => {
      expect((await leader.get(`${paper}/${wrong}`)).statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});
