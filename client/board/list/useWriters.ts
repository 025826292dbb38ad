import type { NoteId, ParticipantId } from '@duken/shared/board';
import { useMemo, useSyncExternalStore } from 'react';
import type { BoardSession } from '../../session/index.ts';
import { namesInWords, useLanguage } from '../../texts/index.ts';

/** Who else is writing in which note, as names in words. Changes when somebody begins or leaves, not when they point. */
export function useWriters(
  session: BoardSession,
  names: ReadonlyMap<ParticipantId, string>,
  someone: string,
): ReadonlyMap<NoteId, string> {
  const language = useLanguage();
  // Pointers move 25 times a second: as one string, what nobody sees in the list makes nothing render.
  const key = useSyncExternalStore(session.subscribe, () =>
    session.presence
      .others()
      .flatMap(({ writingIn, participantId }) => (writingIn ? [`${writingIn}\n${participantId}`] : []))
      .sort()
      .join('\n\n'),
  );
  return useMemo(() => {
    const writers = new Map<NoteId, Set<string>>();
    for (const entry of key === '' ? [] : key.split('\n\n')) {
      const [noteId, participantId] = entry.split('\n');
      const inNote = writers.get(noteId as NoteId) ?? new Set();
      writers.set(noteId as NoteId, inNote.add(names.get(participantId as ParticipantId) ?? someone));
    }
    return new Map([...writers].map(([noteId, inNote]) => [noteId, namesInWords([...inNote], language)]));
  }, [key, names, someone, language]);
}
