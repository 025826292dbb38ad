import type { OwnWork } from './ownWork.ts';

/** Something that somebody did and that is not on the duk: its words to copy, or a mention where it had none. */
export interface KeptWork {
  readonly kind: OwnWork['kind'];
  /** What can be copied; '' when it was no words. */
  readonly words: string;
  /** The words of the note that it was done to, to tell which; '' for what is no note. */
  readonly about: string;
}

/** What is left of work that could not be done. */
export function keep(work: OwnWork): KeptWork {
  const about = 'note' in work ? work.note.text : '';
  return { kind: work.kind, words: wordsOf(work), about };
}

function wordsOf(work: OwnWork): string {
  if (work.kind === 'note' || work.kind === 'text' || work.kind === 'restore') return work.note.text.trim();
  if (work.kind === 'action') return [work.change.owner, work.change.service].filter(Boolean).join(', ');
  if (work.kind === 'stroke') return work.stroke.words ?? '';
  return work.kind === 'header' ? work.value : '';
}

/** Everything that can be copied, each note's words by themselves. */
export function copyTextOf(kept: readonly KeptWork[]): string {
  return kept
    .map(({ words }) => words)
    .filter((words) => words !== '')
    .join('\n\n');
}
