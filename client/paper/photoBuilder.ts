import { type FoundPaper, markIdOf, type PaperCode, type PaperSheet, type Pixels } from '@duken/shared/paper';
import aruco from 'js-aruco2';

/** A paper that somebody stuck on a sheet, or writing on the sheet itself where it has no colour. Paper units. */
export interface StuckPaper extends Pick<FoundPaper, 'middle' | 'width' | 'height' | 'turned'> {
  readonly colour?: Rgb;
  readonly ink: Rgb;
  /** How many lines of writing. */
  readonly lines: number;
}

export type Rgb = readonly [number, number, number];

/** How a photograph was taken. */
export interface Camera {
  readonly width: number;
  readonly height: number;
  /** Degrees: away from the table's upright, and about the way that one looks. */
  readonly tilt: number;
  readonly turn: number;
  /** Share of the photograph's width that the sheet takes. */
  readonly fills: number;
  /** How far to the right of the middle the sheet lies, as a share of the photograph's width. */
  readonly aside: number;
  /** How far the paper is bent out of its plane, in paper units. */
  readonly crumple: number;
  /** Light at the darkest corner, of that at the brightest. */
  readonly shade: number;
  /** Light on the whole, of what would be just right. */
  readonly light: number;
  /** Of 255, one standard deviation. */
  readonly noise: number;
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wood: Rgb = [122, 92, 64];
/** Lamps are a little yellow. */
const lamp: Rgb = [1, 0.97, 0.9];

/** Pixels of the drawn sheet for each paper unit. */
const fine = 2;

const white: Rgb = [252, 251, 248];
const grey: Rgb = [216, 210, 198];
const black: Rgb = [28, 28, 30];

/** A printed sheet with papers on it, seen from straight above. */
export function drawnSheet(
  sheet: PaperSheet,
  code: PaperCode,
  papers: readonly StuckPaper[],
  random: () => number,
): Pixels {
  const width = sheet.width * fine;
  const height = sheet.height * fine;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const put = (x: number, y: number, [red, green, blue]: Rgb): void => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = 4 * (y * width + x);
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
  };
  const box = (x: number, y: number, w: number, h: number, colour: Rgb): void => {
    for (let row = Math.round(y * fine); row < Math.round((y + h) * fine); row++)
      for (let column = Math.round(x * fine); column < Math.round((x + w) * fine); column++) put(column, row, colour);
  };
  box(0, 0, sheet.width, sheet.height, white);
  for (const { x, y, width: w, height: h } of sheet.cells) {
    box(x, y, w, h, grey);
    box(x + 1, y + 1, w - 2, h - 2, white);
  }
  // Words of the print, as dark as words are.
  for (const { x, y, width: w, text } of [...sheet.headings, ...sheet.labels])
    for (let letter = 0; letter < text.length; letter++)
      box(x + 6 + ((letter * 7) % (w - 14)), y + 8 + 12 * Math.floor((letter * 7) / (w - 14)), 3, 8, black);
  const { codeList } = new aruco.AR.Dictionary('ARUCO_MIP_36h12');
  for (const mark of sheet.marks) {
    box(mark.x, mark.y, mark.width, mark.height, black);
    const square = mark.width / 8;
    [...(codeList[markIdOf(mark, code)] ?? [])].forEach((bit, at) => {
      if (bit === '1')
        box(mark.x + ((at % 6) + 1) * square, mark.y + (Math.floor(at / 6) + 1) * square, square, square, white);
    });
  }
  for (const paper of papers) {
    const [cos, sin] = [Math.cos((paper.turned * Math.PI) / 180), Math.sin((paper.turned * Math.PI) / 180)];
    const on = (along: number, down: number): readonly [number, number] => [
      Math.round((paper.middle.x + along * cos - down * sin) * fine),
      Math.round((paper.middle.y + along * sin + down * cos) * fine),
    ];
    if (paper.colour)
      for (let down = -paper.height / 2; down < paper.height / 2; down += 0.3)
        for (let along = -paper.width / 2; along < paper.width / 2; along += 0.3) put(...on(along, down), paper.colour);
    write(
      paper,
      (along, down) => {
        const [x, y] = on(along, down);
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) put(x + dx, y + dy, paper.ink);
      },
      random,
    );
  }
  return { width, height, data };
}

