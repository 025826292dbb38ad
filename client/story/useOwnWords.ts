import type { OwnStoryReply } from '@duken/shared/protocol';
import { longestStory } from '@duken/shared/story';
import { isBlank } from '@duken/shared/text';
import { useEffect, useRef, useState } from 'react';
import { type RequestFailure, writeStory } from '../http/index.ts';
import { useDraft } from '../session/index.ts';

/** How long somebody has stopped writing, in ms, before what they wrote is saved. */
const pauseMs = 800;
/** How long it waits, in ms, after a try that failed. */
const retryMs = 4000;

/** How far what one writes has come. */
export type Standing = 'nothing' | 'saving' | 'saved' | 'waiting';

/** Words that the server may not have yet, and the revision of its own that they were written on. */
interface Begun {
  readonly words: string;
  readonly revision: number;
}

/** What one writes of one's own, saved as one stops to think, and at the latest when the page is left. */
export function useOwnWords(boardId: string, own: OwnStoryReply, onSaved: () => void) {
  /** What could not be saved before the page was left: it is there when one comes back, and goes on from what it was written on. */
  const [begun, setBegun, forgetBegun] = useDraft<Begun | undefined>(boardId, 'story', undefined, (value) => !!value);
  const lost = begun && begun.words !== own.words ? begun : undefined;
  const [words, setOwnWords] = useState(lost?.words ?? own.words);
  const [failure, setFailure] = useState<RequestFailure>();
  /** As the server has it, as far as is known here. */
  const saved = useRef({ words: own.words, revision: lost?.revision ?? own.revision });
  const [savedWords, setSavedWords] = useState(own.words);
  const newest = useRef(words);
  newest.current = words;
  const isSaving = useRef(false);
  const isLeft = useRef(false);
  /** What another window has made of it meanwhile, which this one must not write over; '' where it was erased. */
  const [theirs, setTheirs] = useState<{ readonly words: string; readonly revision: number }>();
  /** What was sent since then without a good answer. The server may have it all the same. */
  const unanswered = useRef(new Set<string>());
  const tell = useRef(onSaved);
  tell.current = onSaved;

  const setWords = (next: string): void => {
    setBegun({ words: next, revision: saved.current.revision });
    setOwnWords(next);
  };
  const isToSave = words !== savedWords && !isBlank(words) && words.length <= longestStory;
  const save = useRef(async (): Promise<void> => undefined);
  save.current = async () => {
    if (isSaving.current || theirs) return;
    const sent = newest.current;
    if (sent === saved.current.words || isBlank(sent) || sent.length > longestStory) return;
    isSaving.current = true;
    unanswered.current.add(sent);
    const written = await writeStory(boardId, { words: sent, revision: saved.current.revision });
    isSaving.current = false;
    setFailure(written.ok ? undefined : written.failure);
    if (!written.ok) {
      // Perhaps the answer to what was sent before was lost: how it stands there tells.
      if (!isLeft.current) tell.current();
      return;
    }
    unanswered.current.clear();
    const isFirst = saved.current.revision === 0;
    // As it was sent: the server takes away what cannot be seen, and that is no change of theirs.
    saved.current = { words: sent, revision: written.value.revision };
    setSavedWords(sent);
    if (newest.current === sent) forgetBegun();
    if (isFirst) tell.current();
    // Nobody waits for a pause any more: what was written meanwhile follows at once.
    if (isLeft.current) await save.current();
  };

  // A window of the same person that goes on elsewhere is followed, as long as nothing is written here. What this one sent is its
  // own. Where both have written, nothing is saved until its writer has chosen.
  useEffect(() => {
    if (own.revision === saved.current.revision) return;
    const isUntouched = newest.current === saved.current.words;
    if (isUntouched || unanswered.current.has(own.words)) {
      saved.current = { words: own.words, revision: own.revision };
      setSavedWords(own.words);
      if (isUntouched) setOwnWords(own.words);
    } else if (isChanged(failure)) setTheirs({ words: own.words, revision: own.revision });
  }, [own.words, own.revision, failure]);

  /** Goes on with these words from what the other window has saved: that stands there until these are saved over it. */
  const choose = (chosen: string): void => {
    if (!theirs) return;
    saved.current = theirs;
    setSavedWords(theirs.words);
    unanswered.current.clear();
    setTheirs(undefined);
    setFailure(undefined);
    setOwnWords(chosen);
    if (chosen === theirs.words) forgetBegun();
    else setBegun({ words: chosen, revision: theirs.revision });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the pause anew, and each failure another wait
  useEffect(() => {
    if (!isToSave || theirs) return;
    const timer = setTimeout(() => void save.current(), failure ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [words, savedWords, isToSave, failure, theirs]);

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      void save.current();
    };
  }, []);
  useEffect(() => {
    if (!isToSave) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isToSave]);

  const standing: Standing = isToSave ? (failure ? 'waiting' : 'saving') : savedWords === '' ? 'nothing' : 'saved';
  return {
    words,
    setWords,
    standing,
    /** What could not be done; that another window has written too is told by `theirs`. */
    failure: theirs ? undefined : failure,
    theirs: theirs?.words,
    choose,
    /** It was erased here: what comes now is a new one. */
    forget(): void {
      saved.current = { words: '', revision: 0 };
      setSavedWords('');
      setTheirs(undefined);
      forgetBegun();
      setOwnWords('');
    },
  };
}

function isChanged(failure: RequestFailure | undefined): boolean {
  return failure?.kind === 'problem' && failure.problem.type === '/problems/storyChanged';
}
