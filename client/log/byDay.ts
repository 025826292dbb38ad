/** What happened, day by day, in the order it comes in. @param dayOf the day of a moment on the reader's clock */
export function byDay<Line extends { readonly at: number }>(
  lines: readonly Line[],
  dayOf: (moment: Date) => string,
): readonly { readonly day: string; readonly lines: readonly Line[] }[] {
  const days = Map.groupBy(lines, ({ at }) => dayOf(new Date(at)));
  return [...days].map(([day, ofDay]) => ({ day, lines: ofDay }));
}
