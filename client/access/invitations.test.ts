import type { LinkReply } from '@duken/shared/protocol';
import { describe, expect, it } from 'vitest';
import { ownLinks, withBoard } from '../session/index.ts';
import { knownInvitations } from './invitations.ts';

const link = (linkId: string, more: Partial<LinkReply> = {}): LinkReply => ({
  linkId,
  role: 'editor',
  lobby: false,
  createdAt: 1,
  joined: 0,
  used: 0,
  ...more,
});
const idsOf = (boardId: string, ...links: readonly LinkReply[]) =>
  knownInvitations(boardId, links, 100).map((known) => [known.link.linkId, known.url]);

describe('invitations that can be shown at once', () => {
  it('are those whose address this window knows, for whoever writes first, then the newest', () => {
    for (const id of ['old', 'new', 'viewer']) ownLinks.keep('b1', id, `url of ${id}`);
    const links = [
      link('elsewhere'),
      link('old'),
      link('new', { createdAt: 2 }),
      link('viewer', { role: 'viewer', createdAt: 3 }),
    ];
    expect(idsOf('b1', ...links)).toEqual([
      ['new', 'url of new'],
      ['old', 'url of old'],
      ['viewer', 'url of viewer'],
    ]);
  });

  it('are among them the one that was made with the duk', () => {
    ownLinks.keep('b2', withBoard, 'url of the first');
    expect(idsOf('b2', link('first', { withBoard: true }), link('other'))).toEqual([['first', 'url of the first']]);
    // The leader's own was made in the same moment, and is nobody's invitation.
    expect(idsOf('b2', link('leaders', { withBoard: true, role: 'leader' }))).toEqual([]);
  });

  it('are none that does not work any more', () => {
    for (const id of ['withdrawn', 'expired', 'spent', 'left']) ownLinks.keep('b3', id, 'url');
    const links = [
      link('withdrawn', { withdrawnAt: 50 }),
      link('expired', { expiresAt: 100 }),
      link('spent', { uses: 1, used: 1 }),
      link('left', { uses: 2, used: 1 }),
    ];
    expect(idsOf('b3', ...links)).toEqual([['left', 'url']]);
  });
});
