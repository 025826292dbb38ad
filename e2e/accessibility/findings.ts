import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on a page that would stop or seriously hinder somebody.
 *
 * @param rules only these; all when none are named
 * @returns one line for each finding: the rule, what is wrong, and where; empty when all is well
 */
export async function seriousFindings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // We have no frames of other sites, for which the library would open a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
}
