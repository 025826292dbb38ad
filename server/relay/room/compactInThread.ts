import { parentPort } from 'node:worker_threads';
import { compactUpdatesAt, withoutRemovedNotes } from '@duken/shared/board';
import type { CompactAnswer, CompactQuestion } from './compactor.ts';

// The thread that `openCompactor` starts. It does one journal at a time, in the order asked.
parentPort?.on('message', (question: CompactQuestion) => {
  const answer = compact(question);
  parentPort?.postMessage(answer, 'states' in answer ? answer.states.map(({ buffer }) => buffer) : []);
});

function compact({ bytes, lengths, ends, earlier }: CompactQuestion): CompactAnswer {
  let end = 0;
  const pieces = lengths.map((length) => {
    end += length;
    return bytes.subarray(end - length, end);
  });
  const updates = pieces.slice(0, pieces.length - earlier);
  try {
    const onTheWay = compactUpdatesAt(updates, ends);
    const now = onTheWay.pop() ?? new Uint8Array();
    const [cleared, earlierCleared] = [onTheWay, pieces.slice(updates.length)].map((states) =>
      states.map((state) => withoutRemovedNotes(state, now)),
    ) as [Uint8Array[], Uint8Array[]];
    // Copies of their own: what Yjs gives may be a view on something larger.
    return { states: [...cleared, now, ...earlierCleared].map((state) => Uint8Array.from(state)) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
