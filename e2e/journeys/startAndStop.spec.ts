import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../gate/runCommand.ts';
import { Typist } from '../people/typist.ts';
import { newBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

test.describe('a start that cannot succeed ends with one line that says what to do', () => {
  let folder: string;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duken-start-'));
  });

  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Starts the product with these settings, and gives what it wrote before it ended. */
  async function startWith(env: Readonly<Record<string, string>>): Promise<string> {
    const { code, output } = await runCommand(process.execPath, ['server/main.ts'], {
      env: { DUK_DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
      timeLimitMs: 20_000,
    });
    expect(code).toBe(1);
    return output.trim();
  }

  test('a port that is taken', async ({ product }) => {
    const port = new URL(product.url).port;
    expect(await startWith({ PORT: port })).toMatch(new RegExp(`^Cannot start: port ${port} .* set PORT .*$`));
  });

  test('a port that is none', async () => {
    expect(await startWith({ PORT: 'tretusen' })).toMatch(/^Cannot start: PORT .*$/);
  });

  test('a data folder that is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await startWith({ DUK_DATA_DIR: file })).toMatch(/^Cannot start: .*DUK_DATA_DIR.*$/);
  });

  test('a public address that is none', async () => {
    expect(await startWith({ DUK_PUBLIC_URL: 'duk' })).toMatch(/^Cannot start: DUK_PUBLIC_URL .*$/);
  });
});

test('a stop tells those at the table, finishes, and keeps what was written', async () => {
  const product = await Product.start();
  try {
    const board = await newBoard(product);
    const eirin = new Typist('Eirin', board);
    await expect.poll(() => eirin.isSynced).toBe(true);
    eirin.writeNote();
    await expect.poll(() => eirin.saved).toBe(1);
    const stopped = product.stop();
    await expect.poll(() => eirin.closeCode).toBe(1001);
    eirin.pause();
    expect(await stopped).toBe(0);

    await product.startAgain();
    const late = new Typist('Sein', board);
    await expect.poll(() => late.texts()).toEqual([eirin.noteText(0)]);
    late.leave();
    eirin.leave();
  } finally {
    await product.remove();
  }
});
