// @y/websocket-server as its own start file runs it.
//
//   node yWebsocketServer.ts memory    the newest, which keeps nothing
//   node yWebsocketServer.ts leveldb   the last that came with LevelDB, in the folder YPERSISTENCE
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const { setupWSConnection } =
  process.argv[2] === 'leveldb'
    ? await import('y-websocket-server-leveldb/utils')
    : await import('@y/websocket-server/utils');

const http = createServer();
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request, {}));
http.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
});
http.listen(Number(process.env.PORT), '127.0.0.1');
