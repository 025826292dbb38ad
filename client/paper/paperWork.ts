import type { PaperDuk, PaperFailure, PaperReading, PaperSheet } from '@duken/shared/paper';
import type { Result } from '@duken/shared/result';

/** What the worker is asked: one photograph, and what it should be of. */
export interface PaperWork {
  readonly photo: Blob;
  readonly sheet: PaperSheet;
  readonly duk: PaperDuk;
}

export type PhotoFailure =
  | PaperFailure
  /** No picture that this browser can open. */
  | { readonly kind: 'notPicture' }
  /** The browser lacks what it takes. */
  | { readonly kind: 'browser' }
  /** The worker came to an end before it had an answer, as where there is not memory enough. */
  | { readonly kind: 'stopped' };

export type PaperAnswer = Result<PaperReading, PhotoFailure>;
