import type { InkColour, NoteId, Voice } from '@duken/shared/board';
import { layOut, type SheetInput, tidyForm } from '@duken/shared/sheet';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DropTarget,
  fitArea,
  fitInTurn,
  fontFamily,
  type Insets,
  isAllSeen,
  type StageRing,
  type Tool,
  Viewport,
} from '../canvas/index.ts';
import { type BoardSession, mayTouchNote } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { Anchored } from './Anchored.tsx';
import { focusedPlace } from './canvasFocus.ts';
import { areaOf, cellInSight, withMoved, zoom } from './canvasMoves.ts';
import { describeFocus, whereOf } from './describeNote.ts';
import { JourneyPanel, useJourneyPanel } from './JourneyPanel.tsx';
import { LandedSign } from './LandedSign.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteTools } from './NoteTools.tsx';
import { PeopleStage } from './PeopleStage.tsx';
import { SheetControls } from './SheetControls.tsx';
import { inkWidth, sheetGestures } from './sheetGestures.ts';
import { Toolbar } from './Toolbar.tsx';
import type { BoardActions } from './useBoardActions.ts';
import { useBoard, useSeat } from './useBoardSession.ts';
import type { CommandFailure } from './useCommandText.ts';
import { useFittedView } from './useFittedView.ts';
import { useOpenNote } from './useOpenNote.ts';
import { sheetKeys, useSheetFocus } from './useSheetKeys.ts';
import { useSheetLook } from './useSheetLook.ts';
import { useShownNote } from './useShownNote.ts';

interface CanvasViewProps {
  readonly session: BoardSession;
  readonly participantId: string;
  readonly template: Template;
  readonly actions: BoardActions;
  readonly sheet: Omit<SheetInput, 'board' | 'folded' | 'template'>;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (theme: string) => void;
  readonly showsPointers: boolean;
  readonly voice: Voice;
  readonly onVoice: (voice: Voice) => void;
  readonly onMove: (noteId: NoteId) => void;
  readonly onAction: (noteId: NoteId) => void;
  readonly onBin: () => void;
  readonly onMeeting: (() => void) | undefined;
  /** Somebody else took away the note one was writing on. */
  readonly onGone: () => void;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  readonly onFailure: (failure: CommandFailure) => void;
  /** A note to open as soon as it is there: one that was made elsewhere. */
  readonly opens: NoteId | undefined;
  /** A note to have in sight: one that an address leads to. */
  readonly shows: NoteId | undefined;
}

/** Room that the bars take, in CSS pixels. */
const insets: Insets = { top: 10, right: 16, bottom: 78, left: 16 };
/** The open note's tools lie below it, above the bar. */
const writingInsets: Insets = { ...insets, bottom: insets.bottom + 84 };
/** How near *Vis bare dette* comes: a little past full size, so that a small theme does not fill the table. */
const themeScale = 1.2;

