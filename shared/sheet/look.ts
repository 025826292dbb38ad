import type { ActionStatus, InkColour, NoteVoice } from '../board/index.ts';
import type { ColumnId } from '../template/index.ts';

/** The colours of the sheet (look.md, "Starting tokens"). Text on any of them keeps 7:1 where it is what people wrote. */
export interface SheetLook {
  readonly sheet: string;
  readonly hem: string;
  readonly ink: string;
  readonly muted: string;
  /** On the notes' paper, which stays light when the sheet is dim. */
  readonly noteInk: string;
  readonly noteMuted: string;
  readonly heart: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly theme: string;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly papers: Readonly<Record<NoteVoice, string>>;
  /** The strip of a tiltak, over its paper. */
  readonly strip: string;
  readonly status: Readonly<Record<ActionStatus, { readonly fill: string; readonly text: string }>>;
  readonly strokes: Readonly<Record<InkColour, string>>;
}

export const paperLook: SheetLook = {
  sheet: '#fffcf5',
  hem: '#e3c6b2',
  ink: '#22302f',
  muted: '#5f543f',
  noteInk: '#22302f',
  noteMuted: '#4d4433',
  heart: '#a3263d',
  accent: '#1f5c56',
  onAccent: '#ffffff',
  theme: '#f4ecdc',
  columns: {
    works: '#eaf2e3',
    difficult: '#f8e9e2',
    now: '#e3eff0',
    short: '#e6edf6',
    long: '#e9e9f6',
    dream: '#f1e8f4',
  },
  papers: {
    citizen: '#ffeaa6',
    child: '#ffd7c2',
    family: '#d6ecc6',
    network: '#d6ecc6',
    service: '#d3e5f6',
    round: '#ece5f2',
  },
  strip: '#ffffff99',
  status: {
    agreed: { fill: '#ffffff', text: '#1f5c56' },
    started: { fill: '#1f5c56', text: '#ffffff' },
    done: { fill: '#2c6e3f', text: '#ffffff' },
    stopped: { fill: '#6d624f', text: '#ffffff' },
  },
  strokes: { ink: '#2b3a55', spruce: '#1f5c56', rust: '#a8481f' },
};

/** The same cloth in a dim room: dark washes, and papers a little less bright. */
export const dimLook: SheetLook = {
  ...paperLook,
  sheet: '#232826',
  hem: '#6f5747',
  ink: '#f1ece0',
  muted: '#c1bbab',
  accent: '#9fcdc3',
  onAccent: '#103733',
  theme: '#35312a',
  columns: {
    works: '#2a332a',
    difficult: '#3a2e2a',
    now: '#263437',
    short: '#29313c',
    long: '#2d2d3d',
    dream: '#352c39',
  },
  papers: {
    citizen: '#eed890',
    child: '#efc3ab',
    family: '#c0d8ae',
    network: '#c0d8ae',
    service: '#bad1e6',
    round: '#d5cbe0',
  },
  strokes: { ink: '#a9bce0', spruce: '#86bfb4', rust: '#e89a72' },
};

/** For whoever has asked their device for more contrast: what is faint by day or night is as clear as the words. */
export const paperLookInContrast: SheetLook = {
  ...paperLook,
  hem: '#8f5a38',
  muted: '#40382b',
  noteMuted: paperLook.noteInk,
};
export const dimLookInContrast: SheetLook = {
  ...dimLook,
  hem: '#c99b7d',
  muted: '#e6e0d1',
  noteMuted: dimLook.noteInk,
};

/** A heart, on a 10 × 10 grid: full from whose plan it is, hollow from others. */
export const heartSign = 'M5 9 L1.2 5.1 A2.3 2.3 0 0 1 5 2.3 A2.3 2.3 0 0 1 8.8 5.1 Z';

/** The sign of a voice as SVG path data in a box of 10 × 10: never colour alone. */
export const voiceSigns: Readonly<Record<NoteVoice, string>> = {
  citizen: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  child: 'M5 .6l1.35 2.9 3.15.35-2.35 2.1.65 3.1L5 7.5 2.2 9.05l.65-3.1L.5 3.85l3.15-.35z',
  family: 'M5 .5L9.5 5 5 9.5.5 5z',
  network: 'M5 .5L9.5 5 5 9.5.5 5z',
  service: 'M1.3 1.3h7.4v7.4H1.3z',
  round: 'M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4zM5 3a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
};
