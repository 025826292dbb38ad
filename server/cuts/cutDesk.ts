import type { BoardId, ParticipantId } from '@duken/shared/board';
import { type CutChoice, type CutRecipient, covers, type MayHave, mayHave } from '@duken/shared/cut';
import { type LetterContacts, type LetterLanguage, letterTexts } from '@duken/shared/letter';
import type { CutReply, ProblemKind } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { osloDayOf } from '../access/index.ts';
import { type ExportFormat, fileName, type MadeFile, MadeFiles, type Renderer } from '../export/index.ts';
import type { LogReader } from '../log/index.ts';
import { type PlanReader, sha256Of } from '../plans/index.ts';
import type { Consents, Directory, GivenCut, WholeCut } from '../storage/index.ts';

export interface CutTools {
  readonly consents: Pick<Consents, 'list'>;
  readonly directory: Pick<Directory, 'listParticipants' | 'listPeople'>;
  /** What is known of a case now, beside its versions. */
  readonly contactsOf: (boardId: BoardId, version: number) => Promise<LetterContacts>;
  readonly reader: Pick<PlanReader, 'cut' | 'cutLetter'>;
  readonly renderer: Pick<Renderer, 'render'>;
  readonly clock: () => number;
}

/** A cut as it is read on a page. */
export interface ShownCut {
  /** A `Letter` as JSON. */
  readonly letterJson: string;
  /** Its part of the duk as SVG, where it has one. */
  readonly picture?: string;
}

type Failure = { readonly kind: ProblemKind };

/** Makes cuts, and sets them: all who give or read one come here, and none of them cuts anything away. */
export class CutDesk {
  readonly #tools: CutTools;
  readonly #files = new MadeFiles();

  constructor(tools: CutTools) {
    this.#tools = tools;
  }

  /** What somebody may be given today, by the consents of the case. */
  async mayHave(boardId: BoardId, recipient: CutRecipient): Promise<MayHave> {
    const { consents, directory, clock } = this.#tools;
    const [all, people] = await Promise.all([consents.list(boardId), directory.listPeople(boardId)]);
    const person = people.find(({ id }) => id === recipient.personId);
    // Where they work now, and where nobody says that any more, where they did when it was given.
    const asked = person
      ? { ...recipient, service: person.service ?? recipient.service, isSubject: person.isSubject }
      : recipient;
    return mayHave(asked, person?.voices ?? [], all, osloDayOf(clock()));
  }

  /** Whether a cut that was given may still be read: a consent may have been withdrawn since. */
  async isCovered({ boardId, recipient, choice }: GivenCut): Promise<boolean> {
    return covers(await this.mayHave(boardId, recipient), choice.themes);
  }

  /** The cut as it would be given, and its hash. */
  async make(
    boardId: BoardId,
    version: number,
    wish: { readonly recipient: string; readonly choice: CutChoice; readonly since: number },
  ): Promise<Result<{ readonly cutJson: string; readonly sha256: string }, Failure>> {
    const children = await this.#childrenOf(boardId);
    const made = await this.#tools.reader.cut(boardId, version, { ...wish, children });
    if (!made.ok) return made;
    return succeeded({ cutJson: made.value, sha256: sha256Of(made.value) });
  }

