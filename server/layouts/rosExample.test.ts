import { fileURLToPath } from 'node:url';
import { documentIdOf } from '@duken/shared/access';
import {
  addNote,
  type BoardDocument,
  type BoardId,
  changeBoard,
  moveNote,
  type NoteId,
  type ParticipantId,
  setAction,
} from '@duken/shared/board';
import type { PlanDiff, PlanVersion } from '@duken/shared/plan';
import { layoutsWith, type Template } from '@duken/shared/template';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { readLayouts } from './readLayouts.ts';

/** The six measures of Lørenskog's report, and who follows them up. */
const measures = [
  ['Forankring etter prosjektperioden', 'Koordinerende team', 'started'],
  ['Felles arenaer', 'Frokostnettverk og kaffenettverk', 'done'],
  ['Tilgang til digitale verktøy for å optimalisere samhandling', 'Oppvekstreformen', 'started'],
  ['Kompetanseheving i prinsippene', 'Kjerneteamet', 'started'],
  ['Kompetanseheving på taushetsplikt og etablering av samtykke', 'Kjerneteamet', 'done'],
  ['Ansatte møter med delegert myndighet i investeringsmøter', 'Virksomhetslederne', 'agreed'],
] as const;

let server: TestServer;
let ros: Template;
let leader: Person;
let boardId: BoardId;
beforeAll(async () => {
  const read = await readLayouts(fileURLToPath(new URL('./examples/ros.json', import.meta.url)));
  if (!read.ok || !read.value[0]) throw new Error(JSON.stringify(read));
  ros = read.value[0];
  server = await openTestServer({ layouts: [ros] });
  leader = server.person();
  const made = await leader.post('/api/boards', { title: 'ROS for velferdslab', templateId: 'ros' });
  expect(made.statusCode).toBe(201);
  boardId = made.json().boardId;
});
afterAll(() => server.close());

async function change(act: (board: BoardDocument) => readonly { readonly ok: boolean }[]): Promise<void> {
  const documentId = documentIdOf(boardId, 'duk');
  const updates = updatesIn(await server.storage.journal.read(documentId));
  const update = changeBoard(
    updates,
    (board) => {
      for (const done of act(board)) expect(done.ok).toBe(true);
    },
    ros,
    layoutsWith([ros]),
  );
  await server.storage.journal.append(new Map([[documentId, [update]]]));
}

async function freeze(date: string): Promise<PlanVersion> {
  const api = `/api/boards/${boardId}`;
  const { meetingId } = (await leader.post(`${api}/meetings`, { date, present: [] })).json();
  const frozen = await leader.post(`${api}/meetings/${meetingId}/freeze`);
  expect(frozen.statusCode).toBe(201);
  return (await leader.get(`${api}/plans/${frozen.json().version}`)).json().planVersion;
}

const risk = 'risk' as NoteId;
const by = { voice: 'service', author: 'hanne-001' as ParticipantId, createdAt: 1 } as const;

describe('a risk analysis, which is a layout and no code', () => {
  it('lays likelihood against consequence, with measures that somebody owns', async () => {
    await change((board) => [
      addNote(board, {
        ...by,
        id: risk,
        cell: { column: 'difficult', theme: 'likely' },
        text: 'Metoden blir borte etter prosjektet',
      }),
      ...measures.flatMap(([text, owner, status], at) => {
        const id = `measure-${at}` as NoteId;
        const cell = { column: 'now', theme: 'likely' } as const;
        return [
          addNote(board, { ...by, id, cell, text }),
          setAction(board, id, { owner, service: 'Kommunen', due: '2026-12-31', status }),
        ];
      }),
    ]);
    const { plan } = await freeze('2026-06-01');
    expect(plan.actions.map(({ text, owner, status }) => [text, owner, status])).toEqual(measures);
    expect(plan.today).toMatchObject([{ theme: 'likely', difficult: [{ noteId: risk }] }]);
    const picture = (await leader.get(`/api/boards/${boardId}/plans/1.svg`)).payload;
    for (const words of ['Svært sannsynlig', 'Lite sannsynlig']) expect(picture).toContain(words);
    const csv = (await leader.get(`/api/boards/${boardId}/plans/1.csv`)).payload;
    for (const [text] of measures) expect(csv).toContain(text);
  });

  it('tells by the same difference how a risk moved when a measure was done', async () => {
    await change((board) => [
      moveNote(board, { noteId: risk, to: { column: 'short', theme: 'less-likely' } }),
      setAction(board, 'measure-5' as NoteId, {
        owner: 'Virksomhetslederne',
        service: 'Kommunen',
        due: '2026-12-31',
        status: 'done',
      }),
    ]);
    await freeze('2026-11-30');
    const diff = (await leader.get(`/api/boards/${boardId}/plans/1/diff/2`)).json<PlanDiff>();
    expect(diff.notes.map(({ noteId, differences }) => [noteId, differences])).toEqual(
      expect.arrayContaining([
        [
          risk,
          [
            {
              kind: 'moved',
              from: { column: 'difficult', theme: 'likely' },
              to: { column: 'short', theme: 'less-likely' },
            },
          ],
        ],
        ['measure-5', [{ kind: 'done', from: 'agreed' }]],
      ]),
    );
  });
});
