import { Button } from '@digdir/designsystemet-react';
import type { Note } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { CheckmarkIcon, MenuElipsisHorizontalIcon, PencilIcon } from '@navikt/aksel-icons';
import { memo, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, mayTouchNote } from '../../session/index.ts';
import { GoalMark } from '../GoalPicker.tsx';
import { HeartSigns } from '../HeartButton.tsx';
import { NoteEditor } from '../NoteEditor.tsx';
import { NotSavedYet } from '../NotSavedYet.tsx';
import { NoteWords } from '../reading/NoteWords.tsx';
import { ReadAloud } from '../reading/ReadAloud.tsx';
import type { BoardActions } from '../useBoardActions.ts';
import { useSeat } from '../useBoardSession.ts';
import type { Hearts } from '../useHearts.ts';
import { WhoReadsIt } from '../WhoReadsIt.tsx';
import { HardWords } from '../words/HardWords.tsx';
import { ActionStrip } from './ActionStrip.tsx';
import { excerptOf } from './excerpt.ts';
import { Handwritten } from './Handwritten.tsx';
import { NoteOptions } from './NoteOptions.tsx';
import type { NoteCommands, NoteMode } from './noteCommands.ts';
import { VoiceMark } from './VoiceMark.tsx';

interface NoteItemProps {
  readonly session: BoardSession;
  readonly note: Note;
  /** Who wrote it. */
  readonly authorName: string;
  /** Who last changed it, where that is somebody else. */
  readonly editorName: string | undefined;
  /** Whether they wrote it for a child. */
  readonly isForChild: boolean;
  /** The first words of those elsewhere on the duk that it stands beside, '' for none. */
  readonly differsFrom: string;
  /** It stands beside another that says it differently, here or elsewhere. */
  readonly isPaired: boolean;
  /** Who else writes on it now, in words; '' for nobody. */
  readonly writers: string;
  readonly mode: NoteMode | undefined;
  /** Search has come to it. */
  readonly isFound: boolean;
  readonly actions: BoardActions;
  readonly commands: NoteCommands;
  readonly hearts: Hearts;
}

/** One note of the list. Renders only when something of its own changes: a full duk has hundreds. */
export const NoteItem = memo(function NoteItem({
  session,
  note,
  authorName,
  editorName,
  isForChild,
  differsFrom,
  isPaired,
  writers,
  mode,
  isFound,
  actions,
  commands,
  hearts,
}: NoteItemProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const optionsId = useId();
  const seat = useSeat(session);
  const mayTouch = mayTouchNote(seat, note);
  const words = isBlank(note.text) ? boardText('emptyNote') : note.text;
  const isWriting = mode === 'write' && mayTouch;
  // A name that changed with every letter would be read aloud while one writes.
  const name = useRef('');
  if (!isWriting || name.current === '') name.current = excerptOf(words);
  const named = { text: name.current };
  return (
    <li
      className={`listNote paper-${note.voice}${isPaired ? ' listNote-paired' : ''}${isFound ? ' listNote-found' : ''}`}
      data-note={note.id}
    >
      {isWriting ? (
        <div data-control="write">
          <NoteEditor
            session={session}
            note={note}
            actions={actions}
            label={t('writeOn', named)}
            onClose={() => commands.onMode(note.id, undefined)}
            onTooLong={(leftOver) => commands.onTooLong(note.id, leftOver)}
          />
        </div>
      ) : (
        <NoteWords
          note={note}
          className="listNote-text"
          onPress={() => {
            if (mayTouch && window.getSelection()?.isCollapsed !== false) commands.onMode(note.id, 'write');
          }}
        />
      )}
      {note.handwriting && <Handwritten of={note.handwriting} />}
      <HardWords note={note} isWriting={isWriting} />
      {note.action && <ActionStrip action={note.action} />}
      <div className="listNote-foot">
        <VoiceMark voice={note.voice} name={authorName} isForChild={isForChild} />
        {editorName !== undefined && (
          <span className="listNote-editor">{boardText('changedBy', { name: editorName })}</span>
        )}
        {!mayTouch && note.voice === 'child' && !isForChild && (
          <span className="listNote-editor">{boardText('onlyChild', { name: authorName })}</span>
        )}
        <WhoReadsIt session={session} note={note} name={authorName} className="listNote-editor" />
        {differsFrom !== '' && (
          <span className="listNote-differs">{boardText('differFrom', { others: differsFrom })}</span>
        )}
        <NotSavedYet session={session} noteId={note.id} className="listNote-editor" />
        <GoalMark note={note} />
        <HeartSigns note={note} />
        {writers !== '' && <span className="listNote-writers">{t('isWriting', { names: writers })}</span>}
        {!session.mayWrite && !isBlank(note.text) && (
          <span className="listNote-buttons">
            <ReadAloud note={note} called={name.current} />
          </span>
        )}
        {session.mayWrite && (
          <span className="listNote-buttons">
            {mayTouch && (
              <Button
                data-control="write"
                variant={isWriting ? 'primary' : 'tertiary'}
                aria-label={isWriting ? t('doneWith', named) : t('writeOn', named)}
                onClick={() => commands.onMode(note.id, isWriting ? undefined : 'write')}
              >
                {isWriting ? <CheckmarkIcon aria-hidden /> : <PencilIcon aria-hidden />}
                <span>{isWriting ? boardText('done') : t('write')}</span>
              </Button>
            )}
            <Button
              data-control="options"
              variant="tertiary"
              aria-label={t('optionsFor', named)}
              aria-expanded={mode === 'options'}
              aria-controls={optionsId}
              onClick={() => commands.onMode(note.id, mode === 'options' ? undefined : 'options')}
            >
              <MenuElipsisHorizontalIcon aria-hidden />
              <span>{t('options')}</span>
            </Button>
          </span>
        )}
      </div>
      {mode === 'options' && (
        <NoteOptions id={optionsId} note={note} seat={seat} actions={actions} commands={commands} hearts={hearts} />
      )}
    </li>
  );
});
