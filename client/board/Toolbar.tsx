import { Button } from '@digdir/designsystemet-react';
import { type InkColour, inkColours, type Voice } from '@duken/shared/board';
import {
  ArrowRedoIcon,
  ArrowUndoIcon,
  EraserIcon,
  ExpandIcon,
  MenuGridIcon,
  PencilLineIcon,
  PlusIcon,
  StaircaseIcon,
  TrashIcon,
  ZoomMinusIcon,
  ZoomPlusIcon,
} from '@navikt/aksel-icons';
import { type ReactNode, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tool, Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { VoicePicker } from './NoteTools.tsx';
import type { BoardActions } from './useBoardActions.ts';
import type { Hand } from './useCarried.ts';

interface ToolbarProps {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly voice: Voice;
  readonly voices: readonly Voice[];
  readonly onVoice: (voice: Voice) => void;
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
  readonly inkColour: InkColour;
  readonly onInkColour: (colour: InkColour) => void;
  /** Asks for a new note; `by` is what it was asked with, which is what it will be laid with. */
  readonly onNewNote: (by: Hand) => void;
  /** A new note is in the hand. */
  readonly isPlacing: boolean;
  readonly onZoom: (factor: number) => void;
  /** Whether all of the sheet is on screen now. */
  readonly seesAll: () => boolean;
  readonly onShowAll: () => void;
  readonly onTidy: () => void;
  readonly onBin: () => void;
  readonly isJourneyOpen: boolean;
  readonly onJourney: () => void;
}

/** The one bar below the sheet. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { session, actions, tool, onTool } = props;
  const { t } = useTranslation('board');
  const hand = useRef<Hand>('mouse');
  const canUndo = useSyncExternalStore(session.subscribe, () => session.canUndo());
  const canRedo = useSyncExternalStore(session.subscribe, () => session.canRedo());
  const seesAll = useSyncExternalStore(props.viewport.subscribe, props.seesAll);
  const percent = useSyncExternalStore(props.viewport.subscribe, props.viewport.percent);
  return (
    <div
      className={tool === 'hand' ? 'boardBar' : 'boardBar boardBar-inking'}
      role="toolbar"
      aria-label={t('tools')}
      data-size="sm"
    >
      {session.mayWrite && (
        <>
          <Button
            className="boardBar-new"
            aria-pressed={props.isPlacing}
            onPointerDown={(event) => {
              hand.current = event.pointerType === 'mouse' ? 'mouse' : 'touch';
            }}
            // A key's click counts no presses.
            onClick={(event) => props.onNewNote(event.detail === 0 ? 'keys' : hand.current)}
          >
            <PlusIcon aria-hidden />
            <span>{t('newNote')}</span>
          </Button>
          <VoicePicker voice={props.voice} voices={props.voices} onPick={props.onVoice} />
          <span className="boardBar-line" aria-hidden />
          <Button
            variant="tertiary"
            aria-pressed={tool === 'pen'}
            onClick={() => onTool(tool === 'pen' ? 'hand' : 'pen')}
          >
            <PencilLineIcon aria-hidden />
            <span className="boardBar-word">{t('pen')}</span>
          </Button>
          {tool !== 'hand' && (
            <>
              <InkPicker colour={props.inkColour} onPick={props.onInkColour} />
              <Button
                variant="tertiary"
                aria-pressed={tool === 'eraser'}
                onClick={() => onTool(tool === 'eraser' ? 'pen' : 'eraser')}
                title={t('eraserHint')}
              >
                <EraserIcon aria-hidden />
                <span className="boardBar-word">{t('eraser')}</span>
              </Button>
            </>
          )}
          <span className="boardBar-line" aria-hidden />
          <Button
            variant="tertiary"
            icon
            aria-label={t('undo')}
            title={t('undo')}
            disabled={!canUndo}
            onClick={actions.undo}
          >
            <ArrowUndoIcon aria-hidden />
          </Button>
          <Button
            variant="tertiary"
            icon
            aria-label={t('redo')}
            title={t('redo')}
            disabled={!canRedo}
            onClick={actions.redo}
          >
            <ArrowRedoIcon aria-hidden />
          </Button>
          <Button
            className="boardBar-bin"
            variant="tertiary"
            icon
            aria-label={t('bin')}
            title={t('bin')}
            onClick={props.onBin}
          >
            <TrashIcon aria-hidden />
          </Button>
          <span className="boardBar-line" aria-hidden />
        </>
      )}
      <Button
        variant="tertiary"
        icon
        className="boardBar-zoomStep"
        aria-label={t('zoomOut')}
        title={t('zoomOut')}
        onClick={() => props.onZoom(1 / 1.25)}
      >
        <ZoomMinusIcon aria-hidden />
      </Button>
      <output className="boardBar-zoom" aria-label={t('zoom')}>
        {`${percent} %`}
      </output>
      <Button
        variant="tertiary"
        icon
        className="boardBar-zoomStep"
        aria-label={t('zoomIn')}
        title={t('zoomIn')}
        onClick={() => props.onZoom(1.25)}
      >
        <ZoomPlusIcon aria-hidden />
      </Button>
      <Button variant="tertiary" aria-pressed={seesAll} onClick={props.onShowAll} title={t('showAllHint')}>
        <ExpandIcon aria-hidden />
        <span className="boardBar-word">{t('showAll')}</span>
      </Button>
      {session.mayWrite && (
        <Button variant="tertiary" icon aria-label={t('tidy')} title={t('tidyHint')} onClick={props.onTidy}>
          <MenuGridIcon aria-hidden />
        </Button>
      )}
      <span className="boardBar-line boardBar-journey" aria-hidden />
      <Button
        className="boardBar-journey"
        variant="tertiary"
        aria-expanded={props.isJourneyOpen}
        title={t('journeyHint')}
        onClick={props.onJourney}
      >
        <StaircaseIcon aria-hidden />
        <span className="boardBar-word">{t('journeyShort')}</span>
      </Button>
    </div>
  );
}

function InkPicker({
  colour,
  onPick,
}: {
  readonly colour: InkColour;
  readonly onPick: (colour: InkColour) => void;
}): ReactNode {
  const { t } = useTranslation('ink');
  return (
    <fieldset className="voicePicker" aria-label={t('colour')}>
      {inkColours.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === colour}
          aria-label={t(choice)}
          title={t(choice)}
          className={`voicePicker-one ink-${choice}`}
          onClick={() => onPick(choice)}
        >
          <span className="ink-dot" />
        </button>
      ))}
    </fieldset>
  );
}
