export { BoardStage } from './BoardStage.tsx';
export { hearEveryFinger } from './everyFinger.ts';
export type { DropTarget, Presser, StageGestures } from './gestures.ts';
export type { Tool } from './hands.ts';
export { PrintedSheet } from './PrintedSheet.tsx';
export type { NoteWriters, PersonCaret, PersonPointer } from './paintPeople.ts';
export { fontFamily } from './paintPieces.ts';
export { contains, touches } from './sheetIndex.ts';
export type { BoardStageProps, StageRing } from './stageProps.ts';
export {
  fitArea,
  fitInTurn,
  fitWidth,
  type Insets,
  isAllSeen,
  isSharedStage,
  keepInSight,
  type Point,
  type Rect,
  reveal,
  toScreen,
  toSheet,
  type View,
  Viewport,
  zoomAround,
} from './viewport.ts';
