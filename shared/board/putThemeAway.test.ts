import { describe, expect, it } from 'vitest';
import { templates } from '../template/index.ts';
import { boardOf, everything, exchange, noteId, sameBoard, seen } from './boardBuilder.ts';
import { deleteNote, putThemeAway, restoreNote, withoutPutAway } from './index.ts';

const { lorenskog } = templates;
const themesOf = (board: ReturnType<typeof boardOf>) =>
  withoutPutAway(lorenskog, seen(board)).themes.map(({ id }) => id);

describe('a theme that does not concern the family', () => {
  it('is put away for all, and taken out again', () => {
    const board = boardOf('job');
    putThemeAway(board, 'substance-use');
    expect(seen(board).putAway).toEqual(['substance-use']);
    expect(themesOf(board)).not.toContain('substance-use');
    putThemeAway(board, 'substance-use', false);
    expect(seen(board)).not.toHaveProperty('putAway');
    expect(withoutPutAway(lorenskog, seen(board))).toBe(lorenskog);
  });

  it('stays when notes lie on it, and when there is none by that name', () => {
    const board = boardOf('job');
    const theme = seen(board).notes[0]?.cell.theme ?? '';
    const before = everything(board);
    expect(putThemeAway(board, theme)).toEqual({ ok: false, failure: { kind: 'themeInUse' } });
    expect(putThemeAway(board, 'garden')).toEqual({ ok: false, failure: { kind: 'themeUnknown' } });
    expect(everything(board)).toEqual(before);
  });

  it('is seen as soon as a note lies on it, from the bin or from somebody without network', () => {
    const board = boardOf('job');
    const theme = seen(board).notes[0]?.cell.theme ?? '';
    const away = sameBoard(board);
    deleteNote(away, noteId('job'), 5);
    expect(putThemeAway(away, theme).ok).toBe(true);
    expect(themesOf(away)).not.toContain(theme);
    restoreNote(away, noteId('job'));
    expect(themesOf(away)).toContain(theme);
  });

  it('two people can put away one each at the same moment', () => {
    const board = boardOf('job');
    const other = sameBoard(board);
    putThemeAway(board, 'substance-use');
    putThemeAway(other, 'volunteering');
    exchange(board, other);
    expect(seen(board).putAway).toEqual(['volunteering', 'substance-use']);
    expect(seen(other).putAway).toEqual(seen(board).putAway);
  });

  it('gives the same layout for the same themes, for those who compare by it', () => {
    const board = boardOf('job');
    putThemeAway(board, 'substance-use');
    expect(withoutPutAway(lorenskog, seen(board))).toBe(withoutPutAway(lorenskog, seen(board)));
  });
});
