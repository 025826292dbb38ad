import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addNote, type NoteId, type ParticipantId } from '@duken/shared/board';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSecrets } from './access/index.ts';
import { buildApp } from './app.ts';
import { runTool } from './export/testing/runTool.ts';
import { readChain } from './plans/index.ts';
import { openStorage, type Storage, type StorageSettings } from './storage/index.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { type KeptBoard, originOf, Person, type ServerProcess, showBoard, spawnServer } from './testing/index.ts';
import { examineJournal } from './tools/examineJournal.ts';
import { moveInstallation } from './tools/moveInstallation.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
/** Named by the day from which on data lay so; each holds an installation in each database. */
const formats = readdirSync(fixtures).toSorted();
const databases = ['sqlite', 'postgres'] as const;
type DatabaseName = (typeof databases)[number];
/** For one step, on a machine that does much else. */
const longestMs = 120_000;

let folder: string;
let cluster: Cluster;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-shipped-'));
  cluster = await Cluster.start();
}, longestMs);
afterAll(async () => {
  await cluster.remove();
  await rm(folder, { recursive: true });
}, longestMs);

async function emptyPlace(database: DatabaseName): Promise<StorageSettings> {
  const dataDir = await mkdtemp(join(folder, `${database}-`));
  return database === 'sqlite' ? { dataDir } : { dataDir, databaseUrl: await cluster.newDatabase() };
}

async function unpack(format: string, database: DatabaseName): Promise<StorageSettings> {
  const place = await emptyPlace(database);
  const kept = join(fixtures, format, database);
  for (const file of readdirSync(kept).filter((name) => name.endsWith('.gz'))) {
    const content = gunzipSync(readFileSync(join(kept, file)));
    if (place.databaseUrl) cluster.restore(place.databaseUrl, content);
    else await writeFile(join(place.dataDir, basename(file, '.gz')), content);
  }
  return place;
}

/** Moves everything as `duk move` does. @returns where it is now too, and the hash of each table there */
async function move(from: StorageSettings, database: DatabaseName) {
  const place = await emptyPlace(database);
  const silent = { begins: () => undefined, handles: () => undefined, advances: () => undefined };
  const moved = await using(from, (source) =>
    using({ ...place, isMoveTarget: true }, (target) =>
      moveInstallation(source.installation, target.installation, 'there', silent),
    ),
  );
  if (!moved.ok) throw new Error(JSON.stringify(moved.failure));
  return { place, hashes: moved.value.map(({ name, target }) => `${name} ${target}`) };
}

async function using<Value>(place: StorageSettings, act: (storage: Storage) => Promise<Value>): Promise<Value> {
  const storage = await openStorage(place);
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  try {
    return await act(storage.value);
  } finally {
    await storage.value.close();
  }
}

it('what was kept first is still here', () => {
  expect(formats[0]).toBe('2026-11-29');
});

/**
 * What must stay as it was. Tables are made anew by each product: what must stay is what stands in their cells, with or without
 * the sign that keeps a spreadsheet from reading it. Of a link only where it leads: no case is told of at the door any more.
 */
function comparable({ files, invitations, ...rest }: KeptBoard['shown']) {
  return {
    ...rest,
    files: files.map(({ csv, ...file }) => ({ ...file, cells: cellsOf(csv) })),
    invitations: Object.fromEntries(
      Object.entries(invitations as Record<string, Record<string, unknown>>).map(([link, reply]) => {
        const { title: _, invitedBy: __, ...leads } = reply;
        return [link, leads];
      }),
    ),
  };
}

/** The cells of a table as far as the columns go that it had: later products add theirs at the end. */
function withColumnsOf<Shown extends ReturnType<typeof comparable>>(shown: Shown, was: Shown): Shown {
  const files = shown.files.map((file, at) => {
    const columns = was.files[at]?.cells[0]?.length;
    return { ...file, cells: file.cells.map((row) => row.slice(0, columns)) };
  });
  return { ...shown, files };
}

