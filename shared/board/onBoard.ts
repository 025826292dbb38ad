import type * as Y from 'yjs';
import { failed, type Result } from '../result.ts';
import { type Layouts, templates } from '../template/index.ts';
import {
  type BoardDocument,
  isLayoutMissing,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
} from './boardDocument.ts';

/**
 * A command of a duk, for whoever has its document and does not know what one is.
 *
 * @param layouts all that there are here: a duk whose layout is not among them is for reading
 */
export function onBoard<Value, Failure>(
  command: (board: BoardDocument) => Result<Value, Failure>,
  layouts: Layouts,
): (doc: Y.Doc) => Result<Value, Failure | OpenFailure | { readonly kind: 'layoutMissing' }> {
  return (doc) => {
    const failure = openFailureOf(doc);
    if (!failure && isLayoutMissing(doc, layouts)) return failed({ kind: 'layoutMissing' });
    return failure ? failed(failure) : command(openBoardDocument(doc, templates.lorenskog, layouts));
  };
}
