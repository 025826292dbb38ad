import {
  type acceptAccountInvitationRequest,
  accountInvitationReply,
  accountSchema,
  accountsReply,
  type changePasswordRequest,
  closedCasesReply,
  leadersReply,
  loginProvidersReply,
  type MadePasskey,
  makePasskeyReply,
  type newAccountRequest,
  passkeySchema,
  passkeysReply,
  readAccountInvitationReply,
  sessionReply,
  type setupPasskeyRequest,
  type setupRequest,
  type signInRequest,
  signInsReply,
  signOutReply,
  type UsedPasskey,
  usePasskeyReply,
} from '@duken/shared/protocol';
import { z } from 'zod';
import { request } from './request.ts';

/** One function for each route about accounts. */

const nothing = z.unknown();

/** How far the installation has come, and who is signed in. */
export const readSession = () => request('/api/session', { reply: sessionReply });

/** Makes the first account, and signs it in. */
export const setUp = (body: z.input<typeof setupRequest>) =>
  request('/api/setup', { method: 'POST', body, reply: accountSchema });

export const signIn = (body: z.input<typeof signInRequest>) =>
  request('/api/session', { method: 'POST', body, reply: accountSchema });

/** What the browser is asked for, to make the first account with a passkey. */
export const askToSetUpByPasskey = (body: z.input<typeof setupPasskeyRequest>) =>
  request('/api/setup/passkey', { method: 'POST', body, reply: makePasskeyReply });

/** What the browser is asked for, to sign in with a passkey. @param anew whether it must be one of whoever is signed in */
export const askForPasskeySignIn = (anew: boolean) =>
  request('/api/session/passkey/options', { method: 'POST', body: { anew }, reply: usePasskeyReply });

export const signInWithPasskey = (passkey: UsedPasskey) =>
  request('/api/session/passkey', { method: 'POST', body: { passkey }, reply: accountSchema });

export const listPasskeys = () =>
  request('/api/account/passkeys', { reply: passkeysReply.transform(({ passkeys }) => passkeys) });

/** What the browser is asked for, to make one more. */
export const askToMakePasskey = () =>
  request('/api/account/passkeys/options', { method: 'POST', reply: makePasskeyReply });

export const addPasskey = (body: { readonly name: string; readonly passkey: MadePasskey }) =>
  request('/api/account/passkeys', { method: 'POST', body, reply: passkeySchema });

export const removePasskey = (passkeyId: string) =>
  request(`/api/account/passkeys/${encodeURIComponent(passkeyId)}`, { method: 'DELETE', reply: nothing });

/** Leaves everything that this browser is in. @returns where one signs out at the provider too, if one signed in there */
export const signOut = () => request('/api/session', { method: 'DELETE', reply: signOutReply.optional() });

/** The municipality's own ways to sign in. */
export const listLoginProviders = () =>
  request('/api/login', { reply: loginProvidersReply.transform(({ providers }) => providers) });

/** Where the browser goes to sign in by one. @param anew the page to come back to, for who must prove anew who they are */
export const loginAddress = (providerId: string, anew?: { readonly back: string }) =>
  `/api/login/${encodeURIComponent(providerId)}${anew ? `?${new URLSearchParams({ anew: 'true', back: anew.back })}` : ''}`;

export const listSignIns = () =>
  request('/api/account/sign-ins', { reply: signInsReply.transform(({ signIns }) => signIns) });

export const endSignIn = (signInId: string) =>
  request(`/api/account/sign-ins/${encodeURIComponent(signInId)}`, { method: 'DELETE', reply: nothing });

/** Ends all but the one here. */
export const endOtherSignIns = () => request('/api/account/sign-ins', { method: 'DELETE', reply: nothing });

export const changePassword = (body: z.input<typeof changePasswordRequest>) =>
  request('/api/account/password', { method: 'PUT', body, reply: nothing });

/** Cases that were closed long ago, and that were erased. */
export const listClosedCases = () => request('/api/closed-cases', { reply: closedCasesReply });

export const eraseClosedCase = (boardId: string) =>
  request(`/api/closed-cases/${encodeURIComponent(boardId)}`, { method: 'DELETE', reply: nothing });

export const listAccounts = () =>
  request('/api/accounts', { reply: accountsReply.transform(({ accounts }) => accounts) });

export const createAccount = (body: z.input<typeof newAccountRequest>) =>
  request('/api/accounts', { method: 'POST', body, reply: accountInvitationReply });

/** Another link to choose a password by. */
export const inviteAccount = (accountId: string) =>
  request(`/api/accounts/${encodeURIComponent(accountId)}/invitation`, {
    method: 'POST',
    reply: accountInvitationReply,
  });

export const endAccount = (accountId: string) =>
  request(`/api/accounts/${encodeURIComponent(accountId)}`, { method: 'DELETE', reply: nothing });

/** Whose account a link is for. */
export const readAccountInvitation = (secret: string) =>
  request('/api/account-invitation', { method: 'POST', body: { secret }, reply: readAccountInvitationReply });

/** What the browser is asked for, to choose a passkey as the way in. */
export const askForInvitedPasskey = (secret: string) =>
  request('/api/account-invitation/passkey', { method: 'POST', body: { secret }, reply: makePasskeyReply });

/** Chooses the way in, and signs in. */
export const acceptAccountInvitation = (body: z.input<typeof acceptAccountInvitationRequest>) =>
  request('/api/account-invitation/accept', { method: 'POST', body, reply: accountSchema });

const leaders = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}/leaders`;

export const listLeaders = (boardId: string) =>
  request(leaders(boardId), { reply: leadersReply.transform(({ leaders: found }) => found) });

export const addLeader = (boardId: string, email: string) =>
  request(leaders(boardId), { method: 'POST', body: { email }, reply: nothing });

export const endLeading = (boardId: string, accountId: string) =>
  request(`${leaders(boardId)}/${encodeURIComponent(accountId)}`, { method: 'DELETE', reply: nothing });

export const handOver = (boardId: string, accountId: string) =>
  request(`/api/boards/${encodeURIComponent(boardId)}/owner`, { method: 'PUT', body: { accountId }, reply: nothing });
