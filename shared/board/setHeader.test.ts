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

  it('cuts no title: one that is too long is refused whole, and changes nothing', () => {
    const board = boardOf();
    const before = everything(board);
    expect(setHeader(board, { title: 'a'.repeat(maxHeaderLength + 1), for: 'Gro' })).toEqual({
      ok: false,
      failure: { kind: 'lineTooLong', maxLength: maxHeaderLength },
    });
    expect(everything(board)).toEqual(before);
  });

  it('writes nothing when nothing is new', () => {
    const board = boardOf();
    const long = 'a'.repeat(maxHeaderLength);
    setHeader(board, { title: long });
    const before = everything(board);
    setHeader(board, { title: ` ${long} `, for: 'Eirin' });
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
