// The least a relay can do: whoever sends a frame on a board's address, everybody else there gets it. No document, no disk.
//
//   node bareBroadcast.ts each       a write for each frame and receiver
//   node bareBroadcast.ts gathered   one write for each receiver and turn of the event loop, its frames side by side
import type { Socket } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** Those on one board, each with what their socket writes to. */
type People = Map<WebSocket, Socket>;

interface Heard {
  readonly from: WebSocket;
  /** The bytes that go out for it, the frame's head included. */
  readonly frame: Buffer;
}

const boards = new Map<string, People>();
const passOn = process.argv[2] === 'gathered' ? passOnGathered() : passOnEach;

function passOnEach(people: People, from: WebSocket, data: Buffer): void {
  for (const other of people.keys()) if (other !== from) other.send(data, { binary: true });
}

function passOnGathered(): typeof passOnEach {
  const turn = new Map<People, Heard[]>();
  function release(): void {
    for (const [people, heard] of turn) {
      const authors = new Set(heard.map(({ from }) => from));
      const everything = Buffer.concat(heard.map(({ frame }) => frame));
      for (const [person, stream] of people) {
        const others = authors.has(person) ? heard.filter(({ from }) => from !== person) : heard;
        if (others === heard) stream.write(everything);
        else if (others.length > 0) stream.write(Buffer.concat(others.map(({ frame }) => frame)));
      }
    }
    turn.clear();
  }
  return (people, from, data) => {
    if (turn.size === 0) setImmediate(release);
    const frame = Buffer.concat([headOf(data.length), data]);
    const heard = turn.get(people);
    if (heard) heard.push({ from, frame });
    else turn.set(people, [{ from, frame }]);
  };
}

/** The head of a whole binary message. Servers do not mask. */
function headOf(length: number): Buffer {
  if (length < 126) return Buffer.from([0x82, length]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10, 0x82);
  head[1] = head.length === 4 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const address = request.url ?? '';
  const people = boards.get(address) ?? new Map<WebSocket, Socket>();
  boards.set(address, people.set(socket, request.socket));
  // The socket's binaryType is the default, under which a message is one Buffer.
  socket.on('message', (data: RawData) => passOn(people, socket, data as Buffer));
  socket.on('close', () => {
    people.delete(socket);
    if (people.size === 0) boards.delete(address);
  });
});
