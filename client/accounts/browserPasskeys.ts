import type { MadePasskey, MakePasskeyReply, UsedPasskey } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import {
  askForPasskeySignIn,
  askToMakePasskey,
  type RequestFailure,
  addPasskey as sendPasskey,
  signInWithPasskey as sendSignIn,
} from '../http/index.ts';
import { type PasskeyPlace, passkeyPlace } from './passkeyPlace.ts';

/** What people and browsers can make of a passkey that is asked for. */
export type BrowserPasskeyFailure =
  /** They turned round, or had none; the browser does not tell which. */
  | { readonly kind: 'passkeyCancelled' }
  /** This device has one for the account already. */
  | { readonly kind: 'passkeyHereAlready' }
  /** It can do no finger, face or code, or keeps no passkeys, or the page is at another name than the server's. */
  | { readonly kind: 'passkeyCannot' };

export type PasskeyDoingFailure = RequestFailure | BrowserPasskeyFailure;

/** Whether passkeys can be used on this page. */
export function passkeyPlaceHere(): PasskeyPlace {
  return passkeyPlace(new URL(location.href), browserSupportsWebAuthn());
}

/** Signs in with a passkey. @param anew whether it must be one of whoever is signed in */
export async function signInByPasskey(anew: boolean): Promise<Result<unknown, PasskeyDoingFailure>> {
  const asked = await askForPasskeySignIn(anew);
  if (!asked.ok) return asked;
  const { allowCredentials, ...rest } = asked.value;
  const used = await fromBrowser(() =>
    startAuthentication({ optionsJSON: { ...rest, ...(allowCredentials ? { allowCredentials } : {}) } }),
  );
  return used.ok ? sendSignIn(used.value as UsedPasskey) : used;
}

/** Whatever passkey the browser is asking people for is asked for no longer: they have left where it was wanted. */
export function stopAskingForPasskey(): void {
  WebAuthnAbortService.cancelCeremony();
}

/** Makes a passkey for the account that is signed in. */
export async function addPasskey(name: string): Promise<Result<unknown, PasskeyDoingFailure>> {
  const made = await makePasskey(askToMakePasskey());
  return made.ok ? sendPasskey({ name, passkey: made.value }) : made;
}

/** Has the browser make a passkey that is asked for. */
export async function makePasskey(
  asking: Promise<Result<MakePasskeyReply, RequestFailure>>,
): Promise<Result<MadePasskey, PasskeyDoingFailure>> {
  const asked = await asking;
  if (!asked.ok) return asked;
  const made = await fromBrowser(() => startRegistration({ optionsJSON: asked.value }));
  return made.ok ? succeeded(made.value as MadePasskey) : made;
}

async function fromBrowser<Value>(ask: () => Promise<Value>): Promise<Result<Value, BrowserPasskeyFailure>> {
  try {
    return succeeded(await ask());
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
      return failed({ kind: 'passkeyHereAlready' });
    const name = error instanceof Error ? error.name : '';
    // As browsers name them (WebAuthn Level 3, 5.1): turned round or not done in time.
    if (name === 'NotAllowedError' || name === 'AbortError') return failed({ kind: 'passkeyCancelled' });
    // An app for passwords stands in for the browser in many, and throws what it likes.
    return failed({ kind: 'passkeyCannot' });
  }
}
