import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { layoutFile, type Template } from '@duken/shared/template';
import { placeAt, placeInJson, type TextPlace } from './placeInJson.ts';

/** What is wrong with an operator's layouts, and where: for whoever edits the file. */
export interface LayoutFault {
  readonly file: string;
  readonly place?: TextPlace;
  readonly reason: string;
}

/** Largest file of layouts, in bytes; a layout is some three kilobytes. */
const maxFileBytes = 1024 * 1024;

/** Reads an operator's own layouts: one file, or all that end with .json in a folder. Each file holds a layout, or a list of them. */
export async function readLayouts(from: string | undefined): Promise<Result<readonly Template[], LayoutFault>> {
  if (from === undefined) return succeeded([]);
  const files = await filesOf(from);
  if (!files.ok) return files;
  const layouts: Template[] = [];
  for (const file of files.value) {
    const read = await readFileOf(file);
    if (!read.ok) return read;
    for (const { template, place } of read.value) {
      if (layouts.some(({ id }) => id === template.id))
        return failed({ file, place, reason: `the layout ${template.id} is there twice` });
      layouts.push(template);
    }
  }
  return succeeded(layouts);
}

async function filesOf(from: string): Promise<Result<readonly string[], LayoutFault>> {
  try {
    if (!(await stat(from)).isDirectory()) return succeeded([from]);
    const names = (await readdir(from)).filter((name) => name.endsWith('.json')).sort();
    return succeeded(names.map((name) => join(from, name)));
  } catch (error) {
    return failed({ file: from, reason: `it cannot be read (${codeOf(error)})` });
  }
}

interface PlacedLayout {
  readonly template: Template;
  readonly place: TextPlace;
}

async function readFileOf(file: string): Promise<Result<readonly PlacedLayout[], LayoutFault>> {
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
  const placed: PlacedLayout[] = [];
  for (const [at, one] of (isList ? (json.value as unknown[]) : [json.value]).entries()) {
    const path = isList ? [at] : [];
    const read = layoutFile.safeParse(one);
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
    placed.push({ template: read.data, place: placeInJson(text, path) });
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
