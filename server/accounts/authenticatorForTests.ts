import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a browser is asked to have made or proved, as far as it matters here. */
interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

/** What a browser and its authenticator do otherwise than they should. */
interface Amiss {
  readonly origin?: string;
  readonly rpId?: string;
  readonly userVerified?: boolean;
  readonly userHandle?: string;
  readonly attestation?: Buffer;
}

/** A browser with a passkey in it: a P-256 key that signs whatever it is asked to. */
export class TestPasskey {
  readonly id: string = randomBytes(32).toString('base64url');
  readonly #origin: string;
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  #userHandle = '';
  /** What it says that it has signed so often; 0 is said by one that does not count. */
  counter = 0;

  constructor(origin = 'http://localhost') {
    this.#origin = origin;
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
  }

  /** What the browser sends when it has been made. */
  made(asked: Asked, amiss: Amiss = {}) {
    this.#userHandle = asked.user?.id ?? '';
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const id = Buffer.from(this.id, 'base64url');
    const key = Buffer.concat([
      // A map of five: kind EC2, algorithm ES256, curve P-256, x and y (RFC 9053).
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const data = Buffer.concat([this.#data(asked, amiss, 0x40), Buffer.alloc(16), length, id, key]);
    const attestation = amiss.attestation ?? Buffer.concat([text('fmt'), text('none'), text('attStmt'), map(0)]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: this.#clientData('webauthn.create', asked, amiss),
        attestationObject: Buffer.concat([map(3), attestation, text('authData'), bytes(data)]).toString('base64url'),
      },
    };
  }

  /** What the browser sends when somebody has put a finger on it. */
  used(asked: Asked, amiss: Amiss = {}) {
    const data = this.#data(asked, amiss, 0);
    const clientDataJSON = this.#clientData('webauthn.get', asked, amiss);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
        userHandle: amiss.userHandle ?? this.#userHandle,
      },
    };
  }

  #data(asked: Asked, { rpId, userVerified = true }: Amiss, moreFlags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = 0x01 | (userVerified ? 0x04 : 0) | moreFlags;
    return Buffer.concat([sha256(rpId ?? asked.rp?.id ?? asked.rpId ?? ''), Buffer.from([flags]), counter]);
  }

  #clientData(type: string, { challenge }: Asked, { origin = this.#origin }: Amiss): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
  }
}

/** An attestation with a certificate in it, whatever is in that. */
export const attestationWithCertificate = Buffer.concat([
  text('fmt'),
  text('packed'),
  text('attStmt'),
  map(3),
  text('alg'),
  Buffer.from('26', 'hex'),
  text('sig'),
  bytes(Buffer.alloc(70)),
  text('x5c'),
  Buffer.from('81', 'hex'),
  bytes(Buffer.alloc(70)),
]);

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest();
}

/** CBOR (RFC 8949), as much of it as an attestation needs. */
function map(pairs: number): Buffer {
  return Buffer.from([0xa0 + pairs]);
}
function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
}
function bytes(data: Buffer): Buffer {
  const head = Buffer.from([0x59, 0, 0]);
  head.writeUInt16BE(data.length, 1);
  return Buffer.concat([head, data]);
}
