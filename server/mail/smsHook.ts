import { type Messenger, patienceMs } from './messenger.ts';

/** Eight digits that begin with 4 or 9 are a Norwegian mobile (the numbering plan of Nkom); the others are no telephone that reads. */
const norwegianMobile = /^[49]\d{7}$/;
/** A number with its country, E.164. Of those at home only mobiles are written to. */
const worldwide = /^\+(?!47(?![49]))[1-9]\d{6,14}$/;

/**
 * A telephone that takes messages, as E.164: '412 34 567' is '+4741234567'.
 * @returns undefined for a landline, and for what is no number
 */
export function mobileOf(phone: string | undefined): string | undefined {
  const digits = (phone ?? '').replaceAll(/[\s.()-]/gu, '').replace(/^00/, '+');
  if (norwegianMobile.test(digits)) return `+47${digits}`;
  return worldwide.test(digits) ? digits : undefined;
}

/**
 * Hands each SMS to a gateway, as JSON by POST: `{ to: '+4741234567', text, id }`. Any 2xx says that it was taken; the same `id` is the
 * same message.
 *
 * @param hook where it listens, with user and password in it where it wants them (RFC 7617)
 */
export function openSmsHook(hook: URL): Messenger {
  const address = new URL(hook);
  const secret = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  address.username = '';
  address.password = '';
  const authorization = secret === ':' ? {} : { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
  return {
    addressOf: ({ phone }) => mobileOf(phone),
    async send({ to, text, id }) {
      const reply = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ to, text, id }),
        // What we were not told to trust gets nothing.
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      await reply.body?.cancel();
      if (!reply.ok) throw new Error(`The SMS gateway answered ${reply.status}`);
    },
    close: () => undefined,
  };
}
