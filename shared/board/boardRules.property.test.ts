import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '../access/index.ts';
import { type Cell, cellsOf, templates } from '../template/index.ts';
import { removeAction, setAction } from './action.ts';
import { addNote } from './addNote.ts';
import { type NoteId, type ParticipantId, type StrokeId, themeTalks, type Voice } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import { openUndo } from './boardUndo.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { giveHeart } from './giveHeart.ts';
import { drawStroke, eraseStroke } from './ink.ts';
import { JudgedServer, writer } from './judgedServerBuilder.ts';
import { gatherAt, setHeartsDone, setStep, setThemeTalk, setTimer } from './meetingState.ts';
import { moveNote } from './moveNote.ts';
import { mayForget, noteFactsOf } from './noteFacts.ts';
import { editNoteText } from './noteText.ts';
import { pairNotes } from './pairNotes.ts';
import { createBoardUpdate } from './replayBoard.ts';
import { setHeader } from './setHeader.ts';
import { setPhase } from './setPhase.ts';
import { setVoice } from './setVoice.ts';
import { voteFor } from './voteFor.ts';

const cells = cellsOf(templates.simple).slice(0, 3) as readonly Cell[];
const people = {
  selam: writer('selam', { voices: new Set<Voice>(['child']), helpers: new Set(['amira' as ParticipantId]) }),
  // A helper whom the child's page has confirmed.
  amira: writer('amira', { voices: new Set<Voice>(['family', 'child']), hasHelped: true }),
  far: writer('far'),
  leader: writer('leder', { role: 'leader', voices: new Set<Voice>(['service']) }),
};
const writers: readonly Writer[] = [people.selam, people.amira, people.far, people.leader, people.far];
const clientIds = [5, 900, 77, 3_000_000_000, 42];

/** A window on the duk: an honest program, which does what its person may do. */
class Window {
  readonly writer: Writer;
  server: JudgedServer;
  doc!: Y.Doc;
  board!: BoardDocument;
  undo!: Y.UndoManager;
  isOnline = true;
  /** What it has sent and not seen refused. */
  readonly refused: string[] = [];
  static #made = 0;
  readonly #clientId: number;

  constructor(by: Writer, clientId: number, server: JudgedServer) {
    this.writer = by;
    this.#clientId = clientId;
    this.server = server;
    this.open(clientId);
  }

