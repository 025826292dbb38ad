import type { Action, Board, BoardId, Journey, JourneyView, Note, NoteId, ParticipantId } from '../board/index.ts';
import type { MeetingId } from '../meeting/index.ts';
import type { InvestmentPlan, PlanAction, PlanItem, PlanJourney, PlanVersion } from '../plan/index.ts';
import type { Template } from '../template/index.ts';
import type { CutChoice, CutTheme } from './cut.ts';

type Parts = Pick<CutChoice, 'themes' | 'withPicture'> & {
  /** The seats of those who have the child's voice: nothing from their hand goes along, nor their names. */
  readonly children: readonly ParticipantId[];
  /** Notes that do not go along wherever they stand. */
  readonly without?: ReadonlySet<NoteId>;
};

/** What goes along, and from whose hand nothing does. */
interface Kept {
  readonly themes: ReadonlySet<CutTheme>;
  readonly children: ReadonlySet<ParticipantId>;
  readonly without: ReadonlySet<NoteId>;
  /** Whether the duk is drawn: only then does what was written by hand go along. */
  readonly withPicture: boolean;
}

/**
 * A version with nothing in it but what was chosen: no word, name, number, theme or id of what is outside. What a child has said or
 * drawn is in no cut, and who was at the table is not either, since that tells which services there are.
 */
export function cutOf(
  version: PlanVersion,
  { themes, withPicture, children, without = new Set() }: Parts,
): PlanVersion {
  const chosen: Kept = { themes: new Set<CutTheme>(themes), children: new Set(children), without, withPicture };
  const notes = version.sheet.notes.filter(({ id: noteId, cell: { theme }, voice, author }) =>
    isChosen({ noteId, theme, voice, author }, chosen),
  );
  const kept = new Set<string>(notes.map(({ id }) => id));
  // The sheet's notes are there without it too: differences are told in their order.
  const strokes = withPicture
    ? version.sheet.strokes.filter(({ cell, author }) => chosen.themes.has(cell.theme) && !chosen.children.has(author))
    : [];
  const hands = new Set<ParticipantId>([
    ...notes.flatMap(({ author, editedBy }) => [author, ...editorOf(editedBy, chosen)]),
    ...strokes.map(({ author }) => author),
  ]);
  const { format, version: number, date, frozenAt } = version;
  return {
    format,
    // Nothing of where it lies, of how much was written before it, and of what is hashed beside it.
    boardId: '' as BoardId,
    meetingId: '' as MeetingId,
    position: 0,
    stateSha256: '',
    pictureSha256: '',
    previousSha256: '',
    version: number,
    date,
    frozenAt,
    present: [],
    template: cutTemplate(version.template, chosen),
    plan: cutPlan(version.plan, chosen, kept, hands),
    sheet: cutSheet(version.sheet, chosen, notes, kept, strokes),
  };
}

function isChosen(
  { noteId, theme, voice, author }: Pick<PlanItem, 'noteId' | 'theme' | 'voice' | 'author'>,
  { themes, children, without }: Kept,
): boolean {
  return voice !== 'child' && themes.has(theme) && !children.has(author) && !without.has(noteId);
}

/** Who last changed it, when that was no child. */
function editorOf(editedBy: ParticipantId | undefined, { children }: Kept): readonly ParticipantId[] {
  return editedBy === undefined || children.has(editedBy) ? [] : [editedBy];
}

function cutTemplate(template: Template, { themes }: Kept): Template {
  return { ...template, themes: template.themes.filter(({ id }) => themes.has(id)) };
}

function cutPlan(
  plan: InvestmentPlan,
  chosen: Kept,
  kept: ReadonlySet<string>,
  hands: ReadonlySet<ParticipantId>,
): InvestmentPlan {
  const itemsOf = (items: readonly PlanItem[]): readonly PlanItem[] =>
    items.filter((item) => isChosen(item, chosen)).map((item) => cutItem(item, kept, chosen));
  const { meetingDate, horizonShort, horizonLong, journey } = plan;
  return {
    // A duk is called what people like, and so is not named.
    title: '',
    for: plan.for,
    meetingDate,
    present: [],
    horizonShort,
    horizonLong,
    dreams: itemsOf(plan.dreams),
    today: plan.today
      .map(({ theme, works, difficult }) => ({ theme, works: itemsOf(works), difficult: itemsOf(difficult) }))
      .filter(({ works, difficult }) => works.length + difficult.length > 0),
    actions: plan.actions
      .filter((action) => isChosen(action, chosen))
      .map((action): PlanAction => ({ ...cutItem(action, kept, chosen), ...cutAction(action, kept) })),
    nowNotes: itemsOf(plan.nowNotes),
    shortGoals: itemsOf(plan.shortGoals),
    longGoals: itemsOf(plan.longGoals),
    journey: {
      ...cutPlanJourney(journey, chosen),
      ...citizenOf(journey.citizen && cutPlanJourney(journey.citizen, chosen)),
    },
    ...(plan.vision !== undefined && chosen.themes.has('') ? { vision: plan.vision } : {}),
    participants: plan.participants
      .filter(({ participantId }) => hands.has(participantId))
      .map(({ participantId, name }) => ({ participantId, name })),
    leftOut: 0,
  };
}

