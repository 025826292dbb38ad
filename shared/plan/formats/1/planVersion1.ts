import { z } from 'zod';
import type { BoardId, NoteId, ParticipantId, PersonId, StrokeId } from '../../../board/index.ts';
import type { MeetingId } from '../../../meeting/index.ts';

/** Text that carries one of our id types. The types exist for the compiler alone, so any text will do. */
function idText<Id extends string>(): z.ZodType<Id, Id> {
  return z.string() as unknown as z.ZodType<Id, Id>;
}

// Every word a version may hold is written out here and not taken from today's lists: a word that the product stops using
// still stands in old plans.
const noteId = idText<NoteId>();
const participantId = idText<ParticipantId>();
const day = z.string();
const phase = z.enum(['untenable', 'exposed', 'stable', 'sustainable']);
// What a round without names has laid is nobody's. Programs from before there were rounds cannot read a version that has some.
const voice = z.enum(['citizen', 'child', 'family', 'network', 'service', 'round']);
const status = z.enum(['agreed', 'started', 'done', 'stopped']);
const columnId = z.enum(['works', 'difficult', 'now', 'short', 'long', 'dream']);
const templateId = z.enum(['lorenskog', 'simple']);
const cell = z.object({ column: columnId, theme: z.string() });
const present = z.array(
  z.object({
    name: z.string(),
    participantId: participantId.exactOptional(),
    personId: idText<PersonId>().exactOptional(),
  }),
);

const sheetText = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const template = z.object({
  id: templateId,
  name: sheetText,
  columns: z.array(
    z.object({
      id: columnId,
      heading: sheetText,
      place: z.enum(['today', 'ahead', 'band']),
      themes: z.enum(['one', 'oneOrNone', 'none']),
      horizon: z.enum(['short', 'long']).exactOptional(),
    }),
  ),
  themes: z.array(z.object({ id: z.string(), name: sheetText, icon: z.string() })),
});

// Keys with `exactOptional` came after the format had shipped; a reader from before passes over them.
const personId = idText<PersonId>();
const goal = z.enum(['reached', 'underway', 'changed', 'dropped']);
const writtenUp = z.object({ as: z.enum(['result', 'effect']), words: z.string() });
const action = z.object({
  owner: z.string(),
  service: z.string(),
  due: day,
  status,
  ownerId: personId.exactOptional(),
  withIds: z.array(personId).exactOptional(),
  reportedBy: personId.exactOptional(),
  reportedAt: z.number().exactOptional(),
  settleWith: z.string().exactOptional(),
  settleBy: day.exactOptional(),
  follows: noteId.exactOptional(),
  alongside: noteId.exactOptional(),
  paidBy: z.string().exactOptional(),
});
const handwriting = z.object({
  sheet: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  path: z.string(),
});
const note = z.object({
  id: noteId,
  cell,
  order: z.string(),
  text: z.string(),
  voice,
  author: participantId,
  createdAt: z.number(),
  action: action.exactOptional(),
  lang: z.string().exactOptional(),
  pair: noteId.exactOptional(),
  goal: goal.exactOptional(),
  writtenUp: writtenUp.exactOptional(),
  votes: z.array(participantId).exactOptional(),
  hearts: z.array(participantId).exactOptional(),
  editedBy: participantId.exactOptional(),
  handwriting: handwriting.exactOptional(),
});
const lanes = z.int().exactOptional();
const phases = { overall: phase.exactOptional(), themes: z.record(z.string(), phase) };
const sheet = z.object({
  templateId,
  title: z.string(),
  for: z.string(),
  horizonShort: day,
  horizonLong: day,
  notes: z.array(note),
  bin: z.array(note.extend({ deletedAt: z.number(), deletedBy: participantId.exactOptional() })),
  strokes: z.array(
    z.object({
      id: idText<StrokeId>(),
      cell,
      points: z.array(z.number()),
      colour: z.enum(['ink', 'spruce', 'rust']),
      width: z.number(),
      author: participantId,
      words: z.string().exactOptional(),
    }),
  ),
  journey: z.object({ ...phases, citizen: z.object(phases).exactOptional() }),
  meeting: z
    .object({
      vision: z.string(),
      step: z.string(),
      talkedOf: z.array(z.string()),
      notRelevant: z.array(z.string()).exactOptional(),
      heartsDone: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  putAway: z.array(z.string()).exactOptional(),
  form: z
    .object({ works: lanes, difficult: lanes, now: lanes, short: lanes, long: lanes, dream: lanes })
    .exactOptional(),
  leftOut: z.int(),
});

export const planItem1 = z.object({
  noteId,
  column: columnId,
  theme: z.string(),
  text: z.string(),
  voice,
  author: participantId,
  authorName: z.string(),
  lang: z.string().exactOptional(),
  pair: noteId.exactOptional(),
  goal: goal.exactOptional(),
  writtenUp: writtenUp.exactOptional(),
  matters: z.enum(['citizen', 'others', 'both']).exactOptional(),
  editedBy: participantId.exactOptional(),
});
const planPhases = {
  overall: phase.exactOptional(),
  themes: z.array(z.object({ theme: z.string(), phase })),
};
export const planAction1 = planItem1.extend(action.shape);
const plan = z.object({
  title: z.string(),
  for: z.string(),
  meetingDate: day,
  present,
  horizonShort: day,
  horizonLong: day,
  dreams: z.array(planItem1),
  today: z.array(z.object({ theme: z.string(), works: z.array(planItem1), difficult: z.array(planItem1) })),
  actions: z.array(planAction1),
  nowNotes: z.array(planItem1),
  shortGoals: z.array(planItem1),
  longGoals: z.array(planItem1),
  journey: z.object({ ...planPhases, citizen: z.object(planPhases).exactOptional() }),
  vision: z.string().exactOptional(),
  gone: z.array(z.object({ noteId, why: z.enum(['done', 'unimportant', 'rewritten', 'mistake']) })).exactOptional(),
  participants: z.array(z.object({ participantId, name: z.string(), hasHelped: z.literal(true).exactOptional() })),
  leftOut: z.int(),
});

/**
 * A plan version of format 1. Keys that are not named here are passed over, so that a later writer may add some without a new
 * format; a key that becomes required, and a word that is new among the lists above, need the next one.
 */
export const planVersion1 = z.object({
  format: z.literal(1),
  boardId: idText<BoardId>(),
  version: z.int().min(1),
  meetingId: idText<MeetingId>(),
  date: day,
  present,
  template,
  position: z.int(),
  frozenAt: z.int().min(0),
  plan,
  sheet,
  stateSha256: z.string(),
  pictureSha256: z.string(),
  previousSha256: z.string(),
});