  /** Opens the page anew: what was not sent is lost. */
  open(clientId = this.#clientId + ++Window.#made * 1000): void {
    this.doc = new Y.Doc({ gcFilter: mayForget });
    this.doc.clientID = clientId;
    this.board = openBoardDocument(this.doc, templates.simple);
    this.undo = openUndo(this.board);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && this.isOnline) this.#send(update);
    });
    this.isOnline = true;
    this.comeHome();
  }

  #send(update: Uint8Array): void {
    const rule = this.server.take(this.writer, update);
    if (rule) this.refused.push(rule);
  }

  hear(): void {
    if (!this.isOnline) return;
    this.server.workIn();
    const news = Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, news, 'server');
  }

  /** Steps 1 and 2, both ways, in either order. */
  comeHome(hearsFirst = true): void {
    this.isOnline = true;
    this.server.workIn();
    const vector = Y.encodeStateVector(this.server.doc);
    if (hearsFirst) this.hear();
    this.#send(Y.encodeStateAsUpdate(this.doc, vector));
    if (!hearsFirst) this.hear();
  }

  /** The notes that this person may touch: not those of a child that is somebody else, but what was written for them. */
  #notes(): readonly NoteId[] {
    const { participantId, helpers } = this.writer;
    return [...this.board.notes.keys()].filter((id) => {
      const { isChilds, author } = this.#factsOf(id);
      return !isChilds || author === participantId || helpers.has(author as ParticipantId);
    }) as NoteId[];
  }

  #factsOf(noteId: string) {
    return noteFactsOf(this.board.notes.get(noteId) as Y.Map<unknown>);
  }

  act(command: number, pick: number, when: number): void {
    const { board, writer: by } = this;
    const me = by.participantId as ParticipantId;
    const all = [...board.notes.keys()].toSorted() as NoteId[];
    const mine = this.#notes().toSorted();
    const of = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
    const note = of(mine);
    const anyNote = of(all);
    const cell = of(cells) as Cell;
    const voice = of([...by.voices]) as Voice;
    const own = mine.filter((id) => (board.notes.get(id) as Y.Map<unknown>).get('author') === me);
    this.undo.stopCapturing();
    switch (command) {
      case 0:
        addNote(board, { id: `n${when}` as NoteId, cell, text: 'Hei', voice, author: me, createdAt: when });
        break;
      case 1:
        if (note) editNoteText(board, note, { at: pick % 3, removed: pick % 2, inserted: 'abc'.slice(pick % 3) });
        break;
      case 2:
        if (note) moveNote(board, { noteId: note, to: cell, ...(anyNote && pick % 2 ? { before: anyNote } : {}) });
        break;
      case 3:
        if (note) deleteNote(board, note, when);
        break;
      case 4:
        if (note) restoreNote(board, note);
        break;
      case 5: {
        const changed = of(own);
        // Whoever writes for a child does so from the first word on.
        const mayBe = voice !== 'child' || !by.hasHelped || (changed && this.#factsOf(changed).isChilds);
        if (changed && mayBe) setVoice(board, changed, voice);
        break;
      }
      case 6:
        if (anyNote) setAction(board, anyNote, { owner: `Eier ${pick}`, due: '2026-12-01' });
        break;
      case 7:
        if (anyNote) removeAction(board, anyNote);
        break;
      case 8:
        drawStroke(board, { id: `s${when}` as StrokeId, cell, points: [1, 1, 1], colour: 'ink', width: 2, author: me });
        break;
      case 9: {
        const stroke = of([...board.strokes.keys()].toSorted());
        if (stroke) eraseStroke(board, stroke as StrokeId, me);
        break;
      }
      case 10:
        setHeader(board, { title: `Tittel ${pick}`, ...(pick % 2 ? { for: 'Eirin' } : {}) });
        break;
      case 11:
        setPhase(board, 'overall', pick % 3 ? 'stable' : undefined);
        if (by.role === 'leader' || by.voices.has('citizen') || by.voices.has('child'))
          setPhase(board, 'overall', pick % 2 ? 'exposed' : undefined, 'citizen');
        break;
      case 12: {
        const voted = anyNote && (board.notes.get(anyNote) as Y.Map<unknown>).get('votes');
        if (!(voted instanceof Y.Map)) break;
        board.transact(() => (voted.has(me) ? voted.delete(me) : voted.set(me, true)));
        break;
      }
      case 13:
        board.transact(() => {
          const map = board.doc.getMap('meeting');
          if (by.role === 'leader') map.set('step', pick);
          else map.set(`tema-${pick % 2}`, true);
        });
        break;
      case 14:
        if (note && (by.role === 'leader' || by.voices.has('citizen') || by.voices.has('child')))
          board.transact(() => (board.notes.get(note) as Y.Map<unknown>).set('goal', 'underway'));
        break;
      case 22:
        if (note && by.role === 'leader' && !this.#factsOf(note).isChilds)
          board.transact(() =>
            (board.notes.get(note) as Y.Map<unknown>).set('writtenUp', { as: 'result', words: 'x' }),
          );
        break;
      case 15:
        board.transact(() => {
          // What a later program keeps beside ours.
          board.duk.set('nyere', new Y.Map([['a', pick]]));
          board.doc.getArray('nytt').push([pick]);
          if (anyNote) (board.notes.get(anyNote) as Y.Map<unknown>).set('nyere', pick);
        });
        break;
      case 16:
      case 17:
        this.undo.undo();
        break;
      case 18:
        this.undo.redo();
        break;
      case 19: {
        const isWhose = by.role === 'leader' || by.voices.has('citizen') || by.voices.has('child');
        if (anyNote && isWhose) giveHeart(board, anyNote, me, pick % 3 > 0);
        else if (anyNote) voteFor(board, anyNote, me, pick % 3 > 0);
        if (isWhose && pick % 5 === 0) setHeartsDone(board, pick % 2 === 0);
        break;
      }
      case 20: {
        const paired = of(own.filter((id) => !this.#factsOf(id).isChilds || by.voices.has('child')));
        if (paired && anyNote) pairNotes(board, paired, pick % 3 ? anyNote : undefined);
        break;
      }
      case 21: {
        const theme = of(board.template.themes)?.id ?? '';
        setThemeTalk(board, theme, of(themeTalks) ?? 'notYet');
        if (by.role !== 'leader') break;
        setStep(board, pick % 4 ? 'works' : '', pick % 2 ? theme : undefined);
        if (pick % 2) gatherAt(board, { columns: [], theme, at: when });
        if (pick % 3) setTimer(board, { from: when, until: when + 1 });
      }
    }
    this.undo.stopCapturing();
  }
}

const commands = fc.integer({ min: 0, max: 22 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ kind: fc.constant('act' as const), who: fc.nat(4), command: commands, pick: fc.nat(11) }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('hear' as const), who: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(4) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('comeHome' as const),
        who: fc.nat(4),
        first: fc.boolean(),
        server: fc.nat(1),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), who: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('readOn' as const), server: fc.nat(1) }) },
  ),
  { minLength: 1, maxLength: 60 },
);

describe('the rules of the duk and honest people', () => {
  it('let everything pass, and all end up with the same duk', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const journal: Uint8Array[] = [createBoardUpdate({ title: 'Planen', templateId: 'simple', for: 'Selam' })];
        const servers = [new JudgedServer(journal), new JudgedServer(journal)];
        const windows = writers.map(
          (by, index) => new Window(by, clientIds[index] as number, servers[index % 2] as JudgedServer),
        );
        script.forEach((step, when) => {
          if (step.kind === 'readOn') {
            servers[step.server]?.readOn();
            return;
          }
          const window = windows[step.who] as Window;
          if (step.kind === 'act') window.act(step.command, step.pick, when);
          else if (step.kind === 'hear') window.hear();
          else if (step.kind === 'leave') window.isOnline = false;
          else if (step.kind === 'reload') window.open();
          else {
            window.server = servers[step.server] as JudgedServer;
            window.comeHome(step.first);
          }
        });
        for (const window of windows) window.comeHome();
        for (const server of servers) server.readOn();
        for (const window of windows) window.comeHome();
        expect(windows.flatMap(({ refused }) => refused)).toEqual([]);
        const [first, second] = servers.map(({ doc }) => contentOf(doc));
        expect(second).toEqual(first);
        // Unjudged and in another order, as a server reads it that was not there.
        const late = new Y.Doc();
        for (const update of journal.toReversed()) Y.applyUpdate(late, update);
        expect(contentOf(late)).toEqual(first);
        for (const { doc } of windows) expect(contentOf(doc)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function contentOf(doc: Y.Doc): unknown {
  const roots = ['duk', 'notes', 'strokes', 'journey', 'meeting'];
  return [
    doc.store.pendingStructs,
    doc.store.pendingDs,
    doc.getArray('nytt').toJSON(),
    roots.map((name) => doc.getMap(name).toJSON()),
  ];
}
