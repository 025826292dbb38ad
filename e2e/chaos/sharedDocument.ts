import { Promises } from './promises.ts';
import type { Writer } from './writer.ts';

/** One of a board's documents, those who write in it, and what they have been promised. */
export class SharedDocument {
  /** As the journal knows it. */
  readonly documentId: string;
  readonly promises = new Promises();
  #writers: Writer[] = [];

  constructor(documentId: string) {
    this.documentId = documentId;
  }

  get writers(): readonly Writer[] {
    return this.#writers;
  }

  add(writer: Writer): void {
    this.#writers.push(writer);
  }

  /** What a writer had been promised stays promised. */
  dismiss(writer: Writer): void {
    writer.leave();
    this.collectPromises();
    this.#writers = this.#writers.filter((other) => other !== writer);
  }

  collectPromises(): void {
    this.promises.collect(this.#writers);
  }
}
