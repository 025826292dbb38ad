import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maxNoteLength, type Note } from '@duken/shared/board';
import type { LetterContacts, LetterLanguage } from '@duken/shared/letter';
import type { PlanVersion } from '@duken/shared/plan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRenderer } from './renderer.ts';
import { agreed, boardWith, gro, noContacts, note, pictureOf, versionOf } from './testing/planBuilders.ts';
import { runTool } from './testing/runTool.ts';

const folder = mkdtempSync(join(tmpdir(), 'duken-pdf-'));
const renderer = openRenderer();
afterAll(() => {
  renderer.close();
  rmSync(folder, { recursive: true });
});

const marit: LetterContacts = {
  ...noContacts,
  leaders: [{ name: 'Marit', phone: '22 33 44 55' }],
  nextMeeting: '2026-12-09',
  services: [{ name: 'Leif', service: 'Rus- og psykisk helsetjeneste' }],
};

let files = 0;

async function pdfOf(
  version: PlanVersion,
  previous?: PlanVersion | 'unreadable',
  language: LetterLanguage = 'nb',
): Promise<{ file: string; bytes: Uint8Array }> {
  const made = await renderer.render({
    kind: 'pdf',
    letter: {
      planJson: JSON.stringify(version),
      ...(previous ? { comparedPlanJson: JSON.stringify(previous) } : {}),
      contacts: marit,
      reader: 'family',
      form: 'plan',
      language,
    },
    picture: pictureOf(version),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  files += 1;
  const file = join(folder, `plan-${files}.pdf`);
  writeFileSync(file, made.value);
  return { file, bytes: made.value };
}

/** The text of the letter, without the picture on the last page, white space evened out. */
function textOf(file: string): string {
  return evened(runTool('pdftotext', ['-l', String(pagesOf(file) - 1), file, '-']));
}

function textOfAll(file: string): string {
  return evened(runTool('pdftotext', [file, '-']));
}

function pagesOf(file: string): number {
  return Number(/^Pages:\s+(\d+)/m.exec(runTool('pdfinfo', [file]))?.[1]);
}

function evened(text: string): string {
  return text.replace(/[\u200b\u202a-\u202e]/g, '').replace(/\s+/g, ' ');
}

const dreams: readonly Note[] = [
  note('norwegian', { column: 'dream', theme: 'leisure' }, { text: 'Å illustrere en barnebok 🎨' }),
  note('arabic', { column: 'dream', theme: '' }, { text: 'أريد بيت مع حديقة', voice: 'family', author: gro }),
  note('tigrinya', { column: 'dream', theme: 'housing' }, { text: 'ገዛ ክህልወኒ ይደሊ', voice: 'child' }),
];

describe('the plan as a letter in PDF', () => {
  const before = versionOf(
    boardWith([note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke startlån', action: agreed })]),
    1,
    '2026-04-22',
  );
  const version = versionOf(
    boardWith(
      [
        ...dreams,
        note(
          'loan',
          { column: 'now', theme: 'housing' },
          { text: 'Søke startlån', action: { ...agreed, status: 'done' } },
        ),
        note('walk', { column: 'now', theme: 'leisure' }, { text: 'Gå tur på tirsdager' }),
        note('key', { column: 'short', theme: 'housing' }, { text: 'Ha min egen nøkkel' }),
        note('job', { column: 'long', theme: 'work' }, { text: 'Fast deltidsjobb' }),
        note('drawing', { column: 'works', theme: 'leisure' }, { text: 'Jeg tegner nesten hver dag' }),
        note('sofa', { column: 'difficult', theme: 'housing' }, { text: 'Jeg bor på sofaen hos Gro' }),
      ],
      {
        horizonShort: '2026-12-31',
        horizonLong: '2028-06-01',
        journey: { overall: 'exposed', themes: { housing: 'stable' } },
      },
    ),
    2,
  );
  let file = '';
  let text = '';
  beforeAll(async () => {
    file = (await pdfOf(version, before)).file;
    text = textOf(file);
  });

  it('says everything that stands on the duk, dreams first', () => {
    const said = [
      'Investeringsplan for Eirin',
      'møtet 16. september 2026',
      'Investeringsleder: Marit',
      'Telefon: 22 33 44 55',
      'Neste møte: 9. desember 2026',
      'Til stede: Eirin og Leif (Rus- og psykisk helsetjeneste)',
      'Å illustrere en barnebok 🎨',
      'ገዛ ክህልወኒ ይደሊ',
      'Bosituasjon · Barnets stemme · skrevet av Eirin',
      'Familiens og nettverkets stemme · skrevet av Gro',
      'Søke startlån',
      'Mona',
      'Boligkontoret',
      'Dette er gjort',
      '1. des. 2026',
      'Gå tur på tirsdager',
      'Fritid · Innbyggerens stemme · skrevet av Eirin',
      'På kort sikt, innen 31. desember 2026',
      'Ha min egen nøkkel',
      'På lang sikt, innen 1. juni 2028',
      'Fast deltidsjobb',
      'Det som fungerer',
      'Jeg tegner nesten hver dag',
      'Det som er vanskelig',
      'Jeg bor på sofaen hos Gro',
      'Situasjonen som helhet: Ikke trygt ennå',
      'Endret siden versjon 1, møtet 22. april 2026',
      'Gjort «Søke startlån»',
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
    expect(text.indexOf('Å illustrere')).toBeLessThan(text.indexOf('Søke startlån'));
  });

  // Without vowel signs, as people write: with them the page is right, but pdftotext gives the signed letters twice.
  it('keeps Arabic in the order it is read', () => {
    expect(text).toContain('أريد بيت مع حديقة');
  });

  it('has every font inside it, and only the named ones', () => {
    const rows = runTool('pdffonts', [file]).trim().split('\n').slice(2);
    const fonts = rows.map((row) =>
      row
        .split(/\s+/)[0]
        ?.replace(/^[A-Z]{6}\+/, '')
        .replace(/-.*$/, ''),
    );
    expect(new Set(fonts)).toEqual(new Set(['Inter', 'IBMPlexSansArabic', 'NotoSansEthiopic', 'NotoEmoji']));
    expect(rows.filter((row) => !/\byes yes yes\b/.test(row))).toEqual([]);
  });

  it('is whole', () => {
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors');
  });

  it('is tagged: headings in order, lists, a table with headers, and words for its pictures', () => {
    const tags = runTool('pdfinfo', ['-struct-text', file]);
    const headings = Array.from(tags.matchAll(/^\s*H([1-6]) /gm), ([, level]) => Number(level));
    expect(headings[0]).toBe(1);
    expect(headings.every((level, index) => index === 0 || level <= (headings[index - 1] ?? 0) + 1)).toBe(true);
    for (const tag of ['Table', 'THead', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure'])
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    expect(tags).toMatch(/TH <\w+>:\s+\/Scope \/Column\s+\/Headers \[\]\s+"Innen"/);
    const alternatives = runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-']).matchAll(/\/Alt <(\w+)>/g);
    expect(new Set(Array.from(alternatives, ([, words]) => words)).size).toBe(2);
  });

  it('tells readers its title and language', () => {
    expect(runTool('pdfinfo', [file])).toMatch(/^Title:\s+Investeringsplan for Eirin$/m);
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toMatch(/\/Lang \(nb(-NO)?\)/);
  });

  it('prints title, version, day and page on each page, and the fingerprint on the last alone', () => {
    const printed = createHash('sha256').update(JSON.stringify(version)).digest('hex');
    const footers = text.match(/Investeringsplan for Eirin · versjon 2 · 16. september 2026 Side \d av \d/g);
    expect(footers).toHaveLength(pagesOf(file) - 1);
    expect(text).not.toContain(printed.slice(0, 12));
    const last = runTool('pdftotext', ['-f', String(pagesOf(file)), '-raw', file, '-']);
    expect(last.replace(/\s/g, '')).toContain(printed);
  });

  it('ends with the duk as a vector picture, its words as text', async () => {
    const plain = versionOf(
      boardWith([note('sofa', { column: 'difficult', theme: 'housing' }, { text: 'Jeg bor på sofaen' })]),
    );
    const { file: plainFile } = await pdfOf(plain);
    const pages = /^Pages:\s+(\d+)/m.exec(runTool('pdfinfo', [plainFile]))?.[1] ?? '';
    expect(runTool('pdftotext', ['-f', pages, plainFile, '-'])).toContain('Dagens situasjon');
    expect(runTool('pdfinfo', ['-f', pages, '-l', pages, plainFile])).toMatch(/size:\s+1190\.5/);
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', plainFile, '-'])).not.toMatch(/\/Subtype \/Image/);
  });

  it('gives the same bytes for the same version', async () => {
    const [one, other] = [await pdfOf(version, before), await pdfOf(version, before)];
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
  });

  it('says that nobody can tell what changed, when the version before cannot be read', async () => {
    const { file: alone } = await pdfOf(version, 'unreadable');
    expect(textOf(alone)).toContain('Versjon 1 kan ikke leses, så det kan ikke vises hva som er endret siden den.');
  });

  it('has what is left to do before what is done, and says what is not agreed', async () => {
    const open = { owner: '', service: '', due: '', status: 'agreed' } as const;
    const cell = { column: 'now', theme: 'work' } as const;
    const { file: table } = await pdfOf(
      versionOf(
        boardWith([
          note('done', cell, { text: 'Ferdig', order: 'a1', action: { ...agreed, status: 'done' } }),
          note('open', cell, { text: 'Gjenstår', order: 'a2', action: open }),
        ]),
      ),
    );
    expect(textOf(table)).toMatch(/Gjenstår.*ikke avtalt.*ingen dato.*Dette er gjort.*Ferdig/);
  });

  it.each(['nn', 'en'] as const)(
    'comes in %s: headings, dates, its language, and the words on the duk',
    async (language) => {
      const { file: other } = await pdfOf(version, before, language);
      const words = runTool('pdftotext', [other, '-']);
      const expected = {
        nn: ['Dette er gjort', 'Det eg drøymer om', '31. desember 2026', 'Vegen vidare', 'Stemma til innbyggjaren'],
        en: ['This is done', 'What I dream of', '31 December 2026', 'The way ahead', 'The citizen’s voice'],
      }[language];
      expect(expected.filter((said) => !evened(words).includes(said))).toEqual([]);
      expect(runTool('qpdf', ['--qdf', '--object-streams=disable', other, '-'])).toContain(`/Lang (${language})`);
    },
  );

  it('has each tiltak on one page: what, who and by when', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      note(
        `n${index}`,
        { column: 'now', theme: 'work' },
        {
          order: `a${String(index).padStart(2, '0')}`,
          text: `Begynner${index} ${'og går over flere linjer '.repeat(1 + (index % 7))}slutter${index}`,
          action: { ...agreed, owner: `Eier${index}` },
        },
      ),
    );
    const { file: long } = await pdfOf(versionOf(boardWith(many)));
    const pages = Array.from({ length: pagesOf(long) }, (_, index) =>
      evened(runTool('pdftotext', ['-f', String(index + 1), '-l', String(index + 1), long, '-'])),
    );
    for (let index = 0; index < 40; index += 1) {
      const whole = pages.filter((page) => new RegExp(`Begynner${index}\\b`).test(page));
      expect(whole).toHaveLength(pages.length > 1 ? 2 : 1); // the letter, and the duk
      for (const page of whole)
        expect(page).toMatch(new RegExp(`slutter${index}\\b[^]*Eier${index}\\b|Eier${index}\\b`));
    }
  });

  it('makes an address a link that can be pressed, and keeps its letters as they are', async () => {
    const address = 'https://www.lorenskog.kommune.no/tjenester/velferd/investeringsplan?side=2';
    const { file: linked } = await pdfOf(
      versionOf(boardWith([note('web', { column: 'dream', theme: '' }, { text: `Se ${address}.` })])),
    );
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', linked, '-'])).toContain(`/URI (${address})`);
    expect(textOf(linked).replace(/\s/g, '')).toContain(address);
  });

  it('keeps the name of a service on one line', async () => {
    const who = { ...agreed, owner: 'Voksenopplæringen' };
    const { file: table } = await pdfOf(
      versionOf(boardWith([note('course', { column: 'now', theme: 'education' }, { text: 'Norskkurs', action: who })])),
    );
    const words = Array.from(
      runTool('pdftotext', ['-bbox', '-l', '1', table, '-']).matchAll(
        /xMin="([\d.]+)".*xMax="([\d.]+)".*>(.+)<\/word>/g,
      ),
      ([, left, right, word]) => ({ word, left: Number(left), right: Number(right) }),
    );
    const [name, day] = ['Voksenopplæringen', '1.'].map((word) => words.find((found) => found.word === word));
    expect(name?.right).toBeLessThan(day?.left ?? 0);
  });

  it('repeats the head of a long table on its next page', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      note(`n${index}`, { column: 'now', theme: 'work' }, { text: `Tiltak nummer ${index + 1}`, action: agreed }),
    );
    const { file: long } = await pdfOf(versionOf(boardWith(many)));
    for (const page of ['1', '2', '3']) {
      const words = evened(runTool('pdftotext', ['-f', page, '-l', page, long, '-']));
      expect(words).toMatch(/Tiltak Hvem Innen Status/);
    }
    expect(textOf(long)).toContain('Tiltak nummer 60');
  });
});

describe('hostile content', () => {
  it('comes out as the words it is', async () => {
    const hostile = [
      '#import "/etc/passwd": *',
      '#panic("x") $ x^2 $ *fet* _kursiv_ = Overskrift @kilde <merke> `kode` // rest',
      '</svg><script>alert(1)</script>',
      '"quotes\\" \'og\' \\u{41} \\n',
      `før\u0000\u0007\u001b[31metter`,
    ];
    const notes = hostile.map((text, index) => note(`h${index}`, { column: 'dream', theme: '' }, { text }));
    const version = versionOf(boardWith(notes, { for: '#read("letter.typ")', title: '</title>' }));
    const { file } = await pdfOf(version);
    const text = textOf(file);
    for (const said of [...hostile.slice(0, 4), 'før[31metter', 'Investeringsplan for #read("letter.typ")'])
      expect(text).toContain(said);
  });

  it('fits a note of 2,000 characters without a space on the page', async () => {
    const word = 'Ø'.repeat(maxNoteLength);
    const { file } = await pdfOf(
      versionOf(
        boardWith([
          note('long', { column: 'dream', theme: '' }, { text: word }),
          note(
            'now',
            { column: 'now', theme: 'work' },
            { text: word, action: { ...agreed, owner: word.slice(0, 120) } },
          ),
        ]),
      ),
    );
    expect(textOf(file).match(/Ø/g)).toHaveLength(2 * maxNoteLength + 120);
    for (const [, right] of runTool('pdftotext', ['-bbox', '-l', '1', file, '-']).matchAll(/xMax="([\d.]+)"/g))
      expect(Number(right)).toBeLessThan(596);
  });

  it('in writing that our fonts do not have, says so, and is still a PDF for the archive', async () => {
    const { file } = await pdfOf(
      versionOf(boardWith([note('cjk', { column: 'dream', theme: '' }, { text: 'Hjem 家 og 𝄞' })])),
    );
    expect(textOf(file)).toContain('Hjem □ og □');
    expect(textOfAll(file)).toContain('De er vist som □.');
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toContain('pdfaid:part');
  });

  it('in Arabic with vowel signs, is still a PDF for the archive, with only our fonts', async () => {
    const { file } = await pdfOf(
      versionOf(boardWith([note('signs', { column: 'dream', theme: '' }, { text: 'شكرًا جزيلاً ❤️' })])),
    );
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toContain('pdfaid:part');
    expect(runTool('pdffonts', [file])).not.toMatch(/DejaVu|Noto ?Sans ?Arabic/);
  });

  it('sets what is seen differently side by side, each under whose words they are', async () => {
    const skole = note('skole', { column: 'works', theme: 'education' }, { text: 'Skolen går bra', voice: 'service' });
    const gruer = note('gruer', { column: 'works', theme: 'education' }, { text: 'Jeg gruer meg', voice: 'child' });
    const { file } = await pdfOf(versionOf(boardWith([skole, { ...gruer, pair: skole.id }])));
    const lines = runTool('pdftotext', ['-layout', file, '-']).split('\n');
    expect(lines.some((line) => /Skolen går bra.*Jeg gruer meg/.test(line))).toBe(true);
    expect(textOf(file)).toContain('Vi ser det ulikt');
  });

  it('with half a surrogate pair and private characters, is still a PDF for the archive', async () => {
    const { file } = await pdfOf(
      versionOf(boardWith([note('odd', { column: 'dream', theme: '' }, { text: 'a\ud800b\ue000c\ufeffd\u202ee' })])),
    );
    expect(textOf(file)).toContain('a□b□cde');
    expect(runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toContain('pdfaid:part');
  });

  it('with more signs on one letter than a PDF string holds, is still a PDF', async () => {
    const { file } = await pdfOf(
      versionOf(boardWith([note('signs', { column: 'dream', theme: '' }, { text: `å${'\u0300'.repeat(20_000)}` })])),
    );
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors');
  });
});

describe('Min plan as PDF', () => {
  it.each(['eirin-1', 'eirin-3', 'sander-2', 'selam-dawit-3'])(
    'of %s is one page, and no word on it is small',
    async (name) => {
      const planJson = readFileSync(new URL(`../../shared/plan/formats/1/${name}.json`, import.meta.url), 'utf8');
      for (const language of ['nb', 'nn', 'en'] as const) {
        const made = await renderer.render({
          kind: 'pdf',
          letter: { planJson, contacts: marit, reader: 'family', form: 'minplan', language },
          picture: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>',
        });
        if (!made.ok) throw new Error(JSON.stringify(made.failure));
        const file = join(folder, `${name}-${language}.pdf`);
        writeFileSync(file, made.value);
        expect(pagesOf(file)).toBe(1);
        expect(runTool('pdfinfo', [file])).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
        const heights = Array.from(
          runTool('pdftotext', ['-bbox', file, '-']).matchAll(/yMin="([\d.]+)".*?yMax="([\d.]+)">(.+)<\/word>/g),
          ([, top, bottom]) => Number(bottom) - Number(top),
        );
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(14);
      }
    },
  );

  it('is one page however much there is to do', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      note(
        `n${index}`,
        { column: 'now', theme: 'work' },
        {
          text: `${'Et langt tiltak som går over flere linjer '.repeat(3)}${index}`,
          action: { ...agreed, owner: index % 2 ? 'Eirin' : 'Mona' },
        },
      ),
    );
    const version = versionOf(boardWith(many));
    const made = await renderer.render({
      kind: 'pdf',
      letter: { planJson: JSON.stringify(version), contacts: marit, reader: 'family', form: 'minplan', language: 'nb' },
      picture: pictureOf(version),
    });
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    const file = join(folder, 'many.pdf');
    writeFileSync(file, made.value);
    expect(pagesOf(file)).toBe(1);
    expect(textOfAll(file)).toMatch(/Det er \d+ til\. De står i hele planen\./);
  });
});
