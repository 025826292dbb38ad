import type { NoteId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { strokeOutline } from '@duken/shared/sheet';
import type { Gestures, LiftedNote } from './gestures.ts';
import { NoteMotion } from './noteMotion.ts';
import { paintBoard, paintNote } from './paintBoard.ts';
import { headingsHeight, paintEdges } from './paintEdges.ts';
import { PointerGlide, paintCaret, paintPointer, paintRing, paintWriters } from './paintPeople.ts';
import { paintPieces } from './paintPieces.ts';
import type { SheetIndex } from './sheetIndex.ts';
import type { BoardStageProps } from './stageProps.ts';
import type { Viewport } from './viewport.ts';

/** What a step in time found. */
interface SceneStep {
  /** The sheet or its notes look different from last time. */
  readonly sheetChanged: boolean;
  /** In how many ms another frame is needed: 0 for the next, undefined when nothing will change by itself. */
  readonly dueInMs: number | undefined;
}

/** What is to be painted now: the newest values, and what is on its way to them. */
export class Scene {
  props: BoardStageProps;
  index: SheetIndex;
  gestures: Gestures | undefined;
  /** The time that is painted, in ms since the page was opened. */
  now = 0;
  #notesMoved = false;
  readonly #viewport: Viewport;
  readonly #motion = new NoteMotion();
  readonly #glide = new PointerGlide();
  #lifted: ReadonlyMap<NoteId, LiftedNote> = new Map();

  constructor(props: BoardStageProps, index: SheetIndex) {
    this.props = props;
    this.index = index;
    this.#viewport = props.viewport;
    this.#motion.follow(props.layout, 0, true);
  }

  get layout(): SheetLayout {
    return this.props.layout;
  }

  /** Takes the newest values. @returns whether the sheet or its notes look different with them */
  show(props: BoardStageProps, index: SheetIndex): boolean {
    if (this.index !== index) this.#motion.follow(props.layout, performance.now(), isCalm());
    const { layout, look, editing, unsaved } = this.props;
    const sheetChanged =
      layout !== props.layout || look !== props.look || editing !== props.editing || unsaved !== props.unsaved;
    this.props = props;
    this.index = index;
    return sheetChanged;
  }

  /** Moves what moves. */
  step(now: number): SceneStep {
    this.now = now;
    const pointersDueInMs = this.#glide.step(this.props.pointers, now, isCalm());
    const lifted = new Map(this.gestures?.state().lifted.map((each) => [each.noteId, each]));
    const wasLifted = this.#lifted;
    this.#lifted = lifted;
    for (const [noteId, each] of wasLifted) if (!lifted.has(noteId)) this.#letGo(each);
    const handsChanged = lifted.size !== wasLifted.size || [...lifted.keys()].some((noteId) => !wasLifted.has(noteId));
    const notesMove = this.#motion.isMoving(now);
    // One more painting when the last note has arrived, at its place.
    const sheetChanged = notesMove || this.#notesMoved || handsChanged;
    this.#notesMoved = notesMove;
    return { sheetChanged, dueInMs: notesMove ? 0 : pointersDueInMs };
  }

  /** Whether anything lies above the sheet; when nothing does and nothing did, that layer is left as it is. */
  hasFloating(): boolean {
    const { rings, writers, carets, pointers } = this.props;
    const state = this.gestures?.state();
    return (
      rings.length + writers.length + carets.length + pointers.length > 0 ||
      (state !== undefined && state.inks.length + state.lifted.length > 0)
    );
  }

  paintSheet(context: CanvasRenderingContext2D): void {
    const { layout, look, editing, unsaved } = this.props;
    paintBoard(
      context,
      { layout, index: this.index, look, editing, unsaved, lifted: this.#lifted },
      this.#viewport.view(),
      this.#viewport.stage(),
      this.#motion,
      this.now,
    );
    paintEdges(context, layout, look, this.#viewport.view(), this.#viewport.stage());
  }

  paintFloating(context: CanvasRenderingContext2D): void {
    const { rings, writers, carets, pointers, look, inkColour, inkWidth } = this.props;
    const view = this.#viewport.view();
    context.save();
    // What belongs to a note goes out of sight with it, under the headings at the top.
    const stage = this.#viewport.stage();
    const top = headingsHeight(this.layout, view);
    context.beginPath();
    context.rect(0, top, stage.width, stage.height - top);
    context.clip();
    for (const note of writers) paintWriters(context, note, view, look);
    for (const ring of rings) paintRing(context, ring, view, ring.colour, look, ring.isNote);
    for (const caret of carets) paintCaret(context, caret, view);
    context.restore();
    for (const ink of this.gestures?.state().inks ?? []) {
      context.save();
      context.translate(view.x, view.y);
      context.scale(view.scale, view.scale);
      const d = strokeOutline({ points: ink, width: inkWidth });
      paintPieces(context, [{ kind: 'path', x: 0, y: 0, scale: 1, d, fill: look.strokes[inkColour] }]);
      context.restore();
    }
    for (const lifted of this.#lifted.values()) this.#paintLifted(context, lifted);
    for (const pointer of pointers) {
      context.globalAlpha = this.#glide.opacityOf(pointer, this.now, isCalm());
      if (context.globalAlpha > 0) paintPointer(context, pointer, this.#glide.placeOf(pointer), view);
    }
    context.globalAlpha = 1;
  }

  /** A note in the hand: a little turned, with a longer shadow. */
  #paintLifted(context: CanvasRenderingContext2D, lifted: LiftedNote): void {
    const placed = this.layout.notes.find(({ note }) => note.id === lifted.noteId);
    if (!placed) return;
    const { x, y, scale } = this.#viewport.view();
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.translate(lifted.corner.x, lifted.corner.y);
    context.rotate(0.012);
    context.shadowColor = 'rgb(60 45 20 / 35%)';
    context.shadowBlur = 18 * scale;
    context.shadowOffsetY = 8 * scale;
    context.fillStyle = '#fff';
    context.fillRect(2, 2, placed.width - 4, placed.height - 4);
    context.shadowColor = 'transparent';
    paintNote(context, placed, this.props.look, scale);
    context.restore();
  }

  /** A note that was let go of finds its way from the hand to its place. */
  #letGo(lifted: LiftedNote): void {
    this.#motion.startFrom(lifted.noteId, lifted.corner);
    this.#motion.follow(this.layout, performance.now(), isCalm());
  }
}

/** Whether this person wants nothing to move by itself. */
function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
