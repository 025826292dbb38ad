import type { DocumentId, ParticipantId } from '@duken/shared/access';
import type { Result } from '@duken/shared/result';
import type { RelayCounters } from '../counters.ts';
import type { FellowMessage, FellowPerson } from '../fellows/fellowMessage.ts';
import { type Fellow, FellowPeople } from '../fellows/fellowPeople.ts';
import type { Fellowship } from '../fellows/fellowship.ts';
import type { ClientIds } from '../people/clientIds.ts';
import type { Connection } from '../people/connection.ts';
import { type CursorHolder, type CursorNews, Cursors } from '../people/cursors.ts';
import type { Refusal } from '../refusal.ts';
import { readAwarenessFrame } from '../wire/clientMessage.ts';
import { toWireFrame } from '../wire/wireFrame.ts';

/** What other servers say of their people at a document. */
export type PresenceMessage = Extract<FellowMessage, { readonly kind: 'person' | 'left' | 'people' }>;

export interface PresenceSurroundings {
  readonly fellowship: Fellowship;
  readonly counters: RelayCounters;
  /** Somebody came to the document on another server, or left it. */
  readonly onFellowsChanged: (documentId: DocumentId) => void;
}

const noCursor = new Uint8Array();

/**
 * Everybody at one document, on this server and on others, and where each of them points. What happens here is shown to
 * those who are here, and told to the other servers; what those tell is shown here.
 */
export class Presence {
  readonly #documentId: DocumentId;
  readonly #clientIds: ClientIds;
  readonly #around: PresenceSurroundings;
  /** Everybody here, with the number by which other servers know their socket. */
  readonly #here = new Map<Connection, number>();
  readonly #fellows = new FellowPeople();
  readonly #cursors = new Cursors<CursorHolder>();

  constructor(documentId: DocumentId, clientIds: ClientIds, around: PresenceSurroundings) {
    this.#documentId = documentId;
    this.#clientIds = clientIds;
    this.#around = around;
  }

  /** Everybody on this server. */
  get here(): Iterable<Connection> {
    return this.#here.keys();
  }

  /** Who is here on other servers. */
  get fellows(): readonly ParticipantId[] {
    return this.#fellows.participants;
  }

  enter(connection: Connection): void {
    const socket = this.#around.fellowship.numberSocket();
    this.#here.set(connection, socket);
    this.#tell({ kind: 'person', person: { socket, participantId: connection.participantId, cursor: noCursor } });
  }

  leave(connection: Connection): void {
    const socket = this.#here.get(connection);
    if (socket === undefined) return;
    this.#here.delete(connection);
    this.#takeCursorAway(connection);
    this.#tell({ kind: 'left', socket });
  }

  moveCursor(connection: Connection, frame: Uint8Array, entries: Uint8Array): Result<CursorNews, Refusal> {
    const news = this.#moveCursorOf(connection, frame, entries);
    if (!news.ok) return news;
    this.#around.counters.foreignCursors += news.value.foreign;
    if (news.value.answer) connection.sendCursor(toWireFrame(news.value.answer));
    const socket = this.#here.get(connection);
    if (news.value.frame && socket !== undefined && !this.#fellows.isEmpty) {
      const person = { socket, participantId: connection.participantId, cursor: news.value.frame };
      this.#tell({ kind: 'person', person });
    }
    return news;
  }

  showCursors(connection: Connection): void {
    for (const frame of this.#cursors.frames()) connection.sendCursor(toWireFrame(frame));
  }

  /** Tells the other servers who is here. @param asks whether they are to tell the same */
  tellPeople(asks: boolean): void {
    const people = [...this.#here].map(([connection, socket]) => {
      const cursor = this.#cursors.frameOf(connection) ?? noCursor;
      return { socket, participantId: connection.participantId, cursor };
    });
    this.#tell({ kind: 'people', people, asks });
  }

  hear(server: string, message: PresenceMessage): void {
    switch (message.kind) {
      case 'person':
        this.#seeFellow(server, message.person);
        return;
      case 'left': {
        const fellow = this.#fellows.leave(server, message.socket);
        if (fellow) this.#forget([fellow]);
        return;
      }
      case 'people':
        this.#seeAll(server, message.people);
        if (message.asks) this.tellPeople(false);
    }
  }

  /** A server is gone, and all who sat there with it. */
  forgetServer(server: string): void {
    this.#seeAll(server, []);
  }

  #tell(message: PresenceMessage): void {
    this.#around.fellowship.tell(this.#documentId, message);
  }

  #seeAll(server: string, people: readonly FellowPerson[]): void {
    const missing = this.#fellows.missing(server, new Set(people.map(({ socket }) => socket)));
    for (const { socket } of missing) this.#fellows.leave(server, socket);
    this.#forget(missing);
    for (const person of people) this.#seeFellow(server, person);
  }

  #seeFellow(server: string, person: FellowPerson): void {
    const { fellow, isNew } = this.#fellows.see(server, person);
    if (isNew) this.#around.onFellowsChanged(this.#documentId);
    const entries = readAwarenessFrame(person.cursor);
    if (entries) this.#moveCursorOf(fellow, person.cursor, entries);
  }

  #forget(gone: readonly Fellow[]): void {
    for (const fellow of gone) this.#takeCursorAway(fellow);
    if (gone.length > 0) this.#around.onFellowsChanged(this.#documentId);
  }

  #moveCursorOf(holder: CursorHolder, frame: Uint8Array, entries: Uint8Array): Result<CursorNews, Refusal> {
    const news = this.#cursors.receive(holder, frame, entries);
    if (!news.ok) return news;
    const clientId = this.#cursors.clientOf(holder);
    // Shown to nobody before it is theirs. Where it is somebody else's already, their first edit tells them so.
    if (clientId !== undefined) this.#clientIds.show(holder.participantId, clientId);
    if (news.value.frame) {
      this.#around.counters.cursors += 1;
      const shown = toWireFrame(news.value.frame);
      for (const person of this.#here.keys()) person.sendCursor(shown);
    }
    return news;
  }

  #takeCursorAway(holder: CursorHolder): void {
    const gone = this.#cursors.leave(holder);
    if (!gone) return;
    const parcel = { bytes: toWireFrame(gone), documentBytes: 0 };
    for (const person of this.#here.keys()) person.send(parcel);
  }
}
