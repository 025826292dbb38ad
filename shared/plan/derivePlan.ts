import {
  type Action,
  type Board,
  compareText,
  isWish,
  type JourneyView,
  type Note,
  type ParticipantId,
  type PersonId,
} from '../board/index.ts';
import type { Meeting } from '../meeting/index.ts';
import { doersOf } from '../people/index.ts';
import type { ColumnId, Template } from '../template/index.ts';
import type {
  InvestmentPlan,
  PlanAction,
  PlanItem,
  PlanJourney,
  PlanParticipant,
  PlanToday,
} from './investmentPlan.ts';

export interface PlanSource {
  readonly board: Board;
  /** The board's own. */
  readonly template: Template;
  readonly meeting: Pick<Meeting, 'date' | 'present'>;
  /** Everybody who has been on the board, by the names they have now. */
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** Those who were let write for a child. */
  readonly helpers?: ReadonlySet<ParticipantId>;
  /** The people of the case, by the names they have now. */
  readonly people?: ReadonlyMap<PersonId, string>;
}

/** Derives the plan from what stands on a duk. The same duk gives the same plan, whatever order its notes arrived in. */
export function derivePlan({ board, template, meeting, names, helpers, people }: PlanSource): InvestmentPlan {
  const itemOf = (note: Note): PlanItem => planItemOf(note, names);
  const plainNotes = board.notes.filter(({ action }) => !action);
  const plainItemsOf = (column: ColumnId): readonly PlanItem[] =>
    plainNotes.filter(({ cell }) => cell.column === column).map(itemOf);
  const { citizen } = board.journey;
  const gone = board.bin.flatMap(({ id, voice, gone }) =>
    gone && voice !== 'child' ? [{ noteId: id, why: gone }] : [],
  );
  return {
    title: board.title,
    for: board.for,
    meetingDate: meeting.date,
    present: meeting.present,
    horizonShort: board.horizonShort,
    horizonLong: board.horizonLong,
    dreams: plainItemsOf('dream'),
    today: todayByTheme(template, plainItemsOf('works'), plainItemsOf('difficult')),
    actions: board.notes.flatMap((note): PlanAction[] =>
      note.action ? [{ ...itemOf(note), ...withNames(note.action, people) }] : [],
    ),
    nowNotes: plainItemsOf('now'),
    shortGoals: plainItemsOf('short'),
    longGoals: plainItemsOf('long'),
    journey: {
      ...planJourney(board.journey, template),
      ...(citizen ? { citizen: planJourney(citizen, template) } : {}),
    },
    ...(board.meeting?.vision ? { vision: board.meeting.vision } : {}),
    ...(gone.length > 0 ? { gone: gone.toSorted((a, b) => compareText(a.noteId, b.noteId)) } : {}),
    participants: participantsOf(board, meeting, names, helpers),
    leftOut: board.leftOut,
  };
}

/** Every note of a plan, section by section. */
export function planItemsOf(plan: InvestmentPlan): readonly (PlanItem | PlanAction)[] {
  return [
    ...plan.dreams,
    ...plan.today.flatMap(({ works, difficult }) => [...works, ...difficult]),
    ...plan.actions,
    ...plan.nowNotes,
    ...plan.shortGoals,
    ...plan.longGoals,
  ];
}

function planItemOf(note: Note, names: ReadonlyMap<ParticipantId, string>): PlanItem {
  return {
    noteId: note.id,
    column: note.cell.column,
    theme: note.cell.theme,
    text: note.text,
    voice: note.voice,
    author: note.author,
    authorName: names.get(note.author) ?? '',
    ...(note.lang ? { lang: note.lang } : {}),
    ...(note.pair ? { pair: note.pair } : {}),
    ...saidOfWish(note),
    ...mattersTo(note),
    ...(note.editedBy ? { editedBy: note.editedBy } : {}),
  };
}

/** What is said of a wish holds while the note is one: it may have been moved since, or become a child's, whose words nobody writes up. */
function saidOfWish(note: Note): Pick<PlanItem, 'goal' | 'writtenUp'> {
  if (!isWish(note)) return {};
  const { goal, writtenUp } = note;
  return { ...(goal ? { goal } : {}), ...(writtenUp && note.voice !== 'child' ? { writtenUp } : {}) };
}

function mattersTo({ hearts, votes }: Note): Pick<PlanItem, 'matters'> {
  if (!hearts && !votes) return {};
  return { matters: hearts && votes ? 'both' : hearts ? 'citizen' : 'others' };
}

/** Names stay as they were written; whom a program set by id alone gets the name they have now, so that the version has it. */
function withNames(action: Action, people: PlanSource['people']): Action {
  const written = doersOf(action);
  const doers = doersOf(action, (personId) => people?.get(personId));
  return doers.length === written.length ? action : { ...action, owner: doers.map(({ name }) => name).join(', ') };
}

function planJourney({ overall, themes }: JourneyView, template: Template): PlanJourney {
  return {
    ...(overall ? { overall } : {}),
    themes: template.themes.flatMap(({ id }) => {
      const phase = themes[id];
      return phase ? [{ theme: id, phase }] : [];
    }),
  };
}

function todayByTheme(
  template: Template,
  works: readonly PlanItem[],
  difficult: readonly PlanItem[],
): readonly PlanToday[] {
  return [...template.themes.map(({ id }) => id), '']
    .map((theme) => ({
      theme,
      works: works.filter((item) => item.theme === theme),
      difficult: difficult.filter((item) => item.theme === theme),
    }))
    .filter((today) => today.works.length + today.difficult.length > 0);
}

/** Only those the plan speaks of: a version goes to people who need not know who else once looked at the duk. */
function participantsOf(
  board: Board,
  meeting: PlanSource['meeting'],
  names: ReadonlyMap<ParticipantId, string>,
  helpers: ReadonlySet<ParticipantId> | undefined,
): readonly PlanParticipant[] {
  const spokenOf = new Set([
    ...board.notes.flatMap(({ author, editedBy }) => (editedBy ? [author, editedBy] : [author])),
    ...board.strokes.map(({ author }) => author),
    ...meeting.present.flatMap(({ participantId }) => participantId ?? []),
  ]);
  return [...names]
    .filter(([participantId]) => spokenOf.has(participantId))
    .map(([participantId, name]) => ({
      participantId,
      name,
      ...(helpers?.has(participantId) ? { hasHelped: true as const } : {}),
    }))
    .sort((a, b) => compareText(a.participantId, b.participantId));
}
