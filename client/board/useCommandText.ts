import type {
  ActionFailure,
  AddNoteFailure,
  DescribeFailure,
  DrawFailure,
  EditTextFailure,
  HeaderFailure,
  MoveNoteFailure,
  NoteGone,
  PutAwayFailure,
} from '@duken/shared/board';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Everything that can keep a command from being done. */
export type CommandFailure =
  | ActionFailure
  | AddNoteFailure
  | DescribeFailure
  | DrawFailure
  | EditTextFailure
  | HeaderFailure
  | MoveNoteFailure
  | NoteGone
  | PutAwayFailure
  | { readonly kind: 'notOwnStroke' | 'pairedWithItself' | 'notGoal' }
  /** A rule of the duk, which the relay holds too. */
  | { readonly kind: 'childsNote' | 'othersVoice' };

const keys = {
  noteGone: 'noteGone',
  cellUnknown: 'cellUnknown',
  themeUnknown: 'cellUnknown',
  themeInUse: 'themeInUse',
  dayInvalid: 'dayInvalid',
  lineTooLong: 'lineTooLong',
  orderInRing: 'orderInRing',
  noteTooLong: 'noteTooLong',
  boardFull: 'boardFull',
  strokeTooLong: 'strokeTooLong',
  drawingGone: 'drawingGone',
  notOwnStroke: 'notOwnStroke',
  // Nobody is offered it.
  pairedWithItself: 'noteGone',
  notGoal: 'noteGone',
  childsNote: 'childsNote',
  othersVoice: 'othersVoice',
} as const satisfies Record<CommandFailure['kind'], string>;

/** Says in the reader's language why something could not be done, and what to do instead. */
export function useCommandText(): (failure: CommandFailure) => string {
  const { t } = useTranslation('board');
  return useCallback(
    (failure) => {
      const max = 'maxNotes' in failure ? failure.maxNotes : 'maxLength' in failure ? failure.maxLength : '';
      return t(keys[failure.kind], { max });
    },
    [t],
  );
}
