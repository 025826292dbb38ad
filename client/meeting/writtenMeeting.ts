import { maxPresent } from '@duken/shared/meeting';
import { isBlank } from '@duken/shared/text';
import { useDraft } from '../session/index.ts';
import { type PersonChoice, takeTyped } from '../ui/index.ts';
import { type MeetingDraft, presentOf } from './meetingDraft.ts';

/** A meeting as it is filled in, with the name that is half typed. */
export interface WrittenMeeting {
  /** As it was when filling in began, to tell what was changed here from what others did meanwhile. */
  readonly before: MeetingDraft;
  readonly draft: MeetingDraft;
  readonly typed: string;
}

/** What is filled in and not yet sent, kept while the dialog is closed or another page is looked at. */
export function useWrittenMeeting(
  boardId: string,
  name: string,
  first: () => MeetingDraft,
): readonly [WrittenMeeting, (written: WrittenMeeting) => void, () => void] {
  return useDraft<WrittenMeeting>(
    boardId,
    `meeting/${name}`,
    () => {
      const before = first();
      return { before, draft: before, typed: '' };
    },
    ({ typed }) => !isBlank(typed),
  );
}

/** With the names that are still in the field. What stays there is a name that several have. */
export function withTyped(written: WrittenMeeting, choices: readonly PersonChoice[]): WrittenMeeting {
  const { draft, typed } = written;
  const { chosen, rest } = takeTyped(typed, choices, presentOf(draft.present), maxPresent);
  if (typed === '') return written;
  return { ...written, draft: { ...draft, present: chosen }, typed: rest };
}
