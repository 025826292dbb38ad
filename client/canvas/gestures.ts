import type { NoteId, StrokeId } from '@duken/shared/board';
import type { PlacedStroke, SheetLayout } from '@duken/shared/sheet';
import type { Cell } from '@duken/shared/template';
import { isSameHand, PressGuard } from './pressGuard.ts';
import type { SheetIndex } from './sheetIndex.ts';
import { keepInSight, type Point, type Rect, toSheet, type Viewport, zoomAround } from './viewport.ts';

/** Where a dragged note would land: its cell, and the note it would lie before. */
export interface DropTarget {
  readonly cell: Cell;
  readonly before: NoteId | undefined;
}

/** `place`: a note that is not on the sheet yet is in the hand, and goes where the next press is. */
export type Tool = 'hand' | 'pen' | 'eraser' | 'place';

/** What hands did, in sheet units. */
export interface StageGestures {
  /** A note was clicked or tapped once; `adds` when it is to be chosen beside those that are already. */
  readonly onPressNote: (noteId: NoteId, adds: boolean) => void;
  /** A note was clicked or tapped twice. */
  readonly onWriteNote: (noteId: NoteId, at: Point) => void;
  /** A finger rested on a note, and left it where it was. */
  readonly onHoldNote: (noteId: NoteId) => void;
  /** A cell was double-clicked or tapped where no note lies. */
  readonly onNewNote: (target: DropTarget) => void;
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
  readonly onPressEmpty: () => void;
}

/** What the stage shows while a gesture is under way. */
export interface GestureState {
  /** The note in the hand, and where its corner is now, in sheet units. */
  readonly lifted: { readonly noteId: NoteId; readonly corner: Point } | undefined;
  /** The stroke being drawn, in sheet units. */
  readonly ink: readonly number[] | undefined;
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

/** How far a pointer moves before a press is a drag, in CSS pixels. A finger is less steady than a mouse. */
const dragStartsAt = { mouse: 4, pen: 6, touch: 10 } as const;
/** How long a finger rests on a note before it lifts it, in ms: a shorter touch pans the duk. */
const liftAfterMs = 320;
/** Within this of the edge, in CSS pixels, a dragged note pulls the view along, at most this many pixels a frame. */
const edge = 48;
const edgePull = 14;
/** How near an eraser must come to ink, in CSS pixels. */
const eraserReach = 12;

type Doing =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'pressing';
      readonly noteId: NoteId | undefined;
      readonly start: Point;
      readonly pointerType: string;
      /** Shift is held: what is pressed joins what is chosen, and a bare drag draws a frame instead of moving the sheet. */
      readonly adds: boolean;
      timer: ReturnType<typeof setTimeout> | undefined;
    }
  | { readonly kind: 'panning'; last: Point }
  | { readonly kind: 'framing'; readonly corner: Point }
  | {
      readonly kind: 'dragging';
      readonly noteId: NoteId;
      readonly start: Point;
      /** A finger lifts a note by resting on it; until it moves, the note may only be meant to be chosen. */
      hasMoved: boolean;
      readonly grip: Point;
      readonly home: Point;
      readonly middle: Point;
      target: DropTarget | undefined;
    }
  | { readonly kind: 'pinching' }
  | { readonly kind: 'drawing'; readonly points: number[] }
  | { readonly kind: 'erasing' };

/** Turns pointers on the stage into gestures: pan, zoom, choose, write, make, move, draw, erase. */
export class Gestures {
  readonly #surface: HTMLElement;
  readonly #world: GestureWorld;
  readonly #pointers = new Map<number, Point>();
  readonly #ending = new AbortController();
  readonly #guard: PressGuard;
  #doing: Doing = { kind: 'nothing' };
  #lastClick: { readonly event: PointerEvent; readonly noteId: NoteId | undefined } | undefined;
  #pull: number | undefined;
  #pointer: Point = { x: 0, y: 0 };

