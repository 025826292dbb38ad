import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId, DocumentId, Role } from '@duken/shared/access';
import { isDocumentMessage, messageType, syncType } from '@duken/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Journal, StorageUnavailable, updatesIn } from '../storage/index.ts';
import { type RelayServer, type RelayServerSettings, startRelayServer } from './relayServerForTests.ts';

/** Waits for a condition, as long as anybody would. */
export function until<Value>(condition: () => Value, timeout = 30_000): Promise<Value> {
  return vi.waitFor(condition, { timeout, interval: 4 });
}

export function boardNamed(name: string): BoardId {
  return `board-${name}` as BoardId;
}

export interface TestRelay extends RelayServer {
  readonly url: string;
}

interface TestRelaySettings extends Partial<RelayServerSettings> {
  /** Whether several tests use it, and stop it themselves. */
  readonly isShared?: boolean;
}

/** A data folder that goes when the test ends. */
export async function tempDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-relay-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  return dataDir;
}

/** Starts a relay that is stopped when the test ends, with a data folder of its own unless told which. */
export async function startRelay({ isShared, ...settings }: TestRelaySettings = {}): Promise<TestRelay> {
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'duken-relay-')));
  const server = await startRelayServer({ port: 0, ...settings, dataDir });
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    await server.stop();
    if (settings.dataDir === undefined) await rm(dataDir, { recursive: true });
  }
  const started = {
    ...server,
    url: `ws://127.0.0.1:${server.port}/sync`,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
  if (!isShared) onTestFinished(started.stop);
  return started;
}

interface Person {
  readonly as: string;
  readonly role?: Role | 'stranger';
  readonly link?: string;
}

function paramsOf({ as, role = 'editor', link = 'link-1' }: Person): Record<string, string> {
  return { as, role, link };
}

/** The same journal, for a test that puts something of its own in the place of a part. */
export function passingOn(journal: Journal): Journal {
  return {
    append: (...batch) => journal.append(...batch),
    owners: (documentId) => journal.owners(documentId),
    read: (...reading) => journal.read(...reading),
    heads: (documentIds) => journal.heads(documentIds),
    boardBytes: (boardId) => journal.boardBytes(boardId),
    times: (documentId) => journal.times(documentId),
    compact: (...compacting) => journal.compact(...compacting),
    checkpoints: (documentId) => journal.checkpoints(documentId),
    readCheckpoint: (...which) => journal.readCheckpoint(...which),
  };
}

/** A real journal whose disk can be made slow or made to fail. */
class TroubledJournal implements Journal {
  readonly #journal: Journal;
  #held: Promise<void> | undefined;
  #failures = 0;
  #failedCompactions = 0;
  #failsToWeigh = false;
  /** How many updates each append brought. */
  readonly appended: number[] = [];
  /** How many owners of Yjs clients each brought. */
  readonly owned: number[] = [];

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** @returns what lets the disk go on */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return () => {
      this.#held = undefined;
      resolve();
    };
  }

  failNext(): void {
    this.#failures += 1;
  }

  failNextCompaction(): void {
    this.#failedCompactions += 1;
  }

  /** From now on. */
  failToWeigh(): void {
    this.#failsToWeigh = true;
  }

  async append(...[batch, owners]: Parameters<Journal['append']>): ReturnType<Journal['append']> {
    this.appended.push([...batch.values()].flat().length);
    this.owned.push([...(owners?.values() ?? [])].reduce((count, { size }) => count + size, 0));
    await this.#held;
    if (this.#failures > 0) {
      this.#failures -= 1;
      throw new StorageUnavailable('The disk is full');
    }
    return this.#journal.append(batch, owners);
  }

  read(...reading: Parameters<Journal['read']>): ReturnType<Journal['read']> {
    return this.#journal.read(...reading);
  }

  owners(documentId: DocumentId): ReturnType<Journal['owners']> {
    return this.#journal.owners(documentId);
  }

  heads(documentIds: readonly DocumentId[]): ReturnType<Journal['heads']> {
    return this.#journal.heads(documentIds);
  }

  async boardBytes(boardId: BoardId): ReturnType<Journal['boardBytes']> {
    if (this.#failsToWeigh) throw new StorageUnavailable('The disk is away');
    return this.#journal.boardBytes(boardId);
  }

  times(documentId: DocumentId): ReturnType<Journal['times']> {
    return this.#journal.times(documentId);
  }

  async compact(...compacting: Parameters<Journal['compact']>): ReturnType<Journal['compact']> {
    if (this.#failedCompactions > 0) {
      this.#failedCompactions -= 1;
      throw new StorageUnavailable('The disk is full');
    }
    return this.#journal.compact(...compacting);
  }

  checkpoints(documentId: DocumentId): ReturnType<Journal['checkpoints']> {
    return this.#journal.checkpoints(documentId);
  }

  readCheckpoint(...which: Parameters<Journal['readCheckpoint']>): ReturnType<Journal['readCheckpoint']> {
    return this.#journal.readCheckpoint(...which);
  }
}

