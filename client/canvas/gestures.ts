import type { NoteId, StrokeId } from '@duken/shared/board';
import type { PlacedStroke, SheetLayout } from '@duken/shared/sheet';
import type { Cell } from '@duken/shared/template';
import {
  type By,
  type HandCommand,
  type HandSign,
  type Hands,
  liftAfterMs,
  penStaysMs,
  stepHands,
  type Tool,
} from './hands.ts';
import { isSameHand, PressGuard } from './pressGuard.ts';
import type { SheetIndex } from './sheetIndex.ts';
import { isSharedStage, keepInSight, type Point, type Rect, toSheet, type Viewport, zoomAround } from './viewport.ts';

/** Where a dragged note would land: its cell, and the note it would lie before. */
export interface DropTarget {
  readonly cell: Cell;
  readonly before: NoteId | undefined;
}

/** Whose press it was, as far as one can know. */
export interface Presser {
  /** A finger or a pen on a screen that is large enough for several people: it need not be of whoever writes on a note now. */
  readonly mayBeAnother: boolean;
}

/** What hands did, in sheet units. */
export interface StageGestures {
  /** A note was clicked or tapped once; `adds` when it is to be chosen beside those that are already. */
  readonly onPressNote: (noteId: NoteId, adds: boolean, by: Presser) => void;
  /** A note was clicked or tapped twice. */
  readonly onWriteNote: (noteId: NoteId, at: Point, by: Presser) => void;
  /** A finger rested on a note, and left it where it was. */
  readonly onHoldNote: (noteId: NoteId, by: Presser) => void;
  /** A cell was double-clicked, or tapped with a finger or a pen, where no note lies. */
  readonly onNewNote: (target: DropTarget, by: Presser) => void;
  /** With the tool `place`: where what is in the hand is to lie. */
  readonly onPlace: (target: DropTarget) => void;
  /** A frame is being drawn round notes; undefined when that is over. */
  readonly onFrame: (frame: Rect | undefined) => void;
  /** The notes that the frame touched when it was let go of. */
  readonly onFramed: (noteIds: readonly NoteId[]) => void;
  /** A note is in the hand; undefined when it was let go of outside, or Escape was pressed. */
  readonly onDragNote: (noteId: NoteId, target: DropTarget | undefined) => void;
  readonly onDropNote: (noteId: NoteId, target: DropTarget) => void;
  /** Points are x, y, pressure triples from the cell's corner. */
  readonly onDraw: (cell: Cell, points: readonly number[]) => void;
  readonly onErase: (strokeId: StrokeId) => void;
  readonly onPoint: (point: Point | undefined) => void;
  /** The bare table was clicked. */
  readonly onPressEmpty: (by: Presser) => void;
}

/** A note in somebody's hand, and where its corner is now, in sheet units. */
export interface LiftedNote {
  readonly noteId: NoteId;
  readonly corner: Point;
}

/** What the stage shows while gestures are under way. */
export interface GestureState {
  readonly lifted: readonly LiftedNote[];
  /** The strokes being drawn, in sheet units. */
  readonly inks: readonly (readonly number[])[];
}

export interface GestureWorld {
  readonly viewport: Viewport;
  readonly layout: () => SheetLayout;
  readonly index: () => SheetIndex;
  readonly tool: () => Tool;
  readonly mayWrite: () => boolean;
  readonly handlers: () => StageGestures;
  /** Something the stage shows has changed. */
  readonly redraw: () => void;
}

/** Within this of the edge, in CSS pixels, a dragged note pulls the view along, at most this many pixels a frame. */
const edge = 48;
const edgePull = 14;
/** How near an eraser must come to ink, in CSS pixels. */
const eraserReach = 12;

/** How a note lies in the hand, in sheet units. */
interface Grip {
  readonly noteId: NoteId;
  readonly grip: Point;
  readonly home: Point;
  readonly middle: Point;
  target: DropTarget | undefined;
}

interface Press {
  readonly event: PointerEvent;
  readonly noteId: NoteId | undefined;
}

