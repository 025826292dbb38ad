export {
  type ActionChange,
  type ActionFailure,
  type ActionReport,
  removeAction,
  reportAction,
  setAction,
} from './action.ts';
export { type OrderedAction, orderOf, placesInOrder } from './actionOrder.ts';
export { type AddNoteFailure, addNote, type NewNote } from './addNote.ts';
export {
  type Action,
  type ActionStatus,
  actionStatuses,
  agreementFields,
  type BinnedNote,
  type Board,
  type BoardId,
  type ChildReads,
  childReads,
  type Day,
  type Gathering,
  type GoalAim,
  type GoalState,
  type GoneReason,
  goalAims,
  goalStates,
  goneReasons,
  type Handwriting,
  type InkColour,
  inkColours,
  isWrittenForChild,
  type Journey,
  type JourneyView,
  type LastRestore,
  longestWrittenUp,
  type MeetingState,
  maxLanes,
  maxNoteLength,
  maxTogether,
  type Note,
  type NoteId,
  type NoteVoice,
  noteVoices,
  type ParticipantId,
  type PersonId,
  type PhaseId,
  phaseIds,
  type RoundNow,
  type SheetForm,
  type SheetPart,
  type Stretch,
  type Stroke,
  type StrokeId,
  type TableNow,
  type ThemeTalk,
  themeTalks,
  theRound,
  type Voice,
  voiceChoices,
  voices,
  type WrittenUp,
} from './board.ts';
export {
  type BoardDocument,
  isLayoutMissing,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
} from './boardDocument.ts';
export { boardRules } from './boardRules.ts';
export { openUndo } from './boardUndo.ts';
export { childsNoteIn } from './childsNoteIn.ts';
export { dayAfter, daysBetween, isDay } from './day.ts';
export { deleteNote, discardEmptyNote, type NoteGone, restoreNote } from './deleteNote.ts';
export { type Drawing, drawingsOf } from './drawings.ts';
export { emptyBin } from './emptyBin.ts';
export { giveHeart } from './giveHeart.ts';
export { hasDoer } from './hasDoer.ts';
export {
  type DescribeFailure,
  type DrawFailure,
  describeDrawing,
  drawStroke,
  eraseStroke,
  maxDrawingWords,
} from './ink.ts';
export {
  beginPause,
  editVision,
  endOpening,
  endPause,
  forgetTalk,
  gatherAt,
  isStep,
  setHeartsDone,
  setOpensMeeting,
  setStep,
  setThemeTalk,
  setTimer,
  setWhoReads,
  visionTextOf,
  writeVision,
} from './meetingState.ts';
export { document1 } from './migrations/1/document1.ts';
export { type MoveNoteFailure, moveNote, type NoteMove } from './moveNote.ts';
export { noteMarks } from './noteMarks.ts';
export { type EditTextFailure, editNoteText, noteTextOf } from './noteText.ts';
export { onBoard } from './onBoard.ts';
export { onNotes } from './onNotes.ts';
export { pairNotes } from './pairNotes.ts';
export { pairsById, pairsOf, runsOf } from './pairsOf.ts';
export { type PutAwayFailure, putThemeAway, withoutPutAway } from './putThemeAway.ts';
export { type ActionNote, isActionNote, readActions } from './readActions.ts';
export { BoardReader, compareText, maxStrokePoints } from './readBoard.ts';
export { compactWithoutBin, removeBeside, removedNotesIn, withoutRemovedNotes } from './removedNotes.ts';
export {
  changeBoard,
  compactUpdates,
  compactUpdatesAt,
  createBoardUpdate,
  lookInJournal,
  type NewBoard,
  replayBoard,
} from './replayBoard.ts';
export {
  lastRestoreOn,
  type Restored,
  type RestoreLimit,
  restoreLimits,
  restoreMoment,
  sayRestored,
} from './restoreMoment.ts';
export {
  closeRound,
  countReady,
  fewestInRound,
  layRound,
  openRound,
  type RoundNote,
  roundIn,
} from './round.ts';
export { type ClockRange, contentsOf, type Salvaged, salvage } from './salvage.ts';
export { sayGone } from './sayGone.ts';
export { setForm } from './setForm.ts';
export { isWish, setGoal, type WriteUpFailure, writeUpGoal } from './setGoal.ts';
export { type Header, type HeaderFailure, setHeader } from './setHeader.ts';
export { setLanguage } from './setLanguage.ts';
export { setPhase } from './setPhase.ts';
export { setVoice } from './setVoice.ts';
export { applyEdit, crossEdits, cutAtWord, cutToLength, editBetween, movePosition, type TextEdit } from './textEdit.ts';
export {
  interpretInto,
  languageOfNote,
  maxTranslationLength,
  noTranslations,
  ownLanguage,
  readTranslations,
  type Translation,
  type TranslationFailure,
  type Translations,
  translateNote,
  translationFor,
  type Untranslated,
  untranslatedIn,
} from './translations.ts';
export { readHandwriting } from './values.ts';
export { voteFor } from './voteFor.ts';
