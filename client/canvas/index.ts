export { BoardStage } from './BoardStage.tsx';
export type { DropTarget, StageGestures, Tool } from './gestures.ts';
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
