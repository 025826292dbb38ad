import type { Result } from '@duken/shared/result';
import type { RenderFailure } from './renderer.ts';

export type MadeFile = Result<Uint8Array, RenderFailure>;

/** Bytes of files that are kept: some two hundred plans. */
const usualMaxBytes = 64 * 1024 * 1024;

/**
 * Files that were made of versions, which never change: after a meeting the same few are asked for by everybody. What is asked
 * for twice at once is made once; of what was made, the files that were longest not asked for go first.
 */
export class MadeFiles {
  readonly #maxBytes: number;
  readonly #kept = new Map<string, Uint8Array>();
  readonly #underWay = new Map<string, Promise<MadeFile>>();
  #bytes = 0;

  constructor(maxBytes: number = usualMaxBytes) {
    this.#maxBytes = maxBytes;
  }

  /** @param key names the version's very bytes and the format */
  async get(key: string, make: () => Promise<MadeFile>): Promise<MadeFile> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return { ok: true, value: kept };
    }
    const underWay = this.#underWay.get(key) ?? this.#make(key, make);
    return underWay;
  }

  #make(key: string, make: () => Promise<MadeFile>): Promise<MadeFile> {
    const making = make()
      .then((made) => {
        if (made.ok) this.#keep(key, made.value);
        return made;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, making);
    return making;
  }

  #keep(key: string, file: Uint8Array): void {
    this.#kept.set(key, file);
    this.#bytes += file.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
