import type { MeetingReply, ParticipantReply } from '@duken/shared/protocol';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { initTexts } from '../texts/initTexts.ts';
import { PlanReady } from './PlanReady.tsx';

const meeting: MeetingReply = { meetingId: 'm1', date: '2026-11-30', present: [], createdAt: 1, isFrozen: true };
const seat = (name: string, role: ParticipantReply['role'], state: ParticipantReply['state'] = 'in') => ({
  participantId: name,
  name,
  role,
  state,
  joinedAt: 1,
  online: true,
});

function shown(frozen: MeetingReply, ...participants: readonly ParticipantReply[]): string {
  return renderToStaticMarkup(
    <Router ssrPath="/duk/b1">
      <PlanReady boardId="b1" meeting={frozen} participants={participants} onDismiss={() => undefined} />
    </Router>,
  );
}

describe('the news that the plan is ready', () => {
  beforeAll(initTexts);

  it('is the way to it for those who may read it', () => {
    const said = shown({ ...meeting, version: 3, nextDate: '2027-02-15' }, seat('Mona', 'leader'));
    expect(said).toContain('Planen er klar.');
    expect(said).toContain('Neste møte er 15. februar 2027.');
    expect(said).toContain('href="/duk/b1/plan/3"');
    expect(said).not.toContain('Spør');
  });

  it('is whom to ask for those who may not: those who lead, each once, and no others', () => {
    const seats = [
      seat('Mona', 'leader'),
      seat('Mona', 'leader'),
      seat('Ola', 'leader'),
      seat('Per', 'leader', 'waiting'),
      seat('Ida', 'editor'),
    ];
    expect(shown(meeting, ...seats)).toContain('Spør Mona eller Ola om å få lese den.');
    expect(shown(meeting, seat('Ida', 'editor'))).toContain('Spør investeringslederen om å få lese den.');
    expect(shown(meeting, ...seats)).not.toContain('<a ');
  });
});
