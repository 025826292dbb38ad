import { compareText, type Day, type GoneReason, type NoteId } from '../board/index.ts';
import { isSameName } from '../people/index.ts';
import { planItemsOf } from './derivePlan.ts';
import { diffWords } from './diffWords.ts';
import type { PlanAction, PlanItem, PlanJourney } from './investmentPlan.ts';
import type { HeaderChange, HorizonChange, NoteChange, NoteDifference, PhaseChange, PlanDiff } from './planDiff.ts';
import type { PlanVersion } from './planVersion.ts';

/** What changed on a duk between two of its versions, note by note. Takes them in either order of time. */
export function diffPlans(from: PlanVersion, to: PlanVersion): PlanDiff {
  return {
    from: { version: from.version, date: from.date },
    to: { version: to.version, date: to.date },
    headers: headerChanges(from, to),
    horizons: horizonChanges(from, to),
    phases: phaseChanges(from, to),
    notes: noteChanges(from, to),
    standing: stillStanding(from, to),
    newPresent: to.present
      .map(({ name }) => name)
      .filter((name) => !from.present.some((before) => isSameName(before.name, name))),
  };
}

function headerChanges({ plan: from }: PlanVersion, { plan: to }: PlanVersion): readonly HeaderChange[] {
  return (['title', 'for', 'vision'] as const).flatMap((field): HeaderChange[] => {
    const [before, after] = [from[field] ?? '', to[field] ?? ''];
    return before === after ? [] : [{ field, from: before, to: after }];
  });
}

function horizonChanges({ plan: from }: PlanVersion, { plan: to }: PlanVersion): readonly HorizonChange[] {
  const change = (horizon: HorizonChange['horizon'], before: Day, after: Day): readonly HorizonChange[] =>
    before === after ? [] : [{ horizon, from: before, to: after }];
  return [...change('short', from.horizonShort, to.horizonShort), ...change('long', from.horizonLong, to.horizonLong)];
}

function phaseChanges(from: PlanVersion, to: PlanVersion): readonly PhaseChange[] {
  const themes = new Set([...to.template.themes, ...from.template.themes].map(({ id }) => id));
  const changes = (before: ReturnType<typeof phasesOf>, after: ReturnType<typeof phasesOf>) =>
    ['overall', ...themes].flatMap((of): PhaseChange[] => {
      const [older, newer] = [before.get(of), after.get(of)];
      return older === newer ? [] : [{ of, ...(older ? { from: older } : {}), ...(newer ? { to: newer } : {}) }];
    });
  return [
    ...changes(phasesOf(from.plan.journey), phasesOf(to.plan.journey)),
    ...changes(phasesOf(from.plan.journey.citizen), phasesOf(to.plan.journey.citizen)).map(
      (change): PhaseChange => ({ ...change, view: 'citizen' }),
    ),
  ];
}

function phasesOf({ overall, themes }: PlanJourney = { themes: [] }) {
  return new Map([
    ...(overall ? [['overall', overall] as const] : []),
    ...themes.map(({ theme, phase }) => [theme, phase] as const),
  ]);
}

function noteChanges(from: PlanVersion, to: PlanVersion): readonly NoteChange[] {
  const before = itemsById(from);
  const after = itemsById(to);
  const rewritten = writtenAnew(before, after);
  const twins = new Set(rewritten.values());
  // As it stands now; what is gone, as it stood.
  const textOf: TextOf = (noteId) =>
    noteId === undefined ? '' : (after.get(noteId)?.text ?? before.get(noteId)?.text ?? '');
  const why = new Map(to.plan.gone?.map((gone) => [gone.noteId, gone.why]));
  const inReadingOrder = new Set([...to.sheet.notes, ...from.sheet.notes].map(({ id }) => id));
  return [...inReadingOrder].flatMap((noteId): NoteChange[] => {
    if (twins.has(noteId)) return [];
    const [older, newer] = [before.get(rewritten.get(noteId) ?? noteId), after.get(noteId)];
    const differences = noteDifferences(older, newer, textOf, why.get(noteId));
    if (differences.length === 0) return [];
    return [{ noteId, ...(older ? { before: older } : {}), ...(newer ? { after: newer } : {}), differences }];
  });
}

type ItemsById = ReadonlyMap<NoteId, PlanItem | PlanAction>;

/** New notes that say in the same place what one that is gone said: thrown away and written anew. By the new note's id. */
function writtenAnew(before: ItemsById, after: ItemsById): ReadonlyMap<NoteId, NoteId> {
  const gone = [...before.values()].filter(({ noteId }) => !after.has(noteId));
  const anew = new Map<NoteId, NoteId>();
  for (const item of after.values()) {
    if (before.has(item.noteId)) continue;
    const at = gone.findIndex((old) => isAlike(old, item));
    const [twin] = at < 0 ? [] : gone.splice(at, 1);
    if (twin) anew.set(item.noteId, twin.noteId);
  }
  return anew;
}

