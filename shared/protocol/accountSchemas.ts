import { z } from 'zod';
import { type AccountId, longestPassword, passwordFault, type SignInId } from '../access/index.ts';
import { boardId, id, oneLine } from './httpSchemas.ts';
import { madePasskeySchema } from './passkeySchemas.ts';

const accountId = id.transform((value) => value as AccountId);
const moment = z.int().min(0);

export const accountParams = z.object({ accountId });
export const signInParams = z.object({ signInId: id.transform((value) => value as SignInId) });
export const leaderParams = z.object({ boardId, accountId });

const name = oneLine(60);
/** Taken in lower case: one address is one account, however it is written. */
const email = oneLine(200)
  .regex(/^[^\s@]+@[^\s@]+$/)
  .overwrite((address) => address.toLowerCase());
/** One that is chosen. */
const newPassword = z.string().refine((password) => passwordFault(password) === undefined);
/** Any text can be tried as one; nobody waits for the server to chew on a book. */
const triedPassword = z.string().max(8 * longestPassword);
const secret = z.string().max(200);

/** One way in is chosen: a password, or a passkey that has just been made. */
const chosen = { password: newPassword.optional(), passkey: madePasskeySchema.optional() };
const isOneChosen = (of: { readonly password?: unknown; readonly passkey?: unknown }) =>
  (of.password === undefined) !== (of.passkey === undefined);

/** `POST /api/setup`: the first account, once, by the link that the start or `duk setup-link` prints. */
export const setupRequest = z.object({ secret, name, email, ...chosen }).refine(isOneChosen);
/** `POST /api/setup/passkey`: what a browser is asked for, to make the first account with a passkey. */
export const setupPasskeyRequest = z.object({ secret, name, email });

/** `POST /api/session` */
export const signInRequest = z.object({ email: z.string().max(200), password: triedPassword });

/** Where people sign in, as the municipality's own sign-in: `label` is what it is called on the button. */
const loginProviderSchema = z.object({ providerId: z.string(), label: z.string() });
export type LoginProviderReply = z.output<typeof loginProviderSchema>;

export const accountSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  /** Empty where none is known. */
  email: z.string(),
  mayLead: z.boolean(),
  isAdmin: z.boolean(),
  hasPassword: z.boolean(),
  hasPasskey: z.boolean(),
  /** Where the account comes from; left out for one that was made here. */
  provider: loginProviderSchema.optional(),
});
export type AccountReply = z.output<typeof accountSchema>;

/** `GET /api/session`: how far the installation has come, and who is signed in by this browser, if anybody is. */
export const sessionReply = z.object({
  stage: z.enum(['tryingOut', 'notSetUp', 'accounts']),
  account: accountSchema.optional(),
  /** Whether a password alone lets people in here: on the machine itself, and nowhere else. */
  passwordIsEnough: z.boolean(),
  /** Somebody who has signed in by a password where that is not enough: nothing is theirs but the step that they must take. */
  halfway: z.object({ name: z.string(), email: z.string(), must: z.enum(['addPasskey', 'usePasskey']) }).optional(),
});
export type SessionReply = z.output<typeof sessionReply>;

/** `DELETE /api/session`: where one signs out at the provider too; left out for who signed in here. */
export const signOutReply = z.object({ signOutUrl: z.string() });

/** `GET /api/login` */
export const loginProvidersReply = z.object({ providers: z.array(loginProviderSchema) });
export const loginProviderParams = z.object({ providerId: z.string().regex(/^[a-z0-9-]{1,40}$/) });
/** `GET /api/login/:provider`: which page to come back to, and whether to prove anew who one is. */
export const loginQuery = z.object({ back: z.string().max(500).optional(), anew: z.literal('true').optional() });
/** `GET /api/login/:provider/logout`, asked by a provider in the browser that it signs out. */
export const frontChannelLogoutQuery = z.object({ iss: z.string().max(1000), sid: z.string().min(1).max(1000) });
/** `POST /api/login/:provider/logout`, asked by the provider itself (OpenID Connect Back-Channel Logout). */
export const backChannelLogoutRequest = z.object({
  logout_token: z
    .string()
    .max(20_000)
    .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/),
});

