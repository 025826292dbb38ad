import type { keys as nb } from '../nb/keys.ts';
import type { TextsLike } from '../textsLike.ts';

export const keys = {
  title: 'Keys on the duk',
  onMac: 'On a Mac ⌘ takes the place of Ctrl.',
  space: 'Space',
  arrows: 'Go between notes and cells',
  write: 'Write on the note, or make one in the cell',
  newNote: 'New note',
  several: 'Choose several notes',
  moveTo: 'Move to …',
  moveOne: 'Move the note by one',
  action: 'Make it an action',
  delete: 'Delete',
  duplicate: 'Make a copy',
  clipboard: 'Copy, cut and paste notes',
  undo: 'Undo',
  search: 'Search the duk',
  zoom: 'Larger and smaller',
  showAll: 'Show all, or the whole width',
  view: 'Change between duk and list',
  letGo: 'Let go of what you have chosen or hold',
} as const satisfies TextsLike<typeof nb>;
