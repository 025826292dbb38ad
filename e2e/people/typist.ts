import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Seat } from '../product/newBoard.ts';

/** Frames of the y-websocket dialect, by their first byte; `saved` is the relay's own. */
const frame = { sync: 0, saved: 4 };
const firstDocumentFrame = 1; // Second byte of a sync frame: 0 asks, 1 and 2 carry edits.

/**
 * A program at the table: the ordinary y-websocket provider, which writes notes and knows which of them the relay has
 * called saved. For what no person can do: write without a pause while the power goes.
 */
export class Typist {
  readonly doc = new Y.Doc();
  readonly name: string;
  readonly #author: string;
  readonly #provider: WebsocketProvider;
  #written = 0;
  #saved = 0;
  #closeCode: number | undefined;

  /** @param part which of the board's documents; the duk when left out */
  constructor(name: string, seat: Seat, part?: string) {
    this.name = name;
    this.#author = seat.participantId;
    const address = `${seat.url.replace('http', 'ws')}/sync`;
    const document = part ? `${seat.boardId}/${part}` : seat.boardId;
    this.#provider = new WebsocketProvider(address, document, this.doc, {
      WebSocketPolyfill: this.#countingSocket(seat.cookie),
      disableBc: true,
    });
    this.#provider.messageHandlers[frame.saved] = () => {};
    this.#provider.on('connection-close', (event) => {
      this.#closeCode = event?.code;
    });
  }

  /** How many notes this typist has written. */
  get written(): number {
    return this.#written;
  }

  /** How many of them, counted from the first, the relay has called saved. */
  get saved(): number {
    return this.#saved;
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  /** Why the last connection ended. */
  get closeCode(): number | undefined {
    return this.#closeCode;
  }

  /** The text of this typist's note number `index`, from 0. */
  noteText(index: number): string {
    return `${this.name} ${index}.`;
  }

  writeNote(): void {
    this.layNote({ column: 'now', theme: 'work', text: this.noteText(this.#written) });
  }

  /** Lays a note with these values; any of them may be what no note has. */
  layNote(values: { readonly text: unknown; readonly [key: string]: unknown }): void {
    const index = this.#written;
    this.#written += 1;
    const plain = {
      column: 'now',
      theme: 'work',
      order: 'a0',
      voice: 'citizen',
      author: this.#author,
      createdAt: index,
    };
    const text = typeof values.text === 'string' ? new Y.Text(values.text) : values.text;
    const note = new Y.Map(Object.entries({ ...plain, ...values, text }));
    this.doc.getMap('notes').set(`${this.name}-${index}`, note);
  }

  /** Every note text this typist can see now, sorted. */
  texts(): string[] {
    const notes = [...this.doc.getMap('notes').values()];
    return notes.map((note) => String((note as Y.Map<unknown>).get('text'))).sort();
  }

  /** The network goes, for this typist only. */
  pause(): void {
    this.#provider.disconnect();
  }

  comeBack(): void {
    this.#provider.connect();
  }

  /** Gets up and goes, as one whose machine is switched off. The document stays, for comparing. */
  leave(): void {
    this.#provider.destroy();
  }

  /** A socket that remembers, for each edit it carried, how many notes had been written by then. */
  #countingSocket(cookie: string): typeof WebSocket {
    const wrote = () => this.#written;
    const heardSaved = (count: number) => {
      this.#saved = Math.max(this.#saved, count);
    };
    return class extends WebSocket {
      readonly #writtenAtEdit: number[] = [];

      constructor(url: string | URL) {
        // Node's own WebSocket takes headers here; the type is the browser's, which does not.
        super(url, { headers: { cookie } } as unknown as string[]);
        this.addEventListener('message', ({ data }) => {
          const [kind, ...count] = new Uint8Array(data as ArrayBuffer);
          if (kind === frame.saved) heardSaved(this.#writtenAtEdit[varUint(count) - 1] ?? 0);
        });
      }

      override send(data: Uint8Array<ArrayBuffer>): void {
        if (data[0] === frame.sync && (data[1] ?? 0) >= firstDocumentFrame) this.#writtenAtEdit.push(wrote());
        super.send(data);
      }
    };
  }
}

/** A number in base 128, lowest digits first, the high bit telling that more follow. */
function varUint(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte, index) => sum + (byte & 127) * 128 ** index, 0);
}
