import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface AttackTarget {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
}

/**
 * A WebSocket after its handshake, as the bare socket under it: an attacker keeps to no rule of the protocol above.
 * @throws when the server does not let it in
 */
export async function openAttackSocket({ port, path, cookie }: AttackTarget): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('error', () => socket.destroy());
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Cookie: ${cookie}`,
      '\r\n',
    ].join('\r\n'),
  );
  const [head] = (await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [Buffer.alloc(0)])])) as [
    Buffer,
  ];
  if (head.toString('latin1', 0, 12) === 'HTTP/1.1 101') return socket;
  socket.destroy();
  throw new Error(`refused: ${head.toString('latin1', 0, 60)}`);
}

/** Sends one frame. @returns false when the socket is over */
export async function sendAll(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  if (socket.destroyed || !socket.writable) return false;
  if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  return !socket.destroyed;
}
