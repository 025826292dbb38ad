import {
  drawStroke,
  eraseStroke,
  type InkColour,
  type NoteId,
  type ParticipantId,
  type StrokeId,
  type Voice,
} from '@duken/shared/board';
import { indexAtPoint, layOut, type SheetInput } from '@duken/shared/sheet';
import type { Cell, Template } from '@duken/shared/template';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DropTarget,
  fitArea,
  type Insets,
  reveal,
  type StageGestures,
  type StageRing,
  type Tool,
  Viewport,
} from '../canvas/index.ts';
import type { BoardSession } from '../sync/index.ts';
import { useLanguage } from '../texts/index.ts';
import { Anchored } from './Anchored.tsx';
import { type CanvasFocus, type Direction, firstFocus, focusedPlace, stepFocus } from './canvasFocus.ts';
import { deedOf } from './canvasKeys.ts';
import { areaOf, cellInSight, keyboardMove, pan, withMoved, zoom } from './canvasMoves.ts';
import { describeFocus, whereOf } from './describeNote.ts';
import { JourneyPanel } from './JourneyPanel.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteTools } from './NoteTools.tsx';
import { PeopleStage } from './PeopleStage.tsx';
import { SheetControls } from './SheetControls.tsx';
import { Toolbar } from './Toolbar.tsx';
import { type BoardActions, newId } from './useBoardActions.ts';
import { useBoard } from './useBoardSession.ts';
import { useSheetLook } from './useSheetLook.ts';
import { useStartView } from './useStartView.ts';
import { useWritingView } from './useWritingView.ts';

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
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  /** A note to open as soon as it is there: one that was made elsewhere. */
  readonly opens: NoteId | undefined;
}

interface OpenNote {
  readonly noteId: NoteId;
  readonly caretAt: number | undefined;
}

/** Room that the bars take, in CSS pixels. */
const insets: Insets = { top: 20, right: 24, bottom: 92, left: 24 };
/** The open note's tools lie below it, above the bar. */
const writingInsets: Insets = { ...insets, bottom: insets.bottom + 84 };
/** Width of a pen's line, in sheet units. */
const inkWidth = 5;

