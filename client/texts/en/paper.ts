import type { paper as nb } from '../nb/paper.ts';
import type { TextsLike } from '../textsLike.ts';

export const paper = {
  title: 'Paper and pen',
  notYours: 'Paper is laid on the duk by those who can write on it.',
  about:
    'Print an empty duk, hang it up, and let everybody write on notes. Afterwards you photograph the sheet, and the notes are laid on the duk here.',
  print: 'Print an empty duk',
  printAbout:
    'The colour of a note says whose words it has: yellow for the citizen, orange for a child, green for family and network, blue for services. It stands at the foot of the sheet. No name stands on it.',
  printPicture: 'The sheet as it is printed: columns and themes with empty cells, and marks along the edge',
  printSize: 'Download {size}',
  sizeA1: 'A1, for small notes on the wall',
  sizeA2: 'A2, for notes of half the size',
  sizeA3: 'A3, for writing straight on the sheet',
  photograph: 'Photograph the sheet',
  photographAbout:
    'Take all of the sheet, with the marks along its edge, in good light. It does no harm if it is a little tilted. The photograph is read here in the browser. It is sent nowhere and is not kept.',
  choose: 'Take or choose a photograph',
  reading: 'Reading the photograph …',
  stop: 'Cancel',
  failed_noSheet:
    'No sheet was found in the photograph. Take the marks in all four corners, hold straight above, and try again.',
  failed_dark: 'The photograph is too dark to read. Turn on the light or use the flash, and try again.',
  failed_codeHidden:
    'There is a sheet in the photograph, but the marks at its top and foot are covered or blurred, so it cannot be seen which duk it belongs to. Move what lies over them, and try again.',
  failed_otherDuk:
    'The sheet belongs to another duk, or to another layout of this one. Nothing was read. Open the duk that it was printed from.',
  failed_notPicture: 'The file cannot be read as a picture here. Save it as JPEG or PNG, and try again.',
  failed_browser: 'The browser is too old to read photographs. Use a newer one, or another device.',
  failed_stopped: 'Something went wrong while the photograph was read. Try again, perhaps with a new photograph.',
  notWhole:
    'A part of the sheet is outside the photograph. What is in it stands below. You are welcome to take one more, of the whole sheet.',
  nothingFound: 'The sheet was read, but there are no notes on it.',
  nothingNew: 'The sheet was read. Everything on it stands here or lies on the duk already.',
  foundOne: 'Found 1 note.',
  found: 'Found {count} notes.',
  review: 'Look over the notes',
  reviewAbout:
    'What is unsure comes first. Type what stands on the note, or do it later: the handwriting goes along on the note all the same.',
  sheetPicture: 'The sheet as it was straightened, with a number on each note',
  note: 'Note {number}',
  picture: 'Picture of note {number}',
  doubt_voice: 'Whose words are these?',
  doubt_child:
    'Orange is the child’s colour, and a child’s words are laid by the child, or by whom it lets write for it. If the note is somebody else’s, you choose whose.',
  doubt_cell: 'Does it lie in the right cell?',
  doubt_shape:
    'This may be two notes that lie over each other. Lay them apart and take one more photograph, or write the other one yourself.',
  doubt_blank: 'No writing was found on the note.',
  take: 'Lay on the duk',
  already: 'Lies on the duk already',
  alreadyInBin: 'Lies in the bin already',
  voice: 'Voice',
  chooseVoice: 'Choose',
  cell: 'Cell',
  words: 'What does it say?',
  tooLong: 'That is {count} characters more than a note has room for.',
  wordsHint: 'May be left empty',
  handwritten: '[written by hand]',
  layOne: 'Lay 1 note on the duk',
  lay: 'Lay {count} notes on the duk',
  layNone: 'Lay on the duk',
  noneChosen: 'No notes are chosen.',
  unansweredOne: 'Of 1 note it is not said whose words it has.',
  unanswered: 'Of {count} notes it is not said whose words they have.',
  laidOne: '1 note lies on the duk.',
  laid: '{count} notes lie on the duk.',
  notLaid: 'There was no room for {count}. They still stand here.',
  undo: 'Undo',
  undone: 'The notes lie in the bin, and stand here again.',
  undoKept: 'Somebody has written on one of the notes, so they stay.',
  toDuk: 'To the duk',
} satisfies TextsLike<typeof nb>;
