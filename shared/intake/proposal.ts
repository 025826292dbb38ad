import { z } from 'zod';
import type { AccountId } from '../access/index.ts';
import { isDay } from '../board/index.ts';
import { consentWays } from '../consent/index.ts';

export type ProposalId = string & { readonly kind: 'ProposalId' };

/**
 * What the core team looks at, as the reports from Asker and Lørenskog have it: whoever it is wants change, waives confidentiality
 * between the services, has complex needs, and a long-term plan makes sense.
 */
export const criteria = ['wantsChange', 'waivesSecrecy', 'complexNeeds', 'longTermPlan'] as const;
export type Criterion = (typeof criteria)[number];
export const assessments = ['yes', 'no', 'unknown'] as const;
export type Assessment = (typeof assessments)[number];

const day = z.string().refine(isDay);
const assessment = z.enum(assessments);

/** Somebody who should be in the team. Those who work for the services may be named; why is about what they can do. */
const memberSchema = z.object({ name: z.string(), service: z.string().exactOptional(), why: z.string() });

/** A consent to share, as it will be written down at the case: about everything, until there is a duk with themes. */
const consentSchema = z.object({
  services: z.array(z.string()),
  purpose: z.string(),
  words: z.string(),
  givenBy: z.string(),
  how: z.enum(consentWays),
  givenOn: day,
  until: day,
});

const standingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposed') }),
  z.object({ kind: z.literal('asked') }),
  /** Now there is a name: whom the plan will be for. */
  z.object({ kind: z.literal('consented'), name: z.string(), consent: consentSchema }),
  /** It has a duk; what was written down of the consent and the team lies there. */
  z.object({ kind: z.literal('duk') }),
  z.object({ kind: z.literal('notNeeded'), reason: z.string() }),
  /** Nobody owes a reason for a no. */
  z.object({ kind: z.literal('declined') }),
]);

/** Somebody who was proposed, as the core team knows them: by a word of its own, and by no name before there is a consent. */
export const proposalSchema = z.object({
  called: z.string(),
  criteria: z.object({
    wantsChange: assessment,
    waivesSecrecy: assessment,
    complexNeeds: assessment,
    longTermPlan: assessment,
  } satisfies Record<Criterion, typeof assessment>),
  /** Who should lead. */
  leaderId: z
    .string()
    .transform((id) => id as AccountId)
    .exactOptional(),
  team: z.array(memberSchema),
  standing: standingSchema,
});
export type Proposal = z.output<typeof proposalSchema>;
export type ProposalConsent = z.output<typeof consentSchema>;

/** How a proposal stands, as people see it: from the day it has a duk on, that is how the case stands. */
export const proposalStates = [
  'proposed',
  'asked',
  'consented',
  'underway',
  'closed',
  'notNeeded',
  'declined',
] as const;
export type ProposalState = (typeof proposalStates)[number];
