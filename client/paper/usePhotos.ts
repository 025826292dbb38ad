import type { PaperDuk, PaperSheet } from '@duken/shared/paper';
import { failed } from '@duken/shared/result';
import { useEffect, useRef, useState } from 'react';
import type { PaperAnswer } from './paperWork.ts';

export interface Photos {
  readonly isReading: boolean;
  /** Reads a photograph, away from the page's own thread. */
  readonly read: (photo: Blob) => void;
  readonly stop: () => void;
}

/**
 * Reads photographs one at a time, each in a worker of its own: one that is too much for the device takes nothing along with it.
 * @param onAnswer called with what was read, or why not; never after a stop
 */
export function usePhotos(sheet: PaperSheet, duk: PaperDuk, onAnswer: (answer: PaperAnswer) => void): Photos {
  const worker = useRef<Worker>(undefined);
  const answered = useRef(onAnswer);
  answered.current = onAnswer;
  const [isReading, setIsReading] = useState(false);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
    setIsReading(false);
  };
  useEffect(() => () => worker.current?.terminate(), []);
  return {
    isReading,
    stop,
    read(photo) {
      stop();
      const started = new Worker(new URL('./paperWorker.ts', import.meta.url), { type: 'module' });
      worker.current = started;
      setIsReading(true);
      const end = (answer: PaperAnswer): void => {
        if (worker.current !== started) return;
        stop();
        answered.current(answer);
      };
      started.addEventListener('message', ({ data }: MessageEvent<PaperAnswer>) => end(data));
      started.addEventListener('error', () => end(failed({ kind: 'stopped' })));
      started.addEventListener('messageerror', () => end(failed({ kind: 'stopped' })));
      started.postMessage({ photo, sheet, duk });
    },
  };
}
