export { type ActionFailure, maxActionFieldLength, removeAction, setAction } from './action.ts';
export { type AddNoteFailure, addNote, type NewNote } from './addNote.ts';
export {
  type Action,
  type ActionStatus,
  actionStatuses,
  type BinnedNote,
  type Board,
  type BoardId,
  type Day,
  type InkColour,
  inkColours,
  type Journey,
  maxNoteLength,
  type Note,
  type NoteId,
  type ParticipantId,
  type PhaseId,
  phaseIds,
  type Stroke,
  type StrokeId,
  type Voice,
  voiceChoices,
  voices,
} from './board.ts';
export {
  type BoardDocument,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
  ownChange,
} from './boardDocument.ts';
export { isDay } from './day.ts';
export { deleteNote, discardEmptyNote, type NoteGone, restoreNote } from './deleteNote.ts';
export { type DrawFailure, drawStroke, eraseStroke } from './ink.ts';
export { type MoveNoteFailure, moveNote, type NoteMove } from './moveNote.ts';
export { type EditTextFailure, editNoteText, noteTextOf } from './noteText.ts';
export { BoardReader, compareText } from './readBoard.ts';
export { changeBoard, createBoardUpdate, foldUpdates, type NewBoard, replayBoard } from './replayBoard.ts';
export { type ClockRange, contentsOf, type Salvaged, salvage } from './salvage.ts';
export { type Header, setHeader } from './setHeader.ts';
export { setPhase } from './setPhase.ts';
export { setVoice } from './setVoice.ts';
export { applyEdit, crossEdits, cutAtWord, cutToLength, editBetween, movePosition, type TextEdit } from './textEdit.ts';
