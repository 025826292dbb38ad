import { Button } from '@digdir/designsystemet-react';
import { type Note, type NoteId, type NoteVoice, type Voice, voiceChoices } from '@duken/shared/board';
import { voiceSigns } from '@duken/shared/sheet';
import { ArrowRightIcon, CheckmarkIcon, PencilIcon, TasklistIcon, TrashIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, mayChangeVoice, mayTouchNote, type Seat, voicesFor } from '../session/index.ts';
import { AskChildButton } from './AskChildButton.tsx';
import { closeOnEscape } from './closeOnEscape.ts';
import { DifferButtons } from './DifferButtons.tsx';
import { GoalPicker } from './GoalPicker.tsx';
import { HeartButton } from './HeartButton.tsx';
import { NotSavedYet } from './NotSavedYet.tsx';
import type { BoardActions } from './useBoardActions.ts';
import type { Hearts } from './useHearts.ts';
import { WhoReadsIt } from './WhoReadsIt.tsx';
import { WriteUpButton } from './WriteUpDialog.tsx';
import { HardWords } from './words/HardWords.tsx';

interface NoteToolsProps {
  readonly session: BoardSession;
  readonly note: Note;
  readonly seat: Seat;
  /** Who last changed it, where that is somebody else than its author. */
  readonly editorName: string | undefined;
  /** Of a child's note: what the child that wrote it is called. */
  readonly childName: string | undefined;
  readonly actions: BoardActions;
  readonly hearts: Hearts;
  /** Opens the note for writing; undefined while it is open. */
  readonly onWrite: (() => void) | undefined;
  readonly onMove: () => void;
  readonly onAction: () => void;
  /** Writes a note of one's own beside it. */
  readonly onDiffer: (noteId: NoteId) => void;
  /** Puts the note down, or lets go of it. */
  readonly onClose: () => void;
}

/** What can be done with the note that is chosen, or open. */
export function NoteTools({
  session,
  note,
  seat,
  editorName,
  childName,
  actions,
  hearts,
  onWrite,
  onMove,
  onAction,
  onDiffer,
  onClose,
}: NoteToolsProps): ReactNode {
  const { t } = useTranslation('board');
  const tools = useRef<HTMLDivElement>(null);
  const mayTouch = mayTouchNote(seat, note);
  const isOpen = onWrite === undefined;
  // Without a text box the keyboard would have nowhere to be.
  useEffect(() => {
    if (isOpen && !mayTouch) tools.current?.querySelector('button')?.focus();
  }, [isOpen, mayTouch]);
  return (
    <div
      ref={tools}
      className="noteTools"
      role="toolbar"
      aria-label={t('noteTools')}
      onKeyDown={closeOnEscape(onClose)}
    >
      <HardWords note={note} isWriting={isOpen} />
      {!mayTouch && (
        <p className="noteTools-why">
          {childName === undefined ? t('childsNote') : `${t('onlyChild', { name: childName })}. ${t('childsNote')}`}
        </p>
      )}
      {childName !== undefined && (
        <WhoReadsIt session={session} note={note} name={childName} className="noteTools-why" />
      )}
      {editorName !== undefined && <p className="noteTools-editor">{t('changedBy', { name: editorName })}</p>}
      <NotSavedYet session={session} noteId={note.id} className="noteTools-editor" />
      {mayTouch && onWrite && (
        <Button variant="tertiary" data-size="sm" onClick={onWrite}>
          <PencilIcon aria-hidden />
          <span>{t('write')}</span>
        </Button>
      )}
      {mayChangeVoice(seat, note) && (
        <>
          <VoicePicker
            voice={note.voice}
            voices={voicesFor(seat, note)}
            onPick={(voice) => actions.setVoice(note.id, voice)}
          />
          <span className="noteTools-line" aria-hidden />
        </>
      )}
      <HeartButton note={note} hearts={hearts} isShort />
      {!isOpen && <GoalPicker note={note} seat={seat} onSay={(goal) => actions.setGoal(note.id, goal)} />}
      {!isOpen && <WriteUpButton note={note} seat={seat} isShort />}
      <Button variant="tertiary" data-size="sm" onClick={onAction}>
        <TasklistIcon aria-hidden />
        <span>{note.action ? t('changeAction') : t('makeAction')}</span>
      </Button>
      {!isOpen && <AskChildButton note={note} seat={seat} isShort />}
      {!isOpen && <DifferButtons note={note} actions={actions} onDiffer={onDiffer} isShort />}
      {mayTouch && (
        <>
          <Button variant="tertiary" data-size="sm" onClick={onMove}>
            <ArrowRightIcon aria-hidden />
            <span>{t('moveTo')}</span>
          </Button>
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() => {
              onClose();
              actions.deleteNote(note.id);
            }}
          >
            <TrashIcon aria-hidden />
            <span>{t('delete')}</span>
          </Button>
        </>
      )}
      {isOpen && (
        <>
          <span className="noteTools-line" aria-hidden />
          <Button data-size="sm" onClick={onClose}>
            <CheckmarkIcon aria-hidden />
            <span>{t('done')}</span>
          </Button>
        </>
      )}
    </div>
  );
}

interface VoicePickerProps {
  /** Undefined where several notes differ. */
  readonly voice: NoteVoice | undefined;
  /** Those that one was given. */
  readonly voices: readonly Voice[];
  readonly onPick: (voice: Voice) => void;
}

/** Whose voice: a sheet of each paper, with its sign; the word is read aloud, shown on hover and under the chosen one. */
export function VoicePicker({ voice, voices, onPick }: VoicePickerProps): ReactNode {
  const { t } = useTranslation('board');
  const chosen = voice === 'network' ? 'family' : voice;
  return (
    <fieldset className="voicePicker" aria-label={t('voice')}>
      {voiceChoices
        .filter((choice) => voices.includes(choice))
        .map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === chosen}
            aria-label={t(`voice_${choice}`)}
            title={t(`voice_${choice}`)}
            className={`voicePicker-one paper-${choice}`}
            onClick={() => onPick(choice)}
          >
            <svg viewBox="0 0 10 10" width="11" height="11" aria-hidden="true">
              <path d={voiceSigns[choice]} fill="currentColor" />
            </svg>
            {choice === chosen && <span className="voicePicker-word">{t(`voice_${choice}`)}</span>}
          </button>
        ))}
    </fieldset>
  );
}
