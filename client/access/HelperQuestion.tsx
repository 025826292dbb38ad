import type { MeReply } from '@duken/shared/protocol';
import { useEffect, useRef, useState } from 'react';
import { answerHelper, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';
import './access.css';
import { HelperWords } from './HelperWords.tsx';

type Helper = NonNullable<MeReply['helper']>;

/** Asks a child whether somebody may write for it, and lets it change its mind for as long as somebody is named. */
export function HelperQuestion({ boardId, helper }: { readonly boardId: string; readonly helper: Helper }) {
  const failureText = useFailureText();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  // The page is told of its own answer as of everything else that is new of it; by then the buttons are others.
  const hasAnswered = useRef(false);
  const words = useRef<HTMLElement>(null);
  const { confirmed } = helper;
  useEffect(() => {
    if (confirmed === undefined || !hasAnswered.current) return;
    hasAnswered.current = false;
    words.current?.querySelector('button')?.focus();
  }, [confirmed]);

  const answer = async (isYes: boolean) => {
    if (isAsking) return;
    setIsAsking(true);
    setFailure(undefined);
    hasAnswered.current = true;
    const answered = await answerHelper(boardId, { confirmed: isYes, ...(isYes ? { helperId: helper.personId } : {}) });
    setIsAsking(false);
    if (!answered.ok) setFailure(answered.failure);
  };
  return (
    <HelperWords helper={helper} isAsking={isAsking} onAnswer={(isYes) => void answer(isYes)} ref={words}>
      {failure && <FailureNote text={failureText(failure)} />}
    </HelperWords>
  );
}
