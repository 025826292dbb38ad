/** A point or a size. In CSS pixels from the stage's corner where it is on screen, in sheet units where it is on the sheet. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What part of the sheet is seen: a sheet point p stands at `x + p.x * scale`, `y + p.y * scale` on screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** 3 %: a sheet with a thousand notes still fits. 400 %: a word fills a phone. */
const minScale = 0.03;
const maxScale = 4;

export function toSheet(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale };
}

export function toScreen(view: View, point: Point): Point {
  return { x: view.x + point.x * view.scale, y: view.y + point.y * view.scale };
}

/** Zooms so that what is under the pointer stays there. */
export function zoomAround(view: View, pointer: Point, factor: number): View {
  const scale = Math.min(maxScale, Math.max(minScale, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: pointer.x - (pointer.x - view.x) * ratio, y: pointer.y - (pointer.y - view.y) * ratio };
}

/** Room kept free of bars, in CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Shows all of an area, as large as it fits, in the middle of what the bars leave free. */
export function fitArea(area: Rect, stage: { width: number; height: number }, insets: Insets, largest = 1): View {
  const width = Math.max(1, stage.width - insets.left - insets.right);
  const height = Math.max(1, stage.height - insets.top - insets.bottom);
  const scale = Math.max(minScale, Math.min(largest, width / area.width, height / area.height));
  return {
    scale,
    x: insets.left + (width - area.width * scale) / 2 - area.x * scale,
    y: insets.top + (height - area.height * scale) / 2 - area.y * scale,
  };
}

/** From this width on a screen is one that several people have their hands on: wider than a tablet. In CSS pixels. */
const sharedStage = 1280;

/** Whether what touches a stage may be the hands of several people. */
export function isSharedStage({ width }: { readonly width: number }): boolean {
  return width >= sharedStage;
}

/** From this width on a stage starts with the whole sheet's: the way to the dream is in sight. In CSS pixels. */
const wideStage = 1000;
/** A narrower one starts with as many columns as can be read at this zoom: words of some 9 CSS pixels. */
const readingScale = 0.55;

/** Shows an area's width from its top: how one starts. On a narrow stage, where that could not be read, only its start. */
export function fitWidth(area: Rect, stage: { readonly width: number; readonly height: number }, insets: Insets): View {
  const width = Math.max(1, stage.width - insets.left - insets.right);
  const least = stage.width >= wideStage ? minScale : readingScale;
  const scale = Math.max(least, Math.min(1, width / area.width));
  const beside = Math.max(0, width - area.width * scale) / 2;
  return { scale, x: insets.left + beside - area.x * scale, y: insets.top - area.y * scale };
}

/** All of an area; its width, where all of it is seen already. So one press goes to the overview, and the next back to reading. */
export function fitInTurn(now: View, area: Rect, stage: { width: number; height: number }, insets: Insets): View {
  return isAllSeen(now, area, stage, insets) ? fitWidth(area, stage, insets) : fitArea(area, stage, insets);
}

/** Whether a view is that of all of an area. */
export function isAllSeen(now: View, area: Rect, stage: { width: number; height: number }, insets: Insets): boolean {
  const all = fitArea(area, stage, insets);
  return Math.abs(all.x - now.x) < 1 && Math.abs(all.y - now.y) < 1 && Math.abs(all.scale / now.scale - 1) < 0.01;
}

/** Moves the view as little as is needed to have an area inside what the bars leave free. */
export function reveal(view: View, area: Rect, stage: { width: number; height: number }, insets: Insets): View {
  const corner = toScreen(view, area);
  const width = area.width * view.scale;
  const height = area.height * view.scale;
  const right = stage.width - insets.right;
  const bottom = stage.height - insets.bottom;
  let { x, y } = view;
  if (corner.x + width > right) x -= corner.x + width - right;
  if (corner.x + x - view.x < insets.left) x += insets.left - (corner.x + x - view.x);
  if (corner.y + height > bottom) y -= corner.y + height - bottom;
  if (corner.y + y - view.y < insets.top) y += insets.top - (corner.y + y - view.y);
  return { x, y, scale: view.scale };
}

/** Keeps at least this much of the sheet on screen, in CSS pixels, so that nobody is ever lost. */
const keptInSight = 120;

/** Holds the sheet where it can be seen. */
export function keepInSight(
  view: View,
  sheet: { width: number; height: number },
  stage: { width: number; height: number },
): View {
  const clamp = (value: number, length: number, room: number): number =>
    Math.min(room - keptInSight, Math.max(keptInSight - length * view.scale, value));
  return {
    scale: view.scale,
    x: clamp(view.x, sheet.width, stage.width),
    y: clamp(view.y, sheet.height, stage.height),
  };
}

/** How long a jump of the view takes, in ms (look.md, "Calm motion"). */
const glideMs = 200;

/**
 * The view as it is now, and those who follow it. Kept outside React, so that panning draws a frame and renders nothing.
 */
export class Viewport {
  #view: View = { x: 0, y: 0, scale: 1 };
  #stage = { width: 0, height: 0 };
  #frame: number | undefined;
  #target: View | undefined;
  readonly #listeners = new Set<() => void>();

  readonly view = (): View => this.#view;
  /** Where the view comes to rest: where it is now, or the end of the glide it is on. */
  readonly target = (): View => this.#target ?? this.#view;
  readonly stage = (): { readonly width: number; readonly height: number } => this.#stage;

  /** The zoom in whole percent, for those who show it. */
  readonly percent = (): number => Math.round(this.#view.scale * 100);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(view: View): void {
    this.stop();
    this.#become(view);
  }

  resize(width: number, height: number): void {
    this.#stage = { width, height };
    this.#tell();
  }

  /** Moves to a view calmly; at once for those who want no motion. */
  glideTo(target: View): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#become(target);
      return;
    }
    const from = this.#view;
    this.#target = target;
    const start = performance.now();
    const step = (now: number): void => {
      const share = ease(Math.min(1, Math.max(0, (now - start) / glideMs)));
      this.#become({
        x: from.x + (target.x - from.x) * share,
        y: from.y + (target.y - from.y) * share,
        scale: from.scale + (target.scale - from.scale) * share,
      });
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.stop();
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#target = undefined;
  }

  #become(view: View): void {
    this.#view = view;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Starts briskly and comes to rest: a cubic ease-out. */
export function ease(share: number): number {
  return 1 - (1 - share) ** 3;
}
