import type { NoteId } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandCommand, type HandSign, type Hands, hasThingInHand, stepHands } from './hands.ts';
import type { Point } from './viewport.ts';

const ids = [1, 2, 3, 4, 5];
const ground = fc.constantFrom<NoteId | undefined>('a' as NoteId, 'b' as NoteId, 'c' as NoteId, undefined, undefined);
const place = fc.record({ x: fc.integer({ min: 0, max: 1900 }), y: fc.integer({ min: 0, max: 1000 }) });
const id = fc.constantFrom(...ids);
const sign: fc.Arbitrary<HandSign> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('down' as const), id, at: place, over: ground, now: fc.integer({ min: 0, max: 2000 }) },
    by: fc.constantFrom('touch' as const, 'touch' as const, 'touch' as const, 'mouse' as const, 'pen' as const),
    tool: fc.constantFrom('hand' as const, 'hand' as const, 'pen' as const, 'eraser' as const, 'place' as const),
    ...{ adds: fc.boolean(), mayWrite: fc.boolean(), ink: fc.constant([1, 2, 0.5]) },
  }),
  fc.record({ kind: fc.constant('move' as const), id, at: place, ink: fc.constant([3, 4, 0.5]) }),
  fc.record({ kind: fc.constant('move' as const), id, at: place, ink: fc.constant([3, 4, 0.5]) }),
  fc.record({ kind: fc.constantFrom('rested' as const, 'up' as const, 'up' as const, 'cancel' as const), id }),
  fc.constant({ kind: 'keepInk' as const }),
);

interface Told {
  readonly sign: HandSign;
  readonly before: Hands;
  readonly after: Hands;
  readonly commands: readonly HandCommand[];
}

/** Everything that comes of a row of signs. A pointer may come down anew without having been lifted, as what it was. */
function play(signs: readonly HandSign[], isShared: boolean, pen?: Point): readonly Told[] {
  let hands: Hands = new Map();
  const told: Told[] = [];
  for (const each of signs) {
    const before = hands;
    const by = each.kind === 'down' ? before.get(each.id)?.by : undefined;
    const sign = each.kind === 'down' && by ? { ...each, by } : each;
    const step = stepHands(before, sign, { isShared, pen });
    hands = step.hands;
    told.push({ sign, before, after: hands, commands: step.commands });
  }
  return told;
}

/** @param seldom rows that must be among those that are tried, for chance seldom makes them */
function always(
  check: (told: readonly Told[], isShared: boolean) => void,
  ...seldom: readonly (readonly HandSign[])[]
): void {
  const signs = fc.array(sign, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(signs, fc.boolean(), (row, isShared) => check(play(row, isShared), isShared)),
    { examples: seldom.map((row) => [[...row], true]) },
  );
}

const onA = { at: { x: 9, y: 9 }, over: 'a' as NoteId, tool: 'hand', adds: false, mayWrite: true, ink: [] } as const;
const byMouse = { ...onA, kind: 'down', id: 1, by: 'mouse', now: 0 } as const;
const byFinger = { ...onA, kind: 'down', id: 2, by: 'touch', now: 9 } as const;
const byPen = { ...onA, kind: 'down', id: 3, by: 'pen', now: 9 } as const;
const goes = (of: number): HandSign => ({ kind: 'move', id: of, at: { x: 99, y: 99 }, ink: [] });
/** Two press one note before either has it. */
const bothWantOne: readonly (readonly HandSign[])[] = [
  [byMouse, byFinger, goes(1), { kind: 'rested', id: 2 }],
  [byMouse, byFinger, { kind: 'rested', id: 2 }, goes(1)],
  [byMouse, byPen, goes(1), goes(3)],
];

/** One draws with a finger, and another comes beside with a pen. */
const besideAPen: readonly HandSign[] = [
  { ...byFinger, tool: 'pen', ink: [1, 1, 0.5] },
  { kind: 'move', id: 2, at: { x: 99, y: 99 }, ink: [2, 2, 0.5] },
  { ...byPen, tool: 'pen', now: 2000 },
];

const ends = ['drop', 'hold', 'putBack'];

