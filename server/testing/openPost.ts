import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

interface Heard {
  readonly raw: string;
  readonly mail: ParsedMail;
  readonly to: readonly string[];
}

/** A mail server that keeps what it is given. */
export async function openPost() {
  const heard: Heard[] = [];
  const refusing = { isOn: false };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing.isOn) {
          done(new Error('away'));
          return;
        }
        const raw = Buffer.concat(parts).toString();
        simpleParser(raw).then((mail) => {
          heard.push({ raw, mail, to: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { heard, refusing, url: new URL(`smtp://127.0.0.1:${port}`) };
}
