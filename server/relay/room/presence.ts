import type { DocumentId, ParticipantId } from '@duken/shared/access';
import type { Result } from '@duken/shared/result';
import type { RelayCounters } from '../counters.ts';
import type { PeerMessage, PeerPerson } from '../peers/peerMessage.ts';
import type { PeerServers } from '../peers/peerServers.ts';
import { RemotePeople, type RemotePerson } from '../peers/remotePeople.ts';
import type { ClientIds } from '../people/clientIds.ts';
import type { Connection } from '../people/connection.ts';
import { type CursorHolder, type CursorNews, Cursors } from '../people/cursors.ts';
import type { Refusal } from '../refusal.ts';
import { readAwarenessFrame } from '../wire/clientMessage.ts';
import { toWireFrame } from '../wire/wireFrame.ts';

/** What other servers say of their people at a document. */
export type PresenceMessage = Extract<PeerMessage, { readonly kind: 'person' | 'left' | 'people' }>;

export interface PresenceSurroundings {
  readonly peerServers: PeerServers;
  readonly counters: RelayCounters;
  /** Somebody came to the document on another server, or left it. */
  readonly onRemotePeopleChanged: (documentId: DocumentId) => void;
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
  readonly #remotePeople = new RemotePeople();
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
  get remoteParticipants(): readonly ParticipantId[] {
    return this.#remotePeople.participants;
  }

  enter(connection: Connection): void {
    const socket = this.#around.peerServers.numberSocket();
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
    if (news.value.frame && socket !== undefined && !this.#remotePeople.isEmpty) {
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
        this.#seeRemote(server, message.person);
        return;
      case 'left': {
        const remote = this.#remotePeople.leave(server, message.socket);
        if (remote) this.#forget([remote]);
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
    this.#around.peerServers.tell(this.#documentId, message);
  }

  #seeAll(server: string, people: readonly PeerPerson[]): void {
    const missing = this.#remotePeople.missing(server, new Set(people.map(({ socket }) => socket)));
    for (const { socket } of missing) this.#remotePeople.leave(server, socket);
    this.#forget(missing);
    for (const person of people) this.#seeRemote(server, person);
  }

  #seeRemote(server: string, person: PeerPerson): void {
    const { remote, isNew } = this.#remotePeople.see(server, person);
    if (isNew) this.#around.onRemotePeopleChanged(this.#documentId);
    const entries = readAwarenessFrame(person.cursor);
    if (entries) this.#moveCursorOf(remote, person.cursor, entries);
  }

  #forget(gone: readonly RemotePerson[]): void {
    for (const remote of gone) this.#takeCursorAway(remote);
    if (gone.length > 0) this.#around.onRemotePeopleChanged(this.#documentId);
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
