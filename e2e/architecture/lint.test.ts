import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLint } from '../gate/staticSteps.ts';
import { copyTree, type TreeCopy } from './treeCopy.ts';

/** What is forbidden where: a planted file, and one place in the tree where the same words are right. */
const faults = [
  { fault: 'the time of day in the core', in: 'shared/board', allowedIn: 'server/relay', text: 'Date.now()' },
  { fault: 'today in the core', in: 'shared/plan', allowedIn: 'server/plans', text: 'new Date()' },
  { fault: 'chance in the core', in: 'shared/access', allowedIn: 'server/access', text: 'Math.random()' },
  { fault: 'the environment in a feature', in: 'server/relay', allowedIn: 'e2e/gate', text: 'process.env.PORT' },
  { fault: 'a request from a page', in: 'client/board', allowedIn: 'client/http', text: "fetch('/api')" },
  { fault: 'a request by way of window', in: 'client/plan', allowedIn: 'client/http', text: "window.fetch('/api')" },
  { fault: 'a socket from a page', in: 'client/board', allowedIn: 'client/session', text: "new WebSocket('/sync')" },
  { fault: 'listening from a page', in: 'client/meeting', allowedIn: 'client/http', text: "new EventSource('/api')" },
];
const file = (index: number) => `planted${index}.ts`;

describe('the linter', () => {
  let tree: TreeCopy;
  let output: string;

  beforeAll(async () => {
    tree = copyTree();
    faults.forEach((fault, index) => {
      for (const folder of [fault.in, fault.allowedIn]) {
        tree.plant(`${folder}/${file(index)}`, `export const planted = ${fault.text};\n`);
      }
    });
    tree.plant('server/relay/forgotten.ts', 'async function save() {}\n\nexport function close() {\n  save();\n}\n');
    tree.plant('server/relay/crooked.ts', 'export const crooked = "quotes"\n');
    const outcome = await checkLint(tree.root);
    expect(outcome.failed).toBe(1);
    output = outcome.output;
  });

  afterAll(() => tree.remove());

  it.each(faults.map((fault, index) => ({ ...fault, index })))('catches $fault', ({ index, in: folder, allowedIn }) => {
    expect(output).toContain(`${folder}/${file(index)}:1:`);
    expect(output).not.toContain(`${allowedIn}/${file(index)}:1:`);
  });

  it('catches a promise that nobody waits for', () => {
    expect(output).toContain('server/relay/forgotten.ts:4:3 lint/nursery/noFloatingPromises');
  });

  it('catches a file that is not formatted', () => {
    expect(output).toContain('server/relay/crooked.ts format');
  });
});
