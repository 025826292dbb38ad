import type { InkColour, NoteId, Voice } from '@duken/shared/board';
import { inOtherWords, layOut, type PlacedNote, type SheetInput, tidyForm } from '@duken/shared/sheet';
import { inLanguage, type Template } from '@duken/shared/template';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fitArea,
  fitInTurn,
  hearEveryFinger,
  type Insets,
  isAllSeen,
  isSharedStage,
  PrintedSheet,
  type Rect,
  reveal,
  type StageRing,
  type Tool,
  Viewport,
} from '../canvas/index.ts';
import { type BoardSession, mayTouchNote } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { Again } from '../ui/index.ts';
import { Anchored } from './Anchored.tsx';
import { LitCells } from './CarriedNote.tsx';
import { focusedPlace } from './canvasFocus.ts';
import { areaAround, areaOf, layOutMoved, noteAfter, onScreen, zoom } from './canvasMoves.ts';
import { childNameOf } from './childNameOf.ts';
import { describeFocus, whereOf } from './describeNote.ts';
import { editorOf } from './editorOf.ts';
import { JourneyPanel, useJourneyPanel } from './JourneyPanel.tsx';
import { LandedSign } from './LandedSign.tsx';
import { NoteTools } from './NoteTools.tsx';
import { ownOfTwo } from './ownOfTwo.ts';
import { PeopleStage } from './PeopleStage.tsx';
import { PlacingParts } from './PlacingParts.tsx';
import { NoteWords } from './reading/NoteWords.tsx';
import { useReadingHere } from './reading/useReading.ts';
import { SelectionTools } from './SelectionTools.tsx';
import { SheetControls } from './SheetControls.tsx';
import { SheetInWords } from './SheetInWords.tsx';
import { StripControls } from './StripControls.tsx';
import { areAtRest, inkWidth, type NoteDrags, sheetGestures, withDrag } from './sheetGestures.ts';
import { Toolbar } from './Toolbar.tsx';
import type { BoardActions } from './useBoardActions.ts';
import { useBoard, useSeat, useUnsavedNotes } from './useBoardSession.ts';
import type { CommandFailure } from './useCommandText.ts';
import { useFittedView } from './useFittedView.ts';
import { type NoteToSee, useGoToNote } from './useGoToNote.ts';
import { useGoToPart } from './useGoToPart.ts';
import type { ThingToSee } from './useGuide.ts';
import type { Hearts } from './useHearts.ts';
import { useOpenNote } from './useOpenNote.ts';
import { usePlacing } from './usePlacing.ts';
import { useSelection } from './useSelection.ts';
import { sheetKeys, useSheetFocus } from './useSheetKeys.ts';
import { useSheetLook } from './useSheetLook.ts';
import { useHeardOnce, useStanding } from './useStanding.ts';
import { WritingPaper } from './WritingPaper.tsx';

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
  readonly onMove: (noteIds: readonly NoteId[]) => void;
  readonly onAction: (noteId: NoteId) => void;
  /** Writes a note of one's own beside another. */
  readonly onDiffer: (noteId: NoteId) => void;
  readonly onBin: () => void;
  readonly onMeeting: (() => void) | undefined;
  /** Somebody else took away the note one was writing on. */
  readonly onGone: (noteId: NoteId) => void;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  /** A finger came beside the note that is written on, and may be another's. */
  readonly onOthersTap: () => void;
  readonly onFailure: (failure: CommandFailure) => void;
  /** A note to open as soon as it is there: one that was made elsewhere. */
  readonly opens: NoteId | undefined;
  /** A note to have in sight: one that an address leads to. */
  readonly shows: NoteId | undefined;
  /** The note that search has come to. */
  readonly found: NoteToSee | undefined;
  /** What the guided meeting has asked to see. */
  readonly sees: ThingToSee | undefined;
  readonly hearts: Hearts;
  /** Whether people sit round the screen. */
  readonly isAround: boolean;
  /** How far it has come from meeting to meeting; absent for whoever may read no plan of it. */
  readonly overTime: ReactNode;
  /** Where the keyboard is now, or was last: its theme. */
  readonly onStand: (theme: string) => void;
}

