import type { Day } from '@duken/shared/board';
import type { PlanVersion } from '@duken/shared/plan';
import { cleanLine, isBlank } from '@duken/shared/text';

/** A file of a package, as the message tells of it. */
export interface ArchivedFile {
  readonly name: string;
  /** What it is, without a name. */
  readonly title: string;
  /** Its format as Noark names it, and in words. */
  readonly format: readonly [code: string, name: string];
  /** What can be said of the format beyond its name. */
  readonly formatDetails?: string;
  /** `A` is to be kept for ever; `P` is what it was made from. */
  readonly variant: 'A' | 'P';
  readonly mimeType: string;
  readonly bytes: number;
  /** Lower-case hex; absent of the list of sums, which holds that of the message itself. */
  readonly sha256?: string;
}

export interface ArkivmeldingSource {
  readonly version: Pick<PlanVersion, 'boardId' | 'version' | 'date' | 'frozenAt' | 'plan'>;
  /** Who leads the case. */
  readonly leaders: readonly string[];
  /** The law that the municipality shields such plans by. */
  readonly ground: string;
  /** Whether the archive has the case's folder already, since it has answered for an earlier version. */
  readonly hasFolder: boolean;
  /** The letter first. */
  readonly files: readonly ArchivedFile[];
}

const message = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1';
const catalogue = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1';

type Element = readonly [name: string, content: string | readonly (Element | undefined)[], attributes?: string];

/**
 * A version as an entry of a journal in the municipality's archive: KS's Fiks Arkiv, `arkivmelding.opprett` v1. The schema wants
 * each element in this very order, and what is inside a code or a key in the catalogue's own namespace. What the public may read
 * (`offentligTittel`, the names of files, the titles of documents) has nobody's name in it.
 */
export function arkivmelding({ version, leaders, ground, hasFolder, files }: ArkivmeldingSource): string {
  const { boardId, plan, date, frozenAt } = version;
  const [whose] = [plan.for, plan.title].filter((name) => !isBlank(name)).map(cleanLine);
  const numbered = `versjon ${version.version}`;
  const titled = whose === undefined ? 'Investeringsplan' : `Investeringsplan for ${whose}`;
  const named = leaders.map(cleanLine).filter((name) => name !== '');
  const parties = partiesOf(plan.for);
  const shielding = shieldedBy(ground);
  const folder: Element = [
    'mappe',
    [
      ['tittel', titled],
      ['offentligTittel', 'Investeringsplan'],
      ...parties,
      shielding,
      ['referanseEksternNoekkel', key(boardId)],
    ],
    'xsi:type="saksmappe"',
  ];
  const entry: Element = [
    'registrering',
    [
      ['opprettetDato', new Date(frozenAt).toISOString()],
      ['opprettetAv', named[0] ?? 'Duken'],
      ['referanseForelderMappe', [['n5mdk:referanseEksternNoekkel', key(boardId)]]],
      ...parties,
      shielding,
      ...files.map((file, index) => documentOf(file, index, shielding)),
      ['tittel', `${titled}, ${numbered}`],
      ['offentligTittel', `Investeringsplan, ${numbered}`],
      ...named.map((name): Element => ['forfatter', name]),
      ['referanseEksternNoekkel', key(`${boardId}/${version.version}`)],
      ['journalposttype', code('X', 'Organinternt dokument uten oppfølging')],
      ['journalstatus', code('F', 'Ferdigstilt fra saksbehandler')],
      ['dokumentetsDato', date],
      ['antallVedlegg', String(files.length - 1)],
    ],
    'xsi:type="journalpost"',
  ];
  return messageOf(files.length, [hasFolder ? undefined : folder, entry]);
}

