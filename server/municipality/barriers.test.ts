import { describe, expect, it } from 'vitest';
import { openMailer } from '../mail/index.ts';
import { openPost, openTestServer } from '../testing/index.ts';

const accessibilityContact = 'uu@kommune.no';
const from = 'duken@kommune.no';

describe('what shuts somebody out', () => {
  it('goes to whom the municipality has named, from whoever says so, and stays nowhere here', async () => {
    const { heard, url } = await openPost();
    const server = await openTestServer({ accessibilityContact, messengers: [openMailer(url, from)] });
    const somebody = server.person();
    expect((await somebody.get('/api/municipality')).json()).toMatchObject({
      accessibility: { email: accessibilityContact, canSend: true },
    });
    const words = 'Jeg kommer ikke til «Legg på duken» med skjermleseren.\r\n.\r\nBcc: alle@kommune.no';
    const sent = await somebody.post('/api/barriers', { words, answerTo: 'kari@example.no' });
    expect(sent.statusCode).toBe(204);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.to).toEqual([accessibilityContact]);
    expect(heard[0]?.mail.text).toContain('Jeg kommer ikke til «Legg på duken» med skjermleseren.');
    expect(heard[0]?.mail.text).toContain('Svar til: kari@example.no');
    expect(heard[0]?.mail.headers.has('bcc')).toBe(false);
    expect(server.logLines.join('')).not.toMatch(/skjermleseren|kari@/);
    await server.close();
  });

  it('is told not to have come when the mail server does not take it, or nobody is named', async () => {
    const { refusing, url, heard } = await openPost();
    refusing.isOn = true;
    const away = await openTestServer({ accessibilityContact, messengers: [openMailer(url, from)] });
    const nobody = await openTestServer({ messengers: [openMailer(url, from)] });
    for (const server of [away, nobody]) {
      const answer = await server.person().post('/api/barriers', { words: 'Knappen er for liten' });
      expect(answer.statusCode).toBe(503);
      expect(answer.json().type).toMatch(/barrierNotSent$/);
      expect(server.logLines.join('')).not.toContain('Knappen');
      await server.close();
    }
    expect(heard).toEqual([]);
  });

  it('can be written to by oneself where the server has no way out by e-mail', async () => {
    const server = await openTestServer({ accessibilityContact });
    expect((await server.person().get('/api/municipality')).json()).toMatchObject({
      accessibility: { email: accessibilityContact, canSend: false },
    });
    await server.close();
  });

  it('is taken six times a minute from one address, so that nobody drowns the one who answers', async () => {
    const { heard, url } = await openPost();
    const server = await openTestServer({ accessibilityContact, messengers: [openMailer(url, from)] });
    const somebody = server.person();
    for (let time = 1; time <= 7; time += 1) {
      const { statusCode } = await somebody.post('/api/barriers', { words: `Nummer ${time}` });
      expect(statusCode).toBe(time <= 6 ? 204 : 429);
    }
    expect(heard).toHaveLength(6);
    await server.close();
  });
});
