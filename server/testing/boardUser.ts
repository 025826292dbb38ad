import { once } from 'node:events';
import {
  addNote,
  type BoardId,
  type NoteId,
  openBoardDocument,
  type ParticipantId,
  type Voice,
} from '@duken/shared/board';
import { isDocumentMessage, messageType } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import * as decoding from 'lib0/decoding';
import { expect, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** How long a test waits for what is known to come, in milliseconds. */
export const patience = { timeout: 30_000, interval: 20 };

/**
 * People are promised a second, in which a quiet machine is done by far. One that tests much else has this long, in milliseconds:
 * less than what would wait for the next turn of a slow clock.
 */
export const soonMs = 10_000;

/** Somebody at a board with a browser, on whichever server. */
export class BoardUser {
  readonly #cookie: string;
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;

  private constructor(cookie: string, boardId: BoardId, participantId: ParticipantId) {
    this.#cookie = cookie;
    this.boardId = boardId;
    this.participantId = participantId;
  }

  static async withNewBoard(origin: string): Promise<BoardUser & { readonly joinSecret: string }> {
    const made = await fetch(`${origin}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Duk', templateId: 'simple' }),
    });
    const { boardId, joinUrl } = (await made.json()) as { boardId: BoardId; joinUrl: string };
    const cookie = cookieIn(made);
    const me = await fetch(`${origin}/api/boards/${boardId}/me`, { headers: { cookie } });
    const { participantId } = (await me.json()) as { participantId: ParticipantId };
    const leader = new BoardUser(cookie, boardId, participantId);
    return Object.assign(leader, { joinSecret: new URL(joinUrl).hash.slice(1) });
  }

  static async joining(
    origin: string,
    boardId: BoardId,
    secret: string,
    name: string,
    voice?: Voice,
  ): Promise<BoardUser> {
    const joined = await fetch(`${origin}/api/boards/${boardId}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name, voice }),
    });
    const { participantId } = (await joined.json()) as { participantId: ParticipantId };
    return new BoardUser(cookieIn(joined), boardId, participantId);
  }

  async delete(origin: string, path: string): Promise<void> {
    const url = `${origin}/api/boards/${this.boardId}${path}`;
    const reply = await fetch(url, { method: 'DELETE', headers: { cookie: this.#cookie } });
    expect(reply.status).toBe(204);
  }

  /** What they are told of, as it comes, until the test ends. */
  async listen(origin: string): Promise<readonly string[]> {
    const leaving = new AbortController();
    onTestFinished(() => leaving.abort());
    const url = `${origin}/api/boards/${this.boardId}/events`;
    const reply = await fetch(url, { headers: { cookie: this.#cookie }, signal: leaving.signal });
    const heard: string[] = [];
    const read = async () => {
      for await (const part of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        heard.push(...[...part.matchAll(/"changed":"(\w+)"/g)].map(([, changed = '']) => changed));
      }
    };
    read().catch(() => undefined); // The test ended, or its server.
    return heard;
  }

  async get(origin: string, path: string): Promise<unknown> {
    const reply = await fetch(`${origin}/api/boards/${this.boardId}${path}`, { headers: { cookie: this.#cookie } });
    expect(reply.status).toBe(200);
    return reply.json();
  }

  async post(origin: string, path: string, body: object): Promise<unknown> {
    const reply = await fetch(`${origin}/api/boards/${this.boardId}${path}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBe(201);
    return reply.json();
  }

  /** Asks something of the API, whatever the answer. */
  async ask(
    origin: string,
    method: 'POST' | 'DELETE' | 'PATCH' | 'PUT',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: string }> {
    const url = `${origin}/api/boards/${this.boardId}${path}`;
    const json = body ? { 'content-type': 'application/json' } : {};
    const headers = { cookie: this.#cookie, ...json };
    const reply = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: reply.status, body: await reply.text() };
  }

  /** Every byte that comes to them over one of the board's sockets, as text, until the test ends. */
  async record(origin: string, part = ''): Promise<readonly string[]> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${this.boardId}${part}`, {
      headers: { cookie: this.#cookie },
    });
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString('latin1')));
    onTestFinished(() => socket.terminate());
    await once(socket, 'open');
    return heard;
  }

  /** @param doc what their browser already has of it @param part which of the board's documents; the duk when left out */
  openBoard(origin: string, doc = new Y.Doc(), part = '') {
    const cookie = this.#cookie;
    const author = this.participantId;
    let saved = 0;
    let sent = 0;
    const closeCodes: number[] = [];
    const closeReasons: string[] = [];
    class SocketWithCookie extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie } });
        saved = 0;
        sent = 0;
      }

      override send(data: Uint8Array): void {
        if (isDocumentMessage(data)) sent += 1;
        super.send(data);
      }
    }
    const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, `${this.boardId}${part}`, doc, {
      WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    onTestFinished(() => {
      provider.destroy();
      doc.destroy();
    });
    provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      saved = decoding.readVarUint(decoder);
    };
    provider.on('connection-close', (event) => {
      if (!event) return;
      closeCodes.push(event.code);
      closeReasons.push(event.reason);
    });
    const board = openBoardDocument(doc, templates.simple);
    return {
      doc,
      provider,
      board,
      closeCodes,
      closeReasons,
      /** How many document messages of the latest socket were sent, and are called saved. */
      sent: () => sent,
      saved: () => saved,
      allSaved: () => expect.poll(() => provider.synced && sent > 0 && saved === sent, patience).toBe(true),
      write(id: string, voice: Voice = 'citizen') {
        const [column, theme] = [board.template.columns[0], board.template.themes[0]];
        const cell = { column: column?.id ?? '', theme: theme?.id ?? '' } as Parameters<typeof addNote>[1]['cell'];
        const note = { id: id as NoteId, cell, text: `Lapp ${id}`, author, createdAt: 1 };
        expect(addNote(board, { ...note, voice })).toMatchObject({ ok: true });
      },
      notes: () => [...board.notes.keys()].toSorted(),
    };
  }
}

function cookieIn(reply: Response): string {
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}
