import type { InvitationReply, MeReply, Problem } from '@duken/shared/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { comeIn } from './comeIn.ts';
import type { LinkSecret } from './linkSecret.ts';

const eirin: MeReply = {
  participantId: 'eirin',
  personId: 'eirin-person',
  seats: ['eirin'],
  name: 'Eirin',
  role: 'editor',
  state: 'in',
  voice: 'citizen',
  voices: ['citizen'],
  plansGiven: true,
  isSubject: true,
  title: 'Planen til Eirin',
  templateId: 'simple',
};
const forEditors: InvitationReply = { role: 'editor', lobby: false };
const link: LinkSecret = { kind: 'whole', secret: 'S'.repeat(43) };
const problem = (status: number, kind: string): Problem => ({
  type: `/problems/${kind}`,
  title: kind,
  status,
  detail: 'Be om en ny lenke.',
});
const notIn = problem(401, 'notIn');
const refused = problem(403, 'linkRefused');

type Reply = object | 'no server';

/** A server that answers so to each question, the last answer again and again. @returns what was asked and sent */
function serverThatSays(replies: { me: Reply[]; invitation?: Reply; join?: Reply }): [string, unknown][] {
  const asked: [string, unknown][] = [];
  const answer = async (path: string, { body }: RequestInit) => {
    const question = path.split('/').at(-1) as 'me' | 'invitation' | 'join';
    asked.push([question, body === undefined ? undefined : JSON.parse(String(body))]);
    const { me } = replies;
    const reply = question === 'me' ? (me.length > 1 ? me.shift() : me[0]) : replies[question];
    if (!reply || reply === 'no server') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(reply), { status: 'status' in reply ? Number(reply.status) : 200 });
  };
  vi.stubGlobal('fetch', answer);
  return asked;
}

const secret = link.secret;

describe('coming to a board', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is free for somebody who is in', async () => {
    const asked = serverThatSays({ me: [eirin] });
    expect(await comeIn('duk', { kind: 'none' })).toMatchObject({ ok: true, value: { kind: 'in', me: eirin } });
    expect(asked).toHaveLength(1);
  });

  it('begins with an invitation for somebody with a link', async () => {
    serverThatSays({ me: [notIn], invitation: forEditors });
    expect(await comeIn('duk', link)).toMatchObject({
      ok: true,
      value: { kind: 'invited', invitation: forEditors, secret, name: '' },
    });
  });

  it('waits with those who have knocked, until they bring another link', async () => {
    const waiting = { participantId: 'eirin', name: 'Eirin', role: 'editor', state: 'waiting' };
    serverThatSays({ me: [waiting], invitation: forEditors });
    expect(await comeIn('duk', { kind: 'none' })).toEqual({ ok: true, value: { kind: 'waiting' } });
    expect(await comeIn('duk', link)).toMatchObject({ value: { kind: 'invited', name: 'Eirin' } });
    // By this very link: they have knocked.
    expect(await comeIn('duk', link, true)).toEqual({ ok: true, value: { kind: 'waiting' } });
  });

  it('says so to those who were not let in', async () => {
    serverThatSays({ me: [problem(403, 'refused')] });
    expect(await comeIn('duk', { kind: 'none' })).toMatchObject({ value: { kind: 'noWayIn', why: 'notLetIn' } });
  });

  it('ends at once by a link that does not work, without a question', async () => {
    serverThatSays({ me: [notIn], invitation: refused });
    expect(await comeIn('duk', link)).toEqual({ ok: true, value: { kind: 'noWayIn', why: 'refused' } });
    expect(await comeIn('duk', { kind: 'broken' })).toEqual({ ok: true, value: { kind: 'noWayIn', why: 'refused' } });
  });

  it('tells who never had a link from who lost their access', async () => {
    serverThatSays({ me: [notIn] });
    expect(await comeIn('duk', { kind: 'none' })).toMatchObject({ value: { kind: 'noWayIn', why: 'noLink' } });
    serverThatSays({ me: [problem(403, 'accessEnded')] });
    expect(await comeIn('duk', { kind: 'none' })).toMatchObject({ value: { kind: 'noWayIn', why: 'ended' } });
  });

  it('takes no missing server, and no haste, for a refusal', async () => {
    serverThatSays({ me: ['no server'] });
    expect(await comeIn('duk', link)).toEqual({ ok: false, failure: { kind: 'offline' } });
    serverThatSays({ me: [notIn], invitation: problem(429, 'tooManyRequests') });
    expect(await comeIn('duk', link)).toMatchObject({ ok: false, failure: { problem: { status: 429 } } });
  });

  it('gives somebody who is in what another link gives, under the same name and voice', async () => {
    const viewer: MeReply = { ...eirin, role: 'viewer', participantId: 'eirin-reads' };
    const joined = { participantId: 'eirin-reads', role: 'viewer', state: 'in' };
    const asked = serverThatSays({ me: [eirin, viewer], join: joined });
    expect(await comeIn('duk', link)).toMatchObject({ value: { kind: 'in', me: viewer } });
    expect(asked).toContainEqual(['join', { secret, name: 'Eirin', voice: 'citizen' }]);
  });

  it('asks who somebody is that could only read, when a link lets them write', async () => {
    const { voice: _, ...silent } = { ...eirin, role: 'viewer' as const };
    serverThatSays({ me: [silent], invitation: forEditors });
    expect(await comeIn('duk', link)).toMatchObject({ value: { kind: 'invited', name: 'Eirin' } });
  });

  it('leaves somebody who is in as they are by a link that does not work', async () => {
    serverThatSays({ me: [eirin], join: refused });
    expect(await comeIn('duk', link)).toMatchObject({ value: { kind: 'in', me: eirin } });
  });

  it('does not cost the leader their role to try out a link they send', async () => {
    const marit: MeReply = { ...eirin, name: 'Marit', role: 'leader' };
    const asked = serverThatSays({ me: [marit] });
    expect(await comeIn('duk', link)).toMatchObject({ value: { kind: 'in', me: marit } });
    expect(asked).toHaveLength(1);
  });
});
