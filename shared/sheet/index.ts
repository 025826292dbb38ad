export { breakLines, type TextLine } from './breakLines.ts';
export { type CaretPlace, caretPlace, indexAtPoint, selectionBoxes } from './caretPlaces.ts';
export { drawNote, drawPaper } from './drawNote.ts';
export { drawSheet } from './drawSheet.ts';
export { inOtherWords } from './inOtherWords.ts';
export {
  layOut,
  type Place,
  type PlacedCell,
  type PlacedColumn,
  type PlacedHeaderField,
  type PlacedNote,
  type PlacedRow,
  type PlacedStroke,
  type SheetInput,
  type SheetLayout,
} from './layOut.ts';
export { dimLook, dimLookInContrast, paperLook, paperLookInContrast, type SheetLook, voiceSigns } from './look.ts';
export { type Font, textWidth, type Weight } from './measureText.ts';
export { initialsOf, type NoteBox, type StripPart, stripParts } from './noteBox.ts';
export { type Piece, textPieces } from './piece.ts';
export { type SheetWords, sheetWords } from './sheetWords.ts';
export { sizes } from './sizes.ts';
export { strokeOutline } from './strokeOutline.ts';
export { tidyForm } from './tidyForm.ts';
export { type TileRoom, tileSheet } from './tileSheet.ts';
