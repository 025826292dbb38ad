import * as Y from 'yjs';
import type { Writer } from '../access/index.ts';
import {
  BoardPlaces,
  type Change,
  type DocumentBefore,
  insideOf,
  mustLast,
  type NotePlace,
  nowhereAtAll,
  type Place,
  type Spot,
  type Struct,
} from './boardPlaces.ts';
import { keepsValue } from './keyChain.ts';
import {
  heartsDoneKey,
  leaderKeys,
  opensPrefix,
  pauseKey,
  readsPrefix,
  restoredKey,
  roundKey,
} from './meetingState.ts';
import { mayForget, valuesIn } from './noteFacts.ts';
import { citizenSuffix } from './setPhase.ts';
import { heartPrefix, votePrefix } from './values.ts';

/** Which rule of the duk a change breaks (design.md, "Rules of the duk"). The names are told to other programs. */
export type BoardRule =
  /** A new note says that it is by somebody else than its writer, or by nobody. */
  | 'noteAuthor'
  | 'authorChanged'
  | 'createdAtChanged'
  | 'noteReplaced'
  | 'noteRemoved'
  | 'textReplaced'
  | 'voiceNotGiven'
  | 'voiceOfAnother'
  /** Words, writing, place, voice or bin of a child's note touched by another than the child and whom it lets write for it. */
  | 'childsNote'
  | 'schemaChanged'
  | 'templateChanged'
  | 'strokeAuthor'
  | 'strokeOfAnother'
  | 'voteOfAnother'
  /** A note's votes as a whole, with those of others, set anew or removed. */
  | 'votesReplaced'
  /** Who changed or binned a note is said by the relay. */
  | 'markByClient'
  /** Where the meeting is, whom it gathers about what, and how long: the leader alone says it. */
  | 'stepByLeader'
  /** A heart, or that all have been given: by whose plan it is, with the citizen's or a child's voice, or by the leader for them. */
  | 'citizensHeart'
  /** How the citizen sees the journey: with their or a child's voice, or by the leader for them. */
  | 'citizensStep'
  /** How it went with a goal or a dream: with the citizen's or a child's voice, or by the leader for them; a child's own is its own. */
  | 'citizensGoal'
  /** A goal is written up, or is not after all: the leader alone does it, and of no child's note. */
  | 'writtenUpByLeader'
  /** A child wants the meeting to begin with its words: it says so itself, or whom it lets write for it. */
  | 'opensByChild'
  /** Who reads out what a child has laid: it says so itself, or whom it lets write for it. */
  | 'readsByChild'
  /** A pause is laid by the server, so that nobody can be taken for whoever asked. */
  | 'pauseByServer'
  /** A round without names is opened and laid by the server, so that nobody can be taken for whoever wrote. */
  | 'roundByServer'
  /** That the duk was made what it was before is said by the server, which does it. */
  | 'restoredByServer'
  /** A note stands beside another, or no longer does: its author says so. */
  | 'pairOfAnother'
  /** What a note or the head of the sheet never lacks. */
  | 'keyRemoved'
  /** A value of a kind that none of ours writes there, and that could stand in the way of one that it does. */
  | 'wrongKind'
  /** A part that leans on two places at once. */
  | 'twoPlaces'
  /** It leans on parts, or deletes some, that are not there. */
  | 'missingParts';

interface RuleBroken {
  readonly rule: BoardRule;
}

/** A run of typing that goes on, already judged. */
interface Typing {
  readonly writer: Writer;
  readonly run: { to: number };
  readonly rightOrigin: Y.ID | null;
}

/**
 * Judges what people's changes do to one duk, each before it is worked in. It keeps what it finds for as long as a batch
 * lasts, so that a run of typing is judged once.
 */
export class BoardJudge {
  readonly #places: BoardPlaces;
  /** By Yjs client. */
  readonly #typing = new Map<number, Typing>();

  constructor(before: DocumentBefore) {
    this.#places = new BoardPlaces(before);
  }