function cutItem(item: PlanItem, kept: ReadonlySet<string>, chosen: Kept): PlanItem {
  const { noteId, column, theme, text, voice, author, authorName, lang, pair, goal, writtenUp, matters } = item;
  const [editedBy] = editorOf(item.editedBy, chosen);
  return {
    ...{ noteId, column, theme, text, voice, author, authorName },
    ...(lang ? { lang } : {}),
    ...(pair && kept.has(pair) ? { pair } : {}),
    ...(goal ? { goal } : {}),
    ...(writtenUp ? { writtenUp } : {}),
    ...(matters ? { matters } : {}),
    ...(editedBy ? { editedBy } : {}),
  };
}

/** Who does it by the names that were written, and nobody's id; its place among those that are here; and nothing of who pays. */
function cutAction(action: Action, kept: ReadonlySet<string>): Action {
  const { owner, service, due, status, settleWith, settleBy, follows, alongside } = action;
  return {
    ...{ owner, service, due, status },
    ...(settleWith ? { settleWith } : {}),
    ...(settleBy ? { settleBy } : {}),
    ...(follows && kept.has(follows) ? { follows } : {}),
    ...(alongside && kept.has(alongside) ? { alongside } : {}),
  };
}

function cutPlanJourney({ overall, themes }: PlanJourney, chosen: Kept): PlanJourney {
  return {
    ...(overall && chosen.themes.has('') ? { overall } : {}),
    themes: themes.filter(({ theme }) => chosen.themes.has(theme)),
  };
}

function cutSheet(
  sheet: Board,
  chosen: Kept,
  notes: readonly Note[],
  kept: ReadonlySet<string>,
  strokes: Board['strokes'],
): Board {
  // Its form tells how much stood elsewhere.
  const { templateId, horizonShort, horizonLong, journey, meeting } = sheet;
  return {
    ...{ templateId, title: '', for: sheet.for, horizonShort, horizonLong },
    notes: notes.map((note, place) => cutNote(note, place, kept, chosen)),
    bin: [],
    strokes,
    journey: cutJourney(journey, chosen),
    ...(meeting?.vision && chosen.themes.has('')
      ? { meeting: { vision: meeting.vision, step: '', talkedOf: [] } }
      : {}),
    leftOut: 0,
  };
}

function cutNote(note: Note, place: number, kept: ReadonlySet<string>, chosen: Kept): Note {
  const { id, cell, text, voice, author, createdAt, action, lang, pair, goal, writtenUp, votes, hearts, handwriting } =
    note;
  const [editedBy] = editorOf(note.editedBy, chosen);
  return {
    // The order among those that are here: the one on the duk tells how many lay between.
    ...{ id, cell, order: String(place).padStart(5, '0'), text, voice, author, createdAt },
    ...(action ? { action: cutAction(action, kept) } : {}),
    ...(lang ? { lang } : {}),
    ...(pair && kept.has(pair) ? { pair } : {}),
    ...(goal ? { goal } : {}),
    ...(writtenUp ? { writtenUp } : {}),
    // That it matters, and not to whom or to how many.
    ...(votes ? { votes: [author] } : {}),
    ...(hearts ? { hearts: [author] } : {}),
    ...(editedBy ? { editedBy } : {}),
    // Where it lay on the paper tells what lay round it.
    ...(handwriting && chosen.withPicture ? { handwriting: { ...handwriting, sheet: 0, x: 0, y: 0 } } : {}),
  };
}

function cutJourney(journey: Journey, chosen: Kept): Journey {
  return {
    ...cutView(journey, chosen),
    ...citizenOf(journey.citizen && cutView(journey.citizen, chosen)),
  };
}

/** That the person has a view of their own is not told where nothing of it goes along. */
function citizenOf<View extends PlanJourney | JourneyView>(view: View | undefined): { readonly citizen?: View } {
  const isEmpty = view === undefined || (view.overall === undefined && Object.keys(view.themes).length === 0);
  return isEmpty ? {} : { citizen: view };
}

function cutView({ overall, themes }: JourneyView, chosen: Kept): JourneyView {
  return {
    ...(overall && chosen.themes.has('') ? { overall } : {}),
    themes: Object.fromEntries(Object.entries(themes).filter(([theme]) => chosen.themes.has(theme))),
  };
}
