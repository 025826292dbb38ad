import { describe, expect, it } from 'vitest';
import { keyOf, type LogHead, type LogLine, logFaults, type StoredLogLine } from './index.ts';

// As good as any for telling one text from another.
const hash = (text: string): string =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7).toString(16);

function store(line: LogLine): StoredLogLine {
  const text = JSON.stringify(line);
  const { boardId, number, at, personId, participantId, event } = line;
  return { boardId, number, at, personId, participantId, event: keyOf(event), line: text, hash: hash(text) };
}

describe('an event as one word', () => {
  it('tells two cuts of one version apart', () => {
    const keys = ['one', 'two'].flatMap((cutId) => [
      keyOf({ kind: 'cut', version: 3, cutId }),
      keyOf({ kind: 'cutFile', version: 3, cutId, format: 'pdf' }),
    ]);
    expect(new Set(keys).size).toBe(4);
  });
});

/** Five lines, each leaning on the one before. */
function fiveLines(): StoredLogLine[] {
  const lines: StoredLogLine[] = [];
  for (let number = 1; number <= 5; number++)
    lines.push(
      store({
        ...{ boardId: 'duk', number, at: number, personId: 'mona', participantId: 'seat', name: 'Mona' },
        ...{ access: 'link', accessId: 'link', event: { kind: 'plan', version: number }, salt: `${number}` },
        previousHash: lines.at(-1)?.hash ?? '',
      }),
    );
  return lines;
}
const headOf = (lines: readonly StoredLogLine[]): LogHead => {
  const { boardId, number, hash } = lines.at(-1) as StoredLogLine;
  return { boardId, number, hash };
};
const faultsOf = (lines: readonly StoredLogLine[], heads: readonly LogHead[] = [headOf(fiveLines())]) =>
  logFaults(lines, heads, hash);

describe('the log of a case', () => {
  it('is whole as it was written', () => {
    expect(faultsOf(fiveLines())).toEqual([]);
    expect(faultsOf([], [])).toEqual([]);
  });

  it('tells which line was altered', () => {
    const lines = fiveLines().map((stored) =>
      stored.number === 3 ? { ...stored, line: stored.line.replace('Mona', 'Gro') } : stored,
    );
    expect(faultsOf(lines)).toEqual([{ kind: 'altered', number: 3 }]);
    for (const [column, value] of Object.entries({
      at: 9,
      personId: 'gro',
      participantId: 'x',
      event: 'duk',
      line: '{',
    })) {
      const beside = fiveLines().map((stored) => (stored.number === 2 ? { ...stored, [column]: value } : stored));
      expect([column, faultsOf(beside)]).toEqual([column, [{ kind: 'altered', number: 2 }]]);
    }
  });

  it('finds one that was altered and hashed anew, by the one after it and by the head', () => {
    const altered = (number: number) =>
      fiveLines().map((stored) =>
        stored.number === number ? store({ ...(JSON.parse(stored.line) as LogLine), name: 'Gro' }) : stored,
      );
    expect(faultsOf(altered(2))).toEqual([{ kind: 'chainBroken', number: 3 }]);
    expect(faultsOf(altered(5))).toEqual([{ kind: 'headDiffers', number: 5 }]);
  });

  it('misses a line that was taken away: the first, one in the middle, the last ones', () => {
    const without = (...gone: number[]) => fiveLines().filter(({ number }) => !gone.includes(number));
    expect(faultsOf(without(1))).toEqual([{ kind: 'missing', from: 1, to: 1 }]);
    expect(faultsOf(without(2, 3))).toEqual([{ kind: 'missing', from: 2, to: 3 }]);
    expect(faultsOf(without(4, 5))).toEqual([{ kind: 'missing', from: 4, to: 5 }]);
    expect(faultsOf([])).toEqual([{ kind: 'missing', from: 1, to: 5 }]);
  });

  it('misses one whose head was cut back with it, where somebody else knows of a later', () => {
    const cut = fiveLines().slice(0, 4);
    expect(faultsOf(cut, [headOf(cut)])).toEqual([]);
    expect(faultsOf(cut, [headOf(cut), headOf(fiveLines())])).toEqual([{ kind: 'missing', from: 5, to: 5 }]);
  });

  it('finds a gap that was closed by numbering anew', () => {
    const [one, , three] = fiveLines();
    const moved = store({ ...(JSON.parse(three?.line ?? '') as LogLine), number: 2 });
    expect(faultsOf([one as StoredLogLine, moved], [])).toEqual([{ kind: 'chainBroken', number: 2 }]);
  });
});
