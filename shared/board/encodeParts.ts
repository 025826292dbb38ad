import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type UpdateParts = ReturnType<typeof Y.decodeUpdate>;

/** An update of these parts, and of no deletions but these, in Yjs' own encoding (version 1). */
export function encodeParts(structs: UpdateParts['structs'], deleted: UpdateParts['ds']['clients']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const ofClients = Map.groupBy(structs, ({ id }) => id.client);
  encoding.writeVarUint(restEncoder, ofClients.size);
  for (const [client, itsStructs] of ofClients) {
    encoding.writeVarUint(restEncoder, itsStructs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, itsStructs[0]?.id.clock ?? 0);
    for (const struct of itsStructs) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deleted.size);
  for (const [client, ranges] of deleted) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
