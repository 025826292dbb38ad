export {
  beginDraft,
  forgetMarks,
  markQuietly,
  placeDraft,
  type Quiet,
  type QuietDraft,
  type QuietFailure,
  readQuiet,
  readyToLay,
  removeDrafts,
  writeDraft,
} from './quietDocument.ts';
