import { z } from 'zod';
import { isDay, type NoteId } from '../board/index.ts';
import { answerKinds, followUpGroups, indexedAction } from '../followUp/index.ts';
import { boardId, id, oneLine } from './httpSchemas.ts';

const noteId = id.transform((value) => value as NoteId);
const day = z.string().refine(isDay, 'Skriv en dag som ÅÅÅÅ-MM-DD.');

export const actionParams = z.object({ boardId, noteId });

/** What somebody said of a tiltak, as the leader reads it. */
const answerSchema = z.object({
  personId: z.string(),
  answer: z.enum(answerKinds),
  line: z.string().optional(),
  date: z.string().optional(),
  answeredAt: z.number(),
  settledAt: z.number().optional(),
});

/** `GET /api/followup`: what the cases that this session leads need, each list in the order that needs a person. */
export const followUpReply = z.object({
  /** The day that it is reckoned from. */
  today: z.string(),
  /** Reminders have not come through for an hour or more; they are tried again. */
  mailFails: z.literal(true).optional(),
  /** Every open tiltak. */
  items: z.array(
    z.object({
      boardId: z.string(),
      noteId: z.string(),
      theme: z.string(),
      text: z.string(),
      service: z.string(),
      due: z.string(),
      status: indexedAction.shape.status,
      group: z.enum(followUpGroups),
      daysOver: z.int(),
      doers: z.array(
        z.object({
          name: z.string(),
          personId: z.string().optional(),
          service: z.string().optional(),
          phone: z.string().optional(),
          hasEmail: z.boolean().optional(),
        }),
      ),
      answer: answerSchema.optional(),
      settleWith: z.string().optional(),
      settleBy: z.string().optional(),
      paidBy: z.string().optional(),
      /** What is to be done before it, and is not done yet. */
      waitsFor: z
        .object({ noteId: z.string(), text: z.string(), owner: z.string(), service: z.string() })
        .exactOptional(),
      /** What is to be done at the same time. */
      with: z.object({ noteId: z.string(), text: z.string() }).exactOptional(),
    }),
  ),
  /** Plans that those whom they are about have not said yes to yet. */
  plans: z.array(
    z.object({
      boardId: z.string(),
      version: z.int(),
      date: z.string(),
      until: z.string().exactOptional(),
      timeIsOver: z.boolean(),
    }),
  ),
  meetings: z.array(z.object({ boardId: z.string(), date: z.string() })),
  /** Who needs an interpreter at the next meeting, and has none ordered for it. */
  withoutInterpreter: z.array(
    z.object({ boardId: z.string(), date: z.string(), personId: z.string(), name: z.string() }),
  ),
  /** Services that soon have no consent any more, and until when they have one. */
  consentsEnding: z.array(z.object({ boardId: z.string(), until: z.string(), services: z.array(z.string()) })),
  /** How many tiltak of a case nobody has looked over as what they are called outside it. */
  wordsToCheck: z.array(z.object({ boardId: z.string(), count: z.int() })),
  withoutAction: z.array(z.object({ boardId: z.string(), name: z.string(), personId: z.string().optional() })),
  cases: z.array(z.object({ boardId: z.string(), title: z.string(), done: z.int(), open: z.int(), over: z.int() })),
});
export type FollowUpReply = z.output<typeof followUpReply>;

/** `GET …/since-last`: how it has gone with what was promised at the last meeting; without one, or where nothing was, it is empty. */
export const sinceLastReply = z.object({
  last: z
    .object({
      /** The day of that meeting, and when it was frozen, in milliseconds since the epoch. */
      date: z.string(),
      frozenAt: z.number(),
      done: z.array(z.string()),
      started: z.int(),
      /** How many need help: which, the leader knows. None outside a meeting. */
      help: z.int(),
      silent: z.int(),
      ended: z.int(),
      /** What is still to be done, in the order to go through it. */
      open: z.array(z.string()),
    })
    .exactOptional(),
});
export type SinceLastReply = z.output<typeof sinceLastReply>;

/** `PATCH /api/boards/:boardId/actions/:noteId`: the leader moves a date, or says how far a tiltak has come. */
export const changeActionRequest = z.object({
  due: z.union([day, z.literal('')]).optional(),
  status: indexedAction.shape.status.optional(),
});