  /**
   * Judges a change; one that breaks no rule is reckoned with from then on. What it repeats of what is there is none.
   * @param writer with the rights they have now; the same object for the same connection
   */
  judge(writer: Writer, change: Change): RuleBroken | undefined {
    if (this.#isTypingOn(writer, change)) return undefined;
    const rule = new Judgement(this.#places, writer, change).judge();
    if (rule) return { rule };
    this.#rememberTyping(writer, change);
    return undefined;
  }

  /** What was judged has been worked into the document, or thrown away. */
  forget(): void {
    this.#places.forget();
    this.#typing.clear();
  }

  #isTypingOn(writer: Writer, { structs, ds }: Change): boolean {
    const [letters] = structs;
    if (structs.length !== 1 || ds.clients.size > 0 || !(letters instanceof Y.Item)) return false;
    const { id, origin, rightOrigin, content } = letters;
    const typing = this.#typing.get(id.client);
    if (typing?.writer !== writer || !(content instanceof Y.ContentString)) return false;
    const { to } = typing.run;
    if (id.clock !== to || origin?.client !== id.client || origin.clock !== to - 1) return false;
    if (!isSameId(rightOrigin, typing.rightOrigin)) return false;
    typing.run.to = to + letters.length;
    return true;
  }

  #rememberTyping(writer: Writer, { structs }: Change): void {
    for (const { id } of structs) this.#typing.delete(id.client);
    const [letters] = structs;
    if (structs.length !== 1 || !(letters instanceof Y.Item)) return;
    const { client, clock } = letters.id;
    const run = this.#places.lastRunOf(client);
    if (run?.spot.key !== null || run.inside || run.to !== clock + letters.length) return;
    this.#typing.set(client, { writer, run, rightOrigin: letters.rightOrigin });
  }
}

/** The rules of the duk, as the relay takes rules of whatever document. */
export const boardRules = {
  openJudge: (before: DocumentBefore): BoardJudge => new BoardJudge(before),
  mayForget,
};

/** One change being judged. */
class Judgement {
  readonly #places: BoardPlaces;
  readonly #writer: Writer;
  readonly #structs: readonly Struct[];
  readonly #ds: Change['ds'];
  /** Where each client's structs begin and end in the list. */
  readonly #slices = new Map<number, readonly [first: number, end: number]>();
  readonly #spots: (Spot | 'asked' | undefined)[];
  readonly #insides: (Place | undefined)[];
  readonly #newNotes: { readonly place: NotePlace; readonly id: Y.ID }[] = [];
  /** What it sets under keys that a rule asks for. */
  readonly #added = new Map<Place, Map<string, Y.Item[]>>();
  /** Keys that must not be left without a value, of which it sets or deletes one. */
  readonly #lasting = new Map<Place, Set<string>>();
  #deletedRanges: Map<number, readonly { readonly from: number; readonly to: number }[]> | undefined;

  constructor(places: BoardPlaces, writer: Writer, { structs, ds }: Change) {
    this.#places = places;
    this.#writer = writer;
    this.#structs = structs;
    this.#ds = ds;
    this.#spots = new Array(structs.length).fill(undefined);
    this.#insides = new Array(structs.length).fill(undefined);
  }

  judge(): BoardRule | undefined {
    return this.#sort() ?? this.#judgeParts() ?? this.#judgeDeletions() ?? this.#judgeWhole() ?? this.#accept();
  }

  /** Finds out which parts are whose. Of two lists in the name of one client Yjs sees only the last. */
  #sort(): BoardRule | undefined {
    const structs = this.#structs;
    for (let first = 0; first < structs.length; ) {
      const { client, clock } = (structs[first] as Struct).id;
      if (this.#slices.has(client)) return 'missingParts';
      let end = first;
      let at = clock;
      for (let struct = structs[end]; struct?.id.client === client; struct = structs[++end]) {
        if (struct.id.clock !== at) return 'missingParts';
        at += struct.length;
      }
      this.#slices.set(client, [first, end]);
      first = end;
    }
    return undefined;
  }

