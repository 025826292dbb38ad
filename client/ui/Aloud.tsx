import { type ReactNode, type RefObject, useRef } from 'react';

interface AgainProps {
  readonly words: string;
  /** What happened: another value each time, so that the same words are heard again when it happens again. */
  readonly of?: unknown;
}

interface AloudProps extends AgainProps {
  /** How it looks; only heard when left out. */
  readonly className?: string;
  readonly id?: string;
  /** For where focus goes when what had it is gone. */
  readonly ref?: RefObject<HTMLParagraphElement | null>;
}

/**
 * Says what happened, politely; nothing is said by ''. It is there before there is anything to say, for a live region that
 * comes with its words is not always heard.
 */
export function Aloud({ words, of, className = 'ds-sr-only', id, ref }: AloudProps): ReactNode {
  return (
    <p id={id} className={className} role="status" ref={ref} tabIndex={ref ? -1 : undefined}>
      {words !== '' && <Again words={words} of={of} />}
    </p>
  );
}

/** Words in a live region, in a new element each time: the same words twice in one element are heard once. */
export function Again({ words, of }: AgainProps): ReactNode {
  const last = useRef({ words, of, number: 0 });
  if (last.current.words !== words || !Object.is(last.current.of, of))
    last.current = { words, of, number: last.current.number + 1 };
  return <span key={last.current.number}>{words}</span>;
}
