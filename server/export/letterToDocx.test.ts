import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LetterForm, LetterLanguage } from '@duken/shared/letter';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { docxOf, letterToDocx } from './letterToDocx.ts';
import { letterToSet, pictureIn, readVersion } from './letterToSet.ts';
import { noContacts } from './testing/planBuilders.ts';

const shipped = fileURLToPath(new URL('../../shared/plan/formats/1/', import.meta.url));
const names = ['eirin-1', 'eirin-3', 'sander-2', 'selam-dawit-3'];

async function docxFor(name: string, form: LetterForm, language: LetterLanguage = 'nb'): Promise<Uint8Array> {
  const planJson = readFileSync(`${shipped}${name}.json`, 'utf8');
  const picture = pictureIn('nb', readVersion(planJson));
  const letter = { planJson, contacts: noContacts, reader: 'family', language, form } as const;
  return letterToDocx(docxOf(letterToSet({ kind: 'docx', letter, picture })));
}

function partOf(docx: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(docx)[name]);
}

describe('a letter as Word', () => {
  it.each(names)('of %s is opened by another program, with headings, tables and all that is written', async (name) => {
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await docxFor(name, 'plan')) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(html).toMatch(/<h1>(<a[^>]*><\/a>)?Det jeg drømmer om/);
    expect(html).toMatch(/<thead>.*Tiltak.*<\/thead>/s);
    const { sheet } = readVersion(readFileSync(`${shipped}${name}.json`, 'utf8'));
    const text = html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, ' ');
    expect(sheet.notes.filter((note) => !text.includes(note.text.replace(/\s+/g, ' ').trim()))).toEqual([]);
  });

  it('has header rows that come again, and rows that are never torn', async () => {
    const xml = partOf(await docxFor('sander-2', 'plan'), 'word/document.xml');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs) ?? [];
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
    const looks = [...xml.matchAll(/<w:tblLook ([^>]*)\/>/g)].map(([, look]) => look);
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect(look).toMatch(/w:firstRow="(1|true)".*w:firstColumn="(1|true)"/);
  });

  it.each([
    ['nb', 'nb-NO', 'Veien videre'],
    ['nn', 'nn-NO', 'Vegen vidare'],
    ['en', 'en-GB', 'The way ahead'],
  ] as const)('is in %s, and says so to whoever spells or reads it aloud', async (language, tag, said) => {
    const docx = await docxFor('eirin-3', 'plan', language);
    expect(partOf(docx, 'word/styles.xml')).toContain(`<w:lang w:val="${tag}"/>`);
    expect(partOf(docx, 'word/document.xml')).toContain(said);
  });

  it('has the duk as a picture with words for it; Min plan has none', async () => {
    expect(Object.keys(unzipSync(await docxFor('eirin-1', 'plan'))).some((part) => part.endsWith('.png'))).toBe(true);
    const page = await docxFor('eirin-1', 'minplan');
    expect(Object.keys(unzipSync(page)).some((part) => part.endsWith('.png'))).toBe(false);
    expect(partOf(page, 'word/document.xml')).toContain('Dette gjør jeg');
  });

  it('is an individuell plan under its nine headings, in order, with what is missing named, and no duk', async () => {
    const docx = await docxFor('eirin-3', 'individuell');
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;
    const headings = [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, words]) => words?.replaceAll(/<[^>]*>/g, ''));
    expect(headings.filter((words) => words !== 'Individuell plan for Eirin')).toEqual([
      'Mål, ressurser og behov',
      'Hvem som deltar',
      'Hvem som samordner',
      'Hva personen, tjenestene og de nærmeste bidrar med',
      'Tiltak, omfang og ansvarlig',
      'Hvordan planen gjennomføres',
      'Periode og tid for revisjon',
      'Samtykke',
      'Samarbeid som trengs',
    ]);
    expect(html).toMatch(/Mangler ennå.*Omfang.*Samtykke/);
    expect(html).not.toContain('<img');
  });

  it('gives the same bytes for the same letter', async () => {
    const [one, other] = [await docxFor('eirin-1', 'plan'), await docxFor('eirin-1', 'plan')];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });
});
