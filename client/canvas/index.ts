export { BoardStage, type BoardStageProps, type StageRing } from './BoardStage.tsx';
export type { DropTarget, StageGestures, Tool } from './gestures.ts';
export type { NoteWriters, PersonCaret, PersonPointer } from './paintPeople.ts';
export { cssFont, fontFamily } from './paintPieces.ts';
export {
  fitArea,
  fitWidth,
  type Insets,
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
