import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteConnection } from './sqliteConnection.ts';

describe('ending a connection', () => {
  let folder: string;
  let file: string;
  let connection: SqliteConnection;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duken-connection-'));
    file = join(folder, 'duk.db');
    connection = new SqliteConnection(file, true);
    connection.db.exec('create table notes (text); insert into notes values (1)');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const notes = () => connection.prepare('select count(*) as count from notes').get()?.count;

  it('works the log into the database and removes it, on an ordinary day', () => {
    connection.close();
    expect(readdirSync(folder)).toEqual(['duk.db']);
    connection = new SqliteConnection(file, false);
    expect(notes()).toBe(1);
    connection.close();
  });

  it('touches nothing when it is abandoned, also as the last one', () => {
    const bytes = () => [file, `${file}-wal`].map((part) => readFileSync(part));
    const before = bytes();
    connection.abandon();
    expect(bytes()).toEqual(before);
    connection = new SqliteConnection(file, false);
    expect(notes()).toBe(1);
    connection.close();
  });

  it('makes a file only when it may', () => {
    connection.close();
    rmSync(file);
    expect(() => new SqliteConnection(file, false)).toThrow('unable to open');
    expect(existsSync(file)).toBe(false);
  });
});
