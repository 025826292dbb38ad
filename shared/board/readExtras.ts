import * as Y from 'yjs';
import type { Template } from '../template/index.ts';
import { cleanLine, cleanText } from '../text/index.ts';
import {
  type Action,
  type agreementFields,
  type BinnedNote,
  childReads,
  type Gathering,
  goalStates,
  goneReasons,
  type Journey,
  type JourneyView,
  type LastRestore,
  type MeetingState,
  maxLanes,
  maxTogether,
  type NoteId,
  type ParticipantId,
  type PersonId,
  type PhaseId,
  phaseIds,
  type RoundNow,
  type SheetForm,
  type TableNow,
} from './board.ts';
import { isDay } from './day.ts';
import {
  heartsDoneKey,
  isStep,
  maxVisionLength,
  notRelevantPrefix,
  opensPrefix,
  readsPrefix,
  stepKey,
  talkedOfPrefix,
  visionKey,
} from './meetingState.ts';
import { citizenSuffix } from './setPhase.ts';
import {
  heartPrefix,
  idOf,
  isLanguage,
  isMoment,
  isRecord,
  maxReadableLine,
  memberOf,
  readHandwriting,
  readStretch,
  readWrittenUp,
  votePrefix,
} from './values.ts';

/** What schema 1 got after it shipped. None of it need be there, and what does not fit is left out without its note. */
type NoteExtras = Pick<
  BinnedNote,
  'lang' | 'pair' | 'goal' | 'writtenUp' | 'votes' | 'hearts' | 'editedBy' | 'deletedBy' | 'gone' | 'handwriting'
>;
type ActionExtras = Pick<
  Action,
  'ownerId' | 'withIds' | 'reportedBy' | 'reportedAt' | (typeof agreementFields)[number]
>;

interface Read<Value> {
  readonly value: Value;
  /** How many entries did not fit. */
  readonly leftOut: number;
}

/** Most votes that are read of one note: far more than people round a table. */
const maxVotes = 500;

/**
 * What a note may have beside its words and its place.
 * @param votesCount whether whose plan it is has given their hearts, or passed
 */
export function readNoteExtras(note: Y.Map<unknown>, votesCount: boolean): Read<NoteExtras> {
  const votes = readVotes(note);
  const hearts = readGivers(note, heartPrefix);
  const extras = readFields(note, {
    lang: (value) => (typeof value === 'string' && isLanguage(value) ? value : undefined),
    pair: (value) => idOf<NoteId>(value),
    goal: (value) => memberOf(goalStates, value),
    writtenUp: readWrittenUp,
    editedBy: (value) => idOf<ParticipantId>(value),
    handwriting: readHandwriting,
  });
  // Only what lies in the bin has been thrown away by somebody.
  const thrown = readFields(note, {
    deletedBy: (value) => idOf<ParticipantId>(value),
    gone: (value) => memberOf(goneReasons, value),
  });
  return {
    value: {
      ...extras.value,
      ...(note.get('deletedAt') === undefined ? {} : thrown.value),
      ...(votesCount && votes.value.length > 0 ? { votes: votes.value } : {}),
      ...(hearts.value.length > 0 ? { hearts: hearts.value } : {}),
    },
    leftOut: extras.leftOut + thrown.leftOut + votes.leftOut + hearts.leftOut,
  };
}

/** What a tiltak may have beside owner, service, date and status. */
export function readActionExtras(action: Y.Map<unknown>): Read<ActionExtras> {
  return readFields(action, {
    ownerId: (value) => idOf<PersonId>(value),
    withIds: readPeople,
    reportedBy: (value) => idOf<PersonId>(value),
    reportedAt: (value) => (isMoment(value) ? value : undefined),
    settleWith: writtenLine,
    settleBy: (value) => (typeof value === 'string' && isDay(value) ? value : undefined),
    follows: (value) => idOf<NoteId>(value),
    alongside: (value) => idOf<NoteId>(value),
    paidBy: writtenLine,
  });
}

