import { maxStrokePoints, type NoteId } from '@duken/shared/board';
import type { Point } from './viewport.ts';

/** What somebody touches the stage with. */
export type By = 'mouse' | 'pen' | 'touch';

/** `place`: a note that is not on the sheet yet is in the hand, and goes where the next press is. */
export type Tool = 'hand' | 'pen' | 'eraser' | 'place';

/** How far a pointer moves before a press is a drag, in CSS pixels. A finger is less steady than a mouse. */
const dragStartsAt = { mouse: 4, pen: 6, touch: 10 } as const;
/** How long a finger rests on a note before it lifts it, in ms: a shorter touch pans the duk. */
export const liftAfterMs = 320;
/** Fingers that come down within this time came together, in ms. */
const togetherMs = 150;
/** And within this, in CSS pixels (some 7 cm), they may be of one hand: while people draw only such a pair is a pinch. */
const handSpan = 260;
/** What a finger drew for longer than this before a pen came down beside it, in ms, was no palm's. */
const palmInkMs = 500;

/**
 * How long after a pen was last seen fingers are taken for the hand that holds it, in ms: the pause between two words, or while
 * one thinks of the next line. Whoever has laid the pen down and pinches waits no longer than for a page.
 */
export const penStaysMs = 5000;
/** Within this of the pen, in CSS pixels (some 10 cm), a touch is the palm under it, whatever the tool. */
const palmReach = 380;

/** What one pointer is at. Places are in CSS pixels on the stage, ink in sheet units. */
export type Doing =
  | {
      readonly kind: 'pressing';
      readonly noteId: NoteId | undefined;
      readonly start: Point;
      /** In ms since the page was opened. */
      readonly since: number;
      /** Shift is held: what is pressed joins what is chosen, and a bare drag draws a frame instead of moving the sheet. */
      readonly adds: boolean;
      readonly mayWrite: boolean;
    }
  | { readonly kind: 'panning' }
  | { readonly kind: 'pinching'; readonly with: number }
  | { readonly kind: 'framing'; readonly start: Point }
  | {
      readonly kind: 'dragging';
      readonly noteId: NoteId;
      readonly start: Point;
      /** A finger lifts a note by resting on it; until it moves, the note may only be meant to be chosen. */
      readonly hasMoved: boolean;
    }
  | { readonly kind: 'drawing'; readonly points: readonly number[]; readonly since: number }
  | {
      readonly kind: 'erasing';
      readonly start: Point;
      readonly since: number;
      /** A finger that has come may be the first of a pinch: it rubs out nothing until it goes, or is lifted. */
      readonly hasBegun: boolean;
    }
  /** It has nothing to do here until it is lifted: a second finger on a note in another's hand, one too many on the cloth. */
  | { readonly kind: 'spare' };

/** One pointer on the stage. */
export interface Hand {
  readonly by: By;
  readonly at: Point;
  readonly doing: Doing;
}

/** Every pointer that is down, by its id. */
export type Hands = ReadonlyMap<number, Hand>;

/** What is heard of pointers. `ink` is x, y, pressure triples in sheet units. */
export type HandSign =
  | {
      readonly kind: 'down';
      readonly id: number;
      readonly by: By;
      readonly at: Point;
      readonly now: number;
      readonly tool: Tool;
      /** The note under it. */
      readonly over: NoteId | undefined;
      readonly adds: boolean;
      readonly mayWrite: boolean;
      readonly ink: readonly number[];
    }
  | { readonly kind: 'move'; readonly id: number; readonly at: Point; readonly ink: readonly number[] }
  /** It has rested for `liftAfterMs`. */
  | { readonly kind: 'rested'; readonly id: number }
  | { readonly kind: 'up'; readonly id: number }
  /** The browser took the pointer away. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Escape: nobody wants what is under way. */
  | { readonly kind: 'giveUp' }
  /** The page is about to lose sight of its pointers, and keeps what has been drawn. */
  | { readonly kind: 'keepInk' };

/** What is to be done about a sign. */
export type HandCommand =
  | { readonly kind: 'press'; readonly id: number; readonly at: Point; readonly noteId: NoteId | undefined }
  | { readonly kind: 'lift'; readonly id: number; readonly noteId: NoteId; readonly at: Point }
  | { readonly kind: 'drag'; readonly id: number }
  | { readonly kind: 'drop'; readonly id: number; readonly noteId: NoteId }
  /** It was lifted and let go of where it lay. */
  | { readonly kind: 'hold'; readonly id: number; readonly noteId: NoteId }
  | { readonly kind: 'putBack'; readonly id: number; readonly noteId: NoteId }
  | { readonly kind: 'pan'; readonly from: Point; readonly to: Point }
  /** One of two fingers went; the other is where it was. */
  | { readonly kind: 'pinch'; readonly from: Point; readonly to: Point; readonly other: Point }
  | { readonly kind: 'frame'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'framed'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'unframed' }
  | { readonly kind: 'draw'; readonly points: readonly number[] }
  | { readonly kind: 'erase'; readonly at: Point };

