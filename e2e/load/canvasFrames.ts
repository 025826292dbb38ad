// What the duk costs the browser's main thread while it is moved, with and without ten others writing on it.
//
//   node e2e/load/canvasFrames.ts           boards of 1,000 and 3,000 notes, and a dense screen; some five minutes
//   node e2e/load/canvasFrames.ts --quick   1,000 notes, once
//
// The product must be built (`pnpm build`). Prints a table: medians, and in brackets the lowest and the highest.

import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, debianChromium } from '../gate/chromium.ts';
import type { Seat } from './contestant.ts';
import { contestants } from './contestants.ts';
import { writeAtPace } from './measurements/writeAtPace.ts';
import { prepareBoard, prepareLaterEdits } from './preparedEdits.ts';
import { formatFigure } from './resultTable.ts';
import { ServerGroup } from './serverGroup.ts';
import { median } from './statistics.ts';
import { Table } from './table.ts';

interface Scene {
  readonly notes: number;
  /** Pixels of the screen for one of the page. */
  readonly density: number;
}

interface Frames {
  /** Processor time of the main thread, for each frame, in ms. */
  readonly taskMs: number;
  /** The part of it that is our script. */
  readonly scriptMs: number;
  readonly perSecond: number;
  /** The same, in each second. */
  readonly busyMsPerSecond: number;
}

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plain: Scene = { notes: 1_000, density: 1 };
const scenes = flags.quick ? [plain] : [plain, { ...plain, notes: 3_000 }, { ...plain, density: 2 }];
const repeats = flags.quick ? 1 : 3;
const gestureMs = flags.quick ? 1_000 : 2_000;
const viewport = { width: 1440, height: 900 };
const peers = 10;
/** Of each peer. A fast typist makes 15. */
const editsPerSecond = 10;
/** A hand moves at most once a frame. */
const stepMs = 16;

const middle = { x: viewport.width / 2, y: viewport.height / 2 };

/** One step of each gesture: back and forth, so that the duk is where it was when it ends. */
const gestures: Readonly<Record<string, (page: Page, step: number) => Promise<void>>> = {
  still: async () => {},
  pan: (page, step) => page.mouse.wheel(0, 24 * direction(step)),
  zoom: (page, step) => page.mouse.wheel(0, 8 * direction(step)),
  drag: (page, step) => page.mouse.move(middle.x + 6 * zigzag(step), middle.y + 3 * zigzag(step)),
};

const contestant = contestants.find(({ id }) => id === 'duken');
if (!contestant) throw new Error('The product does not take part');
const arena = { contestant, server: await ServerGroup.start(contestant) };
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
});
try {
  console.log('| notes | density | peers writing | gesture | ms a frame | of it script | frames/s | busy ms/s |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [number, scene] of scenes.entries()) await watchScene(browser, scene, number);
} finally {
  await browser.close();
  await arena.server.remove();
}

async function watchScene(browser: Browser, { notes, density }: Scene, number: number): Promise<void> {
  const existing = prepareBoard(notes);
  const longest = (Object.keys(gestures).length * repeats * (gestureMs + 1_000)) / 1000;
  const authors = prepareLaterEdits(existing, peers, Math.ceil(longest * editsPerSecond));
  const [seat, ...others] = await arena.contestant.newBoard(arena.server, number, peers + 1);
  if (!seat) throw new Error('A board without a seat');
  const table = await Table.lay(arena, others, authors, existing);
  const page = await sitDown(browser, seat, density);
  const devtools = await page.context().newCDPSession(page);
  // The thread's own time: what others do on this machine meanwhile does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const isBusy of [false, true]) {
    const stop = isBusy
      ? writeAtPace(
          authors.map((_, author) => ({ table, author })),
          editsPerSecond,
        )
      : () => {};
    for (const gesture of Object.keys(gestures)) {
      const seen: Frames[] = [];
      for (let repeat = 0; repeat < repeats; repeat++) seen.push(await watch(page, devtools, gesture));
      const figures = (['taskMs', 'scriptMs', 'perSecond', 'busyMsPerSecond'] as const).map((name) =>
        spread(
          seen.map((frames) => frames[name]),
          name.endsWith('Second') ? 0 : 1,
        ),
      );
      console.log(`| ${[notes, density, isBusy ? peers : 0, gesture, ...figures].join(' | ')} |`);
    }
    stop();
  }
  table.check();
  await page.context().close();
  await table.leave();
}

async function sitDown(browser: Browser, seat: Seat, density: number): Promise<Page> {
  const url = `http://127.0.0.1:${arena.server.portOf(0)}`;
  const context = await browser.newContext({ viewport, deviceScaleFactor: density, locale: 'nb-NO' });
  const [name = '', value = ''] = seat.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/duk/${seat.boardId}?vis=duk`);
  await page.getByRole('application').waitFor();
  await page.getByTestId('saved').getByText('Lagret').waitFor();
  // What is loaded and painted first is not what is measured.
  await pause(2_000);
  return page;
}

async function watch(page: Page, devtools: CDPSession, gesture: string): Promise<Frames> {
  await page.mouse.move(middle.x, middle.y);
  if (gesture === 'drag') await page.mouse.down();
  if (gesture === 'zoom') await page.keyboard.down('Control');
  await page.evaluate(countFrames);
  const before = await metricsOf(devtools);
  const start = performance.now();
  for (let step = 0; performance.now() - start < gestureMs; step++) {
    await gestures[gesture]?.(page, step);
    await pause(Math.max(0, start + (step + 1) * stepMs - performance.now()));
  }
  const after = await metricsOf(devtools);
  const seconds = (performance.now() - start) / 1000;
  const frames = await page.evaluate(stopCounting);
  if (gesture === 'drag') {
    // Let go of without being moved for good.
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  if (gesture === 'zoom') await page.keyboard.up('Control');
  const taskMs = (after.TaskDuration - before.TaskDuration) * 1000;
  return {
    taskMs: taskMs / frames,
    scriptMs: ((after.ScriptDuration - before.ScriptDuration) * 1000) / frames,
    perSecond: frames / seconds,
    busyMsPerSecond: taskMs / seconds,
  };
}

async function metricsOf(devtools: CDPSession) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    TaskDuration: value('TaskDuration'),
    ScriptDuration: value('ScriptDuration'),
  };
}

/** In the page: counts the frames that it gets to make. */
function countFrames(): void {
  const counting = { frames: 0, isOver: false };
  Object.assign(window, { counting });
  function next(): void {
    counting.frames += 1;
    if (!counting.isOver) requestAnimationFrame(next);
  }
  requestAnimationFrame(next);
}

function stopCounting(): number {
  const { counting } = window as unknown as { counting: { frames: number; isOver: boolean } };
  counting.isOver = true;
  return counting.frames;
}

function direction(step: number): number {
  return step % 60 < 30 ? 1 : -1;
}

function zigzag(step: number): number {
  return 30 - Math.abs((step % 60) - 30);
}

function spread(values: readonly number[], decimals: number): string {
  const show = (value: number) => formatFigure(value, { decimals });
  if (values.length === 1) return show(median(values));
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}
