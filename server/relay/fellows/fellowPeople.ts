import type { ParticipantId } from '@duken/shared/board';
import type { CursorHolder } from '../people/cursors.ts';
import type { FellowPerson } from './fellowMessage.ts';

/** Somebody who sits at the same document on another server. */
export interface Fellow extends CursorHolder {
  readonly server: string;
  readonly socket: number;
}

/** Who sits at one document on the other servers. */
export class FellowPeople {
  readonly #servers = new Map<string, Map<number, Fellow>>();

  get isEmpty(): boolean {
    return this.#servers.size === 0;
  }

  get participants(): readonly ParticipantId[] {
    return [...this.#servers.values()].flatMap((people) => [...people.values()].map((fellow) => fellow.participantId));
  }

  /** @returns who that is, and whether they have just come */
  see(server: string, { socket, participantId }: FellowPerson): { readonly fellow: Fellow; readonly isNew: boolean } {
    const people = this.#servers.get(server) ?? new Map<number, Fellow>();
    this.#servers.set(server, people);
    const known = people.get(socket);
    const fellow = known ?? { server, socket, participantId };
    people.set(socket, fellow);
    return { fellow, isNew: !known };
  }

  leave(server: string, socket: number): Fellow | undefined {
    const people = this.#servers.get(server);
    const fellow = people?.get(socket);
    people?.delete(socket);
    if (people?.size === 0) this.#servers.delete(server);
    return fellow;
  }

  /** @returns who sat there on this server and is not among those who do */
  missing(server: string, sockets: ReadonlySet<number>): readonly Fellow[] {
    return [...(this.#servers.get(server)?.values() ?? [])].filter((fellow) => !sockets.has(fellow.socket));
  }
}