export interface HandStep {
  readonly hands: Hands;
  readonly commands: readonly HandCommand[];
}

export interface HandTable {
  /** The screen is large enough for several people to have their hands on it. */
  readonly isShared: boolean;
  /** Where a pen was seen within `penStaysMs`; none when it was not. */
  readonly pen: Point | undefined;
}

/**
 * One gesture for each pointer: what a pointer is at depends on where it came down and on itself, and ends where it is lifted.
 * Two meet only in a pinch, and only before either has anything in its hand. While somebody has, the sheet lies still. Where a
 * pen is in use no finger draws, erases or moves the sheet, and the palm beside the pen does nothing at all.
 */
export function stepHands(hands: Hands, sign: HandSign, table: HandTable): HandStep {
  switch (sign.kind) {
    case 'down':
      return down(hands, sign, table);
    case 'move':
      return move(hands, sign, table);
    case 'rested':
      return rested(hands, sign.id);
    case 'up':
    case 'cancel':
      return end(hands, sign);
    case 'giveUp':
      return giveUp(hands);
    case 'keepInk':
      return keepInk(hands);
  }
}

function down(before: Hands, sign: HandSign & { readonly kind: 'down' }, table: HandTable): HandStep {
  // Nobody heard how its last press ended.
  const freed = end(before, { kind: 'cancel', id: sign.id });
  const { hands, commands } = sign.by === 'pen' ? withoutPalm(freed.hands, sign) : { hands: freed.hands, commands: [] };
  const begun = begin(hands, sign, table);
  return { hands: begun.hands, commands: [...freed.commands, ...commands, ...begun.commands] };
}

function begin(hands: Hands, sign: HandSign & { readonly kind: 'down' }, table: HandTable): HandStep {
  const { id, by, at, tool, adds, mayWrite, now: since } = sign;
  const be = (doing: Doing, commands: readonly HandCommand[] = []): HandStep => ({
    hands: new Map(hands).set(id, { by, at, doing }),
    commands,
  });
  const pinchWith = (partner: number, hand: Hand): HandStep => ({
    hands: new Map(hands)
      .set(partner, { ...hand, doing: { kind: 'pinching', with: id } })
      .set(id, { by, at, doing: { kind: 'pinching', with: partner } }),
    commands: [],
  });
  const isInking = mayWrite && (tool === 'pen' || tool === 'eraser');
  if (by === 'touch' && table.pen && (isInking || distance(table.pen, at) <= palmReach)) return be({ kind: 'spare' });
  if (isInking) {
    const mate = by === 'touch' && [...hands].find(([, hand]) => isOtherFingerOfOneHand(hand, at, since, table));
    if (mate) return pinchWith(...mate);
    if (tool === 'pen') return be({ kind: 'drawing', points: sign.ink, since });
    const hasBegun = by !== 'touch';
    return be({ kind: 'erasing', start: at, since, hasBegun }, hasBegun ? [{ kind: 'erase', at }] : []);
  }
  const noteId = tool === 'place' ? undefined : sign.over;
  if (noteId && isInHand(hands, noteId)) return be({ kind: 'spare' });
  if (by === 'touch' && !table.pen && !hasThingInHand(hands)) {
    const mate = [...hands].find(([, { by: otherBy, doing }]) => {
      if (otherBy !== 'touch') return false;
      // A small screen is one person's: two fingers are theirs, wherever they come down.
      if (!table.isShared) return doing.kind === 'pressing' || doing.kind === 'panning';
      return noteId !== undefined && doing.kind === 'pressing' && doing.noteId === noteId;
    });
    if (mate) return pinchWith(...mate);
  }
  return be({ kind: 'pressing', noteId, start: at, since, adds, mayWrite });
}

/** The pen comes down: what touches the sheet beside it was its palm, and neither presses nor draws. */
function withoutPalm(hands: Hands, pen: { readonly at: Point; readonly now: number }): HandStep {
  const commands: HandCommand[] = [];
  const after = new Map(hands);
  for (const [id, hand] of hands) {
    const { doing } = hand;
    const isIdle = doing.kind === 'pressing' || doing.kind === 'drawing' || isYetToErase(doing);
    if (hand.by !== 'touch' || !isIdle || distance(hand.at, pen.at) > palmReach) continue;
    // Whoever drew until now was another, and keeps what they drew.
    if (doing.kind === 'drawing' && pen.now - doing.since > palmInkMs)
      commands.push({ kind: 'draw', points: doing.points });
    after.set(id, { ...hand, doing: { kind: 'spare' } });
  }
  return { hands: after, commands };
}