describe('whatever many pointers do', () => {
  it('every drag ends once, and only where its own pointer was lifted or taken away', () => {
    always(
      (told) => {
        const inHand = new Map<number, NoteId>();
        for (const { sign, commands } of told)
          for (const command of commands) {
            if (command.kind === 'lift') {
              expect(inHand.has(command.id)).toBe(false);
              expect([...inHand.values()], 'a note is in one hand').not.toContain(command.noteId);
              inHand.set(command.id, command.noteId);
            } else if (ends.includes(command.kind) && 'noteId' in command) {
              const how = command.kind === 'putBack' ? ['cancel', 'down'] : ['up'];
              expect('id' in sign && sign.id).toBe(command.id);
              expect(how).toContain(sign.kind);
              expect(inHand.get(command.id)).toBe(command.noteId);
              inHand.delete(command.id);
            }
          }
        const last = told.at(-1)?.after ?? new Map();
        const still = [...last].filter(([, { doing }]) => doing.kind === 'dragging').map(([handId]) => handId);
        expect([...inHand.keys()].toSorted()).toEqual(still.toSorted());
      },
      ...bothWantOne,
    );
  });

  it('what a pointer does is changed by others only while it has nothing in hand', () => {
    always((told) => {
      for (const { sign, before, after } of told)
        for (const [other, hand] of before) {
          if ('id' in sign && sign.id === other) continue;
          const isMine =
            hand.doing.kind === 'erasing'
              ? hand.doing.hasBegun
              : ['dragging', 'framing', 'spare'].includes(hand.doing.kind);
          if (isMine) expect(after.get(other)).toBe(hand);
        }
    });
  });

  it('the sheet lies still while anybody has something in hand', () => {
    always((told) => {
      for (const { before, commands } of told)
        if (hasThingInHand(before)) for (const { kind } of commands) expect(['pan', 'pinch']).not.toContain(kind);
    });
  });

  it('only fingers pinch, two and two, and on a shared table only from one note, bare cloth or ink they began together', () => {
    always((told, isShared) => {
      const cameOver = new Map<number, unknown>();
      for (const { sign, before, after } of told) {
        if (sign.kind === 'down') cameOver.set(sign.id, sign.tool === 'place' ? undefined : sign.over);
        for (const [handId, { by, doing }] of after) {
          if (doing.kind !== 'pinching') continue;
          expect(by).toBe('touch');
          expect(after.get(doing.with)?.doing).toEqual({ kind: 'pinching', with: handId });
          const was = before.get(handId)?.doing.kind;
          if (!isShared || was === 'pinching' || was === 'drawing' || before.get(doing.with)?.doing.kind === 'drawing')
            continue;
          // Whoever already moves the sheet has left the note their finger came down on.
          const isMoving = was === 'panning' || before.get(doing.with)?.doing.kind === 'panning';
          if (!isMoving) expect(cameOver.get(handId)).toBe(cameOver.get(doing.with));
        }
      }
    });
  });

  it('a mark of more than a moment is never lost', () => {
    always((told) => {
      for (const { sign, before, after, commands } of told) {
        let kept = 0;
        for (const [handId, { by, doing }] of before) {
          if (doing.kind !== 'drawing') continue;
          const isAnew = sign.kind === 'down' && sign.id === handId;
          const next = after.get(handId)?.doing.kind;
          if (next === 'drawing' && !isAnew) continue;
          // What is not drawn was the beginning of a pinch, or a palm that had just come.
          const most = isAnew ? undefined : next === 'pinching' ? 150 : next === 'spare' ? 500 : undefined;
          const age = sign.kind === 'down' ? sign.now - doing.since : Number.POSITIVE_INFINITY;
          if (most === undefined || age > most) kept += 1;
          else expect(by).toBe('touch');
          if (next === 'pinching' && !isAnew) expect(age).toBeLessThanOrEqual(150);
        }
        expect(commands.filter(({ kind }) => kind === 'draw').length).toBeGreaterThanOrEqual(kept);
      }
    }, besideAPen);
  });
});

