import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import { replayBoard } from '@duken/shared/board';
import { diffPlans, type PlanVersion, planVersionSchema } from '@duken/shared/plan';
import { type DemoId, demoIds, demoLeaders } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, joinBoardWith, randomSecrets } from '../access/index.ts';
import { createBoardWith } from '../boards/index.ts';
import { boardToSvg } from '../export/index.ts';
import { type Freezable, makeVersion, readChain } from '../plans/index.ts';
import { openStorage, type Storage, updatesIn } from '../storage/index.ts';
import { demoCases, leaderOf } from './demoCase.ts';
import { seedDemo } from './seedDemo.ts';

let folder: string;
let storage: Storage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duk-demo-'));
  const opened = await openStorage({ dataDir: folder });
  if (!opened.ok) throw new Error(opened.failure.kind);
  storage = opened.value;
});

afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

interface Seeded {
  readonly boardId: BoardId;
  readonly leaderId: ParticipantId;
  readonly versions: readonly PlanVersion[];
}

async function seed(demoId: DemoId): Promise<Seeded> {
  const demo = demoCases[demoId];
  const world = { ...storage, secrets: randomSecrets, clock: Date.now };
  const board = await createBoardWith(world)({ title: demo.title, templateId: 'lorenskog', for: demo.for });
  const { boardId, ledBy } = board;
  if (!('secret' in ledBy)) throw new Error('nobody has an account');
  const joined = await joinBoardWith(world)(
    { boardId, secret: ledBy.secret, name: leaderOf(demo) },
    {
      hash: hashOf(randomSecrets.newSecret()),
      openedAt: Date.now(),
      expiresAt: Date.now() + 1000,
    },
  );
  if (!joined.ok) throw new Error(joined.failure.kind);
  const make = async (freezable: Freezable) => makeVersion(freezable, boardToSvg);
  await seedDemo({ storage, secrets: randomSecrets, clock: Date.now, makeVersion: make }, board, joined.value.id, demo);
  const versions = await Promise.all(
    demo.meetings.map(async (_, index) => {
      const archived = await storage.archive.find(boardId, index + 1);
      return planVersionSchema.parse(JSON.parse(archived?.planJson ?? ''));
    }),
  );
  return { boardId, leaderId: joined.value.id, versions };
}

describe.each(demoIds)('the example %s', (demoId) => {
  const demo = demoCases[demoId];
  let seeded: Seeded;

  beforeAll(async () => {
    seeded = await seed(demoId);
  });

  it('has one version for each meeting, of that day, in a whole chain', async () => {
    const chain = await readChain(storage, seeded.boardId);
    expect(chain.map(({ problems }) => problems)).toEqual(demo.meetings.map(() => []));
    expect(seeded.versions.map(({ date, present }) => [date, present.map(({ name }) => name)])).toEqual(
      demo.meetings.map(({ date, present }) => [date, present]),
    );
    for (const { date, frozenAt } of seeded.versions)
      expect(new Date(frozenAt).toISOString()).toBe(`${date}T13:30:00.000Z`);
  });

  it('leaves the duk as it stood after the last meeting', async () => {
    const updates = updatesIn(await storage.journal.read(seeded.boardId));
    const board = replayBoard(updates);
    if (!board.ok) throw new Error(board.failure.kind);
    expect({ ...board.value, bin: [] }).toEqual(seeded.versions.at(-1)?.sheet);
    expect(board.value.leftOut).toBe(0);
  });

  it('has everything the case says: each note and tiltak, in its place, by its author', () => {
    demo.meetings.forEach(({ notes, actions, reworded, moved }, index) => {
      const sheet = seeded.versions[index]?.sheet;
      const touched = new Set([...reworded, ...moved].map(({ noteId }) => noteId));
      for (const { id, column, theme, text, author } of notes.filter((note) => !touched.has(note.id))) {
        const note = sheet?.notes.find((candidate) => String(candidate.id) === id);
        expect(note).toMatchObject({ cell: { column, theme }, text });
        const name = seeded.versions[index]?.plan.participants.find(
          ({ participantId }) => participantId === note?.author,
        );
        expect(name?.name).toBe(author);
      }
      for (const { id, theme, text, owner, service, due, status } of actions)
        expect(sheet?.notes.find((candidate) => String(candidate.id) === id)).toMatchObject({
          cell: { column: 'now', theme },
          text,
          action: { owner, service, due, status },
        });
    });
  });

  it('lets every note carry the voice of the one whose words or task it is', () => {
    const voiceOf = new Map([...demo.members, ...demo.team].map(({ name, voice = 'service' }) => [name, voice]));
    for (const { plan } of seeded.versions) {
      for (const { owner, voice } of plan.actions) expect(voice).toBe(voiceOf.get(owner));
      for (const { dreams, shortGoals, longGoals } of [plan])
        for (const { authorName, voice } of [...dreams, ...shortGoals, ...longGoals])
          expect(voice).toBe(voiceOf.get(authorName));
    }
  });

  it('shows from meeting to meeting a note that is reworded, one that is moved and one that is gone', () => {
    const kinds = new Set(
      seeded.versions.flatMap((version, index) => {
        const before = seeded.versions[index - 1];
        return before
          ? diffPlans(before, version).notes.flatMap(({ differences }) => differences.map(({ kind }) => kind))
          : [];
      }),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['new', 'changed', 'moved', 'done', 'gone']));
  });

  it('has dates behind the horizons, later than the meeting, and a journey as a whole and by theme', () => {
    for (const { plan } of seeded.versions) {
      expect(plan.horizonShort > plan.meetingDate && plan.horizonLong > plan.horizonShort).toBe(true);
      expect(plan.journey.overall).toBeDefined();
      expect(plan.journey.themes.length).toBeGreaterThan(3);
    }
  });

  it('lets whoever opened it sit as the leader, and nobody come in as one of the others', async () => {
    const participants = await storage.directory.listParticipants(seeded.boardId);
    expect(participants.map(({ name }) => name).sort()).toEqual(
      [...demo.members, ...demo.team].map(({ name }) => name).sort(),
    );
    expect(participants.filter(({ role }) => role === 'leader').map(({ id, name }) => [id, name])).toEqual([
      [seeded.leaderId, leaderOf(demo)],
    ]);
    expect(demo.team.some(({ role }) => role === 'tolk')).toBe(participants.some(({ role }) => role === 'interpreter'));
  });
});

it('is led by whoever the front page says', () => {
  for (const demoId of demoIds) expect(leaderOf(demoCases[demoId])).toBe(demoLeaders[demoId]);
});

it('has a child who says it in their own words, and ink by a hand', () => {
  expect(demoCases['selam-dawit'].meetings[2]?.reworded.map(({ text }) => text)).toContain(
    'Et akvarium! Med én fisk til hver av oss.',
  );
  expect(demoCases.eirin.meetings[0]?.strokes).toHaveLength(2);
});
