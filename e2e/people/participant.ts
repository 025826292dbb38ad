import { expect, type Page } from '@playwright/test';
import { Sheet } from './sheet.ts';

/** Somebody at the table with a browser of their own. Finds everything by role and visible name, as people do. */
export class Participant {
  readonly page: Page;
  readonly name: string;
  readonly sheet: Sheet;

  constructor(page: Page, name: string) {
    this.page = page;
    this.sheet = new Sheet(page);
    this.name = name;
  }

  /** Follows a link somebody sent. */
  async openLink(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** Says who they are, and is let in. Who only reads is not asked whose voice they speak in. */
  async sayWho(voice: 'Innbygger' | 'Barn' | 'Familie og nettverk' | 'Tjeneste' | 'none' = 'Innbygger'): Promise<void> {
    await this.page.getByLabel('Hva heter du?').fill(this.name);
    if (voice !== 'none') await this.page.getByRole('radio', { name: voice }).check();
    await this.page.getByRole('button', { name: 'Bli med' }).click();
    await expect(this.page.getByRole('heading', { name: 'Velkommen til duken' })).toBeHidden();
  }

  /** Makes the note that has the keyboard a tiltak. */
  async agree(action: { readonly owner: string; readonly service?: string; readonly due: string }): Promise<void> {
    await this.page.keyboard.press('t');
    const dialog = this.page.getByRole('dialog', { name: 'Nytt tiltak' });
    await dialog.getByLabel('Hvem gjør det?').fill(action.owner);
    await dialog.getByLabel('Tjeneste').fill(action.service ?? '');
    await dialog.getByLabel('Innen').fill(action.due);
    await dialog.getByRole('button', { name: 'Gjør til tiltak' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens the link they got, and says who they are. */
  async joinBy(link: string, ...who: Parameters<Participant['sayWho']>): Promise<void> {
    await this.openLink(link);
    await this.sayWho(...who);
  }

  /** Opens what stands under *Mer*. */
  async openFromMore(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Mer', exact: true }).click();
    await this.page.locator(':popover-open').getByRole('button', { name, exact: true }).click();
  }
}
