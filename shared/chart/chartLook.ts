/**
 * The colours of charts. What they tell is told by form and words too: solid and dashed, filled and empty, so that grey
 * paper loses nothing.
 */
export interface ChartLook {
  readonly sheet: string;
  readonly ink: string;
  readonly muted: string;
  /** Lines that only help the eye. */
  readonly line: string;
  /** The first thing shown, and the second beside it. */
  readonly first: string;
  readonly second: string;
  /** A soft wash behind, and the next one. */
  readonly wash: readonly [string, string];
  /** Whose: the services', the volunteers', the family's and one's own. Papers of the sheet, with `paperInk` on them. */
  readonly papers: Readonly<Record<'service' | 'volunteer' | 'family' | 'own', string>>;
  readonly paperInk: string;
}

/** As on paper, and in a PDF. */
export const paperChart: ChartLook = {
  sheet: '#fffcf5',
  ink: '#22302f',
  muted: '#5f543f',
  line: '#ddd2bf',
  first: '#1f5c56',
  second: '#9a4a22',
  wash: ['#f7f1e4', '#efe7d6'],
  papers: { service: '#d3e5f6', volunteer: '#d6ecc6', family: '#ffd7c2', own: '#ffeaa6' },
  paperInk: '#22302f',
};
