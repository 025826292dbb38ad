import { createHash } from 'node:crypto';
import type { Writer } from '@duken/shared/access';
import type { BoardId, Day, NoteId, ParticipantId, PersonId } from '@duken/shared/board';
import {
  type AnswerKind,
  familyNames,
  type IndexedAction,
  isOpen,
  personOf,
  reportAnswer,
  type ToldByDoer,
  toldOf,
  withoutNames,
} from '@duken/shared/followUp';
import { doersOf } from '@duken/shared/people';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { hashOf, osloDayOf } from '../access/index.ts';
import type { AnswerRow, AnswerStore, Directory, PersonRow } from '../storage/index.ts';
import type { ActionIndexes } from './actionIndexes.ts';
import type { ActionsInUse } from './actionsInUse.ts';
import type { ApplyOnDuk } from './followUpRoutes.ts';

/** A tiltak of one person, as their link shows it: by an id and words that say nothing of the case. */
export interface PromisedAction {
  readonly itemId: string;
  readonly noteId: NoteId;
  readonly due: Day;
  readonly isDone: boolean;
  /** What it says on the duk. */
  readonly source: string;
  /** What it is called outside the case, and whether the leader has checked it. */
  readonly text: string;
  readonly isChecked: boolean;
  readonly answer?: AnswerRow;
}

/** An open tiltak that somebody of the case does, and what it is called outside the case. */
export interface OutsideWords {
  readonly noteId: NoteId;
  /** What it says on the duk, who does it, and by when. */
  readonly source: string;
  readonly doers: readonly string[];
  readonly due: Day;
  /** What the leader has checked, or the same words without the names we know. */
  readonly text: string;
  readonly isChecked: boolean;
}

export interface NewAnswer {
  readonly answer: AnswerKind;
  readonly line?: string;
  readonly date?: Day;
}

export interface AnsweringTools {
  readonly answers: AnswerStore;
  readonly directory: Pick<Directory, 'findBoard' | 'listPeople' | 'seatsOfPerson'>;
  readonly indexes: Pick<ActionIndexes, 'read'>;
  readonly actionsInUse: ActionsInUse;
  readonly apply: ApplyOnDuk;
  readonly clock: () => number;
  /** Somebody has answered. */
  readonly onAnswered: (boardId: BoardId) => void;
}

/** What people have promised, and what they say of it by a link of their own. */
export interface Answering {
  /** What a person has to do and, so that they can take it back, what they have said is done. Undefined for nobody of the case. */
  promisesOf(boardId: BoardId, personId: PersonId): Promise<readonly PromisedAction[] | undefined>;
  /** What each who does an open tiltak has last said of it. */
  saidOf(boardId: BoardId): Promise<readonly { readonly noteId: NoteId; readonly doers: readonly ToldByDoer[] }[]>;
  /** What leaves the building of each tiltak, for the leader to look over. Undefined for no case. */
  wordsOf(boardId: BoardId): Promise<readonly OutsideWords[] | undefined>;
  /** Keeps words that the leader has looked over, for as long as the tiltak say what they say now. */
  checkWords(boardId: BoardId, texts: Readonly<Record<NoteId, string>>): Promise<void>;
  /** @returns `itemNotFound` for what is not theirs */
  answer(
    boardId: BoardId,
    personId: PersonId,
    itemId: string,
    answer: NewAnswer,
  ): Promise<Result<void, { readonly kind: 'itemNotFound' | 'boardUnreadable' }>>;
}