  /** Also the seats that were taken away, and of who has not been let in. */
  async #childrenOf(boardId: BoardId): Promise<readonly ParticipantId[]> {
    const { directory } = this.#tools;
    const [people, seats] = await Promise.all([directory.listPeople(boardId), directory.listParticipants(boardId)]);
    const children = new Set(people.filter(({ voices }) => voices.includes('child')).map(({ id }) => id));
    return seats
      .filter(({ personId, voice }) => voice === 'child' || (personId !== undefined && children.has(personId)))
      .map(({ id }) => id);
  }

  /** @param cut one that was given, or that would be */
  async show(
    { boardId, version, cutJson, choice }: Pick<WholeCut, 'boardId' | 'version' | 'cutJson' | 'choice'>,
    language: LetterLanguage,
  ): Promise<Result<ShownCut, Failure>> {
    const contacts = await this.#tools.contactsOf(boardId, version);
    const letter = await this.#tools.reader.cutLetter({ cutJson, contacts, language });
    if (!letter.ok) return letter;
    if (!choice.withPicture) return succeeded({ letterJson: letter.value });
    const picture = await this.#file({ boardId, cutJson }, 'svg', language, contacts);
    if (!picture.ok) return failed({ kind: problemOf(picture) });
    return succeeded({ letterJson: letter.value, picture: Buffer.from(picture.value).toString('utf8') });
  }

  /** The cut as a file, by the name that it is saved under. */
  async file(
    cut: WholeCut,
    format: ExportFormat,
    language: LetterLanguage,
  ): Promise<Result<{ readonly bytes: Uint8Array; readonly name: string }, Failure>> {
    if (!cut.choice.withPicture && (format === 'svg' || format === 'png')) return failed({ kind: 'notFound' });
    const contacts = await this.#tools.contactsOf(cut.boardId, cut.version);
    const made = await this.#file(cut, format, language, contacts);
    if (!made.ok) return failed({ kind: problemOf(made) });
    const mark = letterTexts[language].cut.fileName;
    const name = fileName({ ...cut, title: '' }, { format, language, form: 'plan', mark });
    return succeeded({ bytes: made.value, name });
  }

  async #file(
    { boardId, cutJson }: Pick<WholeCut, 'boardId' | 'cutJson'>,
    format: ExportFormat,
    language: LetterLanguage,
    contacts: LetterContacts,
  ): Promise<MadeFile> {
    const { renderer } = this.#tools;
    const of = sha256Of(JSON.stringify({ cutJson, language, contacts }));
    const kept = (job: Parameters<Renderer['render']>[0]): Promise<MadeFile> =>
      this.#files.get(`${of} ${format}`, () => renderer.render(job, boardId));
    const cutPlan = { planJson: cutJson, isCut: true, language } as const;
    switch (format) {
      case 'json':
        // The very bytes that its hash is of.
        return succeeded(Buffer.from(cutJson, 'utf8'));
      case 'svg':
        return kept({ kind: 'svg', ...cutPlan });
      case 'png': {
        const svg = await this.#file({ boardId, cutJson }, 'svg', language, contacts);
        return svg.ok ? kept({ kind: 'png', svg: Buffer.from(svg.value).toString('utf8') }) : svg;
      }
      case 'csv':
        return kept({ kind: 'csv', ...cutPlan, standing: '' });
      case 'pdf':
      case 'docx':
      case 'txt':
        return kept({ kind: format, cut: { cutJson, contacts, language } });
    }
  }
}

function problemOf({ failure }: MadeFile & { readonly ok: false }): ProblemKind {
  return failure.kind === 'refused' ? 'exportFailed' : 'exportBusy';
}

/** What is told of a cut that was given, without what stands in it. */
export function cutReply(cut: GivenCut): CutReply {
  const { id, version, date, recipient, choice, language, way, sha256, givenBy, givenAt, link, withdrawnAt } = cut;
  return {
    cutId: id,
    version,
    date,
    recipient: recipient.name,
    ...(recipient.personId === undefined ? {} : { personId: recipient.personId }),
    ...(recipient.service === undefined ? {} : { service: recipient.service }),
    themes: [...choice.themes],
    withPicture: choice.withPicture,
    withDifference: choice.withDifference,
    lang: language,
    way,
    sha256,
    givenBy,
    givenAt,
    ...(link ? { link } : {}),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  };
}

/**
 * Whoever comes by a link to a cut and has no seat, as the log tells of them.
 * @param opening one browser's, so that ten who open one link are told apart
 */
export function comerInLog(
  { id, boardId, recipient: { personId, name, service } }: GivenCut,
  opening: string,
): LogReader {
  return {
    boardId,
    // A body is nobody of the case: it is told apart by what it was given.
    personId: personId ?? id,
    participantId: opening,
    name,
    ...(service === undefined ? {} : { service }),
    access: 'cutLink',
    accessId: id,
  };
}
