import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface FileHash {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a file holds, however large it is. @param copyTo where the same bytes are written, in a file that is not there yet */
export async function hashOfFile(file: string, copyTo?: string): Promise<FileHash> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  if (copyTo === undefined) for await (const _ of counted(createReadStream(file)));
  else await pipeline(createReadStream(file), counted, createWriteStream(copyTo, { mode: 0o600, flush: true }));
  return { sha256: hash.digest('hex'), bytes };
}

/** What was written to a file or folder is on disk when this is done. */
export async function flush(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