/** A secret as it stands in a link; anything else opens nothing, and is answered as one that is wrong. */
const secret = z.string().max(200);

/** `POST /api/status/enter`: whoever holds a link to answer by, or came by one before in this browser. */
export const enterStatusRequest = z.object({ secret: secret.optional() });
/** `POST /api/status/leave` */
export const leaveStatusRequest = z.object({});
export const statusParams = z.object({ itemId: id });

/** `POST /api/status/:itemId`: what somebody says of a tiltak of theirs. */
export const statusAnswerRequest = z.object({
  answer: z.enum(answerKinds),
  line: oneLine(200).optional(),
  /** When they propose to do it instead; nothing is moved by it. */
  date: day.optional(),
  /** Of whoever keeps no cookie. */
  secret: secret.optional(),
});

/** One person's own tiltak, in words that say nothing of the case. */
export const statusReply = z.object({
  expiresAt: z.number(),
  today: z.string(),
  /** How many addresses for a calendar of theirs work. */
  calendars: z.int(),
  items: z.array(
    z.object({
      itemId: z.string(),
      /** '' until the leader has looked over what it is called outside the case. */
      text: z.string(),
      due: z.string(),
      isDone: z.boolean(),
      answer: z.enum(answerKinds).optional(),
      answeredAt: z.number().optional(),
      line: z.string().optional(),
      date: z.string().optional(),
    }),
  ),
});
/** `POST /api/status/calendar`: an address for one's own calendar; `…/withdraw` ends all of them. */
export const statusCalendarRequest = z.object({ secret: secret.optional() });
export const statusCalendarReply = z.object({ url: z.string(), expiresAt: z.number() });
export type StatusCalendarReply = z.output<typeof statusCalendarReply>;

/** `GET /kalender/<secret>.ics` */
export const calendarFeedParams = z.object({ file: z.string().max(200) });

export type StatusReply = z.output<typeof statusReply>;

/** `GET …/people/:personId/answer-links`: what a person has said yes to, as the leader checks it. */
export const answerLinksReply = z.object({
  personId: z.string(),
  name: z.string(),
  /** How many links of theirs work, and until when the newest does. */
  links: z.int(),
  expiresAt: z.number().optional(),
  /** How many addresses for a calendar of theirs work: those live longer than the links. */
  calendars: z.int(),
  items: z.array(
    z.object({
      noteId: z.string(),
      /** What stands on the duk, and what the link shows instead. */
      source: z.string(),
      text: z.string(),
      isChecked: z.boolean(),
      due: z.string(),
      isDone: z.boolean(),
    }),
  ),
});
export type AnswerLinksReply = z.output<typeof answerLinksReply>;

/** `POST …/people/:personId/answer-links`: by the note's id, the words the leader has checked. */
export const newAnswerLinkRequest = z.object({ texts: z.record(id, oneLine(200)).optional() });
export const newAnswerLinkReply = z.object({ url: z.string(), expiresAt: z.number() });

/** `GET …/answers`: what each who does an open tiltak has last said of it; without an answer they have said nothing. */
export const saidReply = z.object({
  items: z.array(
    z.object({
      noteId: z.string(),
      doers: z.array(
        z.object({
          name: z.string(),
          answer: z
            .object({
              answer: z.enum(answerKinds),
              /** The day of the leader's calendar when it was said. */
              on: z.string(),
              line: z.string().exactOptional(),
              date: z.string().exactOptional(),
            })
            .exactOptional(),
        }),
      ),
    }),
  ),
});
export type SaidReply = z.output<typeof saidReply>;

/** `GET …/outside-words`: what each open tiltak that somebody of the case does is called outside it. */
export const outsideWordsReply = z.object({
  items: z.array(
    z.object({
      noteId: z.string(),
      /** What stands on the duk. */
      source: z.string(),
      doers: z.array(z.string()),
      due: z.string(),
      text: z.string(),
      isChecked: z.boolean(),
    }),
  ),
});
export type OutsideWordsReply = z.output<typeof outsideWordsReply>;
/** `PATCH …/outside-words`: by the note's id, the words the leader has looked over. */
export const checkWordsRequest = z.object({ texts: z.record(noteId, oneLine(200)) });

/** `POST …/actions/:noteId/settle` */
export const settleRequest = z.object({});
