import * as Y from 'yjs';
import { type BoardDocument, ownChange } from './boardDocument.ts';
import { mustLast } from './boardPlaces.ts';

/** Typing that comes within this, in ms, of what was typed before is one step with it: a breath. */
const breathMs = 700;

/**
 * Takes back one's own changes, step by step. What a note or the head of the sheet never lacks is put back to what it was,
 * or stays: when somebody else has set it at the same moment, Yjs would remove one's own value and put nothing there, and
 * the note would be gone from everybody's sight.
 */
export function openUndo(board: BoardDocument): Y.UndoManager {
  const { duk, notes, strokes, journey } = board;
  return new Y.UndoManager([duk, notes, strokes, journey], {
    trackedOrigins: new Set([ownChange]),
    captureTimeout: breathMs,
    deleteFilter: ({ parent, parentSub }) => {
      if (parentSub === null) return true;
      const kind = parent === duk ? 'duk' : parent instanceof Y.Map && parent.parent === notes ? 'note' : undefined;
      // Others' votes lie in a note's votes too.
      return kind === undefined || !(mustLast(kind, parentSub) || parentSub === 'votes');
    },
  });
}
