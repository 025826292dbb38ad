import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer } from '../testing/index.ts';
import { readTerms } from './readTerms.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-words-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(content: unknown): Promise<string> {
  const file = join(folder, 'words.json');
  await writeFile(file, JSON.stringify(content, null, 2));
  return file;
}

describe('words that an operator explains', () => {
  it('are read with the name as one form, said in bokmål where nothing else is, and given to whoever asks', async () => {
    const read = await readTerms(await write([{ name: 'Torget', forms: ['torget'], meaning: { nb: 'Et sted.' } }]));
    const terms = [
      { name: 'Torget', forms: ['Torget', 'torget'], meaning: { nb: 'Et sted.', nn: 'Et sted.', en: 'Et sted.' } },
    ];
    expect(read).toEqual({ ok: true, value: terms });
    const server = await openTestServer({ terms });
    expect((await server.person().get('/api/words')).json()).toEqual({ words: terms });
    await server.close();
  });

  it('that are wrong say where', async () => {
    const file = await write([{ name: 'Torget', meaning: { nb: '' } }]);
    expect(await readTerms(file)).toEqual({
      ok: false,
      failure: { file, place: { line: 5, column: 13 }, reason: 'meaning.nb must say something' },
    });
    const twice = await write([1, 2].map(() => ({ name: 'Torget', meaning: { nb: 'Et sted.' } })));
    expect(await readTerms(twice)).toMatchObject({ ok: false, failure: { reason: 'the word Torget is there twice' } });
  });
});
