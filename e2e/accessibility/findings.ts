import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What axe finds on a page that would stop or seriously hinder somebody.
 *
 * @param rules only these; all when none are named
 * @returns one line for each finding: the rule, what is wrong, and where; empty when all is well
 */
export async function seriousFindings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Once for each page, and not at each look: reading it in costs as much as looking.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (values) => {
      if (!window.axe) throw new Error('axe is not in the page');
      // We have no frames of other sites.
      const only = values.length === 0 ? {} : { runOnly: { type: 'rule', values } as const };
      return (await window.axe.run(document, { resultTypes: ['violations'], iframes: false, ...only })).violations;
    },
    [...rules],
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
}
