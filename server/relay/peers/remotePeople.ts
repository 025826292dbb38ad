import type { ParticipantId } from '@duken/shared/board';
import type { CursorHolder } from '../people/cursors.ts';
import type { PeerPerson } from './peerMessage.ts';

/** Somebody who sits at the same document on another server. */
export interface RemotePerson extends CursorHolder {
  readonly server: string;
  readonly socket: number;
}

/** Who sits at one document on the other servers. */
export class RemotePeople {
  readonly #servers = new Map<string, Map<number, RemotePerson>>();

  get isEmpty(): boolean {
    return this.#servers.size === 0;
  }

  get participants(): readonly ParticipantId[] {
    return [...this.#servers.values()].flatMap((people) => [...people.values()].map((remote) => remote.participantId));
  }

  /** @returns who that is, and whether they have just come */
  see(
    server: string,
    { socket, participantId }: PeerPerson,
  ): { readonly remote: RemotePerson; readonly isNew: boolean } {
    const people = this.#servers.get(server) ?? new Map<number, RemotePerson>();
    this.#servers.set(server, people);
    const known = people.get(socket);
    const remote = known ?? { server, socket, participantId };
    people.set(socket, remote);
    return { remote, isNew: !known };
  }

  leave(server: string, socket: number): RemotePerson | undefined {
    const people = this.#servers.get(server);
    const remote = people?.get(socket);
    people?.delete(socket);
    if (people?.size === 0) this.#servers.delete(server);
    return remote;
  }

  /** @returns who sat there on this server and is not among those who do */
  missing(server: string, sockets: ReadonlySet<number>): readonly RemotePerson[] {
    return [...(this.#servers.get(server)?.values() ?? [])].filter((remote) => !sockets.has(remote.socket));
  }
}
