import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { Chance } from './chance.ts';
import { chooseFaults, type Fault, takesServers, type World } from './faults.ts';
import { Installation, type Kind } from './installation.ts';
import type { SharedDocument } from './sharedDocument.ts';
import { areEqual, Table } from './table.ts';
import { until } from './until.ts';

export interface ChaosOptions {
  readonly kind: Kind;
  /** How many servers Redis joins. */
  readonly servers: number;
  /** The same seed chooses the same faults; when exactly they meet what the machine does is its own. */
  readonly seed: number;
  readonly kills: number;
  /** Of the rounds, so many in a hundred begin with a kill for certain. */
  readonly killPercent: number;
  readonly boards: number;
  readonly writersPerBoard: number;
  /** Told what happens, in a line each time. */
  readonly onProgress: (line: string) => void;
}

/** What came of it. */
export interface ChaosFigures {
  readonly seed: number;
  /** How often each fault struck. */
  readonly faults: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly edits: number;
  /** In characters and notes, as Yjs counts them: what was called saved, and what others saw. */
  readonly saved: number;
  readonly seen: number;
  /** Strikes that were called saved. */
  readonly strikes: number;
  readonly seconds: number;
  /** From when all was well again until everything written before was saved, in ms. */
  readonly longestUntilSavedMs: number;
  /** From the last edit until all saw the same, in ms. */
  readonly longestUntilEqualMs: number;
  /** The same while Redis was away, for all or for one of the servers. */
  readonly longestUntilEqualWithoutRedisMs: number;
  /** From the withdrawal of a link until whoever came by it was out, in ms. */
  readonly longestUntilOutMs: number;
}

/** Something that must never happen has. Says what, with the seed and what the servers wrote. */
export class ChaosFailure extends Error {}

/** How often somebody may edit, and how likely each of them does so then: some 5 edits a second, and 50 before a kill. */
const tickMs = 20;
const steadyPercent = 10;
/** How long all write as fast as they can before a fault, in ms, so that it strikes in the midst of commits. */
const burstMs = { least: 50, most: 300 };
/** How long all write on without Redis before they stop and wait to see the same, in ms. */
const whileAwayMs = 200;
/** After how many rounds all stop and look whether they see the same. */
const roundsUntilQuiet = 8;
/** How many boards are left for new ones then: so that none grows until we are busier reading it than trying it. */
const boardsLeft = 2;

