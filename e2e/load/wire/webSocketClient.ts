import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** The standard's own example of a mask: any will do, and one that is fixed lets frames be made beforehand. */
const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
const opcode = { binary: 2, close: 8, ping: 9, pong: 10 };

export interface WebSocketEvents {
  /** One binary message. The bytes are only good until this returns. */
  readonly onMessage: (message: Buffer) => void;
  /** The connection is over; undefined when it ended without a word. */
  readonly onClose: (reason: string | undefined) => void;
}

export interface WebSocketAddress {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
}

/**
 * A WebSocket client that costs next to nothing, so that the load test measures servers and not itself: it reads whole
 * chunks, keeps no queues, and sends frames that were made beforehand. It takes what our servers send, unfragmented
 * messages, and fails loudly on anything else.
 */
export class WebSocketClient {
  readonly #socket: Socket;
  readonly #events: WebSocketEvents;
  #chunks: Buffer[] = [];
  #have = 0;
  /** How many bytes must be there before reading on can succeed. */
  #need = 2;
  #isCorked = false;
  #isOver = false;

  private constructor(socket: Socket, events: WebSocketEvents) {
    this.#socket = socket;
    this.#events = events;
    socket.on('data', (chunk) => this.#read(chunk as Buffer));
    socket.on('error', (error) => this.#end(error.message));
    socket.on('close', () => this.#end(undefined));
  }

  /** @throws when the server does not let us in */
  static open(address: WebSocketAddress, events: WebSocketEvents): Promise<WebSocketClient> {
    const socket = connect({ port: address.port, host: '127.0.0.1', noDelay: true });
    const request = [
      `GET ${address.path} HTTP/1.1`,
      `Host: 127.0.0.1:${address.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(address.cookie ? [`Cookie: ${address.cookie}`] : []),
      '\r\n',
    ].join('\r\n');
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0);
      socket.once('connect', () => socket.write(request));
      socket.once('error', reject);
      socket.on('data', function readHead(chunk) {
        head = Buffer.concat([head, chunk as Buffer]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', readHead);
        socket.off('error', reject);
        const status = head.toString('latin1', 0, head.indexOf('\r\n'));
        if (!status.includes(' 101 ')) {
          socket.destroy();
          reject(new Error(`${address.path} was refused: ${status}`));
          return;
        }
        const client = new WebSocketClient(socket, events);
        resolve(client);
        // Whoever opened it has it before the first message comes.
        const rest = head.subarray(end + 4);
        if (rest.length > 0) setImmediate(() => client.#read(rest));
      });
    });
  }

  /** Sends a frame that `frameOf` made. Frames of one turn of the event loop leave in one write. */
  send(frame: Uint8Array): void {
    if (this.#isOver) return;
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#socket.cork();
      setImmediate(() => {
        this.#isCorked = false;
        this.#socket.uncork();
      });
    }
    this.#socket.write(frame);
  }

  /** Says goodbye, and resolves when the connection has ended. */
  close(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#isOver = true;
      this.#socket.end(frameOf(Buffer.from([0x03, 0xe8]), opcode.close));
    });
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#have += chunk.length;
    if (this.#have < this.#need) return;
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    let at = 0;
    this.#need = 2;
    while (!this.#isOver) {
      const left = bytes.length - at;
      const size = left < 2 ? undefined : frameSize(bytes, at);
      if (!size || left < size.header + size.payload) {
        this.#need = size ? size.header + size.payload : left < 2 ? 2 : 10;
        break;
      }
      const start = at + size.header;
      at = start + size.payload;
      this.#take(bytes[start - size.header] as number, bytes.subarray(start, at));
    }
    this.#chunks = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#have = bytes.length - at;
  }

  #take(firstByte: number, payload: Buffer): void {
    if (firstByte === (0x80 | opcode.binary)) this.#events.onMessage(payload);
    else if (firstByte === (0x80 | opcode.ping)) this.send(frameOf(payload, opcode.pong));
    else if (firstByte === (0x80 | opcode.close)) this.#end(closeReason(payload));
    else if (firstByte !== (0x80 | opcode.pong)) this.#end(`a frame this client does not read, ${firstByte}`);
  }

  #end(reason: string | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#socket.destroy();
    this.#events.onClose(reason);
  }
}

/** A whole masked frame, as a browser would send it. */
export function frameOf(payload: Uint8Array, kind = opcode.binary): Buffer {
  const length = payload.length;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(header + 4 + length);
  frame[0] = 0x80 | kind;
  frame[1] = 0x80 | (header === 2 ? length : header === 4 ? 126 : 127);
  if (header === 4) frame.writeUInt16BE(length, 2);
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  mask.copy(frame, header);
  for (let index = 0; index < length; index++) {
    frame[header + 4 + index] = (payload[index] as number) ^ (mask[index % 4] as number);
  }
  return frame;
}

/** @returns undefined when the header itself is not all there */
function frameSize(bytes: Buffer, at: number): { readonly header: number; readonly payload: number } | undefined {
  const short = bytes[at + 1] as number;
  if (short < 126) return { header: 2, payload: short };
  const header = short === 126 ? 4 : 10;
  if (bytes.length - at < header) return undefined;
  const payload = header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { header, payload };
}

function closeReason(payload: Buffer): string {
  if (payload.length < 2) return 'closed without a code';
  return `closed with ${payload.readUInt16BE(0)} ${payload.toString('utf8', 2)}`;
}
