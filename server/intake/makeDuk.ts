import type { PersonId } from '@duken/shared/board';
import type { ConsentId } from '@duken/shared/consent';
import type { Proposal } from '@duken/shared/intake';
import type { NewBoardReply } from '@duken/shared/protocol';
import type { TemplateId } from '@duken/shared/template';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Secrets, Sessions } from '../access/index.ts';
import type { CreateBoard, WelcomeLeader } from '../boards/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { AccountRow, Consents, Directory } from '../storage/index.ts';

export interface MakeDukOptions {
  readonly createBoard: CreateBoard;
  readonly welcomeLeader: WelcomeLeader;
  readonly sessions: Pick<Sessions, 'seatFor'>;
  readonly directory: Pick<Directory, 'createPerson' | 'endBoard'>;
  readonly consents: Pick<Consents, 'record'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
}

/** What the core team wrote of somebody who has said yes, on its way to their case. */
export interface Consented extends Pick<Proposal, 'team'> {
  readonly standing: Proposal['standing'] & { readonly kind: 'consented' };
}

/**
 * Makes the case of somebody who has said yes: the duk, led by whoever asks, with the consent written down, whom it is about, and those
 * who should be in the team and why. What cannot be made whole is ended again.
 *
 * @param keep says at the proposal what came of it; false when that was changed meanwhile, and then the case is ended
 */
export async function makeDuk(
  options: MakeDukOptions,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { standing, team }: Consented,
  { leader, templateId }: { readonly leader: AccountRow; readonly templateId: TemplateId },
  keep: (made: NewBoardReply) => Promise<boolean>,
): Promise<NewBoardReply | undefined> {
  const { directory, secrets, clock } = options;
  const { name, consent } = standing;
  const board = await options.createBoard({ title: `Planen til ${name}`, templateId, for: name, leader });
  const { boardId } = board;
  let isWhole = false;
  try {
    const made = await options.welcomeLeader(request, reply, board);
    const seat = await options.sessions.seatFor(request, boardId, 'keepPeople');
    if (!seat.ok) throw new Error(`who has just made a board has no seat there: ${seat.failure.kind}`);
    const { id: personId, name: leaderName } = seat.value.person;
    const createdAt = clock();
    const person = { boardId, voices: [], isSubject: false };
    const newId = () => secrets.newId() as PersonId;
    // One millisecond apart, so that they stand in this order.
    await directory.createPerson({ ...person, id: newId(), name, voices: ['citizen'], isSubject: true, createdAt });
    for (const [at, { why: reason, ...member }] of team.entries())
      await directory.createPerson({ ...person, id: newId(), ...member, reason, createdAt: createdAt + at + 1 });
    await options.consents.record(boardId, {
      ...consent,
      id: secrets.newId() as ConsentId,
      themes: [],
      recordedBy: { personId, name: leaderName },
      recordedAt: createdAt,
    });
    for (const event of [{ kind: 'subjectMarked', whom: name }, { kind: 'consentRecorded' }] as const)
      await logFirst(request, seatInLog(seat.value), event);
    isWhole = await keep(made);
    return isWhole ? made : undefined;
  } finally {
    if (!isWhole) await directory.endBoard(boardId, clock());
  }
}