function cellsOf(lines: readonly string[]): string[][] {
  const { data } = Papa.parse<string[]>(lines.join('\r\n').replace(/^\ufeff/, ''), {
    delimiter: ';',
    skipEmptyLines: true,
  });
  return data.map((row) => row.map((cell) => cell.replace(/^'/, '')));
}

describe.each(formats)('data in the format of %s', { timeout: longestMs }, (format) => {
  describe.each(databases)('from %s', (database) => {
    const kept: readonly KeptBoard[] = JSON.parse(
      readFileSync(join(fixtures, format, database, 'expected.json'), 'utf8'),
    );
    const another = databases.find((name) => name !== database) ?? database;
    let places: readonly StorageSettings[];
    beforeAll(async () => {
      const asKept = await unpack(format, database);
      places = [asKept, (await move(asKept, another)).place];
    }, longestMs);

    it('comes back from the other database with every byte', async () => {
      const there = await move(await unpack(format, database), another);
      expect((await move(there.place, database)).hashes).toEqual(there.hashes);
    });

    it('still lets in the browsers that were in', async () => {
      await using(await unpack(format, database), async (storage) => {
        const app = await buildApp({
          config: { publicUrl: undefined, hosts: [], trustedProxies: [] },
          storage,
          secrets: randomSecrets,
          // The day after: sessions last half a year, and what is kept is read for ever.
          clock: () => Date.parse(format) + 24 * 60 * 60 * 1000,
          limits: { joinsPerMinute: 1, newBoardsPerMinute: 1, newDemosPerMinute: 1, newBoardsPerDay: 10_000 },
          log: { level: 'info', stream: { write: () => undefined } },
          clientDir: undefined,
        });
        for (const { boardId, leader } of kept) {
          const me = await new Person(app, leader.token).get(`/api/boards/${boardId}/me`);
          expect(me.json()).toMatchObject({ participantId: leader.participantId, role: 'leader' });
        }
        await app.close();
      });
    });

    describe.each([
      ['opened as it was kept', 0],
      ['moved to the other database', 1],
    ])('%s', (_how, at) => {
      let server: ServerProcess;
      let seen: Awaited<ReturnType<typeof showBoard>>[];
      beforeAll(async () => {
        const { dataDir, databaseUrl } = places[at] as StorageSettings;
        const settings = { PORT: '0', DUK_DATA_DIR: dataDir };
        server = spawnServer(databaseUrl === undefined ? settings : { ...settings, DUK_DATABASE_URL: databaseUrl });
        const origin = await originOf(server);
        seen = [];
        for (const board of kept) seen.push(await showBoard(origin, board));
      }, longestMs);
      afterAll(async () => {
        server.child.kill('SIGTERM');
        expect(await server.ended).toBe(0);
      }, longestMs);

      it('has every version as it was frozen, and every journal as it was written', async () => {
        await using(places[at] as StorageSettings, async (storage) => {
          const boards = await storage.archive.listBoards();
          expect(boards.toSorted()).toEqual(kept.map(({ boardId }) => boardId).toSorted());
          for (const { boardId, shown } of kept) {
            const chain = await readChain(storage, boardId);
            expect(chain.map(({ sha256, problems }) => ({ sha256, problems }))).toEqual(
              shown.plans.map(({ sha256 }) => ({ sha256, problems: [] })),
            );
            expect((await examineJournal(storage, boardId)).faults).toEqual([]);
          }
        });
      });

      it.each([
        ['is about the same person', 'me'],
        ['has everything on the duk, and in its bin', 'sheet'],
        ['knows everybody who was at the table', 'participants'],
        ['knows every link', 'links'],
        ['lets in by the same links, and refuses the same', 'invitations'],
        ['has every meeting', 'meetings'],
        ['lists the same versions, by their hashes', 'plans'],
        ['trusts their chain', 'chainIsWhole'],
        ['gives the same JSON, SVG and CSV of each', 'files'],
        ['finds the same changes from each to the next', 'differences'],
      ] as const)('%s', (_what, part) => {
        // A later product may say more of it.
        for (const [index, board] of kept.entries()) {
          const shown = seen[index]?.shown;
          const was = comparable(board.shown);
          expect({ it: shown && withColumnsOf(comparable(shown), was)[part] }).toMatchObject({ it: was[part] });
        }
      });

      it('reads each version as its JSON says', async () => {
        for (const { newcomer, shown } of seen) {
          for (const { version, sha256 } of shown.plans) {
            const planVersion = JSON.parse((await newcomer.file(`/plans/${version}.json`)).toString());
            expect(await newcomer.get(`/plans/${version}`)).toEqual({ planVersion, sha256, chainIsWhole: true });
          }
        }
      });

      it('tells of each version that it is from before anybody was asked to say yes', async () => {
        for (const { newcomer, shown } of seen) {
          const { plans } = await newcomer.get<{ plans: readonly { state: string }[] }>('/plans');
          expect(plans.map(({ state }) => state)).toEqual(shown.plans.map(() => 'unasked'));
        }
      });

      it('makes a PDF of a version, with its hash at the foot', async () => {
        const file = join(folder, 'plan.pdf');
        for (const { newcomer, shown } of seen) {
          // What was moved gives the same JSON, from which a PDF is made: one of each board tells as much there.
          for (const { version, sha256 } of at === 0 ? shown.plans : shown.plans.slice(-1)) {
            await writeFile(file, await newcomer.file(`/plans/${version}.pdf`));
            expect(runTool('pdftotext', [file, '-'])).toContain(sha256.slice(0, 12));
          }
        }
      });

      it('goes on: what is written and frozen now follows on what was frozen then', async () => {
        for (const { newcomer, shown } of seen) {
          const { participantId: author } = await newcomer.get<{ participantId: ParticipantId }>('/me');
          await newcomer.atDuk((board) => {
            const written = { text: 'Skrevet lenge etter', voice: 'service', createdAt: 1 } as const;
            const id = 'later' as NoteId;
            addNote(board, { ...written, id, author, cell: { column: 'now', theme: 'housing' } });
          });
          const meeting = { date: '2030-01-15', present: [] };
          const { meetingId } = await newcomer.post<{ meetingId: string }>('/meetings', meeting);
          const next = await newcomer.post<{ version: number }>(`/meetings/${meetingId}/freeze`);
          expect(next.version).toBe(shown.plans.length + 1);
          expect(await newcomer.get('/plans')).toMatchObject({ plans: [...shown.plans, next], chainIsWhole: true });
          const { notes } = await newcomer.get<{ notes: object[] }>(`/plans/${next.version - 1}/diff/${next.version}`);
          expect(notes).toContainEqual(expect.objectContaining({ noteId: 'later', differences: [{ kind: 'new' }] }));
        }
      });
    });
  });
});