/** The journey, as the table agreed and as the citizen sees it. */
export function readJourney(journey: Y.Map<unknown>, template: Template): Read<Journey> {
  const table: { overall?: PhaseId; themes: Record<string, PhaseId> } = { themes: {} };
  const citizen: typeof table = { themes: {} };
  let leftOut = 0;
  for (const [key, value] of journey.entries()) {
    const isCitizens = key.endsWith(citizenSuffix);
    const of = isCitizens ? key.slice(0, -citizenSuffix.length) : key;
    const view = isCitizens ? citizen : table;
    const phase = memberOf(phaseIds, value);
    if (phase && of === 'overall') view.overall = phase;
    else if (phase && template.themes.some(({ id }) => id === of)) view.themes[of] = phase;
    else leftOut += 1;
  }
  return { value: { ...table, ...(isEmpty(citizen) ? {} : { citizen }) }, leftOut };
}

function isEmpty({ overall, themes }: JourneyView): boolean {
  return overall === undefined && Object.keys(themes).length === 0;
}

/** What the meeting is about, or undefined where nobody has filled in anything of it. */
export function readMeeting(meeting: Y.Map<unknown>, template: Template): Read<MeetingState | undefined> {
  let vision = '';
  let step = '';
  const talks = { talkedOf: new Set<string>(), notRelevant: new Set<string>() };
  let leftOut = 0;
  for (const [key, value] of meeting.entries()) {
    const talk = key.startsWith(talkedOfPrefix) ? 'talkedOf' : key.startsWith(notRelevantPrefix) ? 'notRelevant' : '';
    const theme = key.slice(key.indexOf(':') + 1);
    if (key === visionKey && value instanceof Y.Text && value.length <= 2 * maxVisionLength)
      vision = cleanText(value.toString());
    else if (key === stepKey && typeof value === 'string' && isStep(value)) step = value;
    else if (talk !== '' && value === true && template.themes.some(({ id }) => id === theme)) talks[talk].add(theme);
    // Keys that only a later product knows are kept, and are no fault.
    else if (key === visionKey || key === stepKey || talk !== '') leftOut += 1;
  }
  const { talkedOf, notRelevant } = talks;
  const isDone = meeting.get(heartsDoneKey) === true;
  if (vision === '' && step === '' && !isDone && talkedOf.size + notRelevant.size === 0)
    return { value: undefined, leftOut };
  const themes = template.themes.map(({ id }) => id);
  // Two people may have said one each at once: what was talked of was.
  const irrelevant = themes.filter((id) => notRelevant.has(id) && !talkedOf.has(id));
  return {
    value: {
      vision,
      step,
      talkedOf: themes.filter((id) => talkedOf.has(id)),
      ...(irrelevant.length > 0 ? { notRelevant: irrelevant } : {}),
      ...(isDone ? { heartsDone: true as const } : {}),
    },
    leftOut,
  };
}

/** What is so at the table in this moment, or undefined where nothing is. */
export function readTableNow(meeting: Y.Map<unknown>, template: Template): Read<TableNow | undefined> {
  const { value, leftOut } = readFields<
    Pick<TableNow, 'gathering' | 'timer' | 'pause' | 'round' | 'restored'> & { stepTheme: string }
  >(meeting, {
    stepTheme: (theme) => template.themes.find(({ id }) => id === theme)?.id,
    gathering: (gathering) => readGathering(gathering, template),
    timer: readStretch,
    pause: readStretch,
    round: readRound,
    restored: readRestored,
  });
  const { stepTheme, ...rest } = value;
  const opens = [...meeting.entries()].flatMap(([key, opens]) =>
    key.startsWith(opensPrefix) && opens === true ? (idOf<ParticipantId>(key.slice(opensPrefix.length)) ?? []) : [],
  );
  const reads = new Map(
    [...meeting.entries()].flatMap(([key, by]) => {
      const seat = key.startsWith(readsPrefix) ? idOf<ParticipantId>(key.slice(readsPrefix.length)) : undefined;
      const known = childReads.find((each) => each === by);
      return seat && known ? [[seat, known] as const] : [];
    }),
  );
  const now = {
    ...rest,
    ...(stepTheme === undefined ? {} : { theme: stepTheme }),
    ...(opens.length > 0 ? { opens: opens.sort().slice(0, maxVotes) } : {}),
    ...(reads.size > 0 ? { reads } : {}),
  };
  return { value: Object.keys(now).length === 0 ? undefined : now, leftOut };
}

