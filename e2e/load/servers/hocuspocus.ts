// @hocuspocus/server with its own defaults.
//
//   node hocuspocus.ts memory
//   node hocuspocus.ts sqlite   with its SQLite extension, in the folder LOAD_DATA_DIR
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const database = join(process.env.LOAD_DATA_DIR ?? '', 'hocuspocus.sqlite');
const server = new Server({
  quiet: true,
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  extensions: process.argv[2] === 'sqlite' ? [new SQLite({ database })] : [],
});
await server.listen();