function isYetToErase(doing: Doing): doing is Doing & { readonly kind: 'erasing' } {
  return doing.kind === 'erasing' && !doing.hasBegun;
}

/** Whether somebody has this note in hand. */
function isInHand(hands: Hands, noteId: NoteId): boolean {
  return [...hands.values()].some(({ doing }) => doing.kind === 'dragging' && doing.noteId === noteId);
}

/** Whether a finger that draws or is about to rub out came with another that comes now, so that it is only the beginning of a pinch. */
function isOtherFingerOfOneHand({ by, at, doing }: Hand, other: Point, now: number, { isShared }: HandTable): boolean {
  if (by !== 'touch' || !(doing.kind === 'drawing' || isYetToErase(doing))) return false;
  if (now - doing.since > togetherMs) return false;
  return !isShared || distance(at, other) <= handSpan;
}

function move(hands: Hands, sign: HandSign & { readonly kind: 'move' }, table: HandTable): HandStep {
  const hand = hands.get(sign.id);
  if (!hand) return { hands, commands: [] };
  const { id, at } = sign;
  const { doing } = hand;
  const isStill = liesStill(hands, hand, table);
  const become = (next: Doing, ...commands: readonly HandCommand[]): HandStep => ({
    hands: new Map(hands).set(id, { ...hand, at, doing: next }),
    commands,
  });
  switch (doing.kind) {
    case 'pressing':
      return distance(doing.start, at) < dragStartsAt[hand.by]
        ? become(doing)
        : go(hands, { id, at, hand, doing }, table);
    case 'panning':
      return isStill ? become(doing) : become(doing, { kind: 'pan', from: hand.at, to: at });
    case 'pinching': {
      const other = hands.get(doing.with)?.at;
      return !other || isStill ? become(doing) : become(doing, { kind: 'pinch', from: hand.at, to: at, other });
    }
    case 'framing':
      return become(doing, { kind: 'frame', from: doing.start, to: at });
    case 'dragging': {
      const hasMoved = doing.hasMoved || distance(doing.start, at) >= dragStartsAt.touch;
      return hasMoved ? become({ ...doing, hasMoved }, { kind: 'drag', id }) : become(doing);
    }
    case 'drawing': {
      const commands: HandCommand[] = [];
      let points: readonly number[] = [...doing.points, ...sign.ink];
      // A duk takes no longer stroke than this: it goes on as the next one, from the same point.
      for (const most = 3 * maxStrokePoints; points.length > most; points = points.slice(most - 3))
        commands.push({ kind: 'draw', points: points.slice(0, most) });
      return become({ ...doing, points }, ...commands);
    }
    case 'erasing': {
      if (doing.hasBegun) return become(doing, { kind: 'erase', at });
      if (distance(doing.start, at) < dragStartsAt[hand.by]) return become(doing);
      return become({ ...doing, hasBegun: true }, { kind: 'erase', at: doing.start }, { kind: 'erase', at });
    }
    case 'spare':
      return become(doing);
  }
}

interface Goer {
  readonly id: number;
  readonly at: Point;
  readonly hand: Hand;
  readonly doing: Doing & { readonly kind: 'pressing' };
}

/** A press has become a movement. */
function go(hands: Hands, { id, at, hand, doing }: Goer, table: HandTable): HandStep {
  const { noteId, start } = doing;
  const become = (next: Doing, ...commands: readonly HandCommand[]): HandStep => ({
    hands: new Map(hands).set(id, { ...hand, at, doing: next }),
    commands,
  });
  const isTouch = hand.by === 'touch';
  const others = [...hands].filter(([other]) => other !== id);
  // Where several have their hands on the table, a finger that goes from a note wants the note and not everybody's sheet.
  const takesNote = !isTouch || (table.isShared && others.some(([, other]) => other.by === 'touch'));
  if (noteId && doing.mayWrite && takesNote)
    return isInHand(hands, noteId)
      ? become({ kind: 'spare' })
      : become(
          { kind: 'dragging', noteId, start, hasMoved: true },
          { kind: 'lift', id, noteId, at: start },
          { kind: 'drag', id },
        );
  if (doing.adds && !isTouch) return become({ kind: 'framing', start }, { kind: 'frame', from: start, to: at });
  const isStill = liesStill(hands, hand, table);
  const mate =
    isTouch &&
    !table.pen &&
    noteId === undefined &&
    others.find(([, other]) => {
      if (other.by !== 'touch') return false;
      if (other.doing.kind === 'panning') return true;
      return (
        other.doing.kind === 'pressing' &&
        other.doing.noteId === undefined &&
        Math.abs(other.doing.since - doing.since) <= togetherMs
      );
    });
  if (mate) {
    const [partner, other] = mate;
    const commands: HandCommand[] = isStill ? [] : [{ kind: 'pinch', from: start, to: at, other: other.at }];
    return {
      hands: new Map(hands)
        .set(partner, { ...other, doing: { kind: 'pinching', with: id } })
        .set(id, { ...hand, at, doing: { kind: 'pinching', with: partner } }),
      commands,
    };
  }
  if (others.some(([, other]) => other.doing.kind === 'panning' || other.doing.kind === 'pinching'))
    return become({ kind: 'spare' });
  if (isStill) return become({ kind: 'panning' });
  return become({ kind: 'panning' }, { kind: 'pan', from: start, to: at });
}

