import { maxNoteLength, type NoteId } from '@duken/shared/board';
import { type QuietDraft, removeDrafts } from '@duken/shared/quiet';
import type { Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type BoardSession, newId, useDraft } from '../../session/index.ts';
import { recallInTab, rememberInTab } from '../../ui/index.ts';
import { type BegunNote, begunFrom, isOnlyHere, keepBegun, nothingBegun, wordsKept } from './begunNote.ts';

/**
 * The note in the composer, kept from its first letter in what is one's own (`/sync/:boardId/private`), which nobody else is
 * sent: a reload, a tab that the phone put away or an empty battery loses none of it. The tab remembers which draft it is, and no
 * word of it.
 *
 * @returns the note, and what changes it; a note without words is no longer kept
 */
export function useBegunNote(
  session: BoardSession,
  template: Template,
): readonly [BegunNote, (note: BegunNote) => void] {
  const { boardId } = session;
  // A private line that has ended keeps nothing: the browser asks then too.
  const isLost = (one: BegunNote): boolean =>
    isOnlyHere(one) || (!isBlank(one.text) && session.quietIfOpen()?.state() === 'ended');
  const [note, setNote] = useDraft<BegunNote>(boardId, 'composer', nothingBegun, isLost);
  const inTab = `duken-begun/${boardId}`;
  const awaited = useRef<NoteId | undefined>(undefined);
  /** The words that were last kept from here: others come from another window, or from *Skriv stille*. */
  const keptWords = useRef(wordsKept(note));
  const drafts = useSyncExternalStore(session.subscribe, () => session.quietIfOpen()?.read().drafts);
  const isOpen = useSyncExternalStore(session.subscribe, () => session.quietIfOpen()?.state() === 'open');

  const change = (next: BegunNote): void => {
    awaited.current = undefined;
    keptWords.current = wordsKept(next);
    const kept = keepNow(session, template, next);
    rememberInTab(inTab, kept.id);
    setNote(kept);
  };

  // Once for the page: the private line is opened for those who have something there.
  const isEmpty = isBlank(note.text);
  useEffect(() => {
    if (!isEmpty || awaited.current !== undefined) return;
    awaited.current = recallInTab(inTab) as NoteId | undefined;
    if (awaited.current !== undefined) session.quiet();
  }, [session, inTab, isEmpty]);

  const now = useRef({ note, setNote });
  now.current = { note, setNote };
  useEffect(() => {
    if (!drafts || !isOpen) return;
    const { note, setNote } = now.current;
    const show = (draft: QuietDraft | undefined): void => {
      const isOnDuk = draft && session.board().notes.some(({ id }) => id === draft.id);
      if (isOnDuk) session.quiet().run((doc) => removeDrafts(doc, [draft.id]));
      const shown = draft && !isOnDuk ? begunFrom(draft) : nothingBegun;
      keptWords.current = wordsKept(shown);
      rememberInTab(inTab, shown.id);
      setNote(shown);
    };
    if (awaited.current !== undefined) {
      const wanted = awaited.current;
      awaited.current = undefined;
      if (isBlank(note.text)) show(drafts.find(({ id }) => id === wanted));
      return;
    }
    if (note.id === undefined) return;
    const draft = drafts.find(({ id }) => id === note.id);
    // Longer than a note can be: the rest stands here alone.
    if (note.text.length > maxNoteLength && draft) return;
    if (!draft || draft.text !== keptWords.current) show(draft);
  }, [drafts, isOpen, session, inTab]);

  return [note, change];
}

function keepNow(session: BoardSession, template: Template, note: BegunNote): BegunNote {
  // The line is opened by the first letter, and not by a look at the list.
  if (note.id === undefined && isBlank(note.text)) return note;
  return session.quiet().run((doc) => keepBegun(doc, template, note, { id: newId() as NoteId, now: Date.now() }));
}
