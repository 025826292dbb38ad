import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { type Messenger, patienceMs } from './messenger.ts';

const address = z.email();

/** Whether there is anybody to write to at it. What is no plain address is none: it could be several, or a header. */
function isAddress(text: string | undefined): text is string {
  return text !== undefined && address.safeParse(text).success;
}

/**
 * Sends by SMTP, plain text to one address at a time.
 *
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where the server wants them
 * @param from whose name the messages bear
 */
export function openMailer(smtpUrl: URL, from: string): Messenger {
  const transport = createTransport({
    url: smtpUrl.href,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    addressOf: ({ email }) => (isAddress(email) ? email : undefined),
    async send({ to, subject, text, id }) {
      await transport.sendMail({
        from: { name: 'Duken', address: from },
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
