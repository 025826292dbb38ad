import type * as Y from 'yjs';
import { failed, type Result } from '../result.ts';
import { type Layouts, templates } from '../template/index.ts';
import { type BoardDocument, type OpenFailure, openBoardDocument, openFailureOf } from './boardDocument.ts';

/** A command of a duk, for whoever has its document and does not know what one is. */
export function onBoard<Value, Failure>(
  command: (board: BoardDocument) => Result<Value, Failure>,
  layouts?: Layouts,
): (doc: Y.Doc) => Result<Value, Failure | OpenFailure> {
  return (doc) => {
    const failure = openFailureOf(doc);
    return failure ? failed(failure) : command(openBoardDocument(doc, templates.lorenskog, layouts));
  };
}
