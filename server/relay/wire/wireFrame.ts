/**
 * A message as it stands on the wire: a WebSocket frame, head and all. Servers do not mask and we do not compress, so the
 * same bytes serve every receiver, and several lie side by side in one write.
 */
export type WireFrame = Buffer & { readonly kind: 'WireFrame' };

/** FIN and the opcode for binary: a whole message in one frame (RFC 6455, 5.2). */
const wholeBinaryMessage = 0x82;
/** Where a length no longer fits in the head's seven bits, and then not in sixteen. */
const twoByteLength = 126;
const eightByteLength = 65_536;

/** @param parts what the message is made of, one after the other */
export function toWireFrame(...parts: readonly Uint8Array[]): WireFrame {
  const length = bytesOf(parts);
  const headBytes = length < twoByteLength ? 2 : length < eightByteLength ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + length);
  frame[0] = wholeBinaryMessage;
  if (headBytes === 2) frame[1] = length;
  else if (headBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let at = headBytes;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame as WireFrame;
}

/** Bytes of all of them together. */
export function bytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
