export type { FoundPaper } from './findPapers.ts';
export { markIdOf, type PaperCode, paperNumberOf, sheetNumbers } from './paperCode.ts';
export { type PaperCell, type PaperMark, type PaperPlace, type PaperSheet, paperSheet } from './paperSheet.ts';
export type { Pixels } from './pixels.ts';
export {
  isSameOnPaper,
  laidAlready,
  type PaperDoubt,
  type PaperDuk,
  type PaperFailure,
  type PaperNote,
  type PaperReading,
  readPaper,
} from './readPaper.ts';
export type { SeenMark } from './straighten.ts';
