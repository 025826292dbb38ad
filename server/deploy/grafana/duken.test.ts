import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestServer, type TestServer } from '../../testing/index.ts';

const target = z.object({ expr: z.string().min(1), refId: z.string() });
const panel = z.object({
  id: z.int(),
  type: z.enum(['row', 'stat', 'table', 'timeseries']),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().min(1).max(24), h: z.int().min(1) }),
  datasource: z.object({ type: z.literal('prometheus'), uid: z.literal('$' + '{datasource}') }).optional(),
  targets: z.array(target).default([]),
});
const dashboard = z.object({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.int().min(39),
  panels: z.array(panel),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
});
type Panel = z.infer<typeof panel>;

/** Asks a question of Prometheus for the metrics in it. What Grafana puts in, such as a rate's interval, is put in first. */
function metricsIn(question: string): string[] {
  const asked = question.replaceAll('$__rate_interval', '5m');
  const metrics: string[] = [];
  parser.parse(asked).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`Not a question to Prometheus: ${question}`);
      if (node.name === 'VectorSelector') metrics.push(/^\w*/.exec(asked.slice(node.from, node.to))?.[0] ?? '');
    },
  });
  return metrics;
}

describe('the dashboard for Grafana', () => {
  let server: TestServer;
  /** What `/metrics` declares, and each name that its figures stand under there. */
  let shown: Map<string, readonly string[]>;
  let panels: readonly Panel[];

  beforeAll(async () => {
    const file = await readFile(join(import.meta.dirname, 'duken.json'), 'utf8');
    ({ panels } = dashboard.parse(JSON.parse(file)));
    server = await openTestServer();
    const { body } = await server.person().get('/metrics');
    shown = new Map(
      Array.from(body.matchAll(/^# TYPE (\w+) (\w+)$/gm), ([, name = '', type]) => {
        const parts = ['_bucket', '_sum', '_count'].map((part) => name + part);
        return [name, type === 'histogram' ? parts : [name]];
      }),
    );
    expect(shown.size).toBeGreaterThan(40);
  });
  afterAll(() => server.close());

  const asked = () => new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))));

  it('asks only for what /metrics shows', () => {
    const known = new Set([...shown.values()].flat());
    expect([...asked()].filter((name) => !known.has(name))).toEqual([]);
    expect(asked().size).toBeGreaterThan(30);
  });

  it("shows every figure of Duken's own", () => {
    const own = [...shown].filter(([name]) => name.startsWith('duk_'));
    const unused = own.filter(([, names]) => !names.some((name) => asked().has(name)));
    expect(unused.map(([name]) => name)).toEqual([]);
  });

  it('asks for the chosen servers alone, of the chosen source, and says what each panel means', () => {
    for (const { type, title, description, datasource, targets } of panels) {
      if (type === 'row') continue;
      expect({ title, datasource, description }).toMatchObject({
        datasource: { type: 'prometheus' },
        description: expect.stringMatching(/.{20,}\.$/),
      });
      for (const { expr } of targets) {
        const selectors = metricsIn(expr).length;
        expect({ title, chosen: expr.split('{instance=~"$instance"').length - 1 }).toEqual({
          title,
          chosen: selectors,
        });
      }
    }
  });

  it('has its panels side by side, none upon another, each with a number of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { title, gridPos } of panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect({ title, x, isFree: x < 24 && !taken.has(`${x} ${y}`) }).toEqual({ title, x, isFree: true });
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});
