import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { agreed, boardWith, note, versionOf } from '../plan/planBuilders.ts';
import { individualPlan } from './individualPlan.ts';
import type { Letter, LetterContacts, LetterLanguage } from './letter.ts';
import { letterToText } from './letterToText.ts';
import { letterTexts } from './textsByLanguage.ts';

const contacts: LetterContacts = {
  life: { state: 'unasked' },
  leaders: [{ name: 'Marit', phone: '22 33 44 55' }],
  nextMeeting: '2026-12-09',
  services: [{ name: 'Leif', service: 'NAV' }],
  subjects: [{ name: 'Eirin', personId: 'person-eirin' }],
};
const now = { column: 'now', theme: 'work' } as const;
const board = boardWith(
  [
    note('sea', { column: 'dream', theme: 'leisure' }, { text: 'Bo ved sjøen' }),
    note('works', { column: 'works', theme: 'work' }, { text: 'Har egen nøkkel' }),
    note('hard', { column: 'difficult', theme: 'economy' }, { text: 'Gjeld' }),
    note('mine', now, {
      text: 'Møte presis',
      action: { ...agreed, owner: 'Eirin', ownerId: 'person-eirin' as PersonId, service: 'Innbygger' },
    }),
    note('nav', now, { text: 'Søke lån', order: 'a1', action: { ...agreed, owner: 'Leif', service: 'NAV' } }),
    note('nav2', now, { text: 'Ringe', order: 'a2', action: { ...agreed, owner: 'Leif', service: 'nav' } }),
    note('aunt', now, { text: 'Gå tur', order: 'a3', action: { ...agreed, owner: 'Gro', service: '' } }),
    note('done', now, { text: 'Ferdig sak', order: 'a4', action: { ...agreed, status: 'done' } }),
    note('next', now, { text: 'Vi møtes hver uke', order: 'a5' }),
  ],
  { horizonShort: '2027-01-31', horizonLong: '2027-12-31' },
);

function planOf(change: Partial<LetterContacts> = {}, of = board, language: LetterLanguage = 'nb'): Letter {
  const source = { version: versionOf(of), sha256: 'f'.repeat(64), reader: 'family', language } as const;
  return individualPlan({ ...source, contacts: { ...contacts, ...change } });
}

const headingsOf = ({ sections }: Letter) => sections.map(({ heading }) => heading);
/** Whatever stands under a heading, in words. */
const under = (letter: Letter, id: string) =>
  letterToText({ ...letter, contact: [], remarks: [], sections: letter.sections.filter((one) => one.id === id) });
const missingIn = ({ contact }: Letter) => contact.find(({ term }) => term === 'Mangler ennå')?.text;

