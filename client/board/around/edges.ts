/** The edges of a table, clockwise from where the page's top lies. */
export const edges = ['top', 'right', 'bottom', 'left'] as const;
export type Edge = (typeof edges)[number];

/** How far something is turned for whoever sits at an edge, in degrees clockwise. */
export const turnFor: Readonly<Record<Edge, number>> = { top: 180, right: -90, bottom: 0, left: 90 };

/** The next edge, clockwise. */
export function nextEdge(edge: Edge): Edge {
  return edges[(edges.indexOf(edge) + 1) % edges.length] ?? edge;
}

/** The edge that a point lies nearest to, which is where whoever put a finger there is likely to sit. */
export function nearestEdge(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
): Edge {
  const far = { bottom: height - y, top: y, left: x, right: width - x };
  return edges.reduce((nearest, edge) => (far[edge] < far[nearest] ? edge : nearest), 'bottom');
}