function isAlike(older: PlanItem, newer: PlanItem): boolean {
  return (
    sameLetters(older.text, newer.text) &&
    older.column === newer.column &&
    older.theme === newer.theme &&
    older.voice === newer.voice &&
    older.author === newer.author
  );
}

/** The same letters may be written in two ways: é as one sign or as two. */
function sameLetters(a: string, b: string): boolean {
  return a === b || a.normalize('NFC') === b.normalize('NFC');
}

function stillStanding(from: PlanVersion, to: PlanVersion): readonly PlanAction[] {
  const before = new Set(from.plan.actions.map(({ noteId }) => noteId));
  const isOpen = ({ status }: PlanAction): boolean => status === 'agreed' || status === 'started';
  return to.plan.actions
    .filter((action) => before.has(action.noteId) && isOpen(action))
    .toSorted((a, b) => compareText(a.due || '9999', b.due || '9999'));
}

function itemsById({ plan }: PlanVersion): ItemsById {
  return new Map(planItemsOf(plan).map((item) => [item.noteId, item]));
}

/** The words of a note, in either version; '' for none. */
type TextOf = (noteId: NoteId | undefined) => string;

function noteDifferences(
  older: PlanItem | PlanAction | undefined,
  newer: PlanItem | PlanAction | undefined,
  textOf: TextOf,
  why: GoneReason | undefined,
): readonly NoteDifference[] {
  if (!older) return newer ? [{ kind: 'new' }] : [];
  if (!newer) return [{ kind: 'gone', ...(why ? { why } : {}) }];
  const differences: NoteDifference[] = [];
  if (!sameLetters(older.text, newer.text))
    differences.push({ kind: 'changed', words: diffWords(older.text, newer.text) });
  if (older.column !== newer.column || older.theme !== newer.theme)
    differences.push({ kind: 'moved', from: cellOf(older), to: cellOf(newer) });
  differences.push(...actionDifferences(older, newer, textOf));
  if (older.goal !== newer.goal)
    differences.push({
      kind: 'goalChanged',
      ...(older.goal ? { from: older.goal } : {}),
      ...(newer.goal ? { to: newer.goal } : {}),
    });
  const [was, is] = [older.writtenUp, newer.writtenUp];
  if (was?.as !== is?.as || was?.words !== is?.words)
    differences.push({ kind: 'writtenUpChanged', ...(was ? { from: was } : {}), ...(is ? { to: is } : {}) });
  if (older.voice !== newer.voice) differences.push({ kind: 'voiceChanged', from: older.voice, to: newer.voice });
  if (older.author !== newer.author) differences.push({ kind: 'authorChanged', from: older.author, to: newer.author });
  return differences;
}

function actionDifferences(
  older: PlanItem | PlanAction,
  newer: PlanItem | PlanAction,
  textOf: TextOf,
): readonly NoteDifference[] {
  if (!isAction(older)) return isAction(newer) ? [{ kind: 'becameAction' }] : [];
  if (!isAction(newer)) return [{ kind: 'noLongerAction' }];
  const differences: NoteDifference[] = [];
  if (older.status !== newer.status)
    differences.push(
      newer.status === 'done'
        ? { kind: 'done', from: older.status }
        : { kind: 'statusChanged', from: older.status, to: newer.status },
    );
  // Two people may have one name.
  const isAnother = older.ownerId !== undefined && newer.ownerId !== undefined && older.ownerId !== newer.ownerId;
  if (older.owner !== newer.owner || isAnother)
    differences.push({ kind: 'ownerChanged', from: older.owner, to: newer.owner });
  if (older.service !== newer.service)
    differences.push({ kind: 'serviceChanged', from: older.service, to: newer.service });
  if (older.due !== newer.due) differences.push({ kind: 'dueChanged', from: older.due, to: newer.due });
  return [...differences, ...agreementDifferences(older, newer, textOf)];
}

function agreementDifferences(older: PlanAction, newer: PlanAction, textOf: TextOf): readonly NoteDifference[] {
  const settling = ({ settleWith = '', settleBy = '' }: PlanAction) => ({ with: settleWith, by: settleBy });
  const [was, is] = [settling(older), settling(newer)];
  // What it comes after may have been thrown away and written anew.
  const placed = (['follows', 'alongside'] as const).flatMap((field): NoteDifference[] => {
    const [from, to] = [textOf(older[field]), textOf(newer[field])];
    return sameLetters(from, to) ? [] : [{ kind: `${field}Changed`, from, to }];
  });
  const [paid, pays] = [older.paidBy ?? '', newer.paidBy ?? ''];
  return [
    ...(was.with === is.with && (was.by === is.by || is.with === '')
      ? []
      : [{ kind: 'settleChanged', from: was, to: is } as const]),
    ...placed,
    ...(paid === pays ? [] : [{ kind: 'paidByChanged', from: paid, to: pays } as const]),
  ];
}

function isAction(item: PlanItem | PlanAction): item is PlanAction {
  return 'status' in item;
}

function cellOf({ column, theme }: PlanItem) {
  return { column, theme };
}