describe('where a pen is in use', () => {
  const pen = { x: 900, y: 500 };

  it('no finger draws, rubs out, pans or pinches, and the palm beside it does nothing', () => {
    const signs = fc.array(sign, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(signs, (row) => {
        for (const { sign, before, commands } of play(row, true, pen)) {
          const hand = 'id' in sign ? (before.get(sign.id) ?? sign) : undefined;
          if (!hand || !('by' in hand) || hand.by !== 'touch') continue;
          for (const { kind } of commands) expect(['draw', 'erase', 'pan', 'pinch']).not.toContain(kind);
          const isNear = sign.kind === 'down' && Math.hypot(sign.at.x - pen.x, sign.at.y - pen.y) <= 380;
          if (isNear && !before.has(sign.id)) expect(commands).toEqual([]);
        }
      }),
    );
  });

  it('its stroke goes on whatever the palm does', () => {
    const line = fc.array(
      sign.filter(
        (each) => each.kind !== 'keepInk' && 'id' in each && each.id !== 1 && !('by' in each && each.by !== 'touch'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(line, line, fc.constantFrom('up' as const, 'cancel' as const), (first, then, kind) => {
        const facts = { id: 1, by: 'pen', at: pen, over: undefined, adds: false, mayWrite: true, now: 0 } as const;
        const told = play(
          [
            ...first.filter((each) => each.kind !== 'down' || each.tool !== 'pen'),
            { ...facts, kind: 'down', tool: 'pen', ink: [1, 1, 0.5] },
            ...then,
            { kind: 'move', id: 1, at: pen, ink: [2, 2, 0.5] },
            { kind, id: 1 },
          ],
          true,
          pen,
        );
        const strokes = told.flatMap(({ commands }) => commands.filter((command) => command.kind === 'draw'));
        expect(strokes).toEqual([{ kind: 'draw', points: [1, 1, 0.5, 2, 2, 0.5] }]);
      }),
    );
  });

  it('a palm that came first has pressed nothing', () => {
    const palm = { kind: 'down', id: 2, by: 'touch', at: { x: 800, y: 600 }, over: undefined, adds: false } as const;
    const facts = { mayWrite: true, now: 0, ink: [] } as const;
    const told = play(
      [
        { ...palm, ...facts, tool: 'hand' },
        { ...palm, ...facts, tool: 'hand', kind: 'down', id: 1, by: 'pen', at: pen },
        { kind: 'up', id: 2 },
      ],
      true,
    );
    expect(told.flatMap(({ commands }) => commands)).toEqual([]);
  });
});

describe('four fingers on four notes', () => {
  it.each([
    ['after a rest', true],
    ['at once', false],
  ])('drag them to four places %s', (_, rests) => {
    const notes = ['a', 'b', 'c', 'd'] as NoteId[];
    const facts = { by: 'touch', tool: 'hand', adds: false, mayWrite: true, ink: [] } as const;
    const signs: HandSign[] = [
      ...notes.map(
        (over, n) => ({ ...facts, kind: 'down', id: n, at: { x: 100 * n, y: 0 }, now: 25 * n, over }) as const,
      ),
      ...notes.flatMap((_note, n) => (rests ? [{ kind: 'rested', id: n } as const] : [])),
      ...notes.map((_note, n) => ({ kind: 'move', id: n, at: { x: 100 * n, y: 300 }, ink: [] }) as const),
      ...notes.map((_note, n) => ({ kind: 'up', id: n }) as const),
    ];
    const drops = play(signs, true).flatMap(({ commands }) => commands.filter(({ kind }) => kind === 'drop'));
    expect(drops).toEqual(notes.map((noteId, n) => ({ kind: 'drop', id: n, noteId })));
  });
});

it('a stroke longer than a duk takes goes on as the next one', () => {
  const begin = { kind: 'down', id: 1, by: 'pen', at: { x: 0, y: 0 }, now: 0, tool: 'pen', over: undefined } as const;
  const told = play(
    [
      { ...begin, adds: false, mayWrite: true, ink: [0, 0, 0.5] },
      { kind: 'move', id: 1, at: { x: 9, y: 9 }, ink: new Array<number>(3 * 9000).fill(1) },
      { kind: 'up', id: 1 },
    ],
    true,
  );
  const strokes = told.flatMap(({ commands }) =>
    commands.flatMap((command) => (command.kind === 'draw' ? [command.points] : [])),
  );
  expect(strokes.map(({ length }) => length / 3)).toEqual([8000, 1002]);
});