/** The duk on the table. */
export function CanvasView(props: CanvasViewProps): ReactNode {
  const { session, actions, template, sheet, folded } = props;
  const { t } = useTranslation('board');
  const language = useLanguage();
  const board = useBoard(session);
  const seat = useSeat(session);
  const look = useSheetLook();
  const [viewport] = useState(() => new Viewport());
  const [tool, setTool] = useState<Tool>('hand');
  const [inkColour, setInkColour] = useState<InkColour>('ink');
  const [drag, setDrag] = useState<{ readonly noteId: NoteId; readonly target: DropTarget }>();
  const surface = useRef<HTMLDivElement>(null);
  const at = useSheetFocus();
  const { focus, focusNote } = at;

  const input = useMemo((): SheetInput => ({ ...sheet, board, template, folded }), [sheet, board, template, folded]);
  const layout = useMemo(() => layOut(input), [input]);
  const shown = useMemo(
    () => (drag ? layOut({ ...input, board: withMoved(input.board, drag.noteId, drag.target) }) : layout),
    [input, drag, layout],
  );
  useFittedView(viewport, layout, insets);
  const journey = useJourneyPanel();

  const onOpen = useCallback(
    (noteId: NoteId) => {
      setTool('hand');
      focusNote(noteId);
    },
    [focusNote],
  );
  const note = useOpenNote({
    session,
    actions,
    viewport,
    layout: shown,
    insets: writingInsets,
    surface,
    voice: props.voice,
    opens: props.opens,
    onOpen,
    onGone: props.onGone,
  });

  const show = (y: number, height: number, largest?: number): void =>
    viewport.glideTo(fitArea({ x: 0, y, width: layout.width, height }, viewport.stage(), insets, largest));
  const showAll = (): void =>
    viewport.glideTo(fitInTurn(viewport.target(), { x: 0, y: 0, ...layout }, viewport.stage(), insets));
  const showTheme = (theme: string): void => {
    const row = layout.rows.find((candidate) => candidate.theme === theme);
    if (row) show(row.y - 20, row.height + 40, themeScale);
  };
  useShownNote(viewport, layout, props.shows, insets, at);
  const seesAll = (): boolean => isAllSeen(viewport.target(), { x: 0, y: 0, ...layout }, viewport.stage(), insets);
  const tidy = (): void => actions.tidy(tidyForm(input));
  const newNote = (): void => {
    const cell = (focus && focusedPlace(layout, focus)?.cell) ?? cellInSight(layout, viewport);
    note.close();
    if (cell) note.make(cell);
  };

  const gestures = sheetGestures({
    session,
    participantId: props.participantId,
    actions,
    viewport,
    layout,
    note,
    inkColour,
    onDrag: setDrag,
    onFocusNote: focusNote,
    onFailure: (failure) => props.onFailure(failure),
    onPressEmpty() {
      if (note.noteId) note.close();
      else surface.current?.focus({ preventScroll: true });
      at.show(false);
    },
  });
  const keys = sheetKeys({
    session,
    actions,
    viewport,
    insets,
    layout,
    layoutNow: () => layOut({ ...input, board: session.board() }),
    focus: at,
    note,
    onNewNote: newNote,
    onShowAll: showAll,
    onPen: (isOn) => setTool(isOn === 'toggle' && tool !== 'pen' ? 'pen' : 'hand'),
    onMove: props.onMove,
    onAction: props.onAction,
  });

  const focusPlace = focus && at.isShown && !note.noteId ? focusedPlace(shown, focus) : undefined;
  const rings: StageRing[] = [
    ...(focusPlace ? [{ ...areaOf(focusPlace), colour: look.accent, isNote: focus?.kind === 'note' }] : []),
    ...(note.place ? [{ ...areaOf(note.place), colour: look.accent, isNote: true }] : []),
  ];

  const isEmpty = board.notes.length === 0 && board.strokes.length === 0;
  const themeNames = useMemo(
    () => new Map(template.themes.map(({ id, name }) => [id as string, name[language]])),
    [template, language],
  );
  const focusedWords =
    focus && focusPlace ? describeFocus(focus, layout, { template, names: sheet.names, language, t }) : '';

  return (
    <div className="canvasView">
      <div
        ref={surface}
        className="canvasView-surface"
        role="application"
        aria-roledescription={t('canvasRole')}
        aria-label={t('canvasLabel')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the arrow keys itself; the list is the way for those who do not see it.
        tabIndex={0}
        {...keys}
      >
        <PeopleStage
          session={session}
          names={sheet.names}
          showsPointers={props.showsPointers}
          layout={shown}
          look={look}
          viewport={viewport}
          tool={tool}
          inkColour={inkColour}
          inkWidth={inkWidth}
          mayWrite={session.mayWrite}
          editing={note.noteId}
          rings={rings}
          gestures={gestures}
        >
          <SheetControls
            session={session}
            board={board}
            layout={shown}
            themeNames={themeNames}
            onToggleFold={props.onFold}
            onShowTheme={showTheme}
            actions={actions}
            onMeeting={props.onMeeting}
          />
          {note.place && mayTouchNote(seat, note.place.note) && (
            <NoteEditor
              key={note.place.note.id}
              session={session}
              note={note.place.note}
              actions={actions}
              place={{ ...note.place, fontFamily }}
              {...(note.caretAt === undefined ? {} : { caretAt: note.caretAt })}
              label={t('editorLabel', { where: whereOf(note.place.note.cell, template, language, t) })}
              onCaret={note.followCaret}
              onClose={note.close}
              onTooLong={(leftOver) => note.noteId && props.onTooLong(note.noteId, leftOver)}
            />
          )}
        </PeopleStage>
      </div>
      {note.place && (
        <Anchored viewport={viewport} area={note.place} insets={insets}>
          <NoteTools
            note={note.place.note}
            seat={seat}
            actions={actions}
            onMove={() => note.noteId && props.onMove(note.noteId)}
            onAction={() => note.noteId && props.onAction(note.noteId)}
            onClose={note.close}
          />
        </Anchored>
      )}
      <Toolbar
        session={session}
        actions={actions}
        viewport={viewport}
        voice={props.voice}
        voices={seat.voices}
        onVoice={props.onVoice}
        tool={tool}
        onTool={setTool}
        inkColour={inkColour}
        onInkColour={setInkColour}
        onNewNote={newNote}
        onZoom={(factor) => zoom(viewport, factor)}
        seesAll={seesAll}
        onShowAll={showAll}
        onTidy={tidy}
        onBin={props.onBin}
        isJourneyOpen={journey.isOpen}
        onJourney={journey.toggle}
      />
      <LandedSign session={session} viewport={viewport} layout={shown} insets={insets} names={sheet.names} />
      {isEmpty && session.mayWrite && <p className="emptySheet">{t('emptySheet')}</p>}
      {journey.isOpen && (
        <JourneyPanel session={session} board={board} template={template} isOpen onToggle={journey.toggle} />
      )}
      <p className="ds-sr-only" aria-live="polite">
        {focusedWords}
      </p>
    </div>
  );
}
