/**
 * What is sealed, by table: every column that holds what people wrote, who they are, or what can be guessed from it. Each
 * belongs to the case that the row is of.
 */
export const sealedColumns = {
  boards: ['title'],
  proposals: ['said'],
  links: ['label'],
  people: ['name', 'service', 'phone', 'email', 'language', 'voices', 'may_decide', 'reason', 'interpreter'],
  participants: ['name', 'voice', 'service'],
  meetings: ['present'],
  consents: ['said', 'withdrawal'],
  case_closings: ['reason'],
  log_lines: ['line'],
  plan_events: ['by_name', 'answer', 'words'],
  action_indexes: ['actions'],
  contact_lines: ['noted'],
  stories: ['words'],
  case_fields: ['target_group', 'followed', 'staff_hidden'],
  answers: ['answer', 'line', 'date'],
  cuts: ['said', 'cut_json'],
  short_texts: ['source_hash', 'text'],
  versions: ['state', 'plan_json', 'picture'],
  journal: ['data', 'lengths'],
  checkpoints: ['data'],
  repairs: ['report'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SealedTable = keyof typeof sealedColumns;

export function isSealedTable(name: string): name is SealedTable {
  return Object.hasOwn(sealedColumns, name);
}

export type SealedColumn<Table extends SealedTable> = (typeof sealedColumns)[Table][number];

declare const sealed: unique symbol;
/** A text as it lies in a sealed column: sealed, or as it was kept before there were seals. */
export interface StoredText {
  readonly [sealed]: 'text';
}
/** The same of bytes. */
export type StoredBytes = Uint8Array & { readonly [sealed]: 'bytes' };

/** The type of a value in a sealed column. */
export type Stored<Value> = Value extends string ? StoredText : Value extends Uint8Array ? StoredBytes : Value;

/** The types of tables as they lie in the database. */
export type AsStored<Plain> = {
  [Table in keyof Plain]: Table extends SealedTable ? SealedRow<Table, Plain[Table]> : Plain[Table];
};

/** A row of a table, or some columns of one, with what is sealed in it. */
export type SealedRow<Table extends SealedTable, Row> = {
  [Column in keyof Row]: Column extends SealedColumn<Table> ? Stored<Row[Column]> : Row[Column];
};

/** The same row with its table's columns opened. */
export type OpenedRow<Table extends SealedTable, Row> = {
  [Column in keyof Row]: Column extends SealedColumn<Table> ? Unsealed<Row[Column]> : Row[Column];
};
type Unsealed<Value> = Value extends StoredText ? string : Value extends StoredBytes ? Uint8Array : Value;
