import { type Board, type BoardId, BoardReader, createBoardUpdate, openBoardDocument } from '@duken/shared/board';
import { closeCode, encodeSaved, messageType, syncType } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ServerAnswer } from './connection.ts';
import type { Page } from './page.ts';
import type { Seat } from './seat.ts';

/** Whether an update may be made, as values: the duk before it and after it. @returns the name of the rule it breaks */
export type Judge = (before: Board, after: Board) => string | undefined;

/**
 * A relay in memory, which answers as the real one does: step 1 both ways, `saved` for each document message, others' updates,
 * and 4422 for what its judge does not let pass. The network to it can be cut.
 */
export class RelayForTests {
  readonly doc = new Y.Doc();
  judge: Judge = () => undefined;
  answer: ServerAnswer;
  /** Whether sockets get through. */
  isReachable = true;
  /** Where the translations lie, or what is one's own, for a case that has any. */
  beside: RelayForTests | undefined;
  /** The network is gone and nothing says so: no frame comes through, and no socket is told that it was closed. */
  isDumb = false;
  readonly #told = new Set<{ readonly kind: string; readonly listener: (event: Event) => void }>();
  /** Whether it says `saved`. */
  saves = true;
  refused = 0;
  /** How many times `me` was asked for. */
  asked = 0;
  readonly #sockets = new Set<SocketForTests>();

  constructor(seat: Seat) {
    this.answer = { kind: 'in', seat };
    Y.applyUpdate(this.doc, createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' }));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      for (const socket of this.#sockets) if (socket !== origin) socket.receive(syncFrame(syncType.update, update));
    });
  }

  readonly boardId = 'board-0001' as BoardId;

  board(): Board {
    return new BoardReader(openBoardDocument(this.doc, templates.lorenskog)).read();
  }

  cutNetwork(): void {
    this.isReachable = false;
    for (const socket of [...this.#sockets]) socket.drop(1006, '');
  }

  readonly ask = async (): Promise<ServerAnswer> => {
    this.asked += 1;
    return this.answer;
  };

  /** Ends every socket that is open. */
  sendAway(code: number): void {
    for (const socket of [...this.#sockets]) socket.drop(code, '');
  }

  /** What the session sees of the browser: frames and sockets come with the clock. */
  page(): Page {
    const relay = this;
    return {
      socketOrigin: 'ws://relay',
      WebSocket: class extends SocketForTests {
        constructor(url: string) {
          super((/\/(translations|private)$/.test(url) && relay.beside) || relay);
        }
      } as unknown as typeof WebSocket,
      onNextFrame: (run) => {
        const timer = setTimeout(run, 1);
        return () => clearTimeout(timer);
      },
      listen: (kind, listener) => {
        const one = { kind, listener };
        relay.#told.add(one);
        return () => relay.#told.delete(one);
      },
    };
  }

  /** The browser says that its network came or went. */
  tell(kind: 'online' | 'offline'): void {
    for (const one of [...this.#told]) if (one.kind === kind) one.listener(new Event(kind));
  }

  opened(socket: SocketForTests): void {
    this.#sockets.add(socket);
    socket.receive(syncFrame(syncType.step1, Y.encodeStateVector(this.doc)));
  }

  closed(socket: SocketForTests): void {
    this.#sockets.delete(socket);
  }

  heard(socket: SocketForTests, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageType.sync) return;
    const kind = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    if (kind === syncType.step1) {
      socket.receive(syncFrame(syncType.step2, Y.encodeStateAsUpdate(this.doc, content)));
      return;
    }
    const rule = this.#brokenBy(content);
    if (rule !== undefined) {
      this.refused += 1;
      socket.drop(closeCode.ruleBroken, rule);
      return;
    }
    Y.applyUpdate(this.doc, content, socket);
    socket.documentMessages += 1;
    if (this.saves) socket.receive(encodeSaved(socket.documentMessages));
  }

  #brokenBy(update: Uint8Array): string | undefined {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    Y.applyUpdate(copy, update);
    return this.judge(this.board(), new BoardReader(openBoardDocument(copy, templates.lorenskog)).read());
  }
}

/** As much of a WebSocket as the provider uses. */
class SocketForTests {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  binaryType = 'arraybuffer';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  documentMessages = 0;
  readonly #relay: RelayForTests;

  constructor(relay: RelayForTests) {
    this.#relay = relay;
    setTimeout(() => {
      if (this.readyState !== 0) return;
      if (!relay.isReachable || relay.isDumb) {
        this.onerror?.();
        this.drop(1006, '');
        return;
      }
      this.readyState = 1;
      this.onopen?.();
      relay.opened(this);
    }, 1);
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== 1) return;
    const copy = frame.slice();
    setTimeout(() => {
      if (this.readyState === 1 && !this.#relay.isDumb) this.#relay.heard(this, copy);
    }, 1);
  }

  close(): void {
    // A browser waits for the other side to say so too.
    if (this.#relay.isDumb) this.readyState = 2;
    else this.drop(1000, '');
  }

  receive(frame: Uint8Array): void {
    setTimeout(() => {
      if (this.readyState === 1) this.onmessage?.({ data: frame.slice().buffer as ArrayBuffer });
    }, 1);
  }

  drop(code: number, reason: string): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#relay.closed(this);
    setTimeout(() => this.onclose?.({ code, reason }), 1);
  }
}

function syncFrame(kind: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
