import { expect, type Locator, type Page } from '@playwright/test';

/** The duk as headings and lists, as eyes, thumbs and ears meet it. */
export class DukList {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Visninger' }).getByRole('link', { name: 'Liste' }).click();
    await expect(this.page).toHaveURL(/vis=liste/);
  }

  /** The box that asks what one wants to lay on the duk. */
  get box(): Locator {
    return this.page.getByRole('textbox', { name: 'Hva vil du legge på duken?' });
  }

  /** What somebody hears when others have changed something. */
  get news(): Locator {
    return this.page.getByTestId('news');
  }

  /** Lays a note by thumb. */
  async lay(text: string, theme: string, column: string): Promise<void> {
    await this.box.fill(text);
    await this.choice('Hvor på duken?', column).check();
    await this.choice('Hvilket tema?', theme).check();
    await this.page.getByRole('button', { name: 'Legg på duken' }).click();
    await expect(this.box).toHaveValue('');
  }

  choice(question: string, answer: string): Locator {
    return this.page.getByRole('group', { name: question }).getByRole('radio', { name: answer });
  }

  /** Everything under the heading of a theme. */
  theme(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The notes of a theme, in the order they are read. */
  async textsIn(theme: string): Promise<string[]> {
    return this.theme(theme).locator('li[data-note] > p[dir]').allTextContents();
  }

  note(words: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: words });
  }

  /** Goes with Tab to what has this name, as one does who has no pointer. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    await expect(async () => {
      await this.page.keyboard.press('Tab');
      await expect(control).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  }
}
