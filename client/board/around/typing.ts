import { maxNoteLength } from '@duken/shared/board';

/** What the keys of an edge's own keyboard do. */
export type Key =
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'delete' | 'line' | 'shift' | 'otherSigns' };

/** What somebody at an edge is writing: the words, where the caret is, and how the keys stand. */
export interface Typing {
  readonly text: string;
  /** The marked part, in UTF-16 units; the caret where both are the same. */
  readonly from: number;
  readonly to: number;
  readonly isShifted: boolean;
  readonly hasOtherSigns: boolean;
}

export const nothingTyped: Typing = { text: '', from: 0, to: 0, isShifted: true, hasOtherSigns: false };

const sign = (letter: string): Key => ({ kind: 'sign', sign: letter });
const signs = (letters: string): readonly Key[] => [...letters].map(sign);

/** Bokmål's letters, as on the keyboards that are sold here. */
const letters: readonly (readonly Key[])[] = [
  signs('qwertyuiopå'),
  signs('asdfghjkløæ'),
  [{ kind: 'shift' }, ...signs('zxcvbnm,.'), { kind: 'delete' }],
];
const otherSigns: readonly (readonly Key[])[] = [
  signs('1234567890+'),
  signs('-/:;()&"\'%='),
  [...signs('«»!?@#–…é'), { kind: 'delete' }],
];
const lastRow: readonly Key[] = [{ kind: 'otherSigns' }, sign(' '), sign('!'), sign('?'), { kind: 'line' }];

/** The rows of keys as they stand now. */
export function rowsOf({ hasOtherSigns }: Typing): readonly (readonly Key[])[] {
  return [...(hasOtherSigns ? otherSigns : letters), lastRow];
}

/** What a key writes as the keys stand now. */
export function signOf({ isShifted }: Typing, letter: string): string {
  return isShifted ? letter.toLocaleUpperCase('nb') : letter;
}

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** What one press of a key makes of it. A note that is full takes no more. */
export function press(typing: Typing, key: Key): Typing {
  switch (key.kind) {
    case 'shift':
      return { ...typing, isShifted: !typing.isShifted };
    case 'otherSigns':
      return { ...typing, hasOtherSigns: !typing.hasOtherSigns, isShifted: false };
    case 'delete':
      return removed(typing);
    case 'line':
      return written(typing, '\n');
    case 'sign':
      return written(typing, signOf(typing, key.sign));
  }
}

function written(typing: Typing, words: string): Typing {
  const text = typing.text.slice(0, typing.from) + words + typing.text.slice(typing.to);
  if (text.length > maxNoteLength) return typing;
  const at = typing.from + words.length;
  return { ...typing, text, from: at, to: at, isShifted: beginsSentence(text.slice(0, at)) };
}

/** Takes away what is marked, or the whole letter before the caret, however many units it is made of. */
function removed(typing: Typing): Typing {
  const { text, from, to } = typing;
  const start = from === to ? (lastGraphemeOf(text.slice(0, from))?.index ?? 0) : from;
  const rest = text.slice(0, start) + text.slice(to);
  return { ...typing, text: rest, from: start, to: start, isShifted: beginsSentence(rest.slice(0, start)) };
}

function lastGraphemeOf(text: string): Intl.SegmentData | undefined {
  return [...graphemes.segment(text)].at(-1);
}

function beginsSentence(before: string): boolean {
  return /(^|[.!?]\s|\n)$/.test(before);
}