const nothingFolded: ReadonlySet<string> = new Set();
const noDrags: NoteDrags = new Map();
/** Room that the bars take, in CSS pixels. */
const insets: Insets = { top: 10, right: 16, bottom: 78, left: 16 };
/** The open note's tools lie below it, above the bar; above it are the headings that stay at the edge. */
const writingInsets: Insets = { ...insets, top: 46, bottom: insets.bottom + 84 };
/** How near *Gå til* comes: a little past full size, so that a small theme does not fill the table. */
const themeScale = 1.2;
/** How near one comes to a note that an address leads to: near enough to read it, with what lies round it. */
const readingScale = 0.9;

/** The duk on the table. */
export function CanvasView(props: CanvasViewProps): ReactNode {
  const { session, actions, template, sheet, folded } = props;
  const { t } = useTranslation('board');
  const language = useLanguage();
  const board = useBoard(session);
  const reading = useReadingHere();
  const seat = useSeat(session);
  const look = useSheetLook();
  const unsaved = useUnsavedNotes(session);
  const [viewport] = useState(() => new Viewport());
  const [tool, setTool] = useState<Tool>('hand');
  const [inkColour, setInkColour] = useState<InkColour>('ink');
  const [drags, setDrags] = useState(noDrags);
  const [frame, setFrame] = useState<Rect>();
  /** What has the keyboard while one is on the sheet, and what the pointers go over. Nothing lies within the first: phones' screen readers pass over that. */
  const surface = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const at = useSheetFocus();
  const { focus, focusNote } = at;

  const input = useMemo((): SheetInput => ({ ...sheet, board, template, folded }), [sheet, board, template, folded]);
  const layout = useMemo(() => layOut(input), [input]);
  const shown = useMemo(() => (drags.size > 0 ? layOutMoved(input, drags) : layout), [input, drags, layout]);
  useEffect(() => hearEveryFinger(document), []);
  useFittedView(viewport, layout, insets);
  useGoToPart(props.sees, { layout, viewport, insets, folded, onUnfold: props.onFold });
  const journey = useJourneyPanel(props.sees?.kind === 'journey' ? props.sees : undefined);
  const selection = useSelection(shown);
  const { choose } = selection;

  const onOpen = useCallback(
    (noteId: NoteId) => {
      setTool('hand');
      focusNote(noteId);
      choose(noteId);
    },
    [focusNote, choose],
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
  const seesAll = (): boolean => isAllSeen(viewport.target(), { x: 0, y: 0, ...layout }, viewport.stage(), insets);
  const tidy = (): void => actions.tidy(tidyForm(input));
  const leave = (): void => {
    selection.clear();
    surface.current?.focus({ preventScroll: true });
  };
  const placing = usePlacing({
    session,
    actions,
    layout,
    voice: props.voice,
    surface,
    isShared: () => isSharedStage(viewport.stage()),
    focus: at,
    note,
    selection,
  });
  const { carried } = placing;
  const shownNote = useMemo((): NoteToSee | undefined => props.shows && { noteId: props.shows }, [props.shows]);
  const seeNote = { board, layout, viewport, folded, onUnfold: props.onFold };
  useGoToNote(shownNote, {
    ...seeNote,
    onArrive(placed) {
      viewport.set(fitArea(areaOf(placed), viewport.stage(), insets, readingScale));
      focusNote(placed.note.id);
      at.show(true);
    },
  });
  const arrive = (placed: PlacedNote): void => {
    focusNote(placed.note.id);
    choose(placed.note.id);
    viewport.glideTo(reveal(viewport.target(), placed, viewport.stage(), writingInsets));
  };
  useGoToNote(props.found, { ...seeNote, onArrive: arrive });
  const [wanted, setWanted] = useState<NoteToSee>();
  useGoToNote(wanted, { ...seeNote, onArrive: arrive });

  const gestures = sheetGestures({
    session,
    participantId: props.participantId,
    actions,
    viewport,
    layout: shown,
    note,
    selection,
    inkColour,
    drags,
    onDrag: (noteId, target, chosen) => setDrags((before) => withDrag(before, noteId, target, chosen)),
    onFrame: setFrame,
    onPlace: placing.place,
    onFocusNote(noteId) {
      focusNote(noteId);
      // A finger's press gives nothing the keyboard.
      surface.current?.focus({ preventScroll: true });
    },
    onOthersTap: props.onOthersTap,
    onFailure: (failure) => props.onFailure(failure),
    onPressEmpty() {
      if (note.noteId) note.close();
      leave();
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
    selection,
    onNewNote: () => placing.newNote('keys'),
    onDuplicate: placing.duplicate,
    onShowAll: showAll,
    onPen: (isOn) => setTool(isOn === 'toggle' && tool !== 'pen' ? 'pen' : 'hand'),
    onMove: props.onMove,
    onAction: props.onAction,
  });

  const focusPlace = focus && at.isShown && !note.noteId ? focusedPlace(shown, focus) : undefined;
  const chosen = selection.notes;
  const twoToPair =
    chosen.length === 2
      ? ownOfTwo(
          seat,
          layout.notes.map((placed) => placed.note),
          chosen.map((placed) => placed.note),
        )
      : undefined;
  const [only] = chosen;
  const rings: StageRing[] = [
    ...(focusPlace ? [{ ...areaOf(focusPlace), colour: look.accent, isNote: focus?.kind === 'note' }] : []),
    ...chosen.map((placed) => ({ ...areaOf(placed), colour: look.accent, isNote: true })),
  ];
  const { place } = note;
  const areaNow = (): Rect => {
    const paper = place && note.placeNow();
    if (paper) return { ...paper, width: place.box.width * paper.scale, height: place.box.height * paper.scale };
    return onScreen(viewport.view(), areaAround(chosen) ?? { x: 0, y: 0, width: 0, height: 0 });
  };
  // The note one writes in says its own words.
  const painted = useMemo(
    () => inOtherWords(shown, (one) => (one.id === note.noteId ? undefined : reading.wordsFor(one)?.text)),
    [shown, note.noteId, reading],
  );
  const mayHaveTools = !carried && chosen.length > 0 && areAtRest(chosen, drags);
  const slip = mayHaveTools && only && chosen.length === 1 && !place && reading.wordsFor(only.note);
  const hasTools = session.mayWrite && mayHaveTools;

  const isEmpty = board.notes.length === 0 && board.strokes.length === 0;
  const themeNames = useMemo(
    () => new Map(template.themes.map(({ id, name }) => [id as string, inLanguage(name, language)])),
    [template, language],
  );
  const noteWords = { template, names: sheet.names, helpers: sheet.helpers, language, t };
  const isWriting = note.noteId !== undefined;
  const standing = useStanding({ session, at, layout, bin: board.bin, names: sheet.names, isWriting });
  const focusedWords = useHeardOnce(
    focusPlace && standing.of,
    focus && focusPlace && standing.lost !== undefined
      ? `${standing.lost}${describeFocus(focus, layout, noteWords)}`
      : '',
  );
  const { onStand } = props;
  const theme = focusPlace?.cell.theme;
  useEffect(() => {
    if (theme !== undefined) onStand(theme);
  }, [theme, onStand]);
  const goTo = useRef<(noteId: NoteId) => void>(undefined);
  goTo.current = (noteId) => {
    const placed = shown.notes.find((each) => each.note.id === noteId);
    if (placed && session.mayWrite && mayTouchNote(seat, placed.note)) note.open(noteId);
    else setWanted({ noteId });
  };
  const goToNote = useCallback((noteId: NoteId) => goTo.current?.(noteId), []);

  return (
    <div className="canvasView">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hands the keyboard on to the application within it. */}
      <div
        ref={area}
        className="canvasView-surface"
        // A press on the sheet takes the keyboard here, and so to what has its keys.
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target === event.currentTarget) surface.current?.focus({ preventScroll: true });
        }}
      >
        <div
          ref={surface}
          className="canvasView-keys"
          role="application"
          aria-roledescription={t('canvasRole')}
          aria-label={t('canvasLabel')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the arrow keys itself; the sheet in words is the way for those who do not see it.
          tabIndex={0}
          {...keys}
        />
        <PeopleStage
          session={session}
          names={sheet.names}
          showsPointers={props.showsPointers}
          layout={painted}
          atRest={layout}
          ownLayout={shown}
          look={look}
          viewport={viewport}
          tool={carried ? 'place' : tool}
          inkColour={inkColour}
          inkWidth={inkWidth}
          mayWrite={session.mayWrite}
          editing={note.noteId}
          unsaved={unsaved}
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
          {hasTools && only && chosen.length === 1 && !place && (
            <StripControls
              key={only.note.id}
              placed={only}
              actions={actions}
              onWho={() => props.onAction(only.note.id)}
              onFailure={props.onFailure}
            />
          )}
          {carried && <LitCells carried={carried} layout={layout} viewport={viewport} surface={area} />}
          {frame && (
            <div className="frame" style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }} />
          )}
          {place && mayTouchNote(seat, place.note) && (
            <WritingPaper
              key={place.note.id}
              session={session}
              actions={actions}
              viewport={viewport}
              open={note}
              placed={place}
              isAround={props.isAround}
              label={t('editorLabel', { where: whereOf(place.note.cell, template, language, t) })}
              onTooLong={(leftOver) => note.noteId && props.onTooLong(note.noteId, leftOver)}
              onPastedList={(items, text) => {
                const { id, cell } = place.note;
                placing.setPasted({ items, text, target: { cell, before: noteAfter(layout, id) } });
                note.close();
              }}
            />
          )}
        </PeopleStage>
      </div>
      <SheetInWords
        session={session}
        notes={board.notes}
        strokes={board.strokes}
        template={template}
        names={sheet.names}
        helpers={sheet.helpers}
        onGo={goToNote}
      />
      {(hasTools || slip) && (
        <Anchored viewport={viewport} areaNow={areaNow} insets={insets}>
          {slip && only && (
            <div className="translationSlip">
              <NoteWords key={only.note.id} note={only.note} className="listNote-text" />
            </div>
          )}
          {!hasTools ? null : only && chosen.length === 1 && !selection.isAdding ? (
            <NoteTools
              key={only.note.id}
              session={session}
              note={only.note}
              seat={seat}
              editorName={editorOf(only.note, sheet.names)}
              childName={childNameOf(only.note, sheet.names, sheet.helpers)}
              hearts={props.hearts}
              actions={actions}
              onWrite={place ? undefined : () => note.open(only.note.id)}
              onMove={() => props.onMove([only.note.id])}
              onAction={() => props.onAction(only.note.id)}
              onDiffer={props.onDiffer}
              onClose={place ? note.close : leave}
            />
          ) : (
            <SelectionTools
              notes={chosen.map((placed) => placed.note)}
              seat={seat}
              onVoice={(voice) => actions.setVoices(idsOf(chosen), voice)}
              onPair={twoToPair && (() => actions.pairTwo(twoToPair.noteId, twoToPair.beside))}
              onMove={() => props.onMove(idsOf(chosen))}
              onDelete={() => {
                actions.deleteNotes(idsOf(chosen));
                leave();
              }}
              onClose={leave}
            />
          )}
        </Anchored>
      )}
      <PlacingParts placing={placing} template={template} voice={props.voice} viewport={viewport} surface={area} />
      <PrintedSheet layOut={() => layOut({ ...input, folded: nothingFolded })} />
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
        onNewNote={placing.newNote}
        isPlacing={carried !== undefined}
        onZoom={(factor) => zoom(viewport, factor)}
        seesAll={seesAll}
        onShowAll={showAll}
        onTidy={tidy}
        onBin={props.onBin}
        isJourneyOpen={journey.isOpen}
        onJourney={journey.toggle}
      />
      <LandedSign session={session} viewport={viewport} layout={shown} insets={insets} names={sheet.names} />
      {isEmpty && session.mayWrite && !carried && (
        <p className="emptySheet">{t(isForFingers() ? 'emptySheetTouch' : 'emptySheet')}</p>
      )}
      {journey.isOpen && (
        <JourneyPanel
          session={session}
          board={board}
          template={template}
          isOpen
          onToggle={journey.toggle}
          overTime={props.overTime}
        />
      )}
      <p className="ds-sr-only" aria-live="polite">
        <Again words={focusedWords} of={standing.of} />
      </p>
    </div>
  );
}

/** Whether people here mostly press with their fingers. */
function isForFingers(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

function idsOf(places: readonly PlacedNote[]): readonly NoteId[] {
  return places.map(({ note }) => note.id);
}
