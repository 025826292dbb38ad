import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer } from '../testing/index.ts';
import { readSteps } from './readSteps.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-steps-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('what a municipality sets up for its meetings', () => {
  it('is nothing by default', async () => {
    const server = await openTestServer();
    expect((await server.person().get('/api/municipality')).json()).toEqual({ steps: [] });
    await server.close();
  });

  it('is its own steps in their order and whom a child can ring, for whoever asks', async () => {
    const file = join(folder, 'steps.json');
    await writeFile(file, JSON.stringify([{ id: 'dream' }, { id: 'matters', question: { nb: 'Hva betyr mest?' } }]));
    const steps = await readSteps(file);
    if (!steps.ok) throw new Error(steps.failure.reason);
    const childContact = { name: 'Helsesykepleier Kari', phone: '22 33 44 55' };
    const server = await openTestServer({ steps: steps.value, childContact });
    const told = (await server.person().get('/api/municipality')).json();
    expect(told.steps.map(({ id }: { id: string }) => id)).toEqual(['dream', 'matters']);
    expect(told.steps[1].question).toEqual({ nb: 'Hva betyr mest?', nn: 'Hva betyr mest?', en: 'Hva betyr mest?' });
    expect(told.childContact).toEqual(childContact);
    await server.close();
  });

  it('says where a step is wrong', async () => {
    const file = join(folder, 'steps.json');
    await writeFile(file, JSON.stringify([{ id: 'runden' }], null, 2));
    expect(await readSteps(file)).toMatchObject({
      ok: false,
      failure: { file, reason: expect.stringContaining('name') },
    });
  });
});