function readRound(value: unknown): RoundNow | undefined {
  if (!isRecord(value)) return undefined;
  const id = idOf<string>(value.id);
  const { ready } = value;
  return id && typeof ready === 'number' && Number.isInteger(ready) && ready >= 0 ? { id, ready } : undefined;
}

function readRestored(value: unknown): LastRestore | undefined {
  if (!isRecord(value)) return undefined;
  const by = idOf<ParticipantId>(value.by);
  const { at, to, moment, before, notes, isUndone } = value;
  if (!by || !isMoment(at) || !isMoment(to) || !Number.isInteger(moment) || !Number.isInteger(before)) return undefined;
  const ids = Array.isArray(notes) ? notes.flatMap((note) => idOf<NoteId>(note) ?? []) : undefined;
  return {
    ...{ by, at, to, moment: Number(moment), before: Number(before) },
    ...(ids ? { notes: ids } : {}),
    ...(isUndone === true ? { isUndone } : {}),
  };
}

function readGathering(value: unknown, template: Template): Gathering | undefined {
  if (!isRecord(value) || !isMoment(value.at) || !Array.isArray(value.columns)) return undefined;
  const { at, columns, theme } = value;
  const known = template.columns.map(({ id }) => id).filter((id) => columns.includes(id));
  if (theme === undefined) return { columns: known, at };
  const isThere = theme === '' || template.themes.some(({ id }) => id === theme);
  return isThere ? { columns: known, theme: theme as string, at } : undefined;
}

/** The form of the sheet. A column it says nothing sensible of has one lane. */
export function readForm(form: unknown, template: Template): Read<SheetForm | undefined> {
  if (form === undefined) return { value: undefined, leftOut: 0 };
  if (typeof form !== 'object' || form === null) return { value: undefined, leftOut: 1 };
  const value: { -readonly [Column in keyof SheetForm]: SheetForm[Column] } = {};
  for (const { id } of template.columns) {
    const lanes = Object.hasOwn(form, id) ? (form as Record<string, unknown>)[id] : undefined;
    if (isLanes(lanes)) value[id] = lanes;
  }
  return { value, leftOut: 0 };
}

function isLanes(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxLanes;
}

/** Reads the fields that are there. @param readers for each, its value, or undefined when what is there does not fit */
function readFields<Fields extends object>(
  from: Y.Map<unknown>,
  readers: { readonly [Key in keyof Fields]: (value: unknown) => Fields[Key] | undefined },
): Read<Partial<Fields>> {
  const value: Partial<Fields> = {};
  let leftOut = 0;
  for (const key of Object.keys(readers) as (keyof Fields & string)[]) {
    const there = from.get(key);
    if (there === undefined) continue;
    const read = readers[key](there);
    if (read === undefined) leftOut += 1;
    else value[key] = read;
  }
  return { value, leftOut };
}

function readVotes(note: Y.Map<unknown>): Read<readonly ParticipantId[]> {
  const votes = note.get('votes');
  const isPlace = votes instanceof Y.Map;
  const { value, leftOut } = readGivers(note, votePrefix, isPlace ? [...votes.entries()] : []);
  return { value, leftOut: leftOut + (votes === undefined || isPlace ? 0 : 1) };
}

/** Those who gave a note something, each by a key of their own, and more from elsewhere. */
function readGivers(
  note: Y.Map<unknown>,
  prefix: string,
  more: readonly (readonly [string, unknown])[] = [],
): Read<readonly ParticipantId[]> {
  const all = [...more];
  for (const key of note.keys())
    if (key.startsWith(prefix)) all.push([key.slice(prefix.length), note.get(key)] as const);
  const givers = all.flatMap(([giver, given]) => (given === true ? (idOf<ParticipantId>(giver) ?? []) : []));
  return { value: [...new Set(givers)].sort().slice(0, maxVotes), leftOut: all.length - givers.length };
}

function writtenLine(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= maxReadableLine ? cleanLine(value) || undefined : undefined;
}

function readPeople(value: unknown): readonly PersonId[] | undefined {
  if (!Array.isArray(value) || value.length > maxTogether) return undefined;
  const people = value.flatMap((one) => idOf<PersonId>(one) ?? []);
  return people.length === value.length && people.length > 0 ? people : undefined;
}
