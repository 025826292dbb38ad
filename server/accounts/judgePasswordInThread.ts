import { parentPort } from 'node:worker_threads';
import type { JudgedPassword } from './passwordJudge.ts';
import { isWeak } from './passwordStrength.ts';

// The thread that `openPasswordJudge` starts.
parentPort?.on('message', ({ password, ownWords }: JudgedPassword) => {
  parentPort?.postMessage(isWeak(password, ownWords));
});
