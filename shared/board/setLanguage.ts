import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';
import { isLanguage } from './values.ts';

/** Says what language a note is written in; `undefined` is the duk's own. */
export function setLanguage(
  board: BoardDocument,
  noteId: NoteId,
  lang: string | undefined,
): Result<void, NoteGone | { readonly kind: 'languageInvalid'; readonly lang: string }> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (lang !== undefined && !isLanguage(lang)) return failed({ kind: 'languageInvalid', lang });
  board.transact(() => (lang === undefined ? note.delete('lang') : note.set('lang', lang)));
  return succeeded(undefined);
}
