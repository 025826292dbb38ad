import { parentPort } from 'node:worker_threads';
import { foldUpdates } from '@duken/shared/board';
import type { FoldAnswer, FoldQuestion } from './folder.ts';

// The thread that `openFolder` starts. It does one journal at a time, in the order asked.
parentPort?.on('message', ({ bytes, lengths }: FoldQuestion) => {
  const answer = fold(bytes, lengths);
  parentPort?.postMessage(answer, 'folded' in answer ? [answer.folded.buffer] : []);
});

function fold(bytes: Uint8Array, lengths: readonly number[]): FoldAnswer {
  let end = 0;
  try {
    const folded = foldUpdates(
      lengths.map((length) => {
        end += length;
        return bytes.subarray(end - length, end);
      }),
    );
    // A copy of its own: what Yjs gives may be a view on something larger.
    return { folded: Uint8Array.from(folded) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
