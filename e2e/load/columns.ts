import type { MeasurementId } from './trial.ts';

/** One figure of the table. */
export interface Column {
  readonly heading: string;
  readonly measurement: MeasurementId;
  /** Its name among the measurement's figures. */
  readonly figure: string;
  readonly unit: string;
  readonly decimals: number;
  /** Every trial's value is shown, since one bad one is what matters. */
  readonly isListed?: boolean;
}

export const columns: readonly Column[] = [
  column('one board: edits delivered/s', 'crowdedBoard', 'deliveredPerSecond', '', 0),
  column('server CPU per million edits', 'crowdedBoard', 'cpuPerMillion', 's', 2),
  column('load generator busy', 'crowdedBoard', 'generatorShare', '', 2),
  column('join: 20 at once p99', 'join', 'joinP99Ms', 'ms', 0),
  column('CPU per join', 'join', 'cpuPerJoinMs', 'ms', 1),
  column('12 people: edit p50', 'meeting', 'editP50Ms', 'ms', 1),
  column('12 people: edit p99', 'meeting', 'editP99Ms', 'ms', 1),
  column('many boards: edit p99', 'manyBoards', 'editP99Ms', 'ms', 0),
  column('memory per board', 'manyBoards', 'residentKiB', 'KiB', 0),
  column('memory in use per board', 'manyBoards', 'liveKiB', 'KiB', 0),
  column('memory after all left, per board', 'manyBoards', 'residentLeftKiB', 'KiB', 0),
  column('in use after all left, per board', 'manyBoards', 'liveLeftKiB', 'KiB', 0),
  column('everybody back, p50 of rounds', 'returning', 'allBackMs', 'ms', 0),
  column('CPU per return', 'returning', 'cpuPerReturnMs', 'ms', 2),
  column('a year of edits: opening', 'yearOfEdits', 'openMs', 'ms', 0),
  column('a year of edits: CPU per opening', 'yearOfEdits', 'cpuPerOpeningMs', 'ms', 0),
  column('a year of edits: longest wait while compacting', 'yearOfEdits', 'compactionStallMs', 'ms', 1),
  column('a year of edits: the board', 'yearOfEdits', 'stateKiB', 'KiB', 0),
  column('half a year: the board', 'yearOfEdits', 'halfWayKiB', 'KiB', 0),
  column('a year of edits: on disk', 'yearOfEdits', 'fileKiB', 'KiB', 0),
  column('worst attack: edit p99 against quiet', 'underAttack', 'worstTimes', '×', 1),
  column('worst attack: memory', 'underAttack', 'worstMiB', 'MiB', 0),
  column('memory after all attacks', 'underAttack', 'leftMiB', 'MiB', 0),
  column('in use after all attacks', 'underAttack', 'leftLiveMiB', 'MiB', 0),
  { ...column('lost, each trial', 'powerCut', 'lost', '', 0), isListed: true },
];

function column(heading: string, measurement: MeasurementId, figure: string, unit: string, decimals: number): Column {
  return { heading, measurement, figure, unit, decimals };
}
