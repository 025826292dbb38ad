import { parentPort } from 'node:worker_threads';
import { boardToSvg } from './export/index.ts';
import { type Freezable, makeVersion, type VersionAnswer } from './plans/index.ts';

// The thread that `openVersionMaker` starts: where plans and their picture meet, as they do in `app.ts`.
parentPort?.on('message', (freezable: Freezable) => {
  parentPort?.postMessage(makeVersion(freezable, boardToSvg) satisfies VersionAnswer);
});
