import { expect, type Locator } from '@playwright/test';
import { Participant } from './participant.ts';

/** The investeringsleder: makes the duk, invites, opens the meeting and freezes it. */
export class Leader extends Participant {
  /** The way back in from another machine, as the leader got it when the duk was made. */
  leaderLink = '';

  /** Has a duk, and is at it. How it is made by hand: showTheCode.spec.ts. */
  async makeBoard(title: string): Promise<void> {
    const data = { title, templateId: 'lorenskog', name: this.name };
    const reply = await this.page.request.post('/api/boards', { data });
    const { boardId, leaderUrl } = (await reply.json()) as { boardId: string; leaderUrl: string };
    this.leaderLink = leaderUrl;
    await this.page.goto(`/duk/${boardId}`);
  }

  /** Presses what stands in the bar, or on a phone under *Mer*. */
  async openFromBar(name: 'Inviter' | 'Frys møtet'): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Mer', exact: true })).toBeVisible();
    const inBar = this.page.locator('.topBar-end > button').filter({ hasText: name });
    if (await inBar.isVisible()) await inBar.click();
    else await this.openFromMore(name);
    await expect(this.page.getByRole('dialog')).toBeVisible();
  }

  async openInvitation(): Promise<void> {
    await this.openFromBar('Inviter');
  }

  /** Opens the questions for a new link. */
  async openLinkQuestions(): Promise<Locator> {
    await this.openInvitation();
    const dialog = this.page.getByRole('dialog', { name: 'Inviter til duken' });
    const [make, another] = ['Lag lenke', 'Lag en til'].map((name) => dialog.getByRole('button', { name }));
    if (!make || !another) throw new Error('two names, two buttons');
    await expect(make.or(another)).toBeVisible();
    // The window that has made one shows it at once.
    if (await another.isVisible()) await another.click();
    return dialog;
  }

  /** Makes a link to send. The dialog stays open, as it does for the leader who wants to show the QR code. */
  async inviteTo(right: 'Skrive på duken' | 'Tolke' | 'Bare lese', whom = ''): Promise<string> {
    const dialog = await this.openLinkQuestions();
    await dialog.getByRole('radio', { name: right }).check();
    await dialog.getByLabel('Hvem er lenken til?').fill(whom);
    await dialog.getByRole('button', { name: 'Lag lenke' }).click();
    return dialog.getByLabel('Lenken', { exact: true }).inputValue();
  }

  /** Takes back the link that somebody has come in by. */
  async withdrawUsedLink(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Inviter til duken' });
    await dialog
      .getByRole('listitem')
      .filter({ hasText: '1 har blitt med' })
      .getByRole('button', { name: 'Trekk tilbake' })
      .click();
    const question = this.page.getByRole('dialog', { name: 'Trekke tilbake lenken?' });
    await question.getByRole('button', { name: 'Trekk tilbake' }).click();
    await expect(question).toBeHidden();
  }

  /** Takes one person away from the table, in the open invitation. */
  async remove(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Fjern ${name}` }).click();
    const question = this.page.getByRole('dialog', { name: `Fjerne ${name} fra duken?` });
    await question.getByRole('button', { name: 'Fjern', exact: true }).click();
    await expect(question).toBeHidden();
  }

  /** Closes the dialog that is open. */
  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
}
