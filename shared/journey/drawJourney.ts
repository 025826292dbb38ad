import { scaleBand, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { type PhaseId, phaseIds } from '../board/index.ts';
import { type ChartLook, type Mark, mark, type Picture, paperChart } from '../chart/index.ts';
import { breakLines, textWidth } from '../sheet/index.ts';
import { type JourneyMeeting, movesOf, type Steps, type Strand } from './journeyOverTime.ts';

export interface JourneyWords {
  /** What the four steps are called, in staff's words or kinder ones. */
  readonly phases: Readonly<Record<PhaseId, string>>;
  readonly table: string;
  readonly citizen: string;
  /** The day of each meeting as it stands below the picture, short. */
  readonly days: readonly string[];
  /** The whole in words. */
  readonly alt: string;
}

/** All that one staircase is drawn from, as values: a letter carries it, so that a page can draw it in its own colours and width. */
export interface StaircaseToDraw {
  readonly meetings: readonly JourneyMeeting[];
  readonly strand: Strand;
  readonly words: JourneyWords;
}

const fontSize = 13;
const margin = { side: 26, top: 6, legend: 26, days: 26 };
/** The two views run beside each other, so that both are seen where they agree. */
const apart = 6;

/**
 * The staircase of one part of life, from meeting to meeting. A step down looks as a step up does. Where nothing was said the line is
 * broken, and nothing is guessed.
 *
 * @param width pixels; at least 200
 * @param bandHeight pixels that each of the four steps is high
 */
export function drawJourney(
  { meetings, strand, words }: StaircaseToDraw,
  { width, bandHeight = 52, look = paperChart }: { width: number; bandHeight?: number; look?: ChartLook },
): Picture {
  const legendRows = width < legendWidth(words) ? 2 : 1;
  const top = margin.top + (strand.citizen ? legendRows * margin.legend : 0);
  const floor = top + 4 * bandHeight;
  const level = scaleBand<PhaseId>(phaseIds.toReversed(), [top, floor]);
  const days = meetings.map(({ date }) => Date.parse(date));
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  // One meeting alone stands in the middle.
  const lonely = first === last ? 86_400_000 : 0;
  const left = margin.side + labelRoom(words, width);
  const right = width - margin.side - 18;
  const place = scaleUtc([first - lonely, last + lonely], [left, right]);

  const views: readonly View[] = [
    { steps: strand.table, name: words.table, colour: look.first, shape: 'round', shift: strand.citizen ? -apart : 0 },
    ...(strand.citizen
      ? [{ steps: strand.citizen, name: words.citizen, colour: look.second, shape: 'square', shift: apart } as const]
      : []),
  ];
  const middle = (phase: PhaseId, { shift }: View): number => (level(phase) ?? 0) + bandHeight / 2 + shift;
  const xOf = (at: number, { shift }: View): number => place(days[at] ?? first) + shift;

  return {
    width,
    height: floor + margin.days,
    alt: words.alt,
    marks: [
      ...(strand.citizen ? legend(views, look) : []),
      ...phaseIds.flatMap((phase, index) => bandMarks(phase, index, level(phase) ?? 0)),
      ...dayMarks(),
      ...views.flatMap(viewMarks),
    ],
  };

  function bandMarks(phase: PhaseId, index: number, y: number): readonly Mark[] {
    const lines = breakLines(words.phases[phase], labelRoom(words, width), font);
    const firstLine = y + bandHeight / 2 - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.36;
    return [
      mark('rect', {
        x: 1,
        y: y + 1,
        width: width - 2,
        height: bandHeight - 2,
        rx: 6,
        fill: look.wash[index % 2 ? 1 : 0],
      }),
      ...lines.map(({ text }, row) =>
        mark('text', { x: 12, y: firstLine + row * lineHeight, 'font-size': fontSize, fill: look.ink }, text),
      ),
    ];
  }

  /** Below the picture, as many as there is room for: the newest always, then the first, so that it is seen how long it took. */
  function dayMarks(): readonly Mark[] {
    const labels = days.map((day, at) => {
      const text = words.days[at] ?? '';
      const room = textWidth(text, font) / 2;
      const x = Math.min(Math.max(place(day), room + 2), width - room - 2);
      return { text, x, from: x - room, to: x + room };
    });
    const [newest, ...others] = labels.toReversed();
    const shown: (typeof labels)[number][] = [];
    for (const label of [newest, others.pop(), ...others])
      if (label && shown.every(({ from, to }) => label.to + 8 <= from || to + 8 <= label.from)) shown.push(label);
    return [
      ...days.map((day) =>
        mark('line', { x1: place(day), x2: place(day), y1: top, y2: floor + 5, stroke: look.line, 'stroke-width': 1 }),
      ),
      ...shown.map(({ text, x }) =>
        mark('text', { x, y: floor + 19, 'font-size': fontSize, 'text-anchor': 'middle', fill: look.muted }, text),
      ),
    ];
  }

  function viewMarks(view: View): readonly Mark[] {
    const { steps, colour } = view;
    const points = steps.map((phase, at) => ({ phase, at }));
    const path = line<(typeof points)[number]>()
      .curve(curveStepAfter)
      .defined(({ phase }) => phase !== null)
      .x(({ at }) => xOf(at, view))
      .y(({ phase }) => (phase ? middle(phase, view) : 0))(points);
    const end = points.at(-1);
    const moves = movesOf(steps);
    return [
      mark('path', { d: path ?? '', ...strokeOf(view) }),
      // The last step is seen to be stood on.
      ...(end?.phase
        ? [mark('path', { d: `M${xOf(end.at, view)} ${middle(end.phase, view)}h20`, ...strokeOf(view) })]
        : []),
      ...points.flatMap(({ phase, at }) => {
        const before = points[at - 1]?.phase;
        if (!phase || !before || !moves[at]) return [];
        return [arrow(xOf(at, view), (middle(phase, view) + middle(before, view)) / 2, (moves[at] ?? 0) > 0, colour)];
      }),
      ...points.flatMap(({ phase, at }) => (phase ? [point(view, xOf(at, view), middle(phase, view))] : [])),
    ];
  }

  function point({ shape, colour }: View, x: number, y: number): Mark {
    const look2 = { fill: colour, stroke: look.sheet, 'stroke-width': 2 };
    return shape === 'round'
      ? mark('circle', { cx: x, cy: y, r: 6.5, ...look2 })
      : mark('rect', { x: x - 6, y: y - 6, width: 12, height: 12, ...look2 });
  }

  function legend(shown: readonly View[], { ink }: ChartLook): readonly Mark[] {
    return shown.flatMap((view, at) => {
      const x = 8 + (legendRows === 1 && at > 0 ? legendEntry(words.table) : 0);
      const y = 14 + (legendRows === 2 ? at * margin.legend : 0);
      return [
        mark('path', { d: `M${x} ${y}h28`, ...strokeOf(view) }),
        point(view, x + 14, y),
        mark('text', { x: x + 36, y: y + 4.5, 'font-size': fontSize, fill: ink }, view.name),
      ];
    });
  }
}

interface View {
  readonly steps: Steps;
  readonly name: string;
  readonly colour: string;
  readonly shape: 'round' | 'square';
  readonly shift: number;
}

const font = { size: fontSize, weight: 'regular' } as const;
const lineHeight = fontSize * 1.25;

/** Pixels that the legend takes in one row. */
function legendWidth({ table, citizen }: JourneyWords): number {
  return 8 + legendEntry(table) + legendEntry(citizen);
}

function legendEntry(name: string): number {
  return 36 + textWidth(name, font) + 22;
}

function labelRoom(words: JourneyWords, width: number): number {
  const widest = Math.max(...Object.values(words.phases).map((name) => textWidth(name, font)));
  return Math.min(widest + 4, width * 0.3);
}

function strokeOf({ colour, shape }: View): Mark['attributes'] {
  return {
    fill: 'none',
    stroke: colour,
    'stroke-width': 3.5,
    'stroke-linejoin': 'round',
    ...(shape === 'square' ? { 'stroke-dasharray': '7 5' } : {}),
  };
}

/** On the riser between two steps, alike for both ways. */
function arrow(x: number, y: number, isUp: boolean, colour: string): Mark {
  const tip = isUp ? -1 : 1;
  return mark('path', { d: `M${x - 7} ${y - 5 * tip}h14L${x} ${y + 7 * tip}z`, fill: colour });
}
