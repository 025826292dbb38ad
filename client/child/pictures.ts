/** A drawing that a child can press: what it is on a 48 × 48 grid, and the sign and word that it becomes on a note. */
export interface ChildPicture {
  readonly id: string;
  /** Strokes, as path data. */
  readonly d: string;
  /** What stands before the word on the note, so that it is a picture there too. */
  readonly sign: string;
}

const face = 'M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM17.5 19.5v1.5M30.5 19.5v1.5';

/** How something feels. Our own drawings. */
export const faces = [
  { id: 'face_happy', sign: '😊', d: `${face}M15 27c2 6 16 6 18 0` },
  { id: 'face_okay', sign: '😐', d: `${face}M16 30h16` },
  { id: 'face_sad', sign: '😢', d: `${face}M16 33c2-5 14-5 16 0M31 24c2 3 2 5 0 5s-2-2 0-5` },
  { id: 'face_angry', sign: '😠', d: `${face}M16 32h16M13 15l6 3M35 15l-6 3` },
  { id: 'face_afraid', sign: '😨', d: `${face}M20 33a4 4 0 1 1 8 0ZM14 15l5-2M34 15l-5-2` },
] as const satisfies readonly ChildPicture[];

/** What it is about. */
export const things = [
  { id: 'pic_home', sign: '🏠', d: 'M7 23 24 8l17 15M12 20v20h24V20M20 40V28h8v12' },
  { id: 'pic_school', sign: '🏫', d: 'M6 40h36M9 40V22h30v18M24 22V7M24 8h10v6H24M15 28h4M29 28h4M21 40v-9h6v9' },
  {
    id: 'pic_friends',
    sign: '🧑‍🤝‍🧑',
    d: 'M15 8a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM33 8a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM15 18v13M33 18v13M15 22l9 4 9-4M15 31l-5 10M15 31l5 10M33 31l-5 10M33 31l5 10',
  },
  {
    id: 'pic_family',
    sign: '👪',
    d: 'M13 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM35 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM24 22a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM6 41V26c0-5 14-5 14-1M42 41V26c0-5-14-5-14-1M18 41v-5c0-5 12-5 12 0v5',
  },
  {
    id: 'pic_ball',
    sign: '⚽',
    d: 'M24 7a17 17 0 1 0 0 34 17 17 0 0 0 0-34ZM24 17l7 5-3 8h-8l-3-8ZM24 7v10M40 20l-9 2M17 22l-9-2M28 30l5 8M20 30l-5 8',
  },
  {
    id: 'pic_animal',
    sign: '🐶',
    d: 'M14 17 9 8v15c0 20 30 20 30 0V8l-5 9c-5-4-15-4-20 0ZM18 23v1.5M30 23v1.5M21 29h6l-3 3ZM24 32v3',
  },
  {
    id: 'pic_food',
    sign: '🍎',
    d: 'M24 15c-6-5-16-2-16 9 0 9 6 17 12 17 2 0 3-1 4-1s2 1 4 1c6 0 12-8 12-17 0-11-10-14-16-9ZM24 15c0-4 2-7 6-8',
  },
  { id: 'pic_sleep', sign: '😴', d: 'M5 12v28M5 34h38M43 40V28c0-4-3-6-7-6H5M10 22v-4h8v4M30 8h7l-7 8h7' },
  { id: 'pic_phone', sign: '📱', d: 'M15 5h18v38H15ZM15 11h18M15 35h18M23 39h2' },
  { id: 'pic_quarrel', sign: '⚡', d: 'M6 9h16v12H14l-5 5v-5H6ZM42 22H26v12h8l5 5v-5h3ZM31 7l-5 7h6l-5 6' },
] as const satisfies readonly ChildPicture[];