/** Why somebody was not signed in by a provider: `?feil=` of the page for signing in. */
export const loginFailures = [
  /** They turned round at the provider. */
  'cancelled',
  /** It took too long, was begun in another window, or had been used. */
  'tooLate',
  /** What the provider said was not right in every part. */
  'refused',
  /** They did not prove who they are in a way that is strong enough. */
  'tooWeak',
  'providerAway',
  'mayNotLead',
  'ended',
  'beforeSetup',
] as const;
export type LoginFailureKind = (typeof loginFailures)[number];

/** `GET /api/account/sign-ins`: where one is signed in. */
export const signInsReply = z.object({
  signIns: z.array(
    z.object({
      signInId: z.string(),
      /** In a few words, as `Chrome, Windows`. */
      browser: z.string(),
      signedInAt: moment,
      usedAt: moment,
      /** The one that asks. */
      isOwn: z.literal(true).optional(),
    }),
  ),
});
export type SignInReply = z.output<typeof signInsReply>['signIns'][number];

/** `PUT /api/account/password` */
export const changePasswordRequest = z.object({ password: triedPassword, newPassword });

/** `GET /api/closed-cases`: to an administrator, cases that have been closed for so long that they may be erased, and those that were. */
export const closedCasesReply = z.object({
  /** For how many days a case is closed before it is proposed. */
  afterDays: z.int(),
  proposed: z.array(
    z.object({ boardId: z.string(), createdAt: moment, closedAt: moment, owner: z.string().optional() }),
  ),
  erased: z.array(
    z.object({
      boardId: z.string(),
      erasedAt: moment,
      as: z.enum(['leader', 'administrator']),
      name: z.string().optional(),
    }),
  ),
});
export type ClosedCasesReply = z.output<typeof closedCasesReply>;

/** `GET /api/accounts`, for an administrator: people and numbers, nothing of a duk. */
export const accountsReply = z.object({
  accounts: z.array(
    accountSchema.extend({
      createdAt: moment,
      /** How many duks it leads. */
      boards: z.int(),
      /** Until when the link works by which they choose a way in. */
      invitedUntil: moment.optional(),
      isOwn: z.literal(true).optional(),
    }),
  ),
});
export type AccountInListReply = z.output<typeof accountsReply>['accounts'][number];

export const newAccountRequest = z.object({ name, email, mayLead: z.boolean(), isAdmin: z.boolean() });
/** The link is told once, and works once: whoever has it chooses a password or makes a passkey. */
export const accountInvitationReply = z.object({ accountId: z.string(), url: z.string(), worksUntil: moment });
export type AccountInvitationReply = z.output<typeof accountInvitationReply>;

/** `POST /api/account-invitation`: whose the link is. */
export const readAccountInvitationRequest = z.object({ secret });
export const readAccountInvitationReply = z.object({ name: z.string(), email: z.string() });
/** `POST /api/account-invitation/accept` */
export const acceptAccountInvitationRequest = z.object({ secret, ...chosen }).refine(isOneChosen);

/** `GET /api/boards/:boardId/leaders`: those who lead it by an account. */
export const leadersReply = z.object({
  leaders: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      email: z.string(),
      isOwner: z.boolean(),
      isOwn: z.literal(true).optional(),
    }),
  ),
});
export type LeaderReply = z.output<typeof leadersReply>['leaders'][number];
/** `POST /api/boards/:boardId/leaders` */
export const newLeaderRequest = z.object({ email: z.string().max(200) });
/** `PUT /api/boards/:boardId/owner` */
export const ownerRequest = z.object({ accountId });
