import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDirections } from '../gate/staticSteps.ts';
import { type Cruise, cruise } from './cruise.ts';
import rules from './dependencyRules.cjs';
import { copyTree, type TreeCopy } from './treeCopy.ts';

/** For each rule: a folder that breaks it, and what it reaches for. The targets below are planted beside the faults. */
const faults: Readonly<Record<string, { readonly in: string; readonly reaches: string }>> = {
  'shared-knows-nobody': { in: 'shared/board', reaches: '../../server/relay/index.ts' },
  'shared-has-no-io': { in: 'shared/board', reaches: 'node:fs' },
  'shared-order': { in: 'shared/board', reaches: '../plan/index.ts' },
  'shared-order-2': { in: 'shared/meeting', reaches: '../plan/index.ts' },
  'shared-order-3': { in: 'shared/plan', reaches: '../protocol/index.ts' },
  'client-and-server-apart': { in: 'client/http', reaches: '../../server/http/index.ts' },
  'e2e-outside': { in: 'e2e/journeys', reaches: '../../server/relay/index.ts' },
  'nobody-imports-e2e': { in: 'server/http', reaches: '../../e2e/plantedTarget.ts' },
  'one-door': { in: 'server/boards', reaches: '../storage/plantedTarget.ts' },
  'one-door-from-the-start': { in: 'server', reaches: './storage/plantedTarget.ts' },
  'canvas-only-draws': { in: 'client/canvas', reaches: '../texts/index.ts' },
  'konva-only-in-canvas': { in: 'client/board', reaches: 'konva' },
  'yjs-only-in-session': { in: 'client/board', reaches: 'yjs' },
  'prices-only-in-gains': { in: 'client/plan', reaches: '@duken/shared/gains' },
  'client-downwards': { in: 'client/http', reaches: '../board/index.ts' },
  'client-features-apart': { in: 'client/board', reaches: '../meeting/index.ts' },
  'server-features-apart': { in: 'server/relay', reaches: '../plans/index.ts' },
  'relay-order': { in: 'server/relay/wire', reaches: '../people/plantedTarget.ts' },
  'relay-order-2': { in: 'server/relay/people', reaches: '../room/plantedTarget.ts' },
  'relay-order-3': { in: 'server/relay/peers', reaches: '../room/plantedTarget.ts' },
  'storage-knows-no-feature': { in: 'server/storage', reaches: '../relay/index.ts' },
  'access-knows-no-feature': { in: 'server/access', reaches: '../boards/index.ts' },
  'yjs-only-in-relay': { in: 'server/boards', reaches: 'yjs' },
  'adapters-behind-door': { in: 'server/storage', reaches: './sqlite/plantedTarget.ts' },
  'drivers-in-adapters': { in: 'server/boards', reaches: 'node:sqlite' },
  'no-test-in-product': { in: 'server/boards', reaches: './plantedTarget.test.ts' },
  'everything-resolves': { in: 'server/boards', reaches: './nowhere.ts' },
};

const target = 'export const planted = 1;\nexport type Planted = typeof planted;\n';
const targets = [
  'e2e/plantedTarget.ts',
  'server/relay/people/plantedTarget.ts',
  'server/relay/room/plantedTarget.ts',
  'server/storage/plantedTarget.ts',
  'server/storage/sqlite/plantedTarget.ts',
  'server/boards/plantedTarget.test.ts',
  ...['relay', 'boards', 'plans', 'http'].map((feature) => `server/${feature}/index.ts`),
  ...['texts', 'board', 'meeting'].map((feature) => `client/${feature}/index.ts`),
  ...['plan', 'protocol'].map((feature) => `shared/${feature}/index.ts`),
];

const imports = {
  value: (from: string) => `import * as planted from '${from}';\nexport const used = planted;\n`,
  type: (from: string) => `import type * as planted from '${from}';\nexport type Used = typeof planted;\n`,
};
const kinds = ['value', 'type'] as const;

describe('the forbidden directions', () => {
  let tree: TreeCopy;
  let seen: Cruise;

  beforeAll(async () => {
    tree = copyTree();
    for (const path of targets) tree.plant(path, target);
    for (const [rule, fault] of Object.entries(faults)) {
      for (const kind of kinds) tree.plant(`${fault.in}/${rule}.${kind}.ts`, imports[kind](fault.reaches));
    }
    for (const kind of kinds) {
      tree.plant(`shared/board/no-cycles.${kind}.ts`, imports[kind](`./no-cycles.${kind}.way-back.ts`));
      tree.plant(`shared/board/no-cycles.${kind}.way-back.ts`, imports[kind](`./no-cycles.${kind}.ts`));
    }
    seen = await cruise(tree.root);
  });

  afterAll(() => tree.remove());

  it('are all tried here', () => {
    expect([...Object.keys(faults), 'no-cycles'].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  describe.each(kinds)('catch a %s import that breaks', (kind) => {
    it.each([...Object.entries(faults), ['no-cycles', { in: 'shared/board' }] as const])('%s', (rule, fault) => {
      const from = `${fault.in}/${rule}.${kind}.ts`;
      expect(
        seen.violations.filter((violation) => violation.from === from).map((violation) => violation.rule),
      ).toContain(rule);
    });
  });
});

describe('a tool that sees nothing', () => {
  it('is a failure, not a clean tree', async () => {
    const tree = copyTree();
    try {
      // What happens without the swc parser: TypeScript files are passed over in silence.
      tree.plant(
        'e2e/architecture/dependencyRules.cjs',
        "module.exports = { forbidden: [], options: { parser: 'acorn', includeOnly: '^nowhere$' } };",
      );
      const outcome = await checkDirections(tree.root);
      expect(outcome.failed).toBe(1);
      expect(outcome.output).toContain('no modules were found');
    } finally {
      tree.remove();
    }
  });
});
