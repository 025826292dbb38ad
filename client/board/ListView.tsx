import { Button } from '@digdir/designsystemet-react';
import type { Note, NoteId, ParticipantId, Voice } from '@duken/shared/board';
import type { SheetInput } from '@duken/shared/sheet';
import type { Template } from '@duken/shared/template';
import { PlusIcon } from '@navikt/aksel-icons';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { Aloud } from '../ui/index.ts';
import type { AskedNow, KeptQuiet } from './boardSlots.ts';
import { JourneyPanel, useJourneyPanel } from './JourneyPanel.tsx';
import './list.css';
import { AboutPlan } from './list/AboutPlan.tsx';
import { ActionList } from './list/ActionList.tsx';
import { Composer } from './list/Composer.tsx';
import { Drawings } from './list/Drawings.tsx';
import { ListTools } from './list/ListTools.tsx';
import { NoteList, type OpenedNote } from './list/NoteList.tsx';
import { type PlaceInCell, placeInCell } from './list/neighbours.ts';
import type { NoteCommands } from './list/noteCommands.ts';
import { useKeptFocus } from './list/useKeptFocus.ts';
import { useWriters } from './list/useWriters.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useBoard } from './useBoardSession.ts';
import type { NoteToSee } from './useGoToNote.ts';
import type { ThingToSee } from './useGuide.ts';
import type { Hearts } from './useHearts.ts';

export interface ListViewProps {
  readonly session: BoardSession;
  /** All notes by theme and column, or only the tiltak. */
  readonly only: 'all' | 'actions';
  readonly template: Template;
  readonly actions: BoardActions;
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** Those who were let write for a child. */
  readonly helpers: ReadonlySet<ParticipantId>;
  readonly voice: Voice;
  readonly onVoice: (voice: Voice) => void;
  readonly onMove: (noteId: NoteId) => void;
  readonly onAction: (noteId: NoteId) => void;
  /** Writes a note of one's own beside another. */
  readonly onDiffer: (noteId: NoteId) => void;
  /** Goes to a note on the duk. */
  readonly onShow: (noteId: NoteId) => void;
  readonly onBin: () => void;
  readonly meeting: SheetInput['meeting'];
  /** Opens the meeting's own panel; undefined for those who do not lead. */
  readonly onMeeting: (() => void) | undefined;
  /** Somebody else took away the note one was writing on. */
  readonly onGone: (noteId: NoteId) => void;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  /** A note to open as soon as it is there. */
  readonly opens: NoteId | undefined;
  /** A note to have in sight: one that an address leads to. */
  readonly shows: NoteId | undefined;
  /** The note that search has come to. */
  readonly found: NoteToSee | undefined;
  /** What the guided meeting has asked to see. */
  readonly sees: ThingToSee | undefined;
  /** The question of the guided meeting that what one writes answers. */
  readonly asked: AskedNow | undefined;
  readonly hearts: Hearts;
  /** How far it has come from meeting to meeting; absent for whoever may read no plan of it. */
  readonly overTime: ReactNode;
  /** Where the keyboard is now, or was last: its theme. */
  readonly onStand: (theme: string) => void;
  /** Keeps what one has begun to oneself. */
  readonly onQuiet: (given: KeptQuiet) => void;
}

/** The same duk as headings and lists: everything the canvas can do, for a phone, a keyboard or a screen reader alone. */
export function ListView(props: ListViewProps): ReactNode {
  const { session, template, actions, onStand } = props;
  const board = useBoard(session);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices in which theme one is.
    <div
      className={props.only === 'all' ? 'listView' : 'listView listView-actions'}
      onFocus={({ target }) => {
        const noteId = target.closest<HTMLElement>('[data-note]')?.dataset.note;
        const note = noteId === undefined ? undefined : session.board().notes.find(({ id }) => id === noteId);
        if (note) onStand(note.cell.theme);
      }}
    >
      {props.only === 'all' ? (
        <WholeDuk {...props} />
      ) : (
        <ActionList
          notes={board.notes}
          template={template}
          mayWrite={session.mayWrite}
          actions={actions}
          voice={props.voice}
          ledBoard={props.onMeeting && session.boardId}
          onAction={props.onAction}
          onShow={props.onShow}
        />
      )}
      {props.only === 'actions' && <ListTools session={session} actions={actions} onBin={props.onBin} />}
    </div>
  );
}

