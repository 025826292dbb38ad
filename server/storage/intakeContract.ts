import type { ParticipantId } from '@duken/shared/access';
import type { BoardId, PersonId } from '@duken/shared/board';
import type { Proposal, ProposalId } from '@duken/shared/intake';
import { describe, expect, it } from 'vitest';
import type { NewLogLine } from './caseLog.ts';
import type { Storage } from './storage.ts';

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  called: 'Ungdommen på Torget',
  criteria: { wantsChange: 'yes', waivesSecrecy: 'unknown', complexNeeds: 'yes', longTermPlan: 'unknown' },
  team: [{ name: 'Tor', service: 'NAV', why: 'Kjenner henne' }],
  standing: { kind: 'proposed' },
  ...more,
});

/** What every storage keeps its word on of the core team's list. */
export function intakeContract(opened: () => Storage, reopen: () => Promise<void>): void {
  describe('the core team’s list', () => {
    const ids = (name: string) => name as ProposalId;
    const listed = async (now = 9) =>
      (await opened().intake.list(now)).filter(({ id }) => id.startsWith('intake-')).map(({ id }) => id);
    const board = async (id: string) => {
      await opened().directory.createBoard(
        { id: id as BoardId, title: 'En sak', templateId: 'simple', createdAt: 1 },
        [],
      );
      return id as BoardId;
    };
    const read = (id: ProposalId): NewLogLine => ({
      boardId: id as string as BoardId,
      at: 5,
      personId: 'mona' as PersonId,
      participantId: 'mona' as ParticipantId,
      name: 'Mona',
      access: 'account',
      accessId: 'mona',
      event: { kind: 'proposal' },
    });

    it('keeps each as it was last said, what was touched last first', async () => {
      const [one, two] = [ids('intake-one'), ids('intake-two')];
      await opened().intake.add(one, proposal(), 1);
      await opened().intake.add(two, proposal({ called: 'Familien på fire' }), 2);
      expect(await listed()).toEqual([two, one]);
      const asked = proposal({ standing: { kind: 'asked' } });
      expect(await opened().intake.change(one, 1, { proposal: asked, changedAt: 3 })).toBe(true);
      await reopen();
      expect(await listed()).toEqual([one, two]);
      expect(await opened().intake.find(one, 9)).toEqual({
        ...{ id: one, proposal: asked, revision: 2, madeAt: 1, changedAt: 3 },
      });
      expect(await opened().intake.find(ids('intake-none'), 9)).toBeUndefined();
      for (const id of [one, two]) await opened().eraseProposal(id);
    });

    it('takes no change to what somebody else has changed meanwhile', async () => {
      const id = ids('intake-two-at-once');
      await opened().intake.add(id, proposal(), 1);
      const changes = await Promise.all(
        ['en', 'to'].map((called) => opened().intake.change(id, 1, { proposal: proposal({ called }), changedAt: 2 })),
      );
      expect(changes.toSorted()).toEqual([false, true]);
      expect((await opened().intake.find(id, 9))?.revision).toBe(2);
      await opened().eraseProposal(id);
    });

    it('tells how the case stands that came of one, and loses it with the case, its log and its key too', async () => {
      const [id, boardId] = [ids('intake-case'), await board('intake-board')];
      await opened().intake.add(id, proposal(), 1);
      const change = { proposal: proposal({ standing: { kind: 'duk' } }), changedAt: 2, boardId };
      expect(await opened().intake.change(id, 1, change)).toBe(true);
      expect(await opened().intake.find(id, 9)).toMatchObject({ boardId });
      await opened().directory.changeBoard(boardId, { archivedAt: 4 });
      expect(await opened().intake.find(id, 9)).toMatchObject({ closedAt: 4 });
      await opened().caseLog.append([read(id)]);
      expect(await opened().eraseProposal(id)).toBe(false);
      await opened().directory.endBoard(boardId, 10);
      expect([await listed(9), await listed(10)]).toEqual([[id], []]);
      await opened().eraseExpiredBoard(boardId, 11);
      expect(await listed()).toEqual([]);
      expect([await opened().caseLog.head(id as string as BoardId), await opened().caseLog.boards()]).toEqual([
        undefined,
        expect.not.arrayContaining([id]),
      ]);
      expect(await opened().keyring.store.find([id])).toMatchObject([{ wrapped: undefined }]);
    });

    it('has a log for each, in a chain of its own, and erases one with its log and key', async () => {
      const [one, two] = [ids('intake-logged'), ids('intake-logged-too')];
      for (const id of [one, two]) await opened().intake.add(id, proposal(), 1);
      const written = await opened().caseLog.append([read(one), read(two), read(one), read(ids('intake-none'))]);
      expect(written.map((line) => line?.head?.number)).toEqual([1, 1, 2, undefined]);
      expect(await opened().eraseProposal(one)).toBe(true);
      expect(await opened().eraseProposal(one)).toBe(false);
      expect(await opened().caseLog.stored(one as string as BoardId)).toEqual([]);
      expect((await opened().caseLog.stored(two as string as BoardId)).length).toBe(1);
      expect(await opened().keyring.store.find([one])).toMatchObject([{ wrapped: undefined }]);
      await opened().eraseProposal(two);
    });
  });
}
