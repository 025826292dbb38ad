import * as Y from 'yjs';
import type { ParticipantId, Role, Voice, Writer } from '../access/index.ts';
import type { DocumentBefore } from './boardPlaces.ts';
import { BoardJudge, type BoardRule } from './boardRules.ts';
import { mayForget } from './noteFacts.ts';

/** Small builders for the tests of the rules. */
export function writer(participantId: string, change: Partial<Writer> = {}): Writer {
  return {
    participantId: participantId as ParticipantId,
    seats: new Set([participantId as ParticipantId]),
    role: 'editor' satisfies Role,
    voices: new Set<Voice>(['citizen', 'family', 'network', 'service']),
    helpers: new Set(),
    hasHelped: false,
    ...change,
  };
}

function viewOn(doc: Y.Doc): DocumentBefore {
  return {
    clockOf: (client) => Y.getState(doc.store, client),
    partAt(client, clock) {
      const parts = doc.store.clients.get(client) ?? [];
      return parts[Y.findIndexSS(parts, clock)] as Y.Item | Y.GC;
    },
    root: (name) => doc.share.get(name) as Y.AbstractType<unknown> | undefined,
  };
}

/** What the relay does with the rules, without sockets and disk: what is plainly new waits for the end of its batch. */
export class JudgedServer {
  readonly doc = new Y.Doc({ gcFilter: mayForget });
  readonly judge = new BoardJudge(viewOn(this.doc));
  readonly #journal: Uint8Array[];
  #had = 0;
  #waiting: Uint8Array[] = [];
  readonly #clocks = new Map<number, number>();

  /** @param journal what all servers have accepted, in order */
  constructor(journal: Uint8Array[]) {
    this.#journal = journal;
    this.readOn();
  }

  /** Takes an update from a socket. A rule that seems broken is asked for again once the journal has been read on. */
  take(by: Writer, update: Uint8Array): BoardRule | undefined {
    const rule = this.#judge(by, update);
    if (!rule || !this.readOn()) return rule;
    return this.#judge(by, update);
  }

  #judge(by: Writer, update: Uint8Array): BoardRule | undefined {
    const change = Y.decodeUpdate(update);
    const broken = this.judge.judge(by, change);
    if (broken) return broken.rule;
    const [first] = change.structs;
    const isPlain = first && update[0] === 1 && first.id.clock === this.#clockOf(first.id.client);
    const last = change.structs.at(-1);
    if (isPlain && last) {
      this.#waiting.push(update);
      this.#clocks.set(last.id.client, last.id.clock + last.length);
    } else {
      this.workIn();
      Y.applyUpdate(this.doc, update);
      this.judge.forget();
    }
    if (this.#had === this.#journal.length) this.#had += 1;
    else this.#own.add(update);
    this.#journal.push(update);
    return undefined;
  }
  readonly #own = new Set<Uint8Array>();

  #clockOf(client: number): number {
    return this.#clocks.get(client) ?? Y.getState(this.doc.store, client);
  }

  /** The end of a batch. */
  workIn(): void {
    for (const update of this.#waiting.splice(0)) Y.applyUpdate(this.doc, update);
    this.#clocks.clear();
    this.judge.forget();
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('Something waits for missing parts');
  }

  /** Takes what other servers have accepted. @returns whether there was any */
  readOn(): boolean {
    this.workIn();
    const found = this.#journal.slice(this.#had).filter((update) => !this.#own.has(update));
    this.#had = this.#journal.length;
    for (const update of found) Y.applyUpdate(this.doc, update);
    this.judge.forget();
    return found.length > 0;
  }
}