/** Turns pointers on the stage into gestures: pan, zoom, choose, write, make, move, draw, erase. What each is at, `stepHands` says. */
export class Gestures {
  readonly #surface: HTMLElement;
  readonly #world: GestureWorld;
  readonly #ending = new AbortController();
  readonly #guard: PressGuard;
  readonly #grips = new Map<number, Grip>();
  readonly #rests = new Map<number, ReturnType<typeof setTimeout>>();
  #hands: Hands = new Map();
  /** The last single presses: two people may press by turns. */
  #presses: readonly Press[] = [];
  #pull: number | undefined;
  /** Where and when a pen was last seen. */
  #pen: { readonly at: Point; readonly until: number } | undefined;
  /** Where the browser thinks that ink goes on from the last report. It is only shown. */
  readonly #predicted = new Map<number, readonly number[]>();

  constructor(surface: HTMLElement, wheelArea: HTMLElement, world: GestureWorld) {
    this.#surface = surface;
    this.#world = world;
    const { signal } = this.#ending;
    this.#guard = new PressGuard(surface, signal, (event) => {
      const point = this.#pointOf(event);
      this.#press(point, this.#noteAt(point), event);
    });
    surface.addEventListener('pointerdown', this.#down, { signal });
    surface.addEventListener('pointermove', this.#move, { signal });
    surface.addEventListener('pointerup', this.#up, { signal });
    surface.addEventListener('pointercancel', this.#cancel, { signal });
    surface.addEventListener('lostpointercapture', this.#lose, { signal });
    surface.addEventListener('pointerleave', () => this.#world.handlers().onPoint(undefined), { signal });
    surface.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    wheelArea.addEventListener('wheel', this.#wheel, { signal, passive: false });
    window.addEventListener('keydown', this.#keyDown, { signal });
    // A window that goes to the back may never hear how a stroke ended.
    window.addEventListener('blur', () => this.#step({ kind: 'keepInk' }), { signal });
    signal.addEventListener('abort', world.viewport.subscribe(this.follow));
  }

  state(): GestureState {
    const lifted = [...this.#grips].flatMap(([id, { noteId, grip, home }]) => {
      const at = this.#hands.get(id)?.at;
      if (!at) return [];
      const now = toSheet(this.#world.viewport.view(), at);
      return [{ noteId, corner: { x: home.x + now.x - grip.x, y: home.y + now.y - grip.y } }];
    });
    const inks = [...this.#hands].flatMap(([id, { doing }]) =>
      doing.kind === 'drawing' ? [[...doing.points, ...(this.#predicted.get(id) ?? [])]] : [],
    );
    return { lifted, inks };
  }

  /** What lies under the hands has moved: a note that is held still now means what is under it now. */
  readonly follow = (): void => {
    for (const id of this.#grips.keys()) this.#dragTo(id);
  };

  destroy(): void {
    this.#step({ kind: 'keepInk' });
    this.#ending.abort();
    this.#stopPull();
    for (const timer of this.#rests.values()) clearTimeout(timer);
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button > 1) return;
    this.#seePen(event);
    this.#world.viewport.stop();
    const at = this.#pointOf(event);
    const { pointerId: id, shiftKey: adds, timeStamp: now } = event;
    // A synthetic pointer cannot be captured; a real one that has gone meanwhile cannot either, and needs no capture.
    if (event.isTrusted) this.#surface.setPointerCapture(id);
    const isMain = event.button === 0;
    this.#step(
      {
        ...{ kind: 'down', id, by: byOf(event), at, now, adds, mayWrite: this.#world.mayWrite() },
        tool: isMain ? this.#world.tool() : 'hand',
        over: event.button === 1 ? undefined : this.#noteAt(at),
        ink: this.#inkOf([event]),
      },
      event,
    );
    clearTimeout(this.#rests.get(id));
    const hand = this.#hands.get(id);
    if (hand?.by === 'touch' && hand.doing.kind === 'pressing' && hand.doing.noteId && hand.doing.mayWrite)
      this.#rests.set(
        id,
        setTimeout(() => this.#step({ kind: 'rested', id }), liftAfterMs),
      );
  };

  readonly #move = (event: PointerEvent): void => {
    this.#seePen(event);
    const at = this.#pointOf(event);
    const hand = this.#hands.get(event.pointerId);
    if (event.pointerType !== 'touch' || hand) this.#world.handlers().onPoint(toSheet(this.#world.viewport.view(), at));
    if (!hand) return;
    if (hand.by !== 'touch' && event.buttons === 0) {
      // It was let go of where nobody heard it.
      this.#cancel(event);
      return;
    }
    // A pen reports more often than the screen draws: every report shapes the line.
    const reports = hand.doing.kind === 'drawing' ? (event.getCoalescedEvents?.() ?? []) : [];
    const ink = hand.doing.kind === 'drawing' ? this.#inkOf(reports.length > 0 ? reports : [event]) : [];
    if (ink.length > 0) this.#predicted.set(event.pointerId, this.#inkOf(event.getPredictedEvents?.() ?? []));
    this.#step({ kind: 'move', id: event.pointerId, at, ink }, event);
  };

  readonly #up = (event: PointerEvent): void => {
    this.#seePen(event);
    this.#step({ kind: 'up', id: event.pointerId }, event);
  };

  readonly #cancel = (event: PointerEvent): void => this.#step({ kind: 'cancel', id: event.pointerId }, event);

  /** Comes after every end too; where it comes without one, none will. */
  readonly #lose = (event: PointerEvent): void => {
    if (event.target === this.#surface && this.#hands.has(event.pointerId)) this.#cancel(event);
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const isBusy = [...this.#hands.values()].some(({ doing }) =>
      ['dragging', 'drawing', 'framing'].includes(doing.kind),
    );
    if (event.key !== 'Escape' || !isBusy) return;
    event.preventDefault();
    event.stopPropagation();
    this.#step({ kind: 'giveUp' });
  };

  #step(sign: HandSign, event?: PointerEvent): void {
    // What draws or moves the sheet comes with an event, which says when it is.
    const pen = event && this.#pen && event.timeStamp <= this.#pen.until ? this.#pen.at : undefined;
    const { hands, commands } = stepHands(this.#hands, sign, { isShared: this.#isShared(), pen });
    this.#hands = hands;
    for (const id of this.#predicted.keys()) if (hands.get(id)?.doing.kind !== 'drawing') this.#predicted.delete(id);
    for (const [id, timer] of this.#rests) {
      if (hands.get(id)?.doing.kind === 'pressing') continue;
      clearTimeout(timer);
      this.#rests.delete(id);
    }
    for (const command of commands) this.#do(command, event);
    if (this.#grips.size === 0) this.#stopPull();
    this.#world.redraw();
  }

  #seePen(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.#pen = { at: this.#pointOf(event), until: event.timeStamp + penStaysMs };
  }

  #do(command: HandCommand, event: PointerEvent | undefined): void {
    const handlers = this.#world.handlers();
    switch (command.kind) {
      case 'press':
        if (event) this.#press(command.at, command.noteId, event);
        return;
      case 'lift':
        this.#lift(command.id, command.noteId, command.at);
        return;
      case 'drag':
        this.#dragTo(command.id);
        this.#pullAtEdge();
        return;
      case 'drop': {
        const target = this.#grips.get(command.id)?.target;
        this.#grips.delete(command.id);
        if (target) handlers.onDropNote(command.noteId, target);
        else handlers.onDragNote(command.noteId, undefined);
        return;
      }
      case 'hold':
      case 'putBack':
        this.#grips.delete(command.id);
        handlers.onDragNote(command.noteId, undefined);
        if (command.kind === 'hold') handlers.onHoldNote(command.noteId, { mayBeAnother: this.#isShared() });
        return;
      case 'pan': {
        const view = this.#world.viewport.view();
        this.#setView({
          ...view,
          x: view.x + command.to.x - command.from.x,
          y: view.y + command.to.y - command.from.y,
        });
        return;
      }
      case 'pinch':
        this.#pinch(command.from, command.to, command.other);
        return;
      case 'frame':
        handlers.onFrame(this.#frameOf(command.from, command.to));
        return;
      case 'framed': {
        const notes = this.#world.index().notesIn(this.#frameOf(command.from, command.to));
        handlers.onFrame(undefined);
        handlers.onFramed(notes.map(({ note }) => note.id));
        return;
      }
      case 'unframed':
        handlers.onFrame(undefined);
        return;
      case 'draw':
        this.#finishStroke(command.points);
        return;
      case 'erase':
        this.#eraseAt(toSheet(this.#world.viewport.view(), command.at));
    }
  }

  /** Wheel moves, Ctrl and wheel (which is also a pinch on a touch pad) zooms round the pointer. */
  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { viewport } = this.#world;
    viewport.stop();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
    const view = viewport.view();
    if (event.ctrlKey || event.metaKey) {
      const delta = Math.max(-60, Math.min(60, event.deltaY * unit));
      this.#setView(zoomAround(view, this.#pointOf(event), Math.exp(-delta * 0.01)));
    } else if (event.shiftKey && event.deltaX === 0) this.#setView({ ...view, x: view.x - event.deltaY * unit });
    else this.#setView({ ...view, x: view.x - event.deltaX * unit, y: view.y - event.deltaY * unit });
  };

  #press(start: Point, noteId: NoteId | undefined, event: PointerEvent): void {
    this.#guard.acted(event);
    const at = toSheet(this.#world.viewport.view(), start);
    const isSame = (last: Press): boolean => last.noteId === noteId && isSameHand(last.event, event);
    const isDouble = this.#presses.some(isSame);
    const others = this.#presses.filter((last) => !isSame(last)).slice(-8);
    this.#presses = isDouble ? others : [...others, { event, noteId }];
    const handlers = this.#world.handlers();
    const by: Presser = { mayBeAnother: event.pointerType !== 'mouse' && this.#isShared() };
    if (this.#world.tool() === 'place') {
      const target = this.#targetAt(at);
      if (target) handlers.onPlace(target);
    } else if (noteId) {
      if (isDouble && !event.shiftKey) handlers.onWriteNote(noteId, at, by);
      else handlers.onPressNote(noteId, event.shiftKey, by);
    } else {
      const isNew = this.#world.mayWrite() && (isDouble || event.pointerType !== 'mouse');
      const target = isNew ? this.#targetAt(at) : undefined;
      if (target) handlers.onNewNote(target, by);
      else handlers.onPressEmpty(by);
    }
  }

  /** Where a new note would lie whose middle is here; undefined beside the cells. */
  #targetAt(at: Point): DropTarget | undefined {
    const cell = this.#world.index().cellAt(at);
    return cell && { cell: cell.cell, before: this.#world.index().dropTarget('' as NoteId, at)?.before };
  }

  #frameOf(from: Point, to: Point): Rect {
    const [a, b] = [from, to].map((point) => toSheet(this.#world.viewport.view(), point)) as [Point, Point];
    return {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(b.x - a.x),
      height: Math.abs(b.y - a.y),
    };
  }

  #lift(id: number, noteId: NoteId, start: Point): void {
    const placed = this.#world.layout().notes.find(({ note }) => note.id === noteId);
    if (!placed) return;
    const grip = toSheet(this.#world.viewport.view(), start);
    const middle = { x: placed.x + placed.width / 2, y: placed.y + placed.height / 2 };
    this.#grips.set(id, { noteId, grip, home: { x: placed.x, y: placed.y }, middle, target: undefined });
    navigator.vibrate?.(12);
    this.#dragTo(id);
  }

  #dragTo(id: number): void {
    const held = this.#grips.get(id);
    const hand = this.#hands.get(id);
    if (!held || !hand) return;
    const now = toSheet(this.#world.viewport.view(), hand.at);
    const middle = { x: held.middle.x + now.x - held.grip.x, y: held.middle.y + now.y - held.grip.y };
    const target = this.#world.index().dropTarget(held.noteId, middle);
    const isSame =
      held.target?.before === target?.before &&
      held.target?.cell.column === target?.cell.column &&
      held.target?.cell.theme === target?.cell.theme;
    if (isSame) return;
    held.target = target;
    this.#world.handlers().onDragNote(held.noteId, target);
  }

  /** One alone with the sheet is taken further at its edge; under several hands it lies still. */
  #pullAtEdge(): void {
    const [only, another] = this.#hands;
    const isAlone = only && !another && this.#grips.has(only[0]);
    const { width, height } = this.#world.viewport.stage();
    const pull = (at: number, length: number): number =>
      at < edge ? ((edge - at) / edge) * edgePull : at > length - edge ? (-(at - length + edge) / edge) * edgePull : 0;
    const x = isAlone ? pull(only[1].at.x, width) : 0;
    const y = isAlone ? pull(only[1].at.y, height) : 0;
    if (!only || (x === 0 && y === 0)) {
      this.#stopPull();
      return;
    }
    this.#pull ??= requestAnimationFrame(() => {
      this.#pull = undefined;
      if (this.#hands.size > 1 || !this.#grips.has(only[0])) return;
      const view = this.#world.viewport.view();
      this.#setView({ ...view, x: view.x + x, y: view.y + y });
      this.#world.redraw();
      this.#pullAtEdge();
    });
  }

  #stopPull(): void {
    if (this.#pull !== undefined) cancelAnimationFrame(this.#pull);
    this.#pull = undefined;
  }

  #pinch(from: Point, to: Point, other: Point): void {
    const before = { x: (from.x + other.x) / 2, y: (from.y + other.y) / 2 };
    const after = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
    const ratio =
      Math.hypot(to.x - other.x, to.y - other.y) / Math.max(1, Math.hypot(from.x - other.x, from.y - other.y));
    const view = zoomAround(this.#world.viewport.view(), before, ratio);
    this.#setView({ ...view, x: view.x + after.x - before.x, y: view.y + after.y - before.y });
  }

  #finishStroke(points: readonly number[]): void {
    const [x = 0, y = 0] = points;
    const cell = this.#world.index().nearestCell({ x, y });
    if (!cell || points.length < 6) return;
    this.#world.handlers().onDraw(
      cell.cell,
      points.map((value, index) => (index % 3 === 0 ? value - cell.x : index % 3 === 1 ? value - cell.y : value)),
    );
  }

  #eraseAt(point: Point): void {
    const reach = eraserReach / this.#world.viewport.view().scale;
    for (const placed of this.#world.layout().strokes)
      if (isNear(placed, point, reach)) this.#world.handlers().onErase(placed.stroke.id);
  }

  #isShared(): boolean {
    return isSharedStage(this.#world.viewport.stage());
  }

  /** What these events draw, in sheet units. */
  #inkOf(events: readonly PointerEvent[]): readonly number[] {
    return events.flatMap((event) => {
      const { x, y } = toSheet(this.#world.viewport.view(), this.#pointOf(event));
      return [x, y, pressureOf(event)];
    });
  }

  #setView(view: { readonly x: number; readonly y: number; readonly scale: number }): void {
    const { viewport } = this.#world;
    viewport.set(keepInSight(view, this.#world.layout(), viewport.stage()));
  }

  #noteAt(point: Point): NoteId | undefined {
    return this.#world.index().noteAt(toSheet(this.#world.viewport.view(), point))?.note.id;
  }

  #pointOf(event: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

function byOf({ pointerType }: PointerEvent): By {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

/** A mouse has no pressure: 0.5 says so, and the line then thins with speed instead. */
function pressureOf(event: PointerEvent): number {
  return event.pointerType === 'pen' ? event.pressure : 0.5;
}

function isNear({ stroke, x, y }: PlacedStroke, point: Point, reach: number): boolean {
  for (let index = 0; index + 1 < stroke.points.length; index += 3) {
    const dx = x + (stroke.points[index] ?? 0) - point.x;
    const dy = y + (stroke.points[index + 1] ?? 0) - point.y;
    if (dx * dx + dy * dy < (reach + stroke.width) ** 2) return true;
  }
  return false;
}