/** A relay over a journal that can be troubled. */
export async function startTroubledRelay(
  settings: TestRelaySettings = {},
): Promise<TestRelay & { readonly disk: TroubledJournal }> {
  let disk: TroubledJournal | undefined;
  const started = await startRelay({
    ...settings,
    wrap: (journal) => {
      disk = new TroubledJournal(journal);
      return disk;
    },
  });
  if (!disk) throw new Error('No journal was opened');
  return { ...started, disk };
}

/** Where a document is reached: whose private one it is stands in no address. */
function addressOf(documentId: DocumentId): string {
  return documentId.split('/', 2).join('/');
}

/** Somebody with the ordinary, unmodified provider. */
export interface Browser {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
  /** What message 4 said last on the present socket. */
  saved(): number;
  /** Document messages sent on the present socket. */
  sent(): number;
  /** Codes the server closed with. */
  readonly closeCodes: readonly number[];
  leave(): void;
}

export function openBrowser(url: string, documentId: DocumentId, person: Person, doc = new Y.Doc()): Browser {
  let saved = 0;
  let sent = 0;
  class CountingSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      saved = 0;
      sent = 0;
    }

    override send(data: Uint8Array): void {
      if (isDocumentMessage(data)) sent += 1;
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(url, addressOf(documentId), doc, {
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: paramsOf(person),
    maxBackoffTime: 100,
  });
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder);
  };
  const closeCodes: number[] = [];
  provider.on('connection-close', (event) => {
    if (event) closeCodes.push(event.code);
  });
  const browser = {
    doc,
    text: doc.getText('text'),
    provider,
    saved: () => saved,
    sent: () => sent,
    closeCodes,
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
  onTestFinished(browser.leave);
  return browser;
}

/** Resolves when they are in, and all that they have is on disk. */
export function allSaved({ provider, saved, sent }: Browser): Promise<void> {
  return until(() => {
    if (!provider.synced || sent() === 0 || saved() !== sent()) throw new Error('Not yet');
  });
}

/** A socket that says what the test says, and keeps what it hears. */
export class RawSocket {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  constructor(url: string, documentId: DocumentId, person: Person) {
    this.socket = new WebSocket(`${url}/${addressOf(documentId)}?${new URLSearchParams(paramsOf(person))}`);
    this.socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    // A refused upgrade is told by `opened`.
    this.socket.on('error', () => undefined);
    onTestFinished(() => this.socket.terminate());
  }

  /** @returns the HTTP status when the upgrade was refused, 101 else */
  opened(): Promise<number> {
    return new Promise((resolve) => {
      this.socket.once('open', () => resolve(101));
      this.socket.once('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        response.resume();
      });
    });
  }

  say(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  /** Frames heard of one sync type. */
  heard(type: keyof typeof syncType): Uint8Array[] {
    return this.frames.filter((frame) => frame[0] === messageType.sync && frame[1] === syncType[type]);
  }

  /** What message 4 said last. */
  saved(): number {
    const last = this.frames.findLast((frame) => frame[0] === messageType.saved);
    return last ? decoding.readVarUint(decoding.createDecoder(last.subarray(1))) : 0;
  }

  /** Resolves when everything said so far has been heard: the relay answers questions in order. */
  async wasHeard(): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await this.opened();
    const answers = this.heard('step2').length;
    this.say(syncFrame('step1', Uint8Array.of(0)));
    await until(() => {
      if (this.heard('step2').length <= answers) throw new Error('No answer yet');
    });
  }
}

/** Somebody in the room with a socket of their own. */
export async function enter(url: string, documentId: DocumentId, person: Person): Promise<RawSocket> {
  const entered = new RawSocket(url, documentId, person);
  await entered.wasHeard();
  return entered;
}

export function syncFrame(type: keyof typeof syncType, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, syncType[type]);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

export function awarenessFrame(entries: readonly { clientId: number; clock: number; state: unknown }[]): Uint8Array {
  const content = encoding.createEncoder();
  encoding.writeVarUint(content, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(content, clientId);
    encoding.writeVarUint(content, clock);
    encoding.writeVarString(content, JSON.stringify(state));
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageType.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(content));
  return encoding.toUint8Array(frame);
}

/** An update that types a text into a document of its own. */
export function typed(text: string, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** The text of a document as the journal has it. */
export async function journaledText(journal: Journal, documentId: DocumentId): Promise<string> {
  const doc = new Y.Doc();
  for (const update of updatesIn(await journal.read(documentId))) Y.applyUpdate(doc, update);
  return doc.getText('text').toString();
}
