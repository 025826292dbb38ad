import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { frameOf } from '../wire/webSocketClient.ts';
import { type AttackTarget, openAttackSocket, sendAll } from './attackSocket.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
/** What goes before each kind of message of the y-websocket dialect. */
const kinds = { step1: [0, 0], step2: [0, 1], update: [0, 2], awareness: [1] } as const;

const halfDocument = remembered(() => frameOf(Buffer.alloc(20 * MiB)).subarray(0, 19 * MiB));
const largeQuestions = remembered(() =>
  [580, 9_000, 100_000].map((clients) => message('step1', stateVectorOf(clients))),
);

/** One way of being a bad guest, as whoever holds the link to a board. Goes on until its process is ended. */
export type Attack = (target: AttackTarget) => Promise<never>;

export const attacks = {
  /** Frames of random bytes: each costs its socket, and there are always new ones. */
  randomBytes: onNewSockets(8, async (socket) => {
    while (await sendAll(socket, frameOf(randomBytes(200)))) await pause(1);
  }),
  /** Real updates cut off, and such as claim more than they hold. */
  lyingUpdates: onNewSockets(8, async (socket, round) => {
    const real = updateOf('hei på deg');
    const lies = [real.subarray(0, -3), Uint8Array.of(1, 255, 255, 255, 255, 15, 1, 0), Uint8Array.of(1, 1, 5, 99)];
    await sendAll(socket, message('update', lies[round % lies.length] as Uint8Array));
    await once(socket, 'close');
  }),
  /** As many cursors as one person's windows may show, and then some. */
  cursorFlood: onNewSockets(20, async (socket, round) => {
    const clientId = 1_000_000 + round;
    for (let clock = 1; ; clock++) {
      if (!(await sendAll(socket, message('awareness', cursorOf(clientId, clock))))) return;
      await pause(7);
    }
  }),
  /** Ten thousand connections in one go, from which nothing comes. */
  crowd: async (target) => {
    const stand = () => {
      const socket = connect({ port: target.port, host: '127.0.0.1' });
      socket.on('error', () => undefined);
      socket.once('close', () => setTimeout(stand, 1_000));
      socket.resume();
    };
    for (let each = 0; each < 10_000; each++) stand();
    return never();
  },
  /** Comes in and is gone again at once, as fast as it is let in. */
  connects: onNewSockets(40, async (socket) => {
    socket.destroy();
  }),
  /** Upgrades asked for by somebody whom nobody let in, as somebody else each time. */
  strangers: (target) =>
    onNewSockets(
      40,
      async () => undefined,
    )({
      ...target,
      get cookie() {
        return `duk=${randomBytes(32).toString('base64url')}`;
      },
    }),
  /** Asks for the whole board, again and again, and reads nothing. */
  deafReaders: onNewSockets(15, async (socket) => {
    socket.pause();
    const question = message('step1', Uint8Array.of(0));
    for (let asked = 0; asked < 15; asked++) await sendAll(socket, question);
    while (await sendAll(socket, question)) await pause(600);
  }),
  /** The same value written over at the full rate that one window may keep. */
  overwriting: onNewSockets(4, async (socket) => {
    const doc = new Y.Doc();
    await sendAll(socket, message('step2', Uint8Array.of(0, 0)));
    for (;;) {
      const before = Y.encodeStateVector(doc);
      doc.getMap('attack').set('value', 'x'.repeat(100 * KiB));
      if (!(await sendAll(socket, message('update', Y.encodeStateAsUpdate(doc, before))))) return;
      await pause(26);
    }
  }),
  /** State vectors of a board that very many browsers have written on: just small enough to be read, to be answered, and far too large. */
  stateVectors: onNewSockets(20, async (socket, round) => {
    while (await sendAll(socket, largeQuestions()[round % 3] as Buffer)) await pause(520);
  }),
  /** Half of a whole document, and never the rest. */
  halfFrames: onNewSockets(20, async (socket) => {
    await sendAll(socket, halfDocument());
    await once(socket, 'close');
  }),
  /** Reads the plans of a board of one's own, again and again: all versions, what changed, and every format but the dear one. */
  planReaders: async ({ port }) => {
    const board = await openExample(port);
    const paths = [
      'plans',
      'plans/1',
      'plans/2',
      'plans/3',
      'plans/1/diff/3',
      'plans/3.csv',
      'plans/3.svg',
      'plans/3.png',
    ];
    await Promise.all(Array.from({ length: 8 }, (_, at) => askOnAndOn(board, paths, at)));
    return never();
  },
  /** Asks for PDFs that were never made before, of as many boards as one address may open. */
  planPrinters: async ({ port }) => {
    const print = async (): Promise<never> => {
      for (;;) {
        const board = await openExample(port);
        await Promise.all([1, 2, 3].map((version) => ask(board, `plans/${version}.pdf`)));
      }
    };
    await Promise.all([print(), print()]);
    return never();
  },
} as const satisfies Record<string, Attack>;

export type AttackName = keyof typeof attacks;
export const attackNames = Object.keys(attacks) as readonly AttackName[];

interface OwnBoard {
  /** Where its API begins. */
  readonly api: string;
  readonly cookie: string;
}

/** An example of one's own, with three frozen meetings. Waits when an address may open no more for a while. */
async function openExample(port: number): Promise<OwnBoard> {
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const made = await fetch(`${origin}/api/demos/eirin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (made.ok) {
      const { boardId } = (await made.json()) as { boardId: string };
      const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
      return { api: `${origin}/api/boards/${boardId}`, cookie };
    }
    await pause(1_000);
  }
}

/** Asks for something and reads it to its end, whatever the answer is. */
async function ask({ api, cookie }: OwnBoard, path: string): Promise<void> {
  await (await fetch(`${api}/${path}`, { headers: { cookie } })).arrayBuffer();
}

async function askOnAndOn(board: OwnBoard, paths: readonly string[], first: number): Promise<never> {
  for (let at = first; ; at++) await ask(board, paths[at % paths.length] as string);
}

/** Keeps so many sockets busy, each followed by a new one when it is over. */
function onNewSockets(
  count: number,
  use: (socket: Awaited<ReturnType<typeof openAttackSocket>>, round: number) => Promise<unknown>,
): Attack {
  return async (target) => {
    let round = 0;
    const keepOn = async (): Promise<never> => {
      for (;;) {
        round += 1;
        try {
          const socket = await openAttackSocket(target);
          if (socket.listenerCount('data') === 0) socket.resume();
          await use(socket, round);
          socket.destroy();
        } catch {
          // Refused, which is what it is for.
        }
        await pause(2);
      }
    };
    for (let each = 0; each < count; each++) void keepOn();
    return never();
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** Made once, so that the attacker's own work does not take the processor from those who are attacked. */
function remembered<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function message(kind: keyof typeof kinds, content: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  for (const type of kinds[kind]) encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return frameOf(encoding.toUint8Array(encoder));
}

function stateVectorOf(clients: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients);
  for (let client = 0; client < clients; client++) {
    encoding.writeVarUint(encoder, 2 ** 31 + client);
    encoding.writeVarUint(encoder, 1000);
  }
  return encoding.toUint8Array(encoder);
}

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

function cursorOf(clientId: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify({ pointer: { x: clock, y: clock } }));
  return encoding.toUint8Array(encoder);
}