function WholeDuk(props: ListViewProps): ReactNode {
  const { session, template, names, helpers, actions, opens, shows } = props;
  const journey = useJourneyPanel(props.sees?.kind === 'journey' ? props.sees : undefined);
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const board = useBoard(session);
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list);
  const [open, setOpen] = useState<OpenedNote>();
  const [stepped, setStepped] = useState<PlaceInCell>();
  const writers = useWriters(session, names, boardText('someone'));
  const commands = useCommands(props, open, setOpen, setStepped);
  const horizons = useMemo(
    () => ({ short: board.horizonShort, long: board.horizonLong }),
    [board.horizonShort, board.horizonLong],
  );

  // A note that was made elsewhere, such as what did not fit on another.
  const { onMode } = commands;
  useEffect(() => {
    if (opens) onMode(opens, 'write');
  }, [opens, onMode]);
  useEffect(() => {
    const item = shows && list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(shows)}"]`);
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.querySelector('button')?.focus({ preventScroll: true });
  }, [shows]);

  const { found, sees } = props;
  useSeePart(list, sees);
  const box = useRef<HTMLTextAreaElement>(null);
  const [laid, setLaid] = useLaidInSight(list, board.notes);
  useEffect(() => {
    if (!found) return;
    list.current?.querySelector(`[data-note="${CSS.escape(found.noteId)}"]`)?.scrollIntoView({ block: 'center' });
  }, [found]);

  // Somebody else deleted the note that is open here.
  const isGone = open !== undefined && !board.notes.some(({ id }) => id === open.noteId);
  const { onGone } = props;
  useEffect(() => {
    if (!isGone) return;
    if (open?.mode === 'write') onGone(open.noteId);
    setOpen(undefined);
  }, [isGone, open, onGone]);

  return (
    <>
      <div className="listView-side">
        {session.mayWrite && (
          <Composer
            session={session}
            template={template}
            actions={actions}
            voice={props.voice}
            onVoice={props.onVoice}
            asked={props.asked}
            onQuiet={props.onQuiet}
            onLaid={(noteId, staysThere) => setLaid({ noteId, staysThere })}
            box={box}
          />
        )}
        <ListTools session={session} actions={actions} onBin={props.onBin} />
      </div>
      <div className="listView-notes" ref={list}>
        {board.notes.length + board.strokes.length === 0 ? (
          <EmptyDuk mayWrite={session.mayWrite} />
        ) : (
          <NoteList
            session={session}
            notes={board.notes}
            horizons={horizons}
            template={template}
            names={names}
            helpers={helpers}
            writers={writers}
            open={open}
            found={props.found?.noteId ?? laid?.noteId}
            actions={actions}
            commands={commands}
            hearts={props.hearts}
          />
        )}
        <Drawings session={session} strokes={board.strokes} template={template} names={names} />
      </div>
      <div className="listView-about">
        <AboutPlan
          session={session}
          board={board}
          template={template}
          meeting={props.meeting}
          onMeeting={props.onMeeting}
        />
        <JourneyPanel
          session={session}
          board={board}
          template={template}
          isOpen={journey.isOpen}
          onToggle={journey.toggle}
          overTime={props.overTime}
        />
      </div>
      {session.mayWrite && <WriteMore box={box} />}
      <Aloud of={stepped} words={stepped ? t('nowNumber', { number: stepped.number, count: stepped.count }) : ''} />
    </>
  );
}

/** What somebody laid last, until the page is left. */
interface Laid {
  readonly noteId: NoteId;
  /** Whether they go on writing where they are. */
  readonly staysThere: boolean;
}