/** The duk on the table. */
export function CanvasView(props: CanvasViewProps): ReactNode {
  const { session, actions, template, sheet, folded } = props;
  const { t } = useTranslation('board');
  const language = useLanguage();
  const board = useBoard(session);
  const look = useSheetLook();
  const [viewport] = useState(() => new Viewport());
  const [open, setOpen] = useState<OpenNote>();
  const [focus, setFocus] = useState<CanvasFocus>();
  const [hasKeyboard, setHasKeyboard] = useState(false);
  const [tool, setTool] = useState<Tool>('hand');
  const [inkColour, setInkColour] = useState<InkColour>('ink');
  const [drag, setDrag] = useState<{ readonly noteId: NoteId; readonly target: DropTarget | undefined }>();
  const surface = useRef<HTMLDivElement>(null);

  const input = useMemo((): SheetInput => ({ ...sheet, board, template, folded }), [sheet, board, template, folded]);
  const layout = useMemo(() => layOut(input), [input]);
  const shown = useMemo(
    () => (drag?.target ? layOut({ ...input, board: withMoved(input.board, drag.noteId, drag.target) }) : layout),
    [input, drag, layout],
  );

  const openPlace = open && shown.notes.find(({ note }) => note.id === open.noteId);
  const leaveWritingView = useWritingView(viewport, openPlace, writingInsets);

  const showAll = useCallback(() => {
    viewport.glideTo(fitArea({ x: 0, y: 0, width: layout.width, height: layout.height }, viewport.stage(), insets));
  }, [viewport, layout]);

  useStartView(viewport, layout, insets);

  const openNote = useCallback(
    (noteId: NoteId, caretAt?: number) => {
      if (!session.mayWrite) return;
      setTool('hand');
      setFocus({ kind: 'note', noteId });
      setOpen({ noteId, caretAt });
    },
    [session],
  );

  const closeNote = useCallback(() => {
    if (!open) return;
    setOpen(undefined);
    actions.closeNote(open.noteId);
    surface.current?.focus({ preventScroll: true });
    leaveWritingView();
  }, [open, actions, leaveWritingView]);

  const makeNote = useCallback(
    (cell: Cell, before?: NoteId, text?: string) => {
      const id = actions.addNote(cell, props.voice, { ...(before ? { before } : {}), ...(text ? { text } : {}) });
      if (id) openNote(id);
    },
    [actions, props.voice, openNote],
  );

  const { opens } = props;
  useEffect(() => {
    if (opens) openNote(opens);
  }, [opens, openNote]);

  // Somebody else deleted the note, or folded cells hide it: the editor has nothing to lie on.
  useEffect(() => {
    if (open && !openPlace) setOpen(undefined);
  }, [open, openPlace]);

  const newNoteFromBar = (): void => {
    const cell = focus && focusedPlace(layout, focus)?.cell;
    const centre = cell ?? cellInSight(layout, viewport);
    if (open) closeNote();
    if (centre) makeNote(centre);
  };

  const gestures: StageGestures = {
    onOpenNote(noteId, at) {
      if (open?.noteId === noteId) return;
      if (open) actions.closeNote(open.noteId);
      const placed = layout.notes.find(({ note }) => note.id === noteId);
      const caretAt =
        placed && viewport.view().scale >= 0.6
          ? indexAtPoint(placed.box, { x: at.x - placed.x, y: at.y - placed.y })
          : undefined;
      if (session.mayWrite) openNote(noteId, caretAt);
      else setFocus({ kind: 'note', noteId });
    },
    onNewNote({ cell, before }) {
      if (open) closeNote();
      else makeNote(cell, before);
    },
    onDragNote: (noteId, target) => setDrag(target && { noteId, target }),
    onDropNote(noteId, target) {
      setDrag(undefined);
      actions.moveNote(noteId, target.cell, target.before);
      setFocus({ kind: 'note', noteId });
    },
    onDraw: (cell, points) =>
      void session.run((document) =>
        drawStroke(document, {
          id: newId() as StrokeId,
          cell,
          points,
          colour: inkColour,
          width: inkWidth,
          author: props.participantId as ParticipantId,
        }),
      ),
    onErase: (strokeId) =>
      void session.run((document) => eraseStroke(document, strokeId, props.participantId as ParticipantId)),
    onPoint: (point) => session.presence.point(point),
    onPressEmpty() {
      if (open) closeNote();
      else surface.current?.focus({ preventScroll: true });
      setHasKeyboard(false);
    },
  };

  const moveFocus = (direction: Direction): void => {
    setHasKeyboard(true);
    const next = focus ? stepFocus(layout, focus, direction) : firstFocus(layout);
    if (!next) return;
    setFocus(next);
    const place = focusedPlace(layout, next);
    if (place) viewport.glideTo(reveal(viewport.view(), place, viewport.stage(), insets));
  };

  /** Alt and an arrow moves the note itself: among its neighbours, or to the cell beside it. */
  const moveFocusedNote = (direction: Direction): void => {
    if (focus?.kind !== 'note' || !session.mayWrite) return;
    // A held key moves faster than the screen is drawn: each move starts from where the note lies, not from where it is shown.
    const now = layOut({ ...input, board: session.board() });
    const target = keyboardMove(now, focus.noteId, direction);
    if (target) actions.moveNote(focus.noteId, target.cell, target.before);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const deed = deedOf(event, session.mayWrite);
    if (!deed) return;
    event.preventDefault();
    if (deed.kind === 'pan') pan(viewport, layout, deed.direction);
    else if (deed.kind === 'step') moveFocus(deed.direction);
    else if (deed.kind === 'moveNote') moveFocusedNote(deed.direction);
    else if (deed.kind === 'zoom') zoom(viewport, deed.factor);
    else if (deed.kind === 'showAll') showAll();
    else if (deed.kind === 'undo') actions.undo();
    else if (deed.kind === 'redo') actions.redo();
    else if (deed.kind === 'newNote') newNoteFromBar();
    else if (deed.kind === 'pen') setTool(tool === 'pen' ? 'hand' : 'pen');
    else if (deed.kind === 'leave') {
      setTool('hand');
      setHasKeyboard(false);
    } else if (focus?.kind === 'note') {
      if (deed.kind === 'write') openNote(focus.noteId);
      else if (deed.kind === 'delete') actions.deleteNote(focus.noteId);
      else if (deed.kind === 'moveTo') props.onMove(focus.noteId);
      else props.onAction(focus.noteId);
    } else if (focus && deed.kind === 'write') makeNote(focus.cell);
  };

  const focusPlace = focus && focusedPlace(shown, focus);
  const rings: StageRing[] = [
    ...(focusPlace && hasKeyboard && !open
      ? [{ ...areaOf(focusPlace), colour: look.accent, isNote: focus.kind === 'note' }]
      : []),
    ...(openPlace ? [{ ...areaOf(openPlace), colour: look.accent, isNote: true }] : []),
  ];

  const themeNames = useMemo(
    () => new Map(template.themes.map(({ id, name }) => [id as string, name[language]])),
    [template, language],
  );
  const focusedWords =
    focus && hasKeyboard && !open ? describeFocus(focus, layout, { template, names: sheet.names, language, t }) : '';

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
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible')) {
            setHasKeyboard(true);
            setFocus((now) => now ?? firstFocus(layout));
          }
        }}
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
          editing={open?.noteId}
          rings={rings}
          gestures={gestures}
        >
          <SheetControls
            session={session}
            board={board}
            layout={shown}
            themeNames={themeNames}
            onToggleFold={props.onFold}
            onShowTheme={(theme) => {
              const row = layout.rows.find((candidate) => candidate.theme === theme);
              if (row)
                viewport.glideTo(
                  fitArea(
                    { x: 0, y: row.y - 20, width: layout.width, height: row.height + 40 },
                    viewport.stage(),
                    insets,
                    1.2,
                  ),
                );
            }}
            onMeeting={props.onMeeting}
          />
          {open && openPlace && (
            <NoteEditor
              key={open.noteId}
              session={session}
              note={openPlace.note}
              actions={actions}
              place={openPlace}
              {...(open.caretAt === undefined ? {} : { caretAt: open.caretAt })}
              label={t('editorLabel', { where: whereOf(openPlace.note.cell, template, language, t) })}
              onClose={closeNote}
              onTooLong={(leftOver) => props.onTooLong(open.noteId, leftOver)}
            />
          )}
        </PeopleStage>
      </div>
      {open && openPlace && (
        <Anchored viewport={viewport} area={openPlace} insets={insets}>
          <NoteTools
            note={openPlace.note}
            actions={actions}
            onMove={() => props.onMove(open.noteId)}
            onAction={() => props.onAction(open.noteId)}
            onClose={closeNote}
          />
        </Anchored>
      )}
      <Toolbar
        session={session}
        actions={actions}
        viewport={viewport}
        voice={props.voice}
        onVoice={props.onVoice}
        tool={tool}
        onTool={setTool}
        inkColour={inkColour}
        onInkColour={setInkColour}
        onNewNote={newNoteFromBar}
        onZoom={(factor) => zoom(viewport, factor)}
        onShowAll={showAll}
        onBin={props.onBin}
      />
      <JourneyPanel session={session} board={board} template={template} />
      <p className="ds-sr-only" aria-live="polite">
        {focusedWords}
      </p>
    </div>
  );
}
