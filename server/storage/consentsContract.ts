import type { LinkId } from '@duken/shared/access';
import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import type { Consent, ConsentId, Withdrawal } from '@duken/shared/consent';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

/** What every database does with consents; called from storageContract.ts. */
export function consentsContract(storageNow: () => Storage, reopen: () => Promise<void>): void {
  describe('consents to share', () => {
    const boardId = 'board-of-consents' as BoardId;
    const recordedBy = { personId: 'mona' as PersonId, name: 'Mona' };
    const consent = (id: string, more: Partial<Consent> = {}): Consent => ({
      id: id as ConsentId,
      services: ['NAV', 'Åsly skole'],
      themes: ['work'],
      purpose: 'Å lage en plan sammen',
      words: 'NAV og skolen kan snakke sammen.\nBare om jobb.',
      givenBy: 'Eirin',
      how: 'spoken',
      givenOn: '2026-01-10',
      until: '2026-06-01',
      recordedBy,
      recordedAt: 5,
      ...more,
    });
    const withdrawal: Withdrawal = { by: 'Eirin', how: 'written', recordedBy, at: 9 };
    const changes = async () => (await storageNow().directory.accessChanges([boardId])).get(boardId);
    const hasConsents = async () =>
      (await storageNow().directory.findSeat('session of consents', boardId, 4))?.hasConsents;
    const enter = (id: string, more: { role?: 'editor' | 'leader'; linkId?: string } = {}) =>
      storageNow().directory.enter(
        {
          id: id as ParticipantId,
          personId: `person of ${id}` as PersonId,
          boardId,
          linkId: (more.linkId ?? 'of consents') as LinkId,
          name: id,
          role: more.role ?? 'editor',
          joinedAt: 3,
        },
        { hash: `session of ${id}`, openedAt: 3, expiresAt: 1_000 },
      );

    beforeEach(async () => {
      const link = { boardId, lobby: false, createdAt: 2 };
      await storageNow().directory.createBoard({ id: boardId, title: 'Vår duk', templateId: 'simple', createdAt: 1 }, [
        { ...link, id: 'of consents' as LinkId, role: 'editor', secretHash: 'a' },
        { ...link, id: 'of the leader' as LinkId, role: 'leader', secretHash: 'b' },
      ]);
      await enter('consents');
    });

    it('are kept as they were given, oldest first, and each is a change of access', async () => {
      const before = (await changes()) ?? 0;
      expect(await hasConsents()).toBe(false);
      await storageNow().consents.record(boardId, consent('two', { recordedAt: 6 }));
      await storageNow().consents.record(boardId, consent('one'));
      await reopen();
      expect(await storageNow().consents.list(boardId)).toEqual([consent('one'), consent('two', { recordedAt: 6 })]);
      expect([await changes(), await hasConsents()]).toEqual([before + 2, true]);
      expect(await storageNow().consents.list('another' as BoardId)).toEqual([]);
    });

    it('are withdrawn once, which stays told, and belong to their board', async () => {
      await storageNow().consents.record(boardId, consent('one'));
      const before = (await changes()) ?? 0;
      const { consents } = storageNow();
      const id = 'one' as ConsentId;
      expect(await consents.withdraw('another' as BoardId, id, withdrawal)).toBeUndefined();
      expect(await consents.withdraw(boardId, id, withdrawal)).toEqual(consent('one', { withdrawal }));
      expect(await consents.withdraw(boardId, id, { ...withdrawal, at: 10 })).toBeUndefined();
      expect(await changes()).toBeGreaterThan(before);
      await reopen();
      expect(await storageNow().consents.list(boardId)).toEqual([consent('one', { withdrawal })]);
      expect(await hasConsents()).toBe(true);
    });

    it('have every newcomer wait for the leader, whatever the link; who leads does not wait', async () => {
      expect((await enter('before'))?.state).toBe('in');
      await storageNow().consents.record(boardId, consent('one'));
      expect((await enter('after'))?.state).toBe('waiting');
      expect((await enter('leader', { role: 'leader', linkId: 'of the leader' }))?.state).toBe('in');
    });
  });
}