/** Has the note in sight that one laid oneself, and goes to it unless one writes on. */
function useLaidInSight(
  list: RefObject<HTMLElement | null>,
  notes: readonly Note[],
): readonly [Laid | undefined, (laid: Laid) => void] {
  const [laid, setLaid] = useState<Laid>();
  const seen = useRef<Laid>(undefined);
  useEffect(() => {
    if (!laid || seen.current === laid || !notes.some(({ id }) => id === laid.noteId)) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(laid.noteId)}"]`);
    if (!item) return;
    seen.current = laid;
    item.scrollIntoView({ block: laid.staysThere ? 'nearest' : 'center' });
    if (!laid.staysThere) item.querySelector('button')?.focus({ preventScroll: true });
  }, [list, laid, notes]);
  return [laid, setLaid];
}

/** The way back to where one writes, on a phone, while that is out of sight. */
function WriteMore({ box }: { readonly box: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const { t } = useTranslation('board');
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver(([entry]) => setIsAway(entry?.isIntersecting === false));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return (
    isAway && (
      <Button
        className="writeMore"
        onClick={() => {
          box.current?.focus({ preventScroll: true });
          box.current?.scrollIntoView({ block: 'center' });
        }}
      >
        <PlusIcon aria-hidden />
        <span>{t('newNote')}</span>
      </Button>
    )
  );
}

/** Scrolls to a part that was asked for, and back to where one was. The keyboard stays where it is. */
function useSeePart(list: RefObject<HTMLElement | null>, sees: ThingToSee | undefined): void {
  const before = useRef<number>(undefined);
  useEffect(() => {
    const main = list.current?.closest<HTMLElement>('.boardMain');
    if (!sees || !main) return;
    // On a low screen the whole page goes, and not the duk under its bars.
    const scroller = (getComputedStyle(main).overflowY === 'visible' && main.parentElement) || main;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    if (sees.kind === 'journey') document.querySelector('.journey')?.scrollIntoView({ behavior });
    if (sees.kind === 'back' && before.current !== undefined) scroller.scrollTo({ top: before.current, behavior });
    if (sees.kind === 'back') before.current = undefined;
    if (sees.kind !== 'part') return;
    before.current ??= scroller.scrollTop;
    const { theme, columns } = sees.part;
    const place = theme
      ? `#theme-${CSS.escape(theme)}`
      : columns.flatMap((column) => [`.listColumn-${column}`, `#band-${column}`]).join(', ');
    if (place !== '') list.current?.querySelector(place)?.scrollIntoView({ block: 'start', behavior });
  }, [list, sees]);
}

function EmptyDuk({ mayWrite }: { readonly mayWrite: boolean }): ReactNode {
  const { t } = useTranslation('list');
  return (
    <section className="listEmpty cloth">
      <h2>{t('empty')}</h2>
      <p>{t(mayWrite ? 'emptyText' : 'emptyReader')}</p>
    </section>
  );
}

/** What the notes ask for. The same value from one rendering to the next, so that only what changed renders. */
function useCommands(
  props: ListViewProps,
  open: OpenedNote | undefined,
  setOpen: (open: OpenedNote | undefined) => void,
  setStepped: (place: PlaceInCell) => void,
): NoteCommands {
  const { session, actions, onMove, onAction, onDiffer, onTooLong } = props;
  const openNow = useRef(open);
  openNow.current = open;
  const find = useCallback(
    (noteId: NoteId): Note | undefined => session.board().notes.find(({ id }) => id === noteId),
    [session],
  );
  return useMemo(
    (): NoteCommands => ({
      onMode(noteId, mode) {
        const before = openNow.current;
        if (before?.mode === 'write') actions.closeNote(before.noteId);
        const note = find(noteId);
        setOpen(mode && note ? { noteId, mode, cell: note.cell } : undefined);
      },
      onStep(noteId, direction) {
        const note = find(noteId);
        const place = placeInCell(session.board().notes, noteId);
        const step = place?.[direction];
        if (!note || !place) return;
        if (step) actions.moveNotes(step.noteIds, note.cell, step.before);
        setStepped(placeInCell(session.board().notes, noteId) ?? place);
      },
      onMove,
      onAction,
      onDiffer,
      onTooLong,
    }),
    [session, actions, find, setOpen, setStepped, onMove, onAction, onDiffer, onTooLong],
  );
}
