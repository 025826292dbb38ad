import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsInOrder, type OrderedAction, orderOf, placesInOrder } from './actionOrder.ts';
import type { NoteId } from './board.ts';

const id = (name: string): NoteId => name as NoteId;
const action = (name: string, more: { follows?: string; alongside?: string } = {}): OrderedAction => ({
  noteId: id(name),
  ...(more.follows ? { follows: id(more.follows) } : {}),
  ...(more.alongside ? { alongside: id(more.alongside) } : {}),
});

describe('the order of tiltak', () => {
  it('has what each is to wait for', () => {
    const all = [action('a', { follows: 'b' }), action('b', { follows: 'c' }), action('c')];
    expect([...orderOf(all)]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('is broken by what is not there', () => {
    expect(orderOf([action('a', { follows: 'borte', alongside: 'borte' })])).toEqual(new Map());
  });

  it('counts for none of those in a ring, and for those who lead into it', () => {
    const ring = [action('a', { follows: 'b' }), action('b', { follows: 'a' }), action('c', { follows: 'a' })];
    expect([...orderOf(ring)]).toEqual([['c', 'a']]);
  });

  it('goes over what is done at the same time', () => {
    const all = [action('a', { follows: 'b' }), action('b', { alongside: 'c' }), action('c')];
    expect(fitsInOrder(all, action('c', { follows: 'a' }))).toBe(false);
    expect(fitsInOrder(all, action('c', { alongside: 'b' }))).toBe(true);
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const someName = fc.option(fc.constantFrom(...names, 'borte'), { nil: undefined });
const someActions = fc
  .array(fc.record({ follows: someName, alongside: someName }), { minLength: 1, maxLength: names.length })
  .map((all) =>
    all.map(({ follows, alongside }, at) =>
      action(names[at] ?? '', { ...(follows ? { follows } : {}), ...(alongside ? { alongside } : {}) }),
    ),
  );

/** How many steps it takes to come to an end; more than there are tiltak where it never does. */
function stepsFrom(noteId: NoteId, order: ReadonlyMap<NoteId, NoteId>): number {
  let steps = 0;
  for (let at = order.get(noteId); at !== undefined && steps <= names.length; at = order.get(at)) steps += 1;
  return steps;
}

describe('a chain as long as a duk holds', () => {
  /** Counts how often somebody asks what a tiltak comes after. */
  function chain(length: number) {
    const asked = { times: 0 };
    const all = Array.from(
      { length },
      (_, at): OrderedAction => ({
        noteId: id(`${at}`),
        get follows() {
          asked.times += 1;
          return id(`${at + 1}`);
        },
      }),
    );
    return { all, asked };
  }

  it('is gone through as often as there are tiltak, whoever asks for each of them', () => {
    const { all, asked } = chain(3000);
    for (const { noteId } of all) orderOf(all).get(noteId);
    expect(orderOf(all).size).toBe(2999);
    expect(asked.times).toBeLessThan(10 * 3000);
  });

  it('is offered, each of it once, in the time that it takes to read it', () => {
    const { all, asked } = chain(3000);
    const places = placesInOrder(all, action('1500', { follows: '1501' }));
    // What is before it waits for it; what is after it, it waits for itself.
    expect([places.follows.size, places.alongside.size]).toEqual([1499, 0]);
    expect(asked.times).toBeLessThan(20 * 3000);
  });

  it('that is a ring counts for none, and needs no deep stack', () => {
    const all = Array.from({ length: 20_000 }, (_, at) => action(`${at}`, { follows: `${(at + 1) % 20_000}` }));
    expect(orderOf(all).size).toBe(0);
  });
});

describe('any order that people on several machines have written', () => {
  it('has no ring, and is the same however it is listed', () => {
    fc.assert(
      fc.property(someActions, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (actions, keys) => {
        const order = orderOf(actions);
        for (const { noteId } of actions) expect(stepsFrom(noteId, order)).toBeLessThanOrEqual(actions.length);
        const mixed = actions
          .map((one, at) => ({ one, key: keys[at] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(new Map(orderOf(mixed))).toEqual(new Map(order));
      }),
    );
  });

  it('offers what fits and nothing else; where something goes round in a ring, perhaps less', () => {
    fc.assert(
      fc.property(someActions, fc.constantFrom(...names), (actions, name) => {
        const own = actions.find(({ noteId }) => noteId === name) ?? action(name);
        fc.pre(own.follows !== name && own.alongside !== name);
        const all = actions.includes(own) ? actions : [...actions, own];
        const places = placesInOrder(all, own);
        const known = new Set(all.map(({ noteId }) => noteId));
        const said = all.filter(({ follows }) => follows !== undefined && known.has(follows)).length;
        const hasRing = orderOf(all).size < said;
        for (const { noteId: other } of all.filter(({ noteId }) => noteId !== name))
          for (const place of ['follows', 'alongside'] as const) {
            const isOffered = places[place].has(other);
            const fits = fitsInOrder(all, { ...own, [place]: other });
            if (isOffered || !hasRing) expect([place, other, isOffered]).toEqual([place, other, fits]);
          }
      }),
      { numRuns: 2000 },
    );
  });

  it('that fits is waited for, and takes nothing from what was', () => {
    fc.assert(
      fc.property(someActions, fc.constantFrom(...names), someName, someName, (actions, name, follows, alongside) => {
        const changed = action(name, { ...(follows ? { follows } : {}), ...(alongside ? { alongside } : {}) });
        if (!fitsInOrder(actions, changed)) return;
        const [before, after] = [
          orderOf(actions),
          orderOf([...actions.filter(({ noteId }) => noteId !== name), changed]),
        ];
        for (const [waits] of before) if (waits !== name) expect(after.has(waits)).toBe(true);
        if (follows && actions.some(({ noteId }) => noteId === follows)) expect(after.get(id(name))).toBe(follows);
      }),
    );
  });
});