  constructor(surface: HTMLElement, wheelArea: HTMLElement, world: GestureWorld) {
    this.#surface = surface;
    this.#world = world;
    const { signal } = this.#ending;
    this.#guard = new PressGuard(surface, signal, (event) => {
      const point = this.#pointOf(event);
      this.#click(point, this.#noteAt(point), event);
    });
    surface.addEventListener('pointerdown', this.#down, { signal });
    surface.addEventListener('pointermove', this.#move, { signal });
    surface.addEventListener('pointerup', this.#up, { signal });
    surface.addEventListener('pointercancel', this.#cancel, { signal });
    surface.addEventListener('pointerleave', () => this.#world.handlers().onPoint(undefined), { signal });
    surface.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    wheelArea.addEventListener('wheel', this.#wheel, { signal, passive: false });
    window.addEventListener('keydown', this.#keyDown, { signal });
  }

  state(): GestureState {
    const doing = this.#doing;
    if (doing.kind === 'drawing') return { lifted: undefined, ink: doing.points };
    if (doing.kind !== 'dragging') return { lifted: undefined, ink: undefined };
    const now = toSheet(this.#world.viewport.view(), this.#pointer);
    const corner = { x: doing.home.x + now.x - doing.grip.x, y: doing.home.y + now.y - doing.grip.y };
    return { lifted: { noteId: doing.noteId, corner }, ink: undefined };
  }

  destroy(): void {
    this.#ending.abort();
    this.#stopPull();
    if (this.#doing.kind === 'pressing') clearTimeout(this.#doing.timer);
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button > 1) return;
    this.#world.viewport.stop();
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    this.#pointer = point;
    // A synthetic pointer cannot be captured; a real one that has gone meanwhile cannot either, and needs no capture.
    if (event.isTrusted) this.#surface.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 2) {
      this.#giveUp();
      this.#doing = { kind: 'pinching' };
      return;
    }
    if (this.#pointers.size > 2) return;
    const tool = this.#world.tool();
    const sheetPoint = toSheet(this.#world.viewport.view(), point);
    if (tool === 'pen' && event.button === 0 && this.#world.mayWrite()) {
      this.#doing = { kind: 'drawing', points: [sheetPoint.x, sheetPoint.y, pressureOf(event)] };
      this.#world.redraw();
    } else if (tool === 'eraser' && event.button === 0 && this.#world.mayWrite()) {
      this.#doing = { kind: 'erasing' };
      this.#eraseAt(sheetPoint);
    } else {
      const noteId = event.button === 1 || tool === 'place' ? undefined : this.#noteAt(point);
      const timer =
        event.pointerType === 'touch' && noteId && this.#world.mayWrite()
          ? setTimeout(() => this.#lift(noteId, point), liftAfterMs)
          : undefined;
      const { pointerType, shiftKey: adds } = event;
      this.#doing = { kind: 'pressing', noteId, start: point, pointerType, adds, timer };
    }
  };

  readonly #move = (event: PointerEvent): void => {
    const point = this.#pointOf(event);
    const before = this.#pointers.get(event.pointerId);
    this.#pointer = point;
    const { viewport } = this.#world;
    if (event.pointerType !== 'touch' || before) this.#world.handlers().onPoint(toSheet(viewport.view(), point));
    if (!before) return;
    const doing = this.#doing;
    if (doing.kind === 'pinching') this.#pinch(event.pointerId, point);
    this.#pointers.set(event.pointerId, point);
    if (doing.kind === 'pressing') this.#startDrag(doing, point);
    else if (doing.kind === 'panning') {
      const view = viewport.view();
      this.#setView({ ...view, x: view.x + point.x - doing.last.x, y: view.y + point.y - doing.last.y });
      doing.last = point;
    } else if (doing.kind === 'framing') this.#world.handlers().onFrame(this.#frameFrom(doing.corner));
    else if (doing.kind === 'dragging') {
      doing.hasMoved ||= Math.hypot(point.x - doing.start.x, point.y - doing.start.y) >= dragStartsAt.touch;
      if (!doing.hasMoved) return;
      this.#dragTo();
      this.#pullAtEdge();
    } else if (doing.kind === 'drawing') {
      // A pen reports more often than the screen draws: every report shapes the line.
      const reports = event.getCoalescedEvents?.() ?? [];
      for (const report of reports.length > 0 ? reports : [event]) {
        const at = toSheet(viewport.view(), this.#pointOf(report));
        doing.points.push(at.x, at.y, pressureOf(report));
      }
      this.#world.redraw();
    } else if (doing.kind === 'erasing') this.#eraseAt(toSheet(viewport.view(), point));
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    const doing = this.#doing;
    if (doing.kind === 'pinching') {
      const [rest] = this.#pointers.values();
      this.#doing = rest ? { kind: 'panning', last: rest } : { kind: 'nothing' };
      return;
    }
    this.#doing = { kind: 'nothing' };
    this.#stopPull();
    if (doing.kind === 'pressing') {
      clearTimeout(doing.timer);
      this.#click(doing.start, doing.noteId, event);
    } else if (doing.kind === 'dragging') {
      if (doing.hasMoved && doing.target) this.#world.handlers().onDropNote(doing.noteId, doing.target);
      else this.#world.handlers().onDragNote(doing.noteId, undefined);
      if (!doing.hasMoved) this.#world.handlers().onHoldNote(doing.noteId);
    } else if (doing.kind === 'framing') {
      const notes = this.#world.index().notesIn(this.#frameFrom(doing.corner));
      this.#world.handlers().onFrame(undefined);
      this.#world.handlers().onFramed(notes.map(({ note }) => note.id));
    } else if (doing.kind === 'drawing') this.#finishStroke(doing.points);
    this.#world.redraw();
  };

  readonly #cancel = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    this.#giveUp();
    this.#doing = { kind: 'nothing' };
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !['dragging', 'drawing', 'framing'].includes(this.#doing.kind)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#giveUp();
    this.#doing = { kind: 'nothing' };
  };

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

  #click(start: Point, noteId: NoteId | undefined, event: PointerEvent): void {
    this.#guard.acted(event);
    const at = toSheet(this.#world.viewport.view(), start);
    const last = this.#lastClick;
    const isDouble = last !== undefined && last.noteId === noteId && isSameHand(last.event, event);
    this.#lastClick = isDouble ? undefined : { event, noteId };
    const handlers = this.#world.handlers();
    if (this.#world.tool() === 'place') {
      const target = this.#targetAt(at);
      if (target) handlers.onPlace(target);
    } else if (noteId) {
      if (isDouble && !event.shiftKey) handlers.onWriteNote(noteId, at);
      else handlers.onPressNote(noteId, event.shiftKey);
    } else {
      const isNew = this.#world.mayWrite() && (isDouble || event.pointerType === 'touch');
      const target = isNew ? this.#targetAt(at) : undefined;
      if (target) handlers.onNewNote(target);
      else handlers.onPressEmpty();
    }
  }

  /** Where a new note would lie whose middle is here; undefined beside the cells. */
  #targetAt(at: Point): DropTarget | undefined {
    const cell = this.#world.index().cellAt(at);
    return cell && { cell: cell.cell, before: this.#world.index().dropTarget('' as NoteId, at)?.before };
  }

  #frameFrom(corner: Point): Rect {
    const now = toSheet(this.#world.viewport.view(), this.#pointer);
    return {
      x: Math.min(corner.x, now.x),
      y: Math.min(corner.y, now.y),
      width: Math.abs(now.x - corner.x),
      height: Math.abs(now.y - corner.y),
    };
  }

  #startDrag(doing: Extract<Doing, { kind: 'pressing' }>, point: Point): void {
    const limit = dragStartsAt[doing.pointerType as keyof typeof dragStartsAt] ?? dragStartsAt.mouse;
    if (Math.hypot(point.x - doing.start.x, point.y - doing.start.y) < limit) return;
    clearTimeout(doing.timer);
    const isTouch = doing.pointerType === 'touch';
    if (doing.noteId && !isTouch && this.#world.mayWrite()) this.#lift(doing.noteId, doing.start, true);
    else if (doing.adds && !isTouch)
      this.#doing = { kind: 'framing', corner: toSheet(this.#world.viewport.view(), doing.start) };
    else this.#doing = { kind: 'panning', last: doing.start };
    if (this.#doing.kind === 'dragging') this.#dragTo();
  }

  #lift(noteId: NoteId, start: Point, hasMoved = false): void {
    const placed = this.#world.layout().notes.find(({ note }) => note.id === noteId);
    if (!placed) return;
    const grip = toSheet(this.#world.viewport.view(), start);
    const middle = { x: placed.x + placed.width / 2, y: placed.y + placed.height / 2 };
    const home = { x: placed.x, y: placed.y };
    this.#doing = { kind: 'dragging', noteId, start, hasMoved, grip, home, middle, target: undefined };
    navigator.vibrate?.(12);
    this.#dragTo();
  }

  #dragTo(): void {
    if (this.#doing.kind !== 'dragging') return;
    const doing = this.#doing;
    const now = toSheet(this.#world.viewport.view(), this.#pointer);
    const middle = { x: doing.middle.x + now.x - doing.grip.x, y: doing.middle.y + now.y - doing.grip.y };
    const target = this.#world.index().dropTarget(doing.noteId, middle);
    const isSame =
      doing.target?.before === target?.before &&
      doing.target?.cell.column === target?.cell.column &&
      doing.target?.cell.theme === target?.cell.theme;
    if (!isSame) {
      doing.target = target;
      this.#world.handlers().onDragNote(doing.noteId, target);
    }
    this.#world.redraw();
  }

  #pullAtEdge(): void {
    const { width, height } = this.#world.viewport.stage();
    const pull = (at: number, length: number): number =>
      at < edge ? ((edge - at) / edge) * edgePull : at > length - edge ? (-(at - length + edge) / edge) * edgePull : 0;
    const x = pull(this.#pointer.x, width);
    const y = pull(this.#pointer.y, height);
    if (x === 0 && y === 0) {
      this.#stopPull();
      return;
    }
    this.#pull ??= requestAnimationFrame(() => {
      this.#pull = undefined;
      if (this.#doing.kind !== 'dragging') return;
      const view = this.#world.viewport.view();
      this.#setView({ ...view, x: view.x + x, y: view.y + y });
      this.#dragTo();
      this.#pullAtEdge();
    });
  }

  #stopPull(): void {
    if (this.#pull !== undefined) cancelAnimationFrame(this.#pull);
    this.#pull = undefined;
  }

  #pinch(pointerId: number, point: Point): void {
    const moved = this.#pointers.get(pointerId);
    const other = [...this.#pointers].find(([id]) => id !== pointerId)?.[1];
    if (!moved || !other) return;
    const before = { x: (moved.x + other.x) / 2, y: (moved.y + other.y) / 2 };
    const after = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
    const ratio =
      Math.hypot(point.x - other.x, point.y - other.y) / Math.max(1, Math.hypot(moved.x - other.x, moved.y - other.y));
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

  /** Ends what is under way without doing it. */
  #giveUp(): void {
    const doing = this.#doing;
    this.#stopPull();
    if (doing.kind === 'pressing') clearTimeout(doing.timer);
    this.#doing = { kind: 'nothing' };
    if (doing.kind === 'dragging') this.#world.handlers().onDragNote(doing.noteId, undefined);
    if (doing.kind === 'framing') this.#world.handlers().onFrame(undefined);
    this.#world.redraw();
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
