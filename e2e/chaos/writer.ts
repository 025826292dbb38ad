import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Seat } from '../product/newBoard.ts';
import type { Chance } from './chance.ts';

/** Frames of the y-websocket dialect, by their first byte; `saved` is the relay's own. Of sync frames, by the second. */
const frame = { sync: 0, saved: 4 };
const syncFrame = { question: 0, answer: 1 };
/** How long the provider waits at most before it tries again, in ms. */
const triesAgainWithinMs = 300;
const words = ['fast', 'dag', 'på', 'verkstedet', 'ring', 'Mona', 'søndag', 'skole', 'våken', 'natt'];

/** A piece of text that was struck out; it has no clock of its own. */
export interface Strike {
  readonly client: number;
  readonly clock: number;
}

/** What there was to save when a message was sent. */
interface Written {
  readonly clock: number;
  readonly strikes: number;
}

/** What one socket carried. */
interface Carried {
  readonly writtenAt: Written[];
  /** Number of the message that brought everything there was; what was sent before it may stand on what was not. */
  answerAt: number | undefined;
}

/**
 * A program at the table: the ordinary y-websocket provider, which writes, strikes out, and knows exactly what of its own
 * the relay has called saved.
 */
export class Writer {
  readonly doc = new Y.Doc();
  readonly name: string;
  readonly seat: Seat;
  readonly #provider: WebsocketProvider;
  readonly #strikes: Strike[] = [];
  #notes = 0;
  #saved: Written = { clock: 0, strikes: 0 };
  #closeCode: number | undefined;

  /** @param part which of the board's documents; the duk when left out */
  constructor(name: string, seat: Seat, part?: 'translations' | 'private') {
    this.name = name;
    this.seat = seat;
    const address = part ? `${seat.boardId}/${part}` : seat.boardId;
    this.#provider = new WebsocketProvider(`${seat.url.replace('http', 'ws')}/sync`, address, this.doc, {
      WebSocketPolyfill: this.#countingSocket(seat.cookie),
      disableBc: true,
      maxBackoffTime: triesAgainWithinMs,
    });
    this.#provider.messageHandlers[frame.saved] = () => {};
    this.#provider.on('connection-close', (event) => {
      this.#closeCode = event?.code;
    });
  }

  get clientId(): number {
    return this.doc.clientID;
  }

  /** How far this one has written, in the clock of Yjs. */
  get clock(): number {
    return Y.getState(this.doc.store, this.clientId);
  }

  get savedClock(): number {
    return this.#saved.clock;
  }

  get savedStrikes(): readonly Strike[] {
    return this.#strikes.slice(0, this.#saved.strikes);
  }

  /** Everything written until now, to ask later whether it is saved. */
  get written(): Written {
    return { clock: this.clock, strikes: this.#strikes.length };
  }

  hasSaved({ clock, strikes }: Written): boolean {
    return this.#saved.clock >= clock && this.#saved.strikes >= strikes;
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  /** How things stand, for those who look at a failure. */
  describe(): string {
    const line = this.isConnected ? 'connected' : `disconnected with ${this.#closeCode}`;
    return `${this.name} (${line}, ${this.isSynced ? '' : 'not '}synced, saved ${this.savedClock} of ${this.clock})`;
  }

  /** One edit: a new note, more text on one that is there, or text struck out. */
  edit(chance: Chance): void {
    const notes = [...this.doc.getMap<Y.Map<unknown>>('notes').values()];
    const text = notes.length < 3 || chance.percent(5) ? undefined : (chance.oneOf(notes).get('text') as Y.Text);
    if (!text) this.#layNote();
    else if (text.length > 0 && chance.percent(25)) this.#strikeOut(text, chance.between(0, text.length - 1));
    else text.insert(chance.between(0, text.length), chance.oneOf(words));
    this.#provider.awareness.setLocalStateField('cursor', { x: chance.between(0, 999), y: chance.between(0, 999) });
  }

  /** The network goes, for this one only. */
  pause(): void {
    this.#provider.disconnect();
  }

  comeBack(): void {
    this.#provider.connect();
  }

  /** Goes for good, as one whose machine breaks. The document stays, for comparing. */
  leave(): void {
    this.#provider.destroy();
    this.#provider.awareness.destroy();
  }

  #layNote(): void {
    const number = this.#notes;
    this.#notes += 1;
    const values = {
      column: 'now',
      theme: 'work',
      order: 'a0',
      voice: 'citizen',
      author: this.seat.participantId,
      createdAt: number,
    };
    const note = new Y.Map<unknown>(Object.entries({ ...values, text: new Y.Text(`${this.name} ${number}.`) }));
    this.doc.getMap('notes').set(`${this.clientId}-${number}`, note);
  }

  #strikeOut(text: Y.Text, at: number): void {
    this.doc.transact((transaction) => {
      text.delete(at, 1);
      // Remembered before the update goes out, which is when the transaction ends.
      for (const [client, pieces] of transaction.deleteSet.clients) {
        for (const { clock } of pieces) this.#strikes.push({ client, clock });
      }
    });
  }

  #heardSaved(carried: Carried, count: number): void {
    const { answerAt, writtenAt } = carried;
    const written = writtenAt[count - 1];
    if (!written || answerAt === undefined || count < answerAt || this.hasSaved(written)) return;
    this.#saved = written;
  }

  /** A socket that remembers, for each message it carried, how far its writer had come. */
  #countingSocket(cookie: string): typeof WebSocket {
    const written = () => this.written;
    const heardSaved = (carried: Carried, count: number) => this.#heardSaved(carried, count);
    return class extends WebSocket {
      readonly #carried: Carried = { writtenAt: [], answerAt: undefined };

      constructor(url: string | URL) {
        // Node's own WebSocket takes headers here; the type is the browser's, which does not.
        super(url, { headers: { cookie } } as unknown as string[]);
        this.addEventListener('message', ({ data }) => {
          const decoder = decoding.createDecoder(new Uint8Array(data as ArrayBuffer));
          if (decoding.readVarUint(decoder) === frame.saved) heardSaved(this.#carried, decoding.readVarUint(decoder));
        });
      }

      override send(data: Uint8Array<ArrayBuffer>): void {
        if (data[0] === frame.sync && data[1] !== syncFrame.question) {
          this.#carried.writtenAt.push(written());
          if (data[1] === syncFrame.answer) this.#carried.answerAt ??= this.#carried.writtenAt.length;
        }
        super.send(data);
      }
    };
  }
}