/** Loops that run along lines, as a hand does. */
function write(
  { width, height, lines }: StuckPaper,
  pen: (along: number, down: number) => void,
  random: () => number,
): void {
  const size = Math.min(7, height / (2.6 * Math.max(1, lines)));
  for (let line = 0; line < lines; line++) {
    const base = -height / 2 + (height * (line + 1)) / (lines + 1);
    const end = width / 2 - 8 - random() * width * 0.2;
    let phase = random() * 6;
    for (let along = -width / 2 + 8; along < end; along += 0.08) {
      phase += 0.08 / (size * 0.42) + random() * 0.004;
      pen(along + Math.sin(phase) * size * 0.5, base + Math.cos(phase * 1.03) * size);
    }
  }
}

/** A photograph of a sheet that lies on a wooden table. */
export function photographOf(drawn: Pixels, camera: Camera, random: () => number): Pixels {
  const { width, height, tilt, turn, fills } = camera;
  const data = new Uint8ClampedArray(width * height * 4);
  const sheetWidth = drawn.width / fine;
  const sheetHeight = drawn.height / fine;
  const [lean, roll] = [(tilt * Math.PI) / 180, (turn * Math.PI) / 180];
  // A pinhole: how far off the camera is, in sheet widths, decides how much nearer edges grow.
  const distance = 1.5 * sheetWidth;
  const focal = (fills * width * distance) / sheetWidth;
  const waves = Array.from({ length: 4 }, () => ({
    x: (random() - 0.5) / 90,
    y: (random() - 0.5) / 90,
    phase: random() * 6,
    towards: random() * 6,
  }));
  const grains = Float32Array.from({ length: 65536 }, () => (random() + random() + random() - 1.5) * 2 * camera.noise);
  const [cosRoll, sinRoll, cosLean, sinLean] = [Math.cos(roll), Math.sin(roll), Math.cos(lean), Math.sin(lean)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const px = x - width * (0.5 + camera.aside);
      const py = y - height / 2;
      const rx = (px * cosRoll + py * sinRoll) / focal;
      const ry = (py * cosRoll - px * sinRoll) / focal;
      // Where the line of sight meets the leaning plane.
      const depth = distance / (1 - (ry * sinLean) / cosLean);
      let sheetX = rx * depth + sheetWidth / 2;
      let sheetY = (ry * depth) / cosLean + sheetHeight / 2;
      for (const wave of camera.crumple > 0 ? waves : []) {
        const push = Math.sin(sheetX * wave.x + sheetY * wave.y + wave.phase) * (camera.crumple / 2);
        sheetX += push * Math.cos(wave.towards);
        sheetY += push * Math.sin(wave.towards);
      }
      const sourceX = sheetX * fine;
      const sourceY = sheetY * fine;
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const isOff = left < 0 || top < 0 || left + 1 >= drawn.width || top + 1 >= drawn.height;
      const shade = 1 - (1 - camera.shade) * (0.5 * (x / width) + 0.5 * (y / height));
      const to = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel++) {
        let value = wood[channel] as number;
        if (!isOff) {
          const from = 4 * (top * drawn.width + left) + channel;
          const shareX = sourceX - left;
          const shareY = sourceY - top;
          value =
            ((drawn.data[from] as number) * (1 - shareX) + (drawn.data[from + 4] as number) * shareX) * (1 - shareY) +
            ((drawn.data[from + 4 * drawn.width] as number) * (1 - shareX) +
              (drawn.data[from + 4 * drawn.width + 4] as number) * shareX) *
              shareY;
        }
        const grain = grains[(x * 31 + y * 1009 + channel * 353 + Math.imul(x, y)) & 65535] as number;
        data[to + channel] = value * shade * camera.light * (lamp[channel] as number) + grain;
      }
      data[to + 3] = 255;
    }
  return { width, height, data };
}
