// The forbidden directions of the tree, each with the reason a reader gets when it is broken.
// `directions.test.ts` plants one violation of each rule, type-only imports among them, and sees it caught.
const lower = '(canvas|session|device|http|ui|texts)';
const serverFeature = '(relay|boards|plans|planlife|export|followup)';
const tests = '(\\.(test|spec)|Builder)\\.tsx?$';

/** A PostgreSQL, a Redis and a disk that tests start: no part of the product, so journeys may use them too. */
const databasesForTests = '^server/storage/(postgres/cluster|redis/redis|sqlite/disk|sqlite/alterKept)ForTests\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      comment: 'shared/ holds rules both sides trust; it may not lean on either side.',
      from: { path: '^shared/' },
      to: { path: '^(client|server|e2e)/' },
    },
    {
      name: 'shared-has-no-io',
      severity: 'error',
      comment: 'Only in-memory libraries in the core; pass time, ids and bytes in.',
      from: { path: '^shared/', pathNot: [tests, '^shared/vitest\\.config\\.ts$'] },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot:
          'node_modules/(yjs|lib0|y-protocols|zod|fractional-indexing|diff|perfect-freehand|d3-scale|d3-shape|d3-contour)/',
      },
    },
    {
      name: 'shared-order',
      severity: 'error',
      comment: 'template, board and access come first and know none of these.',
      from: { path: '^shared/(template|board|access)/', pathNot: tests },
      to: { path: '^shared/(meeting|guide|quiet|plan|protocol|sheet)/' },
    },
    {
      name: 'shared-order-2',
      severity: 'error',
      comment: 'meetings come before plans.',
      from: { path: '^shared/meeting/', pathNot: tests },
      to: { path: '^shared/(plan|protocol|sheet)/' },
    },
    {
      name: 'shared-order-3',
      severity: 'error',
      comment: 'The wire format may mention plans; plans never mention the wire.',
      from: { path: '^shared/plan/', pathNot: tests },
      to: { path: '^shared/protocol/' },
    },
    {
      name: 'client-and-server-apart',
      severity: 'error',
      comment: 'They meet in shared/protocol.',
      from: { path: '^(client|server)/' },
      to: { path: '^(client|server)/', pathNot: '^$1/' },
    },
    {
      name: 'e2e-outside',
      severity: 'error',
      comment: 'Journeys use the built product as people do.',
      from: { path: '^e2e/' },
      to: { path: '^(client|server)/', pathNot: databasesForTests },
    },
    {
      name: 'nobody-imports-e2e',
      severity: 'error',
      comment: 'The product knows nothing of those who try it.',
      from: { pathNot: '^e2e/' },
      to: { path: '^e2e/' },
    },
    {
      name: 'one-door',
      severity: 'error',
      comment: 'Import a feature through its index.ts.',
      from: { path: '^(client|server|shared)/([^/]+)/', pathNot: tests },
      to: {
        path: '^(client|server|shared)/[^/]+/.+',
        pathNot: ['^$1/$2/', '^(client|server|shared)/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'one-door-from-the-start',
      severity: 'error',
      comment: 'The files that join the features use their doors too.',
      from: { path: '^((client|server|shared)/[^/]+$|e2e/)', pathNot: tests },
      to: {
        path: '^(client|server|shared)/[^/]+/.+\\.tsx?$',
        pathNot: ['^(client|server|shared)/[^/]+/index\\.tsx?$', databasesForTests],
      },
    },
    {
      name: 'canvas-only-draws',
      severity: 'error',
      comment: 'Values in, gestures out.',
      from: { path: '^client/canvas/', pathNot: tests },
      to: { path: ['^client/(?!canvas/)', 'node_modules/(yjs|zod)/'] },
    },
    {
      name: 'konva-only-in-canvas',
      severity: 'error',
      comment: 'The rest of the client has never heard of Konva.',
      from: { path: '^client/(?!canvas/)' },
      to: { path: 'node_modules/(react-)?konva/' },
    },
    {
      name: 'yjs-only-in-session',
      severity: 'error',
      comment: 'The rest of the client speaks commands and Board values.',
      from: { path: '^client/(?!session/)', pathNot: tests },
      to: { path: 'node_modules/yjs/' },
    },
    {
      name: 'prices-only-in-gains',
      severity: 'error',
      comment: 'No duk, plan or page of a citizen can say what somebody costs.',
      from: { path: '^(client/(?!gains/)|server/|shared/(?!gains/))' },
      to: { path: '^shared/gains/' },
    },
    {
      name: 'client-downwards',
      severity: 'error',
      comment: 'Lower layers never know the pages that use them.',
      from: { path: `^client/${lower}/`, pathNot: tests },
      to: { path: `^client/(?!${lower}/)` },
    },
    {
      name: 'client-features-apart',
      severity: 'error',
      comment: 'Pages are joined in app/.',
      from: {
        path: '^client/(board|between|child|meeting|guide|quiet|pause|plan|planlife|access|accounts|consent|contacts|interpreter|log|front|followup|answer|gains|intake|paper|programme|progress|survey)/',
      },
      to: {
        path: '^client/(app|board|between|child|meeting|guide|quiet|pause|plan|planlife|access|accounts|consent|contacts|interpreter|log|front|followup|answer|gains|intake|paper|programme|progress|survey)/',
        pathNot: '^client/$1/',
      },
    },
    {
      name: 'server-features-apart',
      severity: 'error',
      comment: 'relay, boards, plans and export meet in storage and shared; demo uses them, they know no demo.',
      from: { path: `^server/${serverFeature}/`, pathNot: tests },
      to: { path: '^server/(relay|boards|plans|planlife|export|demo|followup)/', pathNot: '^server/$1/' },
    },
    {
      name: 'relay-order',
      severity: 'error',
      comment: 'What bytes mean is known before who says them, and where.',
      from: { path: '^server/relay/wire/', pathNot: tests },
      to: { path: '^server/relay/((people|peers|room)/|relay)' },
    },
    {
      name: 'relay-order-2',
      severity: 'error',
      comment: 'One person at the table knows of no other server, and of no document.',
      from: { path: '^server/relay/people/', pathNot: tests },
      to: { path: '^server/relay/((peers|room)/|relay)' },
    },
    {
      name: 'relay-order-3',
      severity: 'error',
      comment: 'Servers tell each other things; what a room makes of them is its own.',
      from: { path: '^server/relay/(peers|room)/', pathNot: [tests, 'ForTests'] },
      to: { path: '^server/relay/(room/|relay)', pathNot: '^server/relay/$1/' },
    },
    {
      name: 'storage-knows-no-feature',
      severity: 'error',
      comment: 'The stream does not run back.',
      from: { path: '^server/(storage|http|threads)/', pathNot: tests },
      to: { path: '^server/(relay|boards|plans|planlife|export|access|demo)/' },
    },
    {
      name: 'access-knows-no-feature',
      severity: 'error',
      comment: 'Who may enter is decided before what they do.',
      from: { path: '^server/access/', pathNot: tests },
      to: { path: '^server/(relay|boards|plans|planlife|export|demo)/' },
    },
    {
      name: 'yjs-only-in-relay',
      severity: 'error',
      comment: 'Everyone else on the server asks shared/board to replay updates.',
      from: { path: '^server/(?!relay/)', pathNot: [tests, '^server/testing/'] },
      to: { path: 'node_modules/yjs/' },
    },
    {
      name: 'adapters-behind-door',
      severity: 'error',
      comment: 'Only openStorage picks a database.',
      from: {
        path: '^server/',
        pathNot: [
          tests,
          '^server/storage/(openStorage|storageContract)',
          '^server/storage/(sql|sqlite|postgres|redis)/',
        ],
      },
      to: { path: '^server/storage/(sql|sqlite|postgres|redis)/' },
    },
    {
      name: 'drivers-in-adapters',
      severity: 'error',
      comment: 'Brands of databases stay inside their adapter.',
      from: { path: '^server/', pathNot: [tests, '^server/storage/(sqlite|postgres|redis)/'] },
      to: { path: ['^(node:)?sqlite$', 'node_modules/(pg|ioredis)/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      comment: 'What people run never leans on what tries it.',
      from: { pathNot: [tests, '^e2e/'] },
      to: { path: tests },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that leads nowhere would slip past every rule above.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[^/]+/(dist|data|test-results|playwright-report)/' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
