import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { RelayCounters } from './counters.ts';
import type { BatchReport, Edit } from './room/commitQueue.ts';

type Totals = Omit<RelayCounters, 'connections' | 'boards' | 'closed'>;

/** What each counter is called in `/metrics`, and what it says there. A new one has its line here, and its place in the dashboard. */
const totals: Readonly<Record<keyof Totals, readonly [name: string, help: string]>> = {
  refusedUpgrades: ['duk_upgrades_refused_total', 'Upgrades to a socket that were refused with an ordinary answer.'],
  dead: ['duk_connections_dead_total', 'Connections cut because the other end had stopped answering.'],
  edits: ['duk_edits_total', 'Document messages that brought something new.'],
  editBytes: ['duk_edit_bytes_total', 'Bytes of those.'],
  batches: ['duk_beats_total', 'Commits, each with the edits of one batch.'],
  failedBatches: ['duk_beats_failed_total', 'Commits that storage refused. Their edits were not called saved.'],
  gaps: ['duk_edit_gaps_total', 'Edits that leaned on others which had not come.'],
  ignoredStep2s: ['duk_step2s_ignored_total', 'Documents offered by those who may not write.'],
  cursors: ['duk_cursors_sent_total', 'Cursors sent on to the others on a board.'],
  droppedCursors: [
    'duk_cursors_dropped_total',
    'Cursors left out because the receiver was slow, one for each receiver.',
  ],
  foreignCursors: ['duk_cursors_foreign_total', 'Cursors in the name of somebody else, which nobody was shown.'],
  failedLoads: ['duk_board_loads_failed_total', 'Openings of a board that failed, for each who came.'],
  compactions: ['duk_folds_total', 'Long journals compacted into one state.'],
  failedCompactions: ['duk_folds_failed_total', 'Compactions that failed, and are tried another time.'],
  caughtUp: ['duk_catch_ups_total', 'Times that edits of other servers were found in the journal, and not heard of.'],
  strangePeerMessages: ['duk_bus_messages_strange_total', 'Messages of other servers that could not be read.'],
};

/** Seconds, each twice the one before, with the promises' own (2 and 8 ms) among them. */
const shortTimes = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 2, 5];

/** The relay's figures for those on call. What happens to every edit is counted elsewhere; a batch is observed here once. */
export class RelayMetrics {
  readonly #counters: RelayCounters;
  readonly #batch: Histogram;
  readonly #commit: Histogram;
  readonly #lag: Histogram;
  readonly #edits: Histogram;
  readonly #load: Histogram;

  constructor(registry: Registry, counters: RelayCounters) {
    this.#counters = counters;
    const registers = [registry];
    showCounters(registers, counters);
    this.#batch = new Histogram({
      name: 'duk_beat_duration_seconds',
      help: 'From when the first edit of a batch was read until all of it was on disk and everybody told.',
      buckets: shortTimes,
      registers,
    });
    this.#commit = new Histogram({
      name: 'duk_commit_duration_seconds',
      help: 'What storage took of that to put the batch on disk.',
      buckets: shortTimes,
      registers,
    });
    this.#lag = new Histogram({
      name: 'duk_saved_lag_seconds',
      help: 'From when a message was read until its author was told that it is saved: the longest of each board in a batch.',
      buckets: shortTimes,
      registers,
    });
    this.#edits = new Histogram({
      name: 'duk_beat_edits',
      help: 'Edits that one commit served, of all boards.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
      registers,
    });
    this.#load = new Histogram({
      name: 'duk_board_load_duration_seconds',
      help: 'Reading a document from its journal when the first person comes.',
      buckets: shortTimes,
      registers,
    });
  }

  /** A batch has had its turn. One with nothing to write was no commit. */
  batch({ isLost, commitMs, shares }: BatchReport<Edit>): void {
    if (!isLost && shares.every(({ position }) => position === undefined)) return;
    this.#commit.observe(commitMs / 1000);
    if (isLost) {
      this.#counters.failedBatches += 1;
      return;
    }
    this.#counters.batches += 1;
    let longestMs = 0;
    let edits = 0;
    for (const { edits: ofBoard, lagMs } of shares) {
      longestMs = Math.max(longestMs, lagMs);
      for (const { update } of ofBoard) if (update) edits += 1;
      this.#lag.observe(lagMs / 1000);
    }
    this.#batch.observe(longestMs / 1000);
    this.#edits.observe(edits);
  }

  /** Measures how long a board takes to open. Those that fail are counted apart. */
  async timeLoad<Room>(opening: Promise<Room>): Promise<Room> {
    const startedAt = performance.now();
    const room = await opening;
    this.#load.observe((performance.now() - startedAt) / 1000);
    return room;
  }
}

function showCounters(registers: Registry[], counters: RelayCounters): void {
  for (const [key, [name, help]] of Object.entries(totals) as [keyof Totals, readonly [string, string]][]) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(counters[key]);
      },
    });
  }
  new Counter({
    name: 'duk_connections_closed_total',
    help: 'Connections that the relay closed, by the reason it gave.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(counters.closed)) this.inc({ reason }, count);
    },
  });
  new Gauge({
    name: 'duk_connections_open',
    help: 'Sockets of people at boards right now.',
    registers,
    collect() {
      this.set(counters.connections);
    },
  });
  new Gauge({
    name: 'duk_boards_open',
    help: 'Boards with a document in memory right now.',
    registers,
    collect() {
      this.set(counters.boards);
    },
  });
}
