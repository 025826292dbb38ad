/** Line icons as path data on a 24 × 24 grid, drawn as the themes' own. A word always stands beside them. */
export const minPlanIcons = {
  /** A star. */
  dream: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
  /** A sheet with a tick. */
  mine: 'M5 4h14v16H5zM8.5 12l2.5 2.5 4.5-5',
  /** Two people. */
  others:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M16 11a2.5 2.5 0 1 0-1-4.8M17 14c2.2.4 3.5 2.2 3.5 5',
  /** A calendar. */
  next: 'M4 6h16v14H4zM4 10h16M8 3.5v4M16 3.5v4',
  /** A telephone. */
  ring: 'M6 4h3l1.5 4.5L8.5 10a12 12 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
} as const;
