import { cutToLength, type ParticipantId } from '@duken/shared/board';
import { isPresent as isIn, maxPresent, type Present } from '@duken/shared/meeting';
import type { MeetingReply, ParticipantReply } from '@duken/shared/protocol';
import { cleanLine, isBlank } from '@duken/shared/text';

/** Somebody put down as present. */
export type DraftPresent = MeetingReply['present'][number];

/** A meeting as it stands in the form, before or while it is open. */
export interface MeetingDraft {
  /** 'YYYY-MM-DD', or '' while the field is empty. */
  readonly date: string;
  readonly present: readonly DraftPresent[];
}

/** Longest name, in UTF-16 units, as the API takes it. */
export const maxNameLength = 60;

/** A new meeting's draft: the day, and those who are on the duk now. */
export function proposeMeeting(date: string, participants: readonly ParticipantReply[]): MeetingDraft {
  const present = participants
    .filter(({ online }) => online)
    .map(({ name, participantId }) => ({ name, participantId }));
  return { date, present: present.slice(0, maxPresent) };
}

/** Puts somebody down as present, unless they are already, by id or by name. */
export function addPresent(draft: MeetingDraft, person: DraftPresent): MeetingDraft {
  const name = cutToLength(cleanLine(person.name), maxNameLength);
  if (isBlank(name) || draft.present.length >= maxPresent || isPresent(draft, { ...person, name })) return draft;
  return { ...draft, present: [...draft.present, { ...person, name }] };
}

export function removePresent(draft: MeetingDraft, person: DraftPresent): MeetingDraft {
  return { ...draft, present: draft.present.filter((other) => other !== person) };
}

/** Those who are on the duk now and are not put down as present. */
export function alsoHere(draft: MeetingDraft, participants: readonly ParticipantReply[]): readonly ParticipantReply[] {
  return participants.filter((person) => person.online && !isPresent(draft, person));
}

/** The draft as the API takes it. */
export function meetingRequest({ date, present }: MeetingDraft) {
  return { date, present: presentOf(present) };
}

/** Entries as the API and the rules take them. */
export function presentOf(present: readonly DraftPresent[]): Present[] {
  return present.map(({ name, participantId }) => ({
    name,
    ...(participantId !== undefined && { participantId: participantId as ParticipantId }),
  }));
}

function isPresent(draft: MeetingDraft, person: DraftPresent): boolean {
  return presentOf([person]).some((entry) => isIn(presentOf(draft.present), entry));
}
