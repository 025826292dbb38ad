import { isDay, type ParticipantId, type PersonId } from '@duken/shared/board';
import { isPresent as isIn, maxPresent, type Present } from '@duken/shared/meeting';
import type { MeetingReply, ParticipantReply } from '@duken/shared/protocol';
import type { PersonChoice } from '../ui/index.ts';

/** Somebody put down as present. */
export type DraftPresent = MeetingReply['present'][number];

/** A meeting as it stands in the form, before or while it is open. */
export interface MeetingDraft {
  /** 'YYYY-MM-DD', or '' while the field is empty. */
  readonly date: string;
  readonly present: readonly DraftPresent[];
  /** When they meet again; '' where that is not agreed. */
  readonly nextDate: string;
}

/** A new meeting's draft: the day, and those who are on the duk now. */
export function proposeMeeting(date: string, participants: readonly ParticipantReply[]): MeetingDraft {
  const draft: MeetingDraft = { date, present: [], nextDate: '' };
  // Somebody with two screens is there once.
  return alsoHere(draft, participants).reduce((all, person) => addPresent(all, whoIs(person)), draft);
}

/** An open meeting as it stands on the server. */
export function draftOf({ date, present, nextDate = '' }: MeetingReply): MeetingDraft {
  return { date, present, nextDate };
}

/** Puts somebody down as present, unless they are already, by id or by name. */
export function addPresent(draft: MeetingDraft, person: Present): MeetingDraft {
  if (draft.present.length >= maxPresent || isPresent(draft, person)) return draft;
  return { ...draft, present: [...draft.present, person] };
}

/** Those who are on the duk now and are not put down as present. */
export function alsoHere(draft: MeetingDraft, participants: readonly ParticipantReply[]): readonly ParticipantReply[] {
  return participants.filter((person) => person.online && !isPresent(draft, whoIs(person)));
}

/** Those of the case who are neither put down as present nor on the duk now. */
export function alsoKnown(
  draft: MeetingDraft,
  choices: readonly PersonChoice[],
  participants: readonly ParticipantReply[],
): readonly PersonChoice[] {
  const online = new Set(participants.filter((person) => person.online).map(({ personId }) => personId));
  return choices.filter(
    (choice) => choice.personId !== undefined && !online.has(choice.personId) && !isPresent(draft, choice),
  );
}

/** Somebody at the table as an entry of the list. */
export function whoIs({ name, participantId, personId }: ParticipantReply): Present {
  return entryOf({ name, participantId, ...(personId === undefined ? {} : { personId }) });
}

/** The draft as the API takes it. */
export function meetingRequest({ date, present, nextDate }: MeetingDraft) {
  return { date, present: presentOf(present), ...(isDay(nextDate) ? { nextDate } : {}) };
}

/** Entries as the API and the rules take them. */
export function presentOf(present: readonly DraftPresent[]): Present[] {
  return present.map(entryOf);
}

function entryOf({ name, participantId, personId }: DraftPresent): Present {
  return {
    name,
    ...(participantId === undefined ? {} : { participantId: participantId as ParticipantId }),
    ...(personId === undefined ? {} : { personId: personId as PersonId }),
  };
}

function isPresent(draft: MeetingDraft, person: Present): boolean {
  return isIn(presentOf(draft.present), person);
}
