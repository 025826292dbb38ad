import { createHash } from 'node:crypto';
import type { PlanVersion } from '@duken/shared/plan';
import { cleanLine, cleanText } from '@duken/shared/text';
import { zipSync } from 'fflate';
import {
  type ArchivedFile,
  type ArchivedNote,
  type ArkivmeldingSource,
  arkivmelding,
  arkivnotat,
} from './arkivmelding.ts';
import { zipDay } from './steadyZip.ts';

export interface ArchivePackageSource extends Pick<ArkivmeldingSource, 'leaders' | 'ground' | 'hasFolder'> {
  readonly version: PlanVersion;
  /** The version as it is stored. */
  readonly planJson: string;
  /** The letter as PDF. */
  readonly pdf: Uint8Array;
  /** The duk as SVG, as it is stored. */
  readonly picture: string;
  /** Lines of the contact log that were chosen; each becomes an entry of its own. */
  readonly notes?: readonly ChosenNote[];
}

/** A line of the contact log, with the lines that correct it. */
export interface ChosenNote extends ArchivedNote {
  readonly words: string;
  readonly corrections: readonly (Pick<ArchivedNote, 'day' | 'by'> & { readonly words: string })[];
}

type Content = Omit<ArchivedFile, 'bytes' | 'sha256'> & { readonly bytes: Uint8Array };

const sumsName = 'SHA256SUMS';
const messageName = 'arkivmelding.xml';

/**
 * What an archivist takes in without retyping: the message, the letter, the plan as data, the picture of the duk, and a list of
 * sums that `sha256sum -c` reads. The same version, people and ground give the same bytes.
 */
export function archivePackage({
  version,
  planJson,
  pdf,
  picture,
  notes = [],
  ...known
}: ArchivePackageSource): Uint8Array {
  const base = `investeringsplan-versjon-${version.version}`;
  const isArchivable = claimsPdfA(pdf);
  const contents: readonly Content[] = [
    {
      name: `${base}.pdf`,
      bytes: pdf,
      title: 'Investeringsplan',
      format: isArchivable ? ['RA-PDF', 'PDF/A'] : ['PDF', 'PDF'],
      // veraPDF is not at hand: we write it after the standard, and do not say that anybody has tested that.
      formatDetails: isArchivable ? 'Laget etter PDF/A-2a, ikke validert' : 'PDF med struktur, ikke PDF/A',
      variant: isArchivable ? 'A' : 'P',
      mimeType: 'application/pdf',
    },
    {
      name: `${base}.json`,
      bytes: Buffer.from(planJson, 'utf8'),
      title: 'Investeringsplanen som data',
      format: ['JSON', 'JSON'],
      variant: 'P',
      mimeType: 'application/json',
    },
    {
      name: `${base}.svg`,
      bytes: Buffer.from(picture, 'utf8'),
      title: 'Bilde av duken',
      format: ['SVG', 'SVG'],
      variant: 'P',
      mimeType: 'image/svg+xml',
    },
  ];
  const summed = contents.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.length, sha256: sha256Of(bytes) }));
  const noted = notes.flatMap((note, index) => noteFiles(note, index + 1, version, known.ground));
  const sumsOfNotes = noted.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }));
  const lines = (sums: readonly { readonly name: string; readonly sha256: string }[]) =>
    Buffer.from(sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''), 'utf8');
  const sumsOf = (message: Uint8Array) =>
    lines([{ name: messageName, sha256: sha256Of(message) }, ...summed, ...sumsOfNotes]);
  const files: readonly ArchivedFile[] = [
    ...summed,
    {
      name: sumsName,
      title: 'Kontrollsummer for filene',
      format: ['RA-TEKST', 'Ren tekst'],
      variant: 'P',
      mimeType: 'text/plain',
      // As long whatever the sums are: that of the message is one of them, so it can't hold theirs.
      bytes: sumsOf(new Uint8Array()).length,
    },
  ];
  const message = Buffer.from(arkivmelding({ version, files, ...known }), 'utf8');
  return zipSync(
    {
      [messageName]: message,
      ...Object.fromEntries([...contents, ...noted].map(({ name, bytes }) => [name, bytes])),
      [sumsName]: sumsOf(message),
    },
    { mtime: zipDay, level: 6 },
  );
}

/** A note's own message and its words, in a folder of their own. */
function noteFiles(
  note: ChosenNote,
  number: number,
  { boardId, plan }: PlanVersion,
  ground: string,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const folder = `notat-${number}`;
  const text = [
    `Kontaktnotat ${note.day}, skrevet av ${cleanLine(note.by)}`,
    '',
    cleanText(note.words),
    ...note.corrections.flatMap(({ day, by, words }) => [
      '',
      `Rettet ${day} av ${cleanLine(by)}`,
      '',
      cleanText(words),
    ]),
    '',
  ].join('\r\n');
  const bytes = Buffer.from(text, 'utf8');
  const file: ArchivedFile = {
    name: 'notat.txt',
    title: 'Kontaktnotat',
    format: ['RA-TEKST', 'Ren tekst'],
    variant: 'A',
    mimeType: 'text/plain',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
  };
  const message = arkivnotat({ boardId, whose: plan.for, ground, note, file });
  return [
    { name: `${folder}/${messageName}`, bytes: Buffer.from(message, 'utf8') },
    { name: `${folder}/${file.name}`, bytes },
  ];
}

/** A letter with signs that PDF/A can't hold comes as ordinary PDF; its metadata, which are never compressed, say which it is. */
function claimsPdfA(pdf: Uint8Array): boolean {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('pdfaid:part');
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
