import { describe, expect, it } from 'vitest';
import { boardOf, everything, exchange, sameBoard, seen } from './boardBuilder.ts';
import { maxHeaderLength, setHeader } from './setHeader.ts';

describe('writing at the head of the sheet', () => {
  it('writes only what was filled in', () => {
    const board = boardOf();
    setHeader(board, { for: 'Eirin og barna', horizonShort: '2027-06-30' });
    expect(seen(board)).toMatchObject({
      title: 'Planen til Eirin',
      for: 'Eirin og barna',
      horizonShort: '2027-06-30',
      horizonLong: '',
    });
  });

  it('takes a date away again', () => {
    const board = boardOf();
    setHeader(board, { horizonLong: '2029-12-31' });
    setHeader(board, { horizonLong: '' });
    expect(seen(board).horizonLong).toBe('');
  });

  it('refuses a day that does not exist, and the duk is untouched', () => {
    const board = boardOf();
    const before = everything(board);
    expect(setHeader(board, { for: 'Eirin', horizonLong: '31.12.2029' })).toEqual({
      ok: false,
      failure: { kind: 'dayInvalid', day: '31.12.2029' },
    });
    expect(everything(board)).toEqual(before);
  });

  it('cuts a title that is far too long, never in the middle of an emoji, so that all read the same', () => {
    const eirins = boardOf();
    setHeader(eirins, { title: `${'a'.repeat(maxHeaderLength - 1)}🙂` });
    expect(seen(eirins).title).toBe('a'.repeat(maxHeaderLength - 1));
    expect(seen(sameBoard(eirins))).toEqual(seen(eirins));
  });

  it('writes nothing when nothing is new', () => {
    const board = boardOf();
    const long = 'a'.repeat(maxHeaderLength + 5);
    setHeader(board, { title: long });
    const before = everything(board);
    setHeader(board, { title: long, for: 'Eirin' });
    expect(everything(board)).toEqual(before);
  });

  it('by two people in two fields at once keeps both', () => {
    const eirins = boardOf();
    const gros = sameBoard(eirins);
    setHeader(eirins, { title: 'Veien videre' });
    setHeader(gros, { horizonShort: '2027-06-30' });
    exchange(eirins, gros);
    expect(seen(eirins)).toMatchObject({ title: 'Veien videre', horizonShort: '2027-06-30' });
    expect(seen(eirins)).toEqual(seen(gros));
  });
});
