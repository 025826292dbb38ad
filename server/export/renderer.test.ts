import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openRenderer, type Renderer, type RendererLimits } from './renderer.ts';
import type { RenderJob } from './renderJob.ts';

const folder = mkdtempSync(join(tmpdir(), 'duken-render-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A renderer whose process does what the job's own words say. */
const processFile = join(folder, 'obedientProcess.mjs');
writeFileSync(
  processFile,
  `import child from 'node:child_process';
import fs from 'node:fs';
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, job }) => {
  if (job.svg === 'crash') process.kill(process.pid, 'SIGKILL');
  if (job.svg === 'hang') for (;;);
  if (job.svg === 'refuse') process.send({ id, reason: 'no such thing' });
  if (job.svg === 'secrets') process.send({ id, bytes: Buffer.from(Object.keys(process.env).join()) });
  if (job.svg === 'escape') {
    const tried = [() => fs.writeFileSync('${join(folder, 'written')}', 'x'), () => child.spawnSync('ls'), () => fs.readFileSync('/etc/hostname')];
    const codes = tried.map((act) => { try { act(); return 'done'; } catch (error) { return error.code; } });
    process.send({ id, bytes: Buffer.from(codes.join()) });
  }
  if (job.svg === 'process') process.send({ id, bytes: Buffer.from(String(process.pid)) });
  if (job.svg === 'leave') { process.send({ id, bytes: Buffer.from('bye') }); process.exit(0); }
});
`,
);

const quick: RendererLimits = { jobTimeoutMs: 10_000, maxWaiting: 2, maxWaitingEach: 2, idleMs: 60_000 };
const opened: Renderer[] = [];
afterEach(() => {
  for (const renderer of opened.splice(0)) renderer.close();
});

function rendererWith(limits: Partial<RendererLimits> = {}): Renderer {
  const renderer = openRenderer({ ...quick, ...limits }, pathToFileURL(processFile));
  opened.push(renderer);
  return renderer;
}

function asking(svg: string): RenderJob {
  return { kind: 'png', svg };
}

async function answerOf(renderer: Renderer, svg: string, line = 'anna'): Promise<string> {
  const made = await renderer.render(asking(svg), line);
  return made.ok ? Buffer.from(made.value).toString('utf8') : made.failure.kind;
}

describe('making files in a process of its own', () => {
  it('uses one process for job after job', async () => {
    const renderer = rendererWith();
    const pids = [await answerOf(renderer, 'process'), await answerOf(renderer, 'process')];
    expect(pids[0]).toMatch(/^\d+$/);
    expect(pids[0]).toBe(pids[1]);
  });

  it('lets it read the program alone: no other file, nothing to write to, and no process to start', async () => {
    const denied = 'ERR_ACCESS_DENIED';
    expect(await answerOf(rendererWith(), 'escape')).toBe([denied, denied, denied].join());
  });

  it('tells of a crash, and goes on with a new process', async () => {
    const renderer = rendererWith();
    const [crashed, next] = await Promise.all([answerOf(renderer, 'crash'), answerOf(renderer, 'process')]);
    expect(crashed).toBe('stopped');
    expect(next).toMatch(/^\d+$/);
  });

  it('ends a job that takes too long, and goes on with a new process', async () => {
    const renderer = rendererWith({ jobTimeoutMs: 600 });
    expect(await answerOf(renderer, 'hang')).toBe('tooSlow');
    await expect.poll(() => answerOf(renderer, 'process')).toMatch(/^\d+$/);
  });

  it('starts again when its process left after the last job', async () => {
    const renderer = rendererWith();
    expect(await answerOf(renderer, 'leave')).toBe('bye');
    await expect.poll(() => answerOf(renderer, 'process')).toMatch(/^\d+$/);
  });

  it('says what was refused', async () => {
    expect(await rendererWith().render(asking('refuse'))).toEqual({
      ok: false,
      failure: { kind: 'refused', reason: 'no such thing' },
    });
  });

  it('turns away more than can wait', async () => {
    const renderer = rendererWith();
    const asked = ['process', 'process', 'process', 'process'].map((svg) => answerOf(renderer, svg));
    expect(await asked[3]).toBe('busy');
    for (const answer of await Promise.all(asked.slice(0, 3))) expect(answer).toMatch(/^\d+$/);
  });

  it('turns away more than a few of one line’s, while others may still ask', async () => {
    const renderer = rendererWith({ maxWaiting: 20 });
    const greedy = ['process', 'process', 'process', 'process'].map((svg) => answerOf(renderer, svg, 'greedy'));
    expect(await greedy[3]).toBe('busy');
    expect(await answerOf(renderer, 'process', 'bo')).toMatch(/^\d+$/);
  });

  it('lets the lines take turns', async () => {
    const renderer = rendererWith({ maxWaiting: 20, maxWaitingEach: 20 });
    const done: string[] = [];
    const ask = (who: string) => answerOf(renderer, 'process', who).then(() => done.push(who));
    await Promise.all([ask('greedy'), ask('greedy'), ask('greedy'), ask('bo'), ask('eva')]);
    expect(done).toEqual(['greedy', 'bo', 'greedy', 'eva', 'greedy']);
  });

  it('gives the process none of the server’s environment', async () => {
    expect(await answerOf(rendererWith(), 'secrets')).toBe('');
  });

  it('answers all who wait when it is closed', async () => {
    const renderer = rendererWith();
    const asked = [answerOf(renderer, 'hang'), answerOf(renderer, 'process')];
    renderer.close();
    expect(await Promise.all(asked)).toEqual(['stopped', 'stopped']);
    expect(await answerOf(renderer, 'process')).toBe('stopped');
  });
});
