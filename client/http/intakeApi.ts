import {
  type changeProposalRequest,
  type endProposalRequest,
  intakeReply,
  newBoardReply,
  type newProposalRequest,
  type proposalConsentRequest,
  proposalReply,
} from '@duken/shared/protocol';
import { z } from 'zod';
import { request } from './request.ts';

/** One function for each route of the core team's list. */

const proposal = (proposalId: string) => `/api/intake/${encodeURIComponent(proposalId)}`;

export const readIntake = () => request('/api/intake', { reply: intakeReply });

export const readProposal = (proposalId: string) => request(proposal(proposalId), { reply: proposalReply });

export const propose = (body: z.input<typeof newProposalRequest>) =>
  request('/api/intake', { method: 'POST', body, reply: proposalReply });

export const changeProposal = (proposalId: string, body: z.input<typeof changeProposalRequest>) =>
  request(proposal(proposalId), { method: 'PUT', body, reply: proposalReply });

/** They have been asked, or what came to nothing is taken up again. */
export const stepProposal = (proposalId: string, step: 'ask' | 'reopen', revision: number) =>
  request(`${proposal(proposalId)}/${step}`, { method: 'POST', body: { revision }, reply: proposalReply });

export const consentToProposal = (proposalId: string, body: z.input<typeof proposalConsentRequest>) =>
  request(`${proposal(proposalId)}/consent`, { method: 'POST', body, reply: proposalReply });

export const endProposal = (proposalId: string, body: z.input<typeof endProposalRequest>) =>
  request(`${proposal(proposalId)}/end`, { method: 'POST', body, reply: proposalReply });

export const makeProposedDuk = (proposalId: string, body: { readonly revision: number; readonly templateId: string }) =>
  request(`${proposal(proposalId)}/duk`, { method: 'POST', body, reply: newBoardReply });

export const eraseProposal = (proposalId: string) =>
  request(proposal(proposalId), { method: 'DELETE', reply: z.unknown() });