/** Lets an installation fail in every way there is while people write, and looks after each time whether a promise was broken. */
export async function runChaos(options: ChaosOptions): Promise<ChaosFigures> {
  // Each provider listens for the end of the process, as it would in a page.
  process.setMaxListeners(process.getMaxListeners() + 2 * options.boards * (2 * options.writersPerBoard + 2));
  const chance = new Chance(options.seed);
  const installation = await Installation.start(options.kind, options.servers, chance);
  try {
    const tables: Table[] = [];
    while (tables.length < options.boards) tables.push(await Table.lay(installation.url, options.writersPerBoard));
    const run = new Run(options, { installation, tables, chance, onTurnedOut: (tookMs) => run.turnedOut(tookMs) });
    try {
      return await run.toTheEnd();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${words}\nstruck last: ${run.latest}`, { cause: error });
    } finally {
      run.stopWriting();
      for (const table of tables) table.leave();
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new ChaosFailure(`${words}\nseed ${options.seed}, ${options.kind}\n${installation.log}`, { cause: error });
  } finally {
    await installation.remove();
  }
}

/** Whether a document is what those at it see. */
function isWhatPeopleSee({ writers: [writer] }: SharedDocument, doc: Y.Doc): boolean {
  return !writer || areEqual(writer.doc, doc);
}

class Run {
  readonly #options: ChaosOptions;
  readonly #world: World;
  readonly #startedAt = performance.now();
  readonly #struck: Record<string, number> = {};
  /** Chance of its own: how many edits there is time for is the machine's doing, and must not change which faults come. */
  readonly #hands: Chance;
  #writing: NodeJS.Timeout | undefined;
  readonly #leftTables: Table[] = [];
  /** What struck last, in words. */
  #latest = 'nothing yet';
  #kills = 0;
  #edits = 0;
  #longestUntilSavedMs = 0;
  #longestUntilEqualMs = 0;
  #longestUntilEqualWithoutRedisMs = 0;
  #longestUntilOutMs = 0;

  constructor(options: ChaosOptions, world: World) {
    this.#options = options;
    this.#world = world;
    this.#hands = new Chance(options.seed + 1);
  }

  get latest(): string {
    return this.#latest;
  }

  turnedOut(tookMs: number): void {
    this.#longestUntilOutMs = Math.max(this.#longestUntilOutMs, tookMs);
  }

  stopWriting(): void {
    clearInterval(this.#writing);
  }

  async toTheEnd(): Promise<ChaosFigures> {
    await this.#untilSaved();
    for (let round = 1; this.#kills < this.#options.kills; round += 1) {
      await this.#round();
      if (round % roundsUntilQuiet !== 0) continue;
      await this.#quietWhenWell();
      await this.#changeBoards();
    }
    await this.#quietWhenWell();
    await this.#newcomersSeeTheSame();
    // Their journals have been compacted since.
    for (const table of this.#leftTables) await this.#journalsHoldWhatWasSeen(table);
    return this.#figures();
  }

  async #round(): Promise<void> {
    const { chance, installation } = this.#world;
    const chosen = chooseFaults(this.#world, chance.percent(this.#options.killPercent));
    this.#latest = chosen.map(({ name }) => name).join(' and ');
    this.#write(100);
    await pause(chance.between(burstMs.least, burstMs.most));
    // Nobody may bring a lost edit home before it was looked for.
    const mustLook = chosen.some(({ isKill, target }) => isKill && takesServers(target));
    if (mustLook) installation.line.shut();
    const heals: (() => Promise<void>)[] = [];
    for (const fault of chosen) {
      heals.push(await this.#strike(fault));
      await pause(chance.between(0, 300));
    }
    if (chosen.every(({ target }) => target === 'redis') && chance.percent(70)) {
      await pause(whileAwayMs); // What is written now, nobody can tell the others of.
      this.#longestUntilEqualWithoutRedisMs = Math.max(this.#longestUntilEqualWithoutRedisMs, await this.#quiet());
    }
    this.#write(steadyPercent);
    // What others lean on comes back first.
    const inOrder = chosen.map(({ target }, index) => ({ target, heal: heals[index] }));
    for (const target of ['people', 'redis', 'database', 'servers'] as const) {
      for (const fault of inOrder) if (fault.target === target) await fault.heal?.();
    }
    if (mustLook) {
      await this.#lookIntoJournals();
      installation.line.letIn();
    }
    const tookMs = await this.#untilSaved();
    this.#longestUntilSavedMs = Math.max(this.#longestUntilSavedMs, tookMs);
    this.#options.onProgress(
      `${this.#seconds} s, ${this.#kills} kills, ${this.#edits} edits: ${this.#latest}; saved again after ${tookMs.toFixed(0)} ms`,
    );
  }

  async #strike(fault: Fault): Promise<() => Promise<void>> {
    this.#struck[fault.name] = (this.#struck[fault.name] ?? 0) + 1;
    if (fault.isKill) this.#kills += 1;
    return fault.strike(this.#world);
  }

  /** Everything promised until now is in the journals, read past the product. */
  async #lookIntoJournals(): Promise<void> {
    for (const table of this.#world.tables) {
      table.collectPromises();
      for (const document of table.documents) {
        const doc = await this.#world.installation.replay(document.documentId);
        this.#mustHold(table, document, doc, 'the journal');
      }
    }
  }

  /**
   * All stop, and in the end all see the same, which is what the journal says.
   * @returns how long it took until they did, in ms
   */
  async #quiet(): Promise<number> {
    this.stopWriting();
    await this.#untilSaved();
    const quietAt = performance.now();
    for (const { documentId, writers } of this.#world.tables.flatMap(({ documents }) => documents)) {
      const [first, ...others] = writers;
      await until(
        () => others.every(({ doc }) => first && areEqual(first.doc, doc)),
        () => `all at ${documentId} see the same`,
      );
    }
    const tookMs = performance.now() - quietAt;
    for (const table of this.#world.tables) await this.#mustEqualItsJournal(table);
    return tookMs;
  }

  async #quietWhenWell(): Promise<void> {
    this.#longestUntilEqualMs = Math.max(this.#longestUntilEqualMs, await this.#quiet());
  }

  /** All leave the oldest boards, for new ones. What was promised there is looked for again at the end. */
  async #changeBoards(): Promise<void> {
    const { installation, tables } = this.#world;
    for (const table of tables.splice(0, Math.min(boardsLeft, tables.length))) {
      table.collectPromises();
      table.leave();
      this.#leftTables.push(table);
      tables.push(await Table.lay(installation.url, this.#options.writersPerBoard));
    }
  }

  /** Every server ends as it should, and one that starts again gives a newcomer what everybody has. */
  async #newcomersSeeTheSame(): Promise<void> {
    const { installation, tables } = this.#world;
    for (const { name, product } of installation.servers) {
      const code = await product.stop();
      if (code !== 0) throw new Error(`${name} ended with ${code} when it was asked to stop`);
    }
    for (const table of tables) for (const writer of table.everybody) writer.pause();
    await installation.servers[0]?.product.startAgain();
    for (const table of tables) {
      for (const document of table.documents) {
        const newcomer = await table.seatNewcomer(document);
        if (!newcomer) continue;
        await until(
          () => newcomer.isSynced,
          () => `a newcomer sees ${document.documentId}`,
        );
        this.#mustEqual(table, document, newcomer.doc, 'a newcomer');
      }
    }
  }

  #mustHold(table: Table, document: SharedDocument, doc: Y.Doc, holder: string): void {
    const faults = table.faultsOf(document, doc);
    if (faults.length > 0)
      throw new Error(`${holder} of ${document.documentId} breaks promises:\n${faults.join('\n')}`);
  }

  /** Those who have left do not hear of the last marks that the relay leaves. */
  async #journalsHoldWhatWasSeen(table: Table): Promise<void> {
    table.collectPromises();
    for (const document of table.documents) {
      const doc = await this.#world.installation.replay(document.documentId);
      this.#mustHold(table, document, doc, 'the journal');
      const withWhatTheySaw = await this.#world.installation.replay(document.documentId);
      for (const writer of document.writers) Y.applyUpdate(withWhatTheySaw, Y.encodeStateAsUpdate(writer.doc));
      if (!areEqual(doc, withWhatTheySaw))
        throw new Error(`the journal of ${document.documentId} lacks what people saw`);
    }
  }

  async #mustEqualItsJournal(table: Table): Promise<void> {
    table.collectPromises();
    for (const document of table.documents) {
      // The relay may still leave a mark of a hand, up to a second after the last word: it is in the journal first.
      await until(
        async () => {
          const doc = await this.#world.installation.replay(document.documentId);
          this.#mustHold(table, document, doc, 'the journal');
          return isWhatPeopleSee(document, doc);
        },
        () => `the journal of ${document.documentId} is what people see`,
      );
    }
  }

  #mustEqual(table: Table, document: SharedDocument, doc: Y.Doc, holder: string): void {
    this.#mustHold(table, document, doc, holder);
    if (!isWhatPeopleSee(document, doc)) {
      throw new Error(`${holder} of ${document.documentId} is not what people see`);
    }
  }

  /** @returns how long it took until all that is written now is saved, in ms */
  async #untilSaved(): Promise<number> {
    const from = performance.now();
    for (const { everybody } of this.#world.tables) {
      const written = everybody.map((writer) => ({ writer, written: writer.written }));
      const unsaved = () => written.filter((each) => !each.writer.isSynced || !each.writer.hasSaved(each.written));
      await until(
        () => unsaved().length === 0,
        () =>
          `all is saved that was written by ${unsaved()
            .map(({ writer }) => writer.describe())
            .join(', ')}`,
      );
    }
    return performance.now() - from;
  }

  /** From now on each edits with this chance at each tick. */
  #write(percent: number): void {
    this.stopWriting();
    this.#writing = setInterval(() => {
      for (const { everybody } of this.#world.tables) {
        for (const writer of everybody) {
          if (!this.#hands.percent(percent)) continue;
          writer.edit(this.#hands);
          this.#edits += 1;
        }
      }
    }, tickMs);
  }

  get #seconds(): number {
    return Math.round((performance.now() - this.#startedAt) / 1000);
  }

  #figures(): ChaosFigures {
    const documents = [...this.#leftTables, ...this.#world.tables].flatMap((table) => table.documents);
    const totals = documents.map(({ promises }) => promises.totals);
    const sum = (of: 'saved' | 'seen' | 'strikes') => totals.reduce((total, each) => total + each[of], 0);
    return {
      seed: this.#options.seed,
      faults: this.#struck,
      kills: this.#kills,
      edits: this.#edits,
      saved: sum('saved'),
      seen: sum('seen'),
      strikes: sum('strikes'),
      seconds: this.#seconds,
      longestUntilSavedMs: Math.round(this.#longestUntilSavedMs),
      longestUntilEqualMs: Math.round(this.#longestUntilEqualMs),
      longestUntilEqualWithoutRedisMs: Math.round(this.#longestUntilEqualWithoutRedisMs),
      longestUntilOutMs: Math.round(this.#longestUntilOutMs),
    };
  }
}
