import type { NoteId, ParticipantId } from '@duken/shared/board';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';

/** Where somebody points, in sheet units. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
}

/** Caret and selection in a note, as Yjs relative positions in JSON, so that they keep their place while others write. */
export interface SharedCaret {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** One open window of somebody on the duk. */
export interface Presence {
  /** Of the window: somebody can have several. */
  readonly windowId: number;
  readonly participantId: ParticipantId;
  readonly pointer: Pointer | undefined;
  /** The note they are writing in. */
  readonly writingIn: NoteId | undefined;
  readonly caret: SharedCaret | undefined;
  /** The gathering that they are at, by its moment. */
  readonly follows: number | undefined;
}

const presenceSchema = z.object({
  participantId: z.string(),
  pointer: z.object({ x: z.number(), y: z.number() }).nullish(),
  writingIn: z.string().nullish(),
  caret: z.object({ anchor: z.unknown(), head: z.unknown() }).nullish(),
  follows: z.number().nullish(),
});
const leavingSchema = z.object({ participantId: z.string(), leaves: z.boolean().nullish() });

/** At most this often, in ms, is one's own pointer told: 25 times a second, which glides when drawn with easing. */
const pointerIntervalMs = 40;

/** Who is here and where they point. Others' states are untrusted: what does not fit is left out. */
export class PresenceBoard {
  readonly #awareness: Awareness;
  readonly #onChange: () => void;
  #others: readonly Presence[] | undefined;
  #isShared = true;
  #pointer: Pointer | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Those whose last word was that they leave. */
  readonly #leaving = new Set<string>();

  constructor(awareness: Awareness, participantId: ParticipantId, onChange: () => void) {
    this.#awareness = awareness;
    this.#onChange = onChange;
    awareness.setLocalState({ participantId });
    awareness.on('change', this.#forget);
  }

  /** Everybody else's windows, in the order of their ids. The same value until somebody moves. */
  others(): readonly Presence[] {
    this.#others ??= [...this.#awareness.getStates()]
      .filter(([windowId]) => windowId !== this.#awareness.clientID)
      .sort(([a], [b]) => a - b)
      .flatMap(([windowId, state]) => {
        const read = presenceSchema.safeParse(state);
        if (!read.success) return [];
        const { participantId, pointer, writingIn, caret, follows } = read.data;
        return [
          {
            windowId,
            participantId: participantId as ParticipantId,
            pointer: pointer ?? undefined,
            writingIn: (writingIn ?? undefined) as NoteId | undefined,
            caret: caret ?? undefined,
            follows: follows ?? undefined,
          },
        ];
      });
    return this.#others;
  }

  /** Whether others may see where one points. Which note one writes in they see all the same, since it is theirs too. */
  share(isShared: boolean): void {
    this.#isShared = isShared;
    if (!isShared) this.point(undefined);
  }

  /** Whether others see where one points. */
  get isShared(): boolean {
    return this.#isShared;
  }

  /** Takes another seat at the same table. */
  sitAs(participantId: ParticipantId): void {
    this.#awareness.setLocalStateField('participantId', participantId);
  }

  point(pointer: Pointer | undefined): void {
    const next = pointer && this.#isShared ? { x: Math.round(pointer.x), y: Math.round(pointer.y) } : null;
    if (next?.x === this.#pointer?.x && next?.y === this.#pointer?.y) return;
    this.#pointer = next;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#awareness.setLocalStateField('pointer', this.#pointer);
    }, pointerIntervalMs);
  }

  write(noteId: NoteId | undefined, caret?: SharedCaret): void {
    this.#awareness.setLocalState({
      ...this.#awareness.getLocalState(),
      writingIn: noteId ?? null,
      caret: caret ?? null,
    });
  }

  /** Lets others see that one looks where everybody was asked to look, or no longer does. */
  follow(gathering: number | undefined): void {
    this.#awareness.setLocalStateField('follows', gathering ?? null);
  }

  /** Lets others know that whoever goes away now leaves, and has not lost the network; or that they are back. */
  leave(leaves = true): void {
    this.#awareness.setLocalStateField('leaves', leaves || null);
  }

  /** Whether somebody said that they leave, and have not been seen since. */
  hasLeft(participantId: string): boolean {
    return this.#leaving.has(participantId);
  }

  /**
   * Forgets how new the others' states were. Without this the provider takes what the server tells after a reconnect for
   * old news, and others' pointers stay away until they move.
   */
  forgetOthers(): void {
    for (const windowId of this.#awareness.meta.keys())
      if (windowId !== this.#awareness.clientID) this.#awareness.meta.delete(windowId);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#awareness.off('change', this.#forget);
  }

  readonly #forget = ({ added, updated }: { readonly added: number[]; readonly updated: number[] }): void => {
    this.#others = undefined;
    for (const windowId of [...added, ...updated]) {
      const { data } = leavingSchema.safeParse(this.#awareness.getStates().get(windowId));
      if (data?.leaves) this.#leaving.add(data.participantId);
      else if (data) this.#leaving.delete(data.participantId);
    }
    this.#onChange();
  };
}
