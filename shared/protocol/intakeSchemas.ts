import { z } from 'zod';
import type { AccountId } from '../access/index.ts';
import { assessments, type ProposalId, proposalStates } from '../intake/index.ts';
import { proposalEventKinds } from '../log/index.ts';
import { consentSchema, newConsentRequest } from './consentSchemas.ts';
import { id, oneLine } from './httpSchemas.ts';

/** Longest lines about a proposal, in UTF-16 units. */
export const longestProposal = { called: 60, name: 60, member: 60, why: 200, reason: 300 };
/** As many as may be proposed for one team. */
export const maxProposedMembers = 20;

export const proposalParams = z.object({ proposalId: id.transform((value) => value as ProposalId) });

const moment = z.int().min(0);
const assessment = z.enum(assessments);
const criteria = z.object({
  wantsChange: assessment,
  waivesSecrecy: assessment,
  complexNeeds: assessment,
  longTermPlan: assessment,
});
/** Why they should be in it is what somebody wants them there for: nobody is there without. */
const member = z.object({
  name: oneLine(longestProposal.member),
  service: oneLine(longestProposal.member).exactOptional(),
  why: oneLine(longestProposal.why),
});

/** `POST /api/intake`: somebody is proposed, by a word that the core team knows them by. */
export const newProposalRequest = z.object({
  called: oneLine(longestProposal.called),
  criteria,
  leaderId: id.transform((value) => value as AccountId).optional(),
  team: z.array(member).max(maxProposedMembers),
});
/** Which revision somebody has before them: what another has changed since is not written over. */
const revision = z.int().min(1);
/** `PUT /api/intake/:proposalId`: the same, as the core team thinks by now. */
export const changeProposalRequest = z.object({ revision, ...newProposalRequest.shape });

/** `POST …/ask` and `…/reopen`. */
export const stepProposalRequest = z.object({ revision });
const { services, purpose, words, givenBy, how, givenOn, until } = newConsentRequest.shape;
/** `POST …/consent`: they have said yes, and now there is a name: whom the plan will be for. */
export const proposalConsentRequest = z
  .object({ revision, name: oneLine(longestProposal.name), services, purpose, words, givenBy, how, givenOn, until })
  .refine((sent) => sent.givenOn <= sent.until, {
    path: ['until'],
    error: 'Må være samme dag som samtykket ble gitt, eller senere.',
  });
/** `POST …/end`: it comes to nothing: it is not needed, for a reason, or they said no, for which nobody owes one. */
export const endProposalRequest = z
  .object({
    revision,
    as: z.enum(['notNeeded', 'declined']),
    reason: oneLine(longestProposal.reason).exactOptional(),
  })
  .refine(({ as, reason }) => (as === 'notNeeded') === (reason !== undefined), {
    path: ['reason'],
    error: 'Skriv hvorfor det ikke trengs. Et nei skal ikke ha noen grunn.',
  });
/** `POST …/duk`: a duk in that layout, led by whoever asks. @param layouts ids of those that a board can be made with here */
export const proposalDukRequest = (layouts: readonly string[]) => z.object({ revision, templateId: z.enum(layouts) });

const state = z.enum(proposalStates);

/** Somebody in the list. */
export const proposalInListSchema = z.object({
  proposalId: z.string(),
  called: z.string(),
  state,
  /** The name of who should lead, or does. */
  leader: z.string().exactOptional(),
  changedAt: moment,
  /** Nothing has come of it for so long that it should be erased. */
  isForErasing: z.boolean(),
});
export type ProposalInListReply = z.output<typeof proposalInListSchema>;

const consentGiven = consentSchema.pick({
  services: true,
  purpose: true,
  words: true,
  givenBy: true,
  how: true,
  givenOn: true,
  until: true,
}).shape;

/** One of them, whole. */
export const proposalReply = z.object({
  ...proposalInListSchema.shape,
  revision: z.int(),
  criteria,
  leaderId: z.string().exactOptional(),
  team: z.array(z.object({ name: z.string(), service: z.string().exactOptional(), why: z.string() })),
  madeAt: moment,
  /** While there is a consent, and no duk yet. */
  consented: z.object({ name: z.string(), ...consentGiven }).exactOptional(),
  /** Why it is not needed. */
  reason: z.string().exactOptional(),
  /** The duk that came of it, for who leads that. */
  boardId: z.string().exactOptional(),
  /** Who has read and done what, newest first. */
  log: z.array(z.object({ number: z.int(), at: moment, name: z.string(), did: z.enum(proposalEventKinds) })),
});
export type ProposalReply = z.output<typeof proposalReply>;

/** `GET /api/intake` */
export const intakeReply = z.object({
  proposals: z.array(proposalInListSchema),
  /** Those who can be asked to lead. */
  leaders: z.array(z.object({ accountId: z.string(), name: z.string() })),
  /** Days without anything coming of it, after which a proposal should be erased. */
  eraseAfterDays: z.int(),
});
export type IntakeReply = z.output<typeof intakeReply>;
