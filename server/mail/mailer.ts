import { createTransport } from 'nodemailer';
import { z } from 'zod';

/** A message to one person. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What tells it from every other: sent twice, it is one message to whoever gets it. Letters and digits. */
  readonly id: string;
}

/** The one way out by e-mail. */
export interface Mailer {
  /** @throws when the server does not take it */
  send(message: Message): Promise<void>;
  close(): void;
}

/** Milliseconds that a server that says nothing is waited for: less than the stopping of ours takes at most. */
const patienceMs = 5_000;

const address = z.email();

/** Whether there is anybody to write to at it. What is no plain address is none: it could be several, or a header. */
export function isAddress(text: string | undefined): text is string {
  return text !== undefined && address.safeParse(text).success;
}

/**
 * Sends by SMTP, plain text to one address at a time.
 *
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where the server wants them
 * @param from whose name the messages bear
 */
export function openMailer(smtpUrl: URL, from: string): Mailer {
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
