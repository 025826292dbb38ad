import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const secretIn = (url: string) => new URL(url).hash.slice(1);

async function newSurvey(links: number) {
  const leader = server.person();
  await leader.makeBoard();
  const made = await leader.post('/api/surveys', { links });
  expect(made.statusCode).toBe(201);
  const { resultUrl, answerUrls } = made.json<{ resultUrl: string; answerUrls: string[] }>();
  return { leader, result: secretIn(resultUrl), tickets: answerUrls.map(secretIn) };
}

describe('a survey of staff', () => {
  it('is made by those who lead, and by nobody else', async () => {
    const { leader, tickets } = await newSurvey(7);
    expect(new Set(tickets).size).toBe(7);
    expect((await leader.post('/api/surveys', { links: 4 })).statusCode).toBe(400);
    expect((await server.person().post('/api/surveys', { links: 5 })).statusCode).toBe(401);
    const { boardId, joinUrl } = await server.person().makeBoard();
    const guest = server.person();
    await guest.join(boardId, secretIn(joinUrl));
    expect((await guest.post('/api/surveys', { links: 5 })).statusCode).toBe(403);
  });

  it('is answered by link, without a cookie, and tells nothing before five have answered', async () => {
    const { result, tickets } = await newSurvey(6);
    const told = async () => (await server.person().post('/api/surveys/result', { secret: result })).json();
    for (const [at, secret] of tickets.slice(0, 5).entries()) {
      expect(await told()).toEqual({ result: { kind: 'few' }, linksLeft: 6 - at });
      const person = server.person();
      expect((await person.post('/api/surveys/open', { secret })).statusCode).toBe(204);
      const answered = await person.post('/api/surveys/answer', {
        secret,
        marks: { staff: ['notAlone'], citizens: [] },
      });
      expect([answered.statusCode, answered.headers['set-cookie']]).toEqual([204, undefined]);
    }
    const { result: seen } = await told();
    expect(seen.answers).toBe(5);
    const staff = seen.questions.find(({ id }: { id: string }) => id === 'staff').options;
    expect(staff.find(({ id }: { id: string }) => id === 'notAlone').told).toEqual({ count: 5, percent: 100 });
  });

  it('takes one answer by each link, and only answers to what is asked', async () => {
    const { tickets } = await newSurvey(5);
    const [secret = ''] = tickets;
    const answer = (marks: object) => server.person().post('/api/surveys/answer', { secret, marks });
    expect((await answer({ staff: ['mastery'] })).statusCode).toBe(400);
    expect((await answer({})).statusCode).toBe(400);
    expect((await answer({ staff: ['safer'] })).statusCode).toBe(204);
    const again = await answer({ staff: ['safer'] });
    const wrong = await server.person().post('/api/surveys/open', { secret: 'feil' });
    // One and the same reply: nobody learns which links were used.
    expect([again.statusCode, again.json().type]).toEqual([403, '/problems/linkRefused']);
    expect([wrong.statusCode, wrong.json().type]).toEqual([403, '/problems/linkRefused']);
  });
});

describe('how a meeting was', () => {
  const marks = { heard: ['heardYes'], pace: ['paceRight'], understood: ['understoodAll'] };

  async function caseWithMeeting() {
    const leader = server.person();
    const { boardId, joinUrl } = await leader.makeBoard();
    const citizen = server.person();
    await citizen.join(boardId, secretIn(joinUrl));
    return { leader, citizen, boardId, api: `/api/boards/${boardId}/pulse` };
  }

  it('is asked of nobody before there has been a meeting, and never of who leads', async () => {
    const { leader, citizen, api } = await caseWithMeeting();
    expect((await citizen.get(api)).json()).toEqual({ state: 'none' });
    expect((await citizen.post(api, { marks })).statusCode).toBe(404);
    expect((await leader.get(api)).json()).toEqual({ state: 'notAsked' });
    expect((await leader.post(api, { marks })).statusCode).toBe(403);
  });

  it('of an example is not counted among real ones', async () => {
    const leader = server.person();
    const { boardId, joinUrl } = (await leader.post('/api/demos/sander')).json();
    const citizen = server.person();
    await citizen.join(boardId, secretIn(joinUrl));
    const api = `/api/boards/${boardId}/pulse`;
    expect((await citizen.get(api)).json()).toEqual({ state: 'open' });
    expect((await citizen.post(api, { marks: { heard: ['heardYes', 'heardNo'] } })).statusCode).toBe(400);
    expect((await citizen.post(api, { marks })).json()).toEqual({ counted: false });
    expect((await leader.get('/api/pulse')).json()).toEqual({ result: { kind: 'few' } });
  });
});