/** A line of the contact log that was chosen for the archive, with what corrects it. */
export interface ArchivedNote {
  readonly id: string;
  readonly day: Day;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/**
 * A note as an entry of its own in the case's folder, which the package's first message makes or names: a message has room for one
 * entry. The same order and namespaces hold.
 */
export function arkivnotat({
  boardId,
  whose,
  ground,
  note,
  file,
}: {
  readonly boardId: string;
  /** PLANEN TIL. */
  readonly whose: string;
  readonly ground: string;
  readonly note: ArchivedNote;
  readonly file: ArchivedFile;
}): string {
  const { id, day, by, writtenAt } = note;
  const shielding = shieldedBy(ground);
  const author = cleanLine(by);
  return messageOf(1, [
    [
      'registrering',
      [
        ['opprettetDato', new Date(writtenAt).toISOString()],
        ['opprettetAv', author || 'Duken'],
        ['referanseForelderMappe', [['n5mdk:referanseEksternNoekkel', key(boardId)]]],
        ...partiesOf(whose),
        shielding,
        documentOf(file, 0, shielding),
        ['tittel', 'Kontaktnotat'],
        ['offentligTittel', 'Notat'],
        ...(author === '' ? [] : [['forfatter', author] as const]),
        ['referanseEksternNoekkel', key(`${boardId}/notat/${id}`)],
        ['dokumentetsDato', day],
        ['antallVedlegg', '0'],
      ],
      'xsi:type="arkivnotat"',
    ],
  ]);
}

function messageOf(files: number, entries: readonly (Element | undefined)[]): string {
  const whole: Element = [
    'arkivmelding',
    [['system', 'Duken'], ['antallFiler', String(files)], ...entries],
    `xmlns="${message}" xmlns:n5mdk="${catalogue}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(whole, '')}`;
}

function partiesOf(whose: string): readonly Element[] {
  if (isBlank(whose)) return [];
  return [
    [
      'part',
      [
        ['partNavn', cleanLine(whose)],
        ['erSkjermet', 'true'],
      ],
    ],
  ];
}

function shieldedBy(ground: string): Element {
  return [
    'skjerming',
    [
      ['tilgangsrestriksjon', code('UO', 'Unntatt offentlighet')],
      ['skjermingshjemmel', ground],
    ],
  ];
}

function documentOf(file: ArchivedFile, index: number, shielding: Element): Element {
  const { name, title, format, formatDetails, variant, mimeType, bytes, sha256 } = file;
  return [
    'dokumentbeskrivelse',
    [
      ['dokumentstatus', code('F', 'Dokumentet er ferdigstilt')],
      ['tittel', title],
      ['tilknyttetRegistreringSom', index === 0 ? code('H', 'Hoveddokument') : code('V', 'Vedlegg')],
      ['dokumentnummer', String(index + 1)],
      shielding,
      [
        'dokumentobjekt',
        [
          ['versjonsnummer', '1'],
          ['variantformat', variant === 'A' ? code('A', 'Arkivformat') : code('P', 'Produksjonsformat')],
          ['format', code(...format)],
          formatDetails === undefined ? undefined : ['formatDetaljer', formatDetails],
          ['mimeType', mimeType],
          ['filnavn', name],
          ['referanseDokumentfil', name],
          sha256 === undefined ? undefined : ['sjekksum', sha256],
          sha256 === undefined ? undefined : ['sjekksumAlgoritme', 'SHA-256'],
          ['filstoerrelse', String(bytes)],
        ],
      ],
    ],
  ];
}

function code(value: string, name: string): readonly Element[] {
  return [
    ['n5mdk:kode', value],
    ['n5mdk:beskrivelse', name],
  ];
}

function key(value: string): readonly Element[] {
  return [
    ['n5mdk:fagsystem', 'Duken'],
    ['n5mdk:noekkel', value],
  ];
}

function written([name, content, attributes]: Element, indent: string): string {
  const open = attributes === undefined ? name : `${name} ${attributes}`;
  if (typeof content === 'string') return `${indent}<${open}>${escaped(content)}</${name}>\n`;
  const children = content.filter((child) => child !== undefined);
  return `${indent}<${open}>\n${children.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** XML has no way at all to write some signs, such as half of a pair or U+FFFE. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(notInXml, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
