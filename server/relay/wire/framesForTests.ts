import { randomBytes } from 'node:crypto';

interface FrameOptions {
  /** 2 is binary, 0 goes on with a message, 9 is a ping (RFC 6455, 5.2). */
  readonly opcode?: number;
  readonly isFinal?: boolean;
}

/** A frame as a browser sends it, under a mask of its own. */
export function maskedFrame(payload: Buffer, { opcode = 2, isFinal = true }: FrameOptions = {}): Buffer {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] as number));
  return Buffer.concat([frameHead(payload.length, { opcode, isFinal }), mask, masked]);
}

function frameHead(payloadBytes: number, { opcode, isFinal }: Required<FrameOptions>): Buffer {
  const first = (isFinal ? 0x80 : 0) | opcode;
  if (payloadBytes < 126) return Buffer.of(first, 0x80 | payloadBytes);
  if (payloadBytes < 65_536) return Buffer.of(first, 0xfe, payloadBytes >> 8, payloadBytes & 0xff);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(payloadBytes));
  return Buffer.concat([Buffer.of(first, 0xff), length]);
}
