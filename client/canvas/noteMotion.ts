import type { NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { ease, type Point } from './viewport.ts';

/** How long notes take to make room, in ms (look.md, "Calm motion"). */
const makeRoomMs = 180;

interface Journey {
  readonly from: Point;
  readonly to: Point;
  readonly start: number;
}

/** Where notes are drawn while they move from the place they had to the one they have. */
export class NoteMotion {
  readonly #journeys = new Map<NoteId, Journey>();
  #places = new Map<NoteId, Point>();

  /** Takes a new layout; notes that moved start on their way. New notes are just there. */
  follow(layout: SheetLayout, now: number, isCalm: boolean): void {
    const places = new Map<NoteId, Point>();
    if (isCalm) this.#journeys.clear();
    for (const placed of layout.notes) {
      const { id } = placed.note;
      const before = this.#places.get(id);
      places.set(id, { x: placed.x, y: placed.y });
      if (!before || isCalm || (before.x === placed.x && before.y === placed.y)) continue;
      this.#journeys.set(id, { from: this.#between(id, before, now), to: placed, start: now });
    }
    for (const id of this.#journeys.keys()) if (!places.has(id)) this.#journeys.delete(id);
    this.#places = places;
  }

  /** Lets a note start its way from where a hand let go of it. */
  startFrom(noteId: NoteId, point: Point): void {
    this.#journeys.delete(noteId);
    if (this.#places.has(noteId)) this.#places.set(noteId, point);
  }

  placeOf(placed: PlacedNote, now: number): Point {
    return this.#journeys.size === 0 ? placed : this.#between(placed.note.id, placed, now);
  }

  /** Whether something is still on its way; forgets what has arrived. */
  isMoving(now: number): boolean {
    for (const [id, { start }] of this.#journeys) if (now - start >= makeRoomMs) this.#journeys.delete(id);
    return this.#journeys.size > 0;
  }

  #between(id: NoteId, rest: Point, now: number): Point {
    const journey = this.#journeys.get(id);
    if (!journey) return rest;
    const share = ease(Math.min(1, (now - journey.start) / makeRoomMs));
    return {
      x: journey.from.x + (journey.to.x - journey.from.x) * share,
      y: journey.from.y + (journey.to.y - journey.from.y) * share,
    };
  }
}
