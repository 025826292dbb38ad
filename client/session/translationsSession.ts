import { documentIdOf } from '@duken/shared/access';
import {
  interpretInto,
  type NoteId,
  noTranslations,
  readTranslations,
  type Translation,
  type TranslationFailure,
  type Translations,
  translateNote,
} from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import * as Y from 'yjs';
import { Connection, type ConnectionOptions } from './connection.ts';
import { type KeptDocument, openKept, type PlaceOnDevice } from './keptDocument.ts';
import type { SavedStatus } from './savedStatus.ts';

/**
 * The translations beside a duk: a document and a line of its own, for as long as somebody reads or writes them. What is not
 * on disk yet waits here as it does on the duk.
 */
export class TranslationsSession {
  readonly #doc = new Y.Doc();
  readonly #connection: Connection;
  readonly #onChange: () => void;
  #read: Translations | undefined;
  #state: 'loading' | 'open' | 'ended' = 'loading';
  #onDevice: KeptDocument | undefined;
  #isDestroyed = false;

  constructor(
    {
      boardId,
      onDevice,
      ...options
    }: Pick<ConnectionOptions, 'page' | 'participantId' | 'askServer'> & {
      readonly boardId: Parameters<typeof documentIdOf>[0];
      readonly onDevice?: PlaceOnDevice;
    },
    onChange: () => void,
  ) {
    this.#onChange = onChange;
    const documentId = documentIdOf(boardId, 'translations');
    this.#connection = new Connection(
      { ...options, documentId, doc: this.#doc },
      {
        onChange,
        onSynced: () => this.#become('open'),
        onSaved: () => {
          if (this.waiting() === 0) this.#onDevice?.allSaved();
          onChange();
        },
        onEnded: () => this.#become('ended'),
        onRuleBroken: () => {
          // Sent once more from the device, it would be refused once more.
          void this.#onDevice?.forget();
          this.#become('ended');
        },
      },
    );
    this.#doc.on('update', () => {
      this.#read = undefined;
      onChange();
    });
    void openKept(this.#doc, this.#connection, onDevice?.(documentId), () => this.#isDestroyed).then((kept) => {
      this.#onDevice = kept;
      if (kept?.isThere && this.isLoading) this.#become('open');
    });
  }

  /** Whether all that is written here lies on the device too. */
  isOnDevice(): boolean {
    return this.#onDevice?.keeps === true;
  }

  /** Everything that is translated; nothing until it has come. The same value until something changes. */
  translations(): Translations {
    if (this.#state === 'loading') return noTranslations;
    this.#read ??= readTranslations(this.#doc);
    return this.#read;
  }

  /** Whether the server will not let us back in. */
  get isEnded(): boolean {
    return this.#state === 'ended';
  }

  get isLoading(): boolean {
    return this.#state === 'loading';
  }

  savedStatus(): SavedStatus {
    return this.#connection.savedStatus();
  }

  waiting(): number {
    return this.#connection.waiting();
  }

  /** Says that somebody interprets into a language. */
  interpret(lang: string): Result<void, TranslationFailure> {
    return interpretInto(this.#doc, lang);
  }

  /** Says what a note is in another language. */
  translate(noteId: NoteId, lang: string, translation: Translation): Result<void, TranslationFailure> {
    return translateNote(this.#doc, noteId, lang, translation);
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#onDevice?.end();
    this.#connection.destroy();
    this.#doc.destroy();
  }

  #become(state: 'open' | 'ended'): void {
    this.#state = state;
    this.#onChange();
  }
}
