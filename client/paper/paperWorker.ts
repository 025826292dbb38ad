import { type Pixels, readPaper } from '@duken/shared/paper';
import { failed } from '@duken/shared/result';
import { findMarks } from './findMarks.ts';
import type { PaperAnswer, PaperWork } from './paperWork.ts';

/** As fine as reading gains from; larger photographs are read smaller, whoever made them so large. Pixels along the longer side. */
const finestPhoto = 4000;
/** Marks are large: they are looked for in less, for that takes longest. */
const finestForMarks = 2000;

self.addEventListener('message', async ({ data }: MessageEvent<PaperWork>) => {
  self.postMessage(await read(data));
});

async function read({ photo, sheet, duk }: PaperWork): Promise<PaperAnswer> {
  if (typeof OffscreenCanvas === 'undefined') return failed({ kind: 'browser' });
  const picture = await createImageBitmap(photo).catch(() => undefined);
  if (!picture) return failed({ kind: 'notPicture' });
  const whole = pixelsOf(picture, finestPhoto);
  const small = pixelsOf(picture, finestForMarks);
  picture.close();
  if (!whole || !small) return failed({ kind: 'browser' });
  const larger = whole.width / small.width;
  const marks = findMarks(small).map(({ id, corners }) => ({
    id,
    corners: corners.map(({ x, y }) => ({ x: (x + 0.5) * larger - 0.5, y: (y + 0.5) * larger - 0.5 })),
  }));
  return readPaper(whole, marks, sheet, duk);
}

function pixelsOf(picture: ImageBitmap, longest: number): Pixels | undefined {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // What can be seen through is white paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
