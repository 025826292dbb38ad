import type { ParticipantId } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePeerMessage, type PeerMessage, readPeerMessage } from './peerMessage.ts';

const participantId = fc.string().map((id) => id as ParticipantId);
const bytes = fc.uint8Array({ maxLength: 40 });
const person = fc.record({ socket: fc.nat(), participantId, cursor: bytes });
const message: fc.Arbitrary<PeerMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('batch' as const),
    position: fc.maxSafeNat(),
    edits: fc.array(fc.record({ participantId, clientIds: fc.array(fc.nat()), update: bytes }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('person' as const), person }),
  fc.record({ kind: fc.constant('left' as const), socket: fc.nat() }),
  fc.record({ kind: fc.constant('people' as const), people: fc.array(person, { maxLength: 5 }), asks: fc.boolean() }),
);

describe('what servers tell each other', () => {
  it('is heard as it was said', () => {
    fc.assert(
      fc.property(fc.string(), message, (server, said) => {
        expect(readPeerMessage(encodePeerMessage(server, said))).toEqual({
          ok: true,
          value: { server, message: said },
        });
      }),
    );
  });

  it('is refused without a throw when it was cut off, or something hangs on to it', () => {
    fc.assert(
      fc.property(message, fc.nat(), (said, cut) => {
        const whole = encodePeerMessage('one', said);
        const part = whole.subarray(0, cut % whole.length);
        expect(readPeerMessage(part)).toEqual({ ok: false, failure: { kind: 'unreadable' } });
        expect(readPeerMessage(Uint8Array.of(...whole, 0)).ok).toBe(false);
      }),
    );
  });

  it('may be of a kind that only a newer server knows', () => {
    expect(readPeerMessage(Uint8Array.of(99, 1, 65))).toEqual({ ok: false, failure: { kind: 'unknownKind' } });
  });
});