describe('an individuell plan', () => {
  it('has the nine headings of the regulation, in its order, whatever is there', () => {
    const nine = [
      'Mål, ressurser og behov',
      'Hvem som deltar',
      'Hvem som samordner',
      'Hva personen, tjenestene og de nærmeste bidrar med',
      'Tiltak, omfang og ansvarlig',
      'Hvordan planen gjennomføres',
      'Periode og tid for revisjon',
      'Samtykke',
      'Samarbeid som trengs',
    ];
    expect(headingsOf(planOf())).toEqual(nine);
    const bare = boardWith([], { horizonShort: '', horizonLong: '' });
    expect(headingsOf(planOf({ leaders: [], services: [] }, bare))).toEqual(nine);
  });

  it('puts under each what was agreed', () => {
    const letter = planOf();
    expect(under(letter, 'goals')).toMatch(
      /Mål[\s\S]*Bo ved sjøen[\s\S]*Ressurser[\s\S]*egen nøkkel[\s\S]*Behov[\s\S]*Gjeld/,
    );
    expect(under(letter, 'coordinates')).toMatch(/Marit[\s\S]*22 33 44 55/);
    expect(under(letter, 'contributes')).toMatch(
      /Personen selv[\s\S]*Møte presis[\s\S]*Tjenestene[\s\S]*Søke lån[\s\S]*De nærmeste[\s\S]*Gå tur/,
    );
    expect(under(letter, 'contributes')).not.toMatch(/Ferdig sak|Innbygger|Tjenestene[\s\S]*Møte presis/);
    expect(under(letter, 'actions')).toMatch(/Søke lån[\s\S]*Omfang[\s\S]*Her står det ikke noe ennå\./);
    expect(under(letter, 'carriedOut')).toContain('Vi møtes hver uke');
    expect(under(letter, 'period')).toMatch(/31\.\s+desember 2027[\s\S]*9\.\s+desember 2026/);
    expect(under(letter, 'cooperation')).toContain('Disse har tiltak i planen: NAV.');
  });

  it('knows who comes from a service where none is written on the tiltak, and who does it with the person', () => {
    const written = boardWith([
      note('nav', now, { text: 'Søke lån', action: { ...agreed, owner: 'Leif', service: '' } }),
      note('both', now, { text: 'Gå tur', order: 'a1', action: { ...agreed, owner: 'Eirin, Gro', service: '' } }),
    ]);
    const letter = planOf({}, written);
    expect(under(letter, 'contributes').replaceAll(/[\u2068\u2069]/g, '')).toMatch(
      /Personen selv[\s\S]*Gå tur[\s\S]*Tjenestene[\s\S]*Søke lån[\s\S]*Leif \(NAV\)[\s\S]*De nærmeste[\s\S]*Gå tur/,
    );
    expect(under(letter, 'contributes')).not.toMatch(/De nærmeste[\s\S]*Søke lån/);
    expect(under(letter, 'cooperation')).toContain('Disse har tiltak i planen: NAV.');
    expect(missingIn(letter)).not.toMatch(/Tjenestene|De nærmeste|Samarbeid/);
  });

  it('has no day whose name on the sheet its layout does not have', () => {
    const version = versionOf(board);
    const columns = version.template.columns.map(({ horizon: _, ...column }) => column);
    const letter = individualPlan({
      ...{ version: { ...version, template: { ...version.template, columns } }, sha256: 'f'.repeat(64) },
      ...{ reader: 'family', language: 'nb', contacts },
    });
    expect(letterToText(letter)).not.toMatch(/\b(short|long)\b|31\.\u00a0januar 2027/);
    expect(letterToText(planOf())).toMatch(/31\.\u00a0januar 2027/);
  });

  it('names first of all what nobody has said, and says so under its heading', () => {
    const letter = planOf();
    expect(missingIn(letter)).toBe('Omfang og Samtykke');
    expect(under(letter, 'consent')).toContain('Her står det ikke noe ennå.');
    const bare = planOf({ leaders: [], nextMeeting: '' }, boardWith([], { horizonShort: '', horizonLong: '' }));
    for (const what of ['Mål', 'Ressurser', 'Behov', 'Hvem som samordner', 'Personen selv', 'Periode', 'Samtykke'])
      expect(missingIn(bare)).toContain(what);
  });

  it('tells which services may share, of what and until when, and no more of a consent', () => {
    const services = ['NAV', 'Boligkontoret'];
    const letter = planOf({ consents: [{ services, themes: ['work', 'economy'], until: '2027-03-01' }] });
    expect(under(letter, 'consent').replaceAll('\u00a0', ' ')).toContain(
      'Samtykke til at NAV og Boligkontoret deler om Jobb og Økonomi, til og med 1. mars 2027.',
    );
    expect(missingIn(letter)).toBe('Omfang');
    const all = planOf({ consents: [{ services: ['NAV'], themes: [], until: '2027-03-01' }] });
    expect(under(all, 'consent')).toContain('deler om alt i planen');
  });

  it('says which law it rests on where that is set up, and else none', () => {
    const law = 'pasient- og brukerrettighetsloven § 2-5';
    expect(planOf({ individualPlanLaw: law }).contact).toContainEqual({ term: 'Laget etter', text: law });
    expect(JSON.stringify(planOf())).not.toContain('§');
  });

  it.each(['nb', 'nn', 'en'] as const)('promises nothing of its own in %s', (language) => {
    const { individual } = letterTexts[language];
    const said = JSON.stringify(individual, (_, value) => (typeof value === 'function' ? value('X', 'Y', 'Z') : value));
    expect(said).not.toMatch(/rett til|krav på|skal få|vil få|entitled|right to|will get|lover|garanter|promise/i);
  });
});