export function answeringWith(tools: AnsweringTools): Answering {
  const { answers, directory, indexes, actionsInUse, apply, clock, onAnswered } = tools;
  async function promisesOf(boardId: BoardId, personId: PersonId): Promise<readonly PromisedAction[] | undefined> {
    const [board, people, index, inUse, given, checked] = await Promise.all([
      directory.findBoard(boardId),
      directory.listPeople(boardId),
      indexes.read([boardId]),
      actionsInUse(boardId),
      answers.answersOf([boardId]),
      answers.shortTextsOf([boardId]),
    ]);
    if (!board || !people.some(({ id }) => id === personId)) return undefined;
    // Nothing is asked of anybody in a case that is closed, and its duk can only be read.
    if (board.archivedAt !== undefined) return [];
    const names = familyNames(people, board.title);
    const own = given.filter((row) => row.personId === personId);
    return (index.get(boardId) ?? []).flatMap((action): PromisedAction[] => {
      if (inUse && !inUse.has(action.noteId)) return [];
      const answer = own.find(({ noteId }) => noteId === action.noteId);
      const isTakenBackable = action.status === 'done' && answer !== undefined;
      if (!(isOpen(action) || isTakenBackable) || !isDoneBy(action, personId, people)) return [];
      const sourceHash = hashOf(action.text);
      const short = checked.find((text) => text.noteId === action.noteId && text.sourceHash === sourceHash);
      return [
        {
          itemId: itemIdOf(boardId, personId, action.noteId),
          noteId: action.noteId,
          due: action.due,
          isDone: action.status === 'done',
          source: action.text,
          text: short?.text ?? withoutNames(action.text, names),
          isChecked: short !== undefined,
          ...(answer ? { answer } : {}),
        },
      ];
    });
  }

  async function wordsOf(boardId: BoardId): Promise<readonly OutsideWords[] | undefined> {
    const [board, people, index, checked] = await Promise.all([
      directory.findBoard(boardId),
      directory.listPeople(boardId),
      indexes.read([boardId]),
      answers.shortTextsOf([boardId]),
    ]);
    if (!board) return undefined;
    const names = familyNames(people, board.title);
    const nameOf = (asked: PersonId) => people.find(({ id }) => id === asked)?.name;
    return (index.get(boardId) ?? []).filter(isOpen).flatMap((action): OutsideWords[] => {
      const { noteId, text: source, due } = action;
      const doers = doersOf(action, nameOf).flatMap((doer) => personOf(doer, people)?.name ?? []);
      if (source.trim() === '' || doers.length === 0) return [];
      const sourceHash = hashOf(source);
      const short = checked.find((text) => text.noteId === noteId && text.sourceHash === sourceHash);
      const text = short?.text ?? withoutNames(source, names);
      return [{ noteId, source, doers, due, text, isChecked: short !== undefined }];
    });
  }

  return {
    promisesOf,
    wordsOf,
    async saidOf(boardId) {
      const [people, index, given] = await Promise.all([
        directory.listPeople(boardId),
        indexes.read([boardId]),
        answers.answersOf([boardId]),
      ]);
      const said = given.map((row) => ({ ...row, answeredOn: osloDayOf(row.answeredAt) }));
      return (index.get(boardId) ?? [])
        .filter(isOpen)
        .map((action) => ({ noteId: action.noteId, doers: toldOf(action, people, said) }));
    },
    async checkWords(boardId, texts) {
      const index = (await indexes.read([boardId])).get(boardId) ?? [];
      await answers.setShortTexts(
        boardId,
        index.flatMap(({ noteId, text: source }) => {
          const text = texts[noteId];
          return text === undefined ? [] : [{ noteId, sourceHash: hashOf(source), text }];
        }),
      );
    },
    async answer(boardId, personId, itemId, { answer, line, date }) {
      const promise = (await promisesOf(boardId, personId))?.find((one) => one.itemId === itemId);
      const people = await directory.listPeople(boardId);
      const person = people.find(({ id }) => id === personId);
      if (!promise || !person) return failed({ kind: 'itemNotFound' });
      const { noteId } = promise;
      const at = clock();
      const reported = await apply(
        boardId,
        (board) => reportAnswer(board, { noteId, person, people, answer, at }),
        await handOf(person),
      );
      if (!reported.ok)
        return failed({ kind: reported.failure.kind === 'actionGone' ? 'itemNotFound' : 'boardUnreadable' });
      await answers.setAnswer({
        boardId,
        noteId,
        personId,
        answer,
        ...(line === undefined ? {} : { line }),
        ...(date === undefined ? {} : { date }),
        answeredAt: at,
      });
      onAnswered(boardId);
      return succeeded(undefined);
    },
  };

  /** Whoever has never sat at the duk writes under their own id. */
  async function handOf({ id }: PersonRow): Promise<Pick<Writer, 'participantId' | 'seats'>> {
    const seats = await directory.seatsOfPerson(id);
    const participantId = seats[0] ?? (id as string as ParticipantId);
    return { participantId, seats: new Set([participantId, ...seats]) };
  }
}

function isDoneBy(action: IndexedAction, personId: PersonId, people: readonly PersonRow[]): boolean {
  const nameOf = (asked: PersonId) => people.find(({ id }) => id === asked)?.name;
  return doersOf(action, nameOf).some((doer) => personOf(doer, people)?.id === personId);
}

/** The same each time, and says nothing of the note: ids of notes may hold words. */
function itemIdOf(boardId: BoardId, personId: PersonId, noteId: NoteId): string {
  return createHash('sha256').update(`${boardId}\n${personId}\n${noteId}`).digest('base64url').slice(0, 22);
}