  #judgeParts(): BoardRule | undefined {
    for (const [client, [first, end]] of this.#slices) {
      let there = this.#places.clockOf(client);
      for (let index = first; index < end; index++) {
        const struct = this.#structs[index] as Struct;
        const to = struct.id.clock + struct.length;
        // A skip stands for what its author knew to be there. Of what is there already Yjs takes no second copy.
        if (struct instanceof Y.Skip || to <= there) continue;
        if (struct.id.clock > there) return 'missingParts';
        const spot = this.#spotOf(index);
        if (typeof spot === 'string') return spot;
        const rule = struct.id.clock < there ? this.#differs(client, there - 1, spot) : undefined;
        if (rule) return rule;
        if (struct instanceof Y.Item) {
          const broken = this.#judgeSet(spot, struct);
          if (broken) return broken;
        }
        there = to;
      }
    }
    return undefined;
  }

  /** Yjs works in what is new of a part as what follows the rest of it; it must lie in the same spot then. */
  #differs(client: number, clock: number, spot: Spot): BoardRule | undefined {
    const begun = this.#places.spotAt(client, clock);
    if (!begun || spot.place.kind === 'nowhere') return undefined;
    return begun.place === spot.place && begun.key === spot.key ? undefined : 'twoPlaces';
  }

  /** Where a part of the change lies. What leans on others is followed to what is known, without recursion. */
  #spotOf(index: number): Spot | BoardRule {
    const stack = [index];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const known = this.#spots[at];
      if (known && known !== 'asked') {
        stack.pop();
        continue;
      }
      const leansOn = this.#leansOn(at);
      if (leansOn === 'missingParts') return leansOn;
      const next = leansOn.find((each) => typeof this.#spots[each] !== 'object');
      if (next !== undefined) {
        // A ring of parts that lean on each other: Yjs never works it in.
        if (this.#spots[next] === 'asked') return 'missingParts';
        this.#spots[at] = 'asked';
        stack.push(next);
        continue;
      }
      const spot = this.#spotFrom(at);
      if (typeof spot === 'string') return spot;
      this.#spots[at] = spot;
      stack.pop();
    }
    return this.#spots[index] as Spot;
  }

  /** The parts of this change that one of them leans on. */
  #leansOn(index: number): readonly number[] | 'missingParts' {
    const struct = this.#structs[index];
    if (!(struct instanceof Y.Item)) return [];
    const found: number[] = [];
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!(id instanceof Y.ID) || id.clock < this.#places.clockOf(id.client)) continue;
      const within = this.#indexOf(id.client, id.clock);
      if (within === undefined || this.#structs[within] instanceof Y.Skip) return 'missingParts';
      found.push(within);
    }
    return found;
  }

  #spotFrom(index: number): Spot | BoardRule {
    const struct = this.#structs[index];
    if (!(struct instanceof Y.Item)) return nowhereAtAll;
    const { parent, parentSub, origin, rightOrigin } = struct;
    if (typeof parent === 'string') return { place: this.#places.root(parent), key: parentSub };
    if (parent instanceof Y.ID) return { place: this.#insideAt(parent), key: parentSub };
    const left = origin ? this.#spotAt(origin) : undefined;
    const right = rightOrigin ? this.#spotAt(rightOrigin) : undefined;
    if (!left || !right) return left ?? right ?? nowhereAtAll;
    // Whichever of the two is no more than its clock here may still be a part on another machine.
    if (left.place.kind === 'nowhere') return right;
    if (right.place.kind === 'nowhere') return left;
    return left.place === right.place && left.key === right.key ? left : 'twoPlaces';
  }

  #spotAt({ client, clock }: Y.ID): Spot | undefined {
    if (clock < this.#places.clockOf(client)) return this.#places.spotAt(client, clock);
    const spot = this.#spots[this.#indexOf(client, clock) ?? -1];
    return typeof spot === 'object' ? spot : undefined;
  }

  #insideAt({ client, clock }: Y.ID): Place {
    if (clock < this.#places.clockOf(client)) return this.#places.insideAt(client, clock);
    const index = this.#indexOf(client, clock) ?? -1;
    const known = this.#insides[index];
    if (known) return known;
    const struct = this.#structs[index];
    const spot = this.#spots[index];
    let inside = nowhereAtAll.place;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && typeof spot === 'object') {
      const noteOf = () => ({ author: undefined, isChilds: false, isNew: true });
      inside = insideOf(spot, struct.content.type, noteOf, false);
    }
    this.#insides[index] = inside;
    return inside;
  }

  #indexOf(client: number, clock: number): number | undefined {
    const [first, end] = this.#slices.get(client) ?? [0, 0];
    let [low, high] = [first, end - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = this.#structs[middle] as Struct;
      if (clock < struct.id.clock) high = middle - 1;
      else if (clock >= struct.id.clock + struct.length) low = middle + 1;
      else return middle;
    }
    return undefined;
  }

  #judgeSet(spot: Spot, item: Y.Item): BoardRule | undefined {
    const { place, key } = spot;
    const rule = this.#judgeSpot(spot) ?? this.#judgeValue(spot, item);
    if (rule || key === null) return rule;
    if (place.kind === 'duk' || place.kind === 'note' || place.kind === 'strokes') {
      addTo(this.#added, place, key, item);
      this.#mustLast(place, key);
    }
    return undefined;
  }

  /** What one may set or delete, whatever the value. */
  #judgeSpot({ place, key }: Spot): BoardRule | undefined {
    switch (place.kind) {
      case 'duk':
        return key === 'schema' ? 'schemaChanged' : key === 'templateId' ? 'templateChanged' : undefined;
      case 'meeting':
        if (key === pauseKey) return 'pauseByServer';
        if (key === roundKey) return 'roundByServer';
        if (key === restoredKey) return 'restoredByServer';
        if (key === heartsDoneKey) return this.#judgeCitizens('citizensHeart');
        if (key?.startsWith(opensPrefix)) return this.#judgeOpens(key.slice(opensPrefix.length));
        if (key?.startsWith(readsPrefix))
          return this.#isOwnChildSeat(key.slice(readsPrefix.length)) ? undefined : 'readsByChild';
        return key !== null && leaderKeys.has(key) ? this.#judgeStep() : undefined;
      case 'step':
        return this.#judgeStep();
      case 'journey':
        return key?.endsWith(citizenSuffix) ? this.#judgeCitizens('citizensStep') : undefined;
      case 'note':
        return this.#judgeNoteKey(place, key);
      case 'words':
        return this.#judgeChilds(place.of);
      case 'votes':
        return key !== null && this.#isOwnSeat(key) ? undefined : 'voteOfAnother';
      case 'vote':
        return this.#isOwnSeat(place.seat) ? undefined : 'voteOfAnother';
      default:
        return undefined;
    }
  }

  #judgeNoteKey(place: NotePlace, key: string | null): BoardRule | undefined {
    const { isNew } = place.note;
    switch (key) {
      case 'author':
        return isNew ? undefined : 'authorChanged';
      case 'createdAt':
        return isNew ? undefined : 'createdAtChanged';
      case 'text':
        return isNew ? undefined : 'textReplaced';
      case 'voice':
        return this.#judgeChilds(place) ?? (this.#isOwnNote(place) ? undefined : 'voiceOfAnother');
      case 'column':
      case 'theme':
      case 'order':
      case 'handwriting':
      case 'deletedAt':
      case 'gone':
        return this.#judgeChilds(place);
      // What became of a wish is to be said by whose life it is: «ikke lenger ønsket» would be their words.
      case 'goal':
        return this.#judgeChilds(place) ?? this.#judgeCitizens('citizensGoal');
      case 'writtenUp':
        return this.#judgeChilds(place) ?? (this.#writer.role === 'leader' ? undefined : 'writtenUpByLeader');
      case 'editedBy':
      case 'deletedBy':
        return 'markByClient';
      case 'pair':
        return (
          this.#judgeChilds(place) ?? (this.#isOwnNote(place) || place.note.isChilds ? undefined : 'pairOfAnother')
        );
      default:
        return this.#judgeGiven(key ?? '');
    }
  }

  /** A child's own wish; the leader can take it away when it was met, and never makes one. */
  #judgeOpens(seat: string): BoardRule | undefined {
    return this.#writer.role === 'leader' ? undefined : this.#judgeOpensSet(seat);
  }

  #judgeOpensSet(seat: string): BoardRule | undefined {
    return this.#isOwnChildSeat(seat) ? undefined : 'opensByChild';
  }

  #isOwnChildSeat(seat: string): boolean {
    return this.#isOwnSeat(seat) && this.#writer.voices.has('child');
  }

  #judgeGiven(key: string): BoardRule | undefined {
    if (key.startsWith(votePrefix)) return this.#isOwnSeat(key.slice(votePrefix.length)) ? undefined : 'voteOfAnother';
    if (!key.startsWith(heartPrefix)) return undefined;
    return this.#isOwnSeat(key.slice(heartPrefix.length)) ? this.#judgeCitizens('citizensHeart') : 'voteOfAnother';
  }

  /** What one may set there. */
  #judgeValue({ place, key }: Spot, item: Y.Item): BoardRule | undefined {
    switch (place.kind) {
      case 'meeting':
        if (key?.startsWith(opensPrefix)) return this.#judgeOpensSet(key.slice(opensPrefix.length));
        return key === null ? 'wrongKind' : undefined;
      case 'duk':
      case 'journey':
      case 'votes':
        return key === null ? 'wrongKind' : undefined;
      case 'notes':
        return key === null ? 'wrongKind' : this.#judgeNewNote(place, key, item);
      case 'strokes':
        return key === null ? 'wrongKind' : this.#judgeStroke(place, key, item);
      case 'note':
        return key === null ? 'wrongKind' : this.#judgeNoteValue(place, key, item);
      default:
        return undefined;
    }
  }

  #judgeNewNote(place: Place, key: string, item: Y.Item): BoardRule | undefined {
    if (this.#hasSet(place, key) || item.origin || item.rightOrigin) return 'noteReplaced';
    if (!(item.content instanceof Y.ContentType) || item.content.type.constructor !== Y.Map) return 'wrongKind';
    const note = this.#insideAt(item.id);
    if (note.kind === 'note') this.#newNotes.push({ place: note, id: item.id });
    addTo(this.#added, place, key, item);
    return undefined;
  }

  #judgeNoteValue(place: NotePlace, key: string, item: Y.Item): BoardRule | undefined {
    const { content } = item;
    switch (key) {
      case 'author':
        return valuesIn(item).length > 0 && valuesIn(item).every((value) => this.#isOwnSeat(value))
          ? undefined
          : 'noteAuthor';
      case 'text':
        if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.Text) return 'wrongKind';
        return this.#hasSet(place, key) ? 'textReplaced' : undefined;
      case 'voice':
        return this.#judgeVoice(place, item);
      case 'votes':
        if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.Map) return 'wrongKind';
        return this.#hasSet(place, key) ? 'votesReplaced' : undefined;
      default:
        return undefined;
    }
  }

  #judgeVoice(place: NotePlace, item: Y.Item): BoardRule | undefined {
    const voices = valuesIn(item);
    const isDeleted = item.content instanceof Y.ContentDeleted;
    if (!isDeleted && !(voices.length > 0 && voices.every((voice) => this.#isGiven(voice)))) return 'voiceNotGiven';
    const { isNew, isChilds } = place.note;
    // How a new note begins is judged when the change has been read to its end.
    if (isNew) return undefined;
    // Nothing is ever put before the first voice, which says whose note it is. What goes on from a part that is there isn't.
    const isBegun = item.id.clock < this.#places.clockOf(item.id.client);
    if (!isBegun && !followsOn(item) && this.#hasSet(place, 'voice')) return 'wrongKind';
    // Whoever writes for a child says so from the first word: else others could write on what it is made to say.
    return this.#writer.hasHelped && !isChilds && voices.includes('child') ? 'voiceNotGiven' : undefined;
  }

  /** A child's note is one from its first voice on, in whatever order other machines come to list them. */
  #judgeFirstVoices({ client }: Y.ID, voices: readonly Y.Item[]): BoardRule | undefined {
    const values = voices.flatMap(valuesIn);
    if (!values.includes('child')) return undefined;
    const isInOrder = voices.every((item, index) => item.id.client === client && (index === 0 || followsOn(item)));
    if (!isInOrder) return 'wrongKind';
    return values[0] === 'child' || !this.#writer.hasHelped ? undefined : 'voiceNotGiven';
  }

  #judgeStroke(place: Place, key: string, item: Y.Item): BoardRule | undefined {
    const latest = this.#places.latestUnder(place, key);
    const others = [...(latest && !latest.deleted ? [latest] : []), ...this.#places.waitingUnder(place, key)];
    if (!others.every((other) => this.#isOwnStroke(other))) return 'strokeOfAnother';
    return item.content instanceof Y.ContentDeleted || this.#isOwnStroke(item) ? undefined : 'strokeAuthor';
  }

  #judgeDeletions(): BoardRule | undefined {
    for (const [client, ranges] of this.#ds.clients) {
      const worked = this.#places.before.clockOf(client);
      for (const { clock, len } of ranges) {
        const end = clock + len;
        for (let at = clock; at < end; ) {
          const part = at < worked ? this.#places.before.partAt(client, at) : undefined;
          const deletion = part ? this.#judgeDeletedPart(part) : this.#judgeDeletedNew(client, at);
          if (deletion.rule) return deletion.rule;
          at = deletion.to;
        }
      }
    }
    return undefined;
  }

  #judgeDeletedPart(part: Y.Item | Y.GC): { readonly rule?: BoardRule | undefined; readonly to: number } {
    const to = part.id.clock + part.length;
    // What is deleted already is no news.
    if (!(part instanceof Y.Item) || part.deleted) return { to };
    const spot = this.#places.spotAt(part.id.client, part.id.clock);
    return { to, rule: spot && this.#judgeDeletion(spot, part) };
  }

  /** Of what waits, or of what the change itself brings. */
  #judgeDeletedNew(client: number, clock: number): { readonly rule?: BoardRule | undefined; readonly to: number } {
    const run = this.#places.runAt(client, clock);
    if (run) {
      const waiting = run.spot.key === null ? undefined : this.#waitingAt(run.spot, client, clock);
      return { to: run.to, rule: this.#judgeDeletion(run.spot, waiting) };
    }
    const index = this.#indexOf(client, clock);
    const struct = index === undefined ? undefined : this.#structs[index];
    const spot = index === undefined ? undefined : this.#spots[index];
    if (!struct || typeof spot !== 'object') return { to: clock, rule: 'missingParts' };
    const to = struct.id.clock + struct.length;
    return { to, rule: struct instanceof Y.Item ? this.#judgeDeletion(spot, struct) : undefined };
  }

  #waitingAt({ place, key }: Spot, client: number, clock: number): Y.Item | undefined {
    return this.#places
      .waitingUnder(place, key ?? '')
      .find(({ id, length }) => id.client === client && id.clock <= clock && clock < id.clock + length);
  }

  #judgeDeletion(spot: Spot, item: Y.Item | undefined): BoardRule | undefined {
    const { place, key } = spot;
    const rule = this.#judgeSpot(spot);
    if (rule) return rule;
    if (place.kind === 'notes') return 'noteRemoved';
    if (place.kind === 'strokes') {
      const isGone = item?.content instanceof Y.ContentDeleted;
      return isGone || (item && this.#isOwnStroke(item)) ? undefined : 'strokeOfAnother';
    }
    if (place.kind === 'note' && key === 'author') return 'noteAuthor';
    if (place.kind === 'note' && key === 'text') return 'textReplaced';
    if (place.kind === 'note' && key === 'votes') return 'votesReplaced';
    if (key !== null) this.#mustLast(place, key);
    return undefined;
  }

  #mustLast(place: Place, key: string): void {
    if (!mustLast(place.kind, key)) return;
    const keys = this.#lasting.get(place) ?? new Set();
    this.#lasting.set(place, keys.add(key));
  }

  /** What can be said only when everything has been seen. */
  #judgeWhole(): BoardRule | undefined {
    for (const { place, id } of this.#newNotes) {
      const keys = this.#added.get(place);
      const author = keys?.get('author')?.flatMap(valuesIn).at(-1);
      if (typeof author !== 'string') return 'noteAuthor';
      const voices = keys?.get('voice') ?? [];
      const rule = this.#judgeFirstVoices(id, voices);
      if (rule) return rule;
      // Those of the Yjs client that laid it come first, however they are listed.
      const first = [...voices.filter((item) => item.id.client === id.client), ...voices].flatMap(valuesIn)[0];
      place.note = { author, isChilds: first === 'child', isNew: true };
    }
    for (const [place, keys] of this.#lasting) {
      for (const key of keys) {
        const chain = { latest: this.#places.latestUnder(place, key), waiting: this.#places.waitingUnder(place, key) };
        const added = this.#added.get(place)?.get(key) ?? [];
        if (!keepsValue(chain, added, (client, clock) => this.#isDeleted(client, clock))) return 'keyRemoved';
      }
    }
    return undefined;
  }

  #isDeleted(client: number, clock: number): boolean {
    this.#deletedRanges ??= new Map();
    let ranges = this.#deletedRanges.get(client);
    if (!ranges) {
      ranges = disjoint(this.#ds.clients.get(client) ?? []);
      this.#deletedRanges.set(client, ranges);
    }
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle] as (typeof ranges)[number];
      if (clock < range.from) high = middle - 1;
      else if (clock >= range.to) low = middle + 1;
      else return true;
    }
    return false;
  }

  /** Reckons with it from now on. */
  #accept(): undefined {
    for (const [client, [first, end]] of this.#slices) {
      let there = this.#places.clockOf(client);
      for (let index = first; index < end; index++) {
        const struct = this.#structs[index] as Struct;
        const to = struct.id.clock + struct.length;
        if (struct instanceof Y.Skip || to <= there) continue;
        const holdsParts = struct instanceof Y.Item && struct.content instanceof Y.ContentType;
        const inside = holdsParts ? this.#insideAt(struct.id) : undefined;
        this.#places.add(client, there, to, this.#spots[index] as Spot, inside);
        there = to;
      }
    }
    for (const { place } of this.#newNotes) place.note = { ...place.note, isNew: false };
    for (const [place, keys] of this.#added) {
      for (const [key, items] of keys) this.#places.addKey(place, key, items);
    }
    return undefined;
  }

  #judgeStep(): BoardRule | undefined {
    return this.#writer.role === 'leader' ? undefined : 'stepByLeader';
  }

  #judgeCitizens<Rule extends BoardRule>(rule: Rule): Rule | undefined {
    const { role, voices } = this.#writer;
    return role === 'leader' || voices.has('citizen') || voices.has('child') ? undefined : rule;
  }

  #judgeChilds(place: NotePlace): BoardRule | undefined {
    const { isChilds, isNew, author } = place.note;
    if (!isChilds || isNew) return undefined;
    const { voices, helpers, hasHelped } = this.#writer;
    // What somebody wrote for a child is the child's, and theirs only for as long as it lets them.
    const isOwn = this.#isOwnSeat(author) && (!hasHelped || voices.has('child'));
    return isOwn || (helpers as ReadonlySet<unknown>).has(author) ? undefined : 'childsNote';
  }

  /** Whether something was set there once, be it by this change. */
  #hasSet(place: Place, key: string): boolean {
    const isThere = this.#places.latestUnder(place, key) !== undefined;
    const waits = this.#places.waitingUnder(place, key).length > 0;
    return isThere || waits || (this.#added.get(place)?.has(key) ?? false);
  }

  #isOwnNote({ note }: NotePlace): boolean {
    return note.isNew || this.#isOwnSeat(note.author);
  }

  #isOwnStroke(item: Y.Item): boolean {
    const strokes = valuesIn(item);
    return (
      strokes.length > 0 &&
      strokes.every((stroke) => typeof stroke === 'object' && stroke !== null && this.#isOwnSeat(authorIn(stroke)))
    );
  }

  #isOwnSeat(value: unknown): boolean {
    return (this.#writer.seats as ReadonlySet<unknown>).has(value);
  }

  #isGiven(value: unknown): boolean {
    return (this.#writer.voices as ReadonlySet<unknown>).has(value);
  }
}

/** Whether a part under a key comes after another one there, as every setting of a key but the first does. */
function followsOn({ origin, rightOrigin }: Y.Item): boolean {
  return origin !== null && rightOrigin === null;
}

function authorIn(stroke: object): unknown {
  return Object.hasOwn(stroke, 'author') ? (stroke as { readonly author?: unknown }).author : undefined;
}

function addTo(map: Map<Place, Map<string, Y.Item[]>>, place: Place, key: string, item: Y.Item): void {
  const keys = map.get(place) ?? new Map<string, Y.Item[]>();
  map.set(place, keys);
  const items = keys.get(key);
  if (items) items.push(item);
  else keys.set(key, [item]);
}

/** In order, none touching another. */
function disjoint(
  ranges: readonly { readonly clock: number; readonly len: number }[],
): readonly { readonly from: number; readonly to: number }[] {
  const whole: { from: number; to: number }[] = [];
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = whole.at(-1);
    if (last && clock <= last.to) last.to = Math.max(last.to, clock + len);
    else whole.push({ from: clock, to: clock + len });
  }
  return whole;
}

function isSameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === other || (one !== null && other !== null && one.client === other.client && one.clock === other.clock);
}