function rested(hands: Hands, id: number): HandStep {
  const hand = hands.get(id);
  if (hand?.by !== 'touch' || hand.doing.kind !== 'pressing') return { hands, commands: [] };
  const { noteId, start, mayWrite } = hand.doing;
  if (!noteId || !mayWrite) return { hands, commands: [] };
  if (isInHand(hands, noteId))
    return { hands: new Map(hands).set(id, { ...hand, doing: { kind: 'spare' } }), commands: [] };
  return {
    hands: new Map(hands).set(id, { ...hand, doing: { kind: 'dragging', noteId, start, hasMoved: false } }),
    commands: [{ kind: 'lift', id, noteId, at: start }],
  };
}

/** A pointer was lifted, or taken away: only what it had itself in hand ends. */
function end(hands: Hands, { kind, id }: { readonly kind: 'up' | 'cancel'; readonly id: number }): HandStep {
  const hand = hands.get(id);
  if (!hand) return { hands, commands: [] };
  const rest = new Map(hands);
  rest.delete(id);
  const { doing, at } = hand;
  const isUp = kind === 'up';
  switch (doing.kind) {
    case 'pressing':
      return { hands: rest, commands: isUp ? [{ kind: 'press', id, at: doing.start, noteId: doing.noteId }] : [] };
    case 'dragging': {
      const { noteId } = doing;
      const how = !isUp ? 'putBack' : doing.hasMoved ? 'drop' : 'hold';
      return { hands: rest, commands: [{ kind: how, id, noteId }] };
    }
    case 'framing':
      return { hands: rest, commands: [isUp ? { kind: 'framed', from: doing.start, to: at } : { kind: 'unframed' }] };
    case 'drawing':
      // Ink that was drawn stays, however the pen was taken away.
      return { hands: rest, commands: [{ kind: 'draw', points: doing.points }] };
    case 'pinching': {
      const other = rest.get(doing.with);
      if (other) rest.set(doing.with, { ...other, doing: { kind: 'panning' } });
      return { hands: rest, commands: [] };
    }
    case 'erasing':
      return { hands: rest, commands: isUp && !doing.hasBegun ? [{ kind: 'erase', at: doing.start }] : [] };
    case 'panning':
    case 'spare':
      return { hands: rest, commands: [] };
  }
}

function giveUp(hands: Hands): HandStep {
  const commands: HandCommand[] = [];
  const after = new Map(hands);
  for (const [id, hand] of hands) {
    const { doing } = hand;
    if (doing.kind === 'dragging') commands.push({ kind: 'putBack', id, noteId: doing.noteId });
    else if (doing.kind === 'framing') commands.push({ kind: 'unframed' });
    else if (doing.kind !== 'drawing') continue;
    after.set(id, { ...hand, doing: { kind: 'spare' } });
  }
  return { hands: after, commands };
}

function keepInk(hands: Hands): HandStep {
  const commands: HandCommand[] = [];
  const after = new Map(hands);
  for (const [id, hand] of hands) {
    if (hand.doing.kind !== 'drawing') continue;
    commands.push({ kind: 'draw', points: hand.doing.points });
    after.set(id, { ...hand, doing: { ...hand.doing, points: hand.doing.points.slice(-3) } });
  }
  return { hands: after, commands };
}

/** Whether somebody has a note, a pen or a frame in hand, so that the sheet must lie still. */
export function hasThingInHand(hands: Hands): boolean {
  return [...hands.values()].some(({ doing }) => ['dragging', 'drawing', 'erasing', 'framing'].includes(doing.kind));
}

/** Whether the sheet lies still under this hand. */
function liesStill(hands: Hands, { by }: Hand, { pen }: HandTable): boolean {
  return hasThingInHand(hands) || (by === 'touch' && pen !== undefined);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
