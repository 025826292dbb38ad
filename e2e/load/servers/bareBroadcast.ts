// The least a relay can do: whoever sends a frame on a board's address, everybody else there gets it. No document, no disk.
//
//   node bareBroadcast.ts each       a write for each frame and receiver
//   node bareBroadcast.ts gathered   one write for each receiver and turn of the event loop
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const gathers = process.argv[2] === 'gathered';
const boards = new Map<string, Map<WebSocket, Socket>>();
const held = new Set<Socket>();

function hold(stream: Socket): void {
  if (held.has(stream)) return;
  if (held.size === 0) {
    setImmediate(() => {
      for (const each of held) each.uncork();
      held.clear();
    });
  }
  held.add(stream);
  stream.cork();
}

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
});

server.on('connection', (socket, request) => {
  const address = request.url ?? '';
  const people = boards.get(address) ?? new Map<WebSocket, Socket>();
  boards.set(address, people.set(socket, request.socket));
  socket.on('message', (data) => {
    for (const [other, stream] of people) {
      if (other === socket) continue;
      if (gathers) hold(stream);
      other.send(data as Buffer, { binary: true });
    }
  });
  socket.on('close', () => {
    people.delete(socket);
    if (people.size === 0) boards.delete(address);
  });
});
