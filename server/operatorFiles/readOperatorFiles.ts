import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { z } from 'zod';
import { placeAt, placeInJson, type TextPlace } from './placeInJson.ts';

/** What is wrong with a file of the operator's, and where: for whoever edits it. */
export interface OperatorFileFault {
  readonly file: string;
  readonly place?: TextPlace;
  readonly reason: string;
}

/** Largest file, in bytes; a layout is some three kilobytes. */
const maxFileBytes = 1024 * 1024;

/** What an operator writes in files of their own. */
interface Kind<One> {
  /** What one of them is called in the sentence about a fault. */
  readonly called: string;
  readonly schema: z.ZodType<One>;
  /** What no two may share. */
  readonly keyOf: (one: One) => string;
}

/** Reads what an operator has written: one file, or all that end with .json in a folder. Each file holds one, or a list of them. */
export async function readOperatorFiles<One>(
  from: string | undefined,
  kind: Kind<One>,
): Promise<Result<readonly One[], OperatorFileFault>> {
  if (from === undefined) return succeeded([]);
  const files = await filesOf(from);
  if (!files.ok) return files;
  const all = new Map<string, One>();
  for (const file of files.value) {
    const read = await readFileOf(file, kind);
    if (!read.ok) return read;
    for (const { value, place } of read.value) {
      const key = kind.keyOf(value);
      if (all.has(key)) return failed({ file, place, reason: `the ${kind.called} ${key} is there twice` });
      all.set(key, value);
    }
  }
  return succeeded([...all.values()]);
}

async function filesOf(from: string): Promise<Result<readonly string[], OperatorFileFault>> {
  try {
    if (!(await stat(from)).isDirectory()) return succeeded([from]);
    const names = (await readdir(from)).filter((name) => name.endsWith('.json')).sort();
    return succeeded(names.map((name) => join(from, name)));
  } catch (error) {
    return failed({ file: from, reason: `it cannot be read (${codeOf(error)})` });
  }
}

interface Placed<One> {
  readonly value: One;
  readonly place: TextPlace;
}

async function readFileOf<One>(
  file: string,
  { schema }: Kind<One>,
): Promise<Result<readonly Placed<One>[], OperatorFileFault>> {
  let text: string;
  try {
    if ((await stat(file)).size > maxFileBytes) return failed({ file, reason: 'it is larger than a mebibyte' });
    text = await readFile(file, 'utf8');
  } catch (error) {
    return failed({ file, reason: `it cannot be read (${codeOf(error)})` });
  }
  const json = parse(text);
  if (!json.ok) return failed({ file, ...json.failure });
  const isList = Array.isArray(json.value);
  const placed: Placed<One>[] = [];
  for (const [at, one] of (isList ? (json.value as unknown[]) : [json.value]).entries()) {
    const path = isList ? [at] : [];
    const read = schema.safeParse(one);
    if (!read.success) {
      const issue = read.error.issues[0];
      const within = [
        ...path,
        ...(issue?.path ?? []),
        ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
      ];
      const name = (issue?.path ?? []).join('.');
      return failed({ file, place: placeInJson(text, within), reason: `${name} ${issue?.message ?? ''}`.trim() });
    }
    placed.push({ value: read.data, place: placeInJson(text, path) });
  }
  return succeeded(placed);
}

function parse(text: string): Result<unknown, { readonly place?: TextPlace; readonly reason: string }> {
  try {
    return succeeded(JSON.parse(text.replace(/^\uFEFF/, ' ')));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // V8 says where in its message; the end of the text it leaves out.
    const offset = /at position (\d+)/.exec(message)?.[1];
    const place = placeAt(text, offset === undefined ? text.length : Number(offset));
    return failed({ place, reason: 'it is not JSON from here on' });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
