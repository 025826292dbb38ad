import { sheet } from './sheet.ts';

/** So far the sheet's own words: headings, themes and dates. Everything else is said in bokmål. */
export const se = { sheet };
