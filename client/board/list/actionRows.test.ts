import { describe, expect, it } from 'vitest';
import { actionRows, rowsByPerson } from './actionRows.ts';
import { note } from './noteBuilder.ts';

const today = '2026-11-22';
const row = (action: NonNullable<Parameters<typeof note>[1]>['action']) =>
  actionRows([note('Søke', { action: action ?? {} })], today)[0];

describe('the tiltak of a duk', () => {
  it('are the notes that somebody has agreed on, by their day, those without a day last', () => {
    const notes = [
      note('Uten dag', { action: { due: '' } }),
      note('Bare en lapp'),
      note('I mars', { action: { due: '2027-03-01' } }),
      note('I januar', { action: { due: '2027-01-01' } }),
    ];
    expect(actionRows(notes, today).map(({ note: { text } }) => text)).toEqual(['I januar', 'I mars', 'Uten dag']);
  });

  it('keep the order of the duk when they have the same day', () => {
    const notes = [note('Først', { action: {} }), note('Så', { action: {} })];
    expect(actionRows(notes, today).map(({ note: { text } }) => text)).toEqual(['Først', 'Så']);
  });

  it('should have been done when their day has passed, but not on the day itself', () => {
    expect(row({ due: '2026-11-21' })?.isOverdue).toBe(true);
    expect(row({ due: '2026-11-22' })?.isOverdue).toBe(false);
  });

  it('are not late when they are done or stopped', () => {
    expect(row({ due: '2026-01-01', status: 'done' })?.isOverdue).toBe(false);
    expect(row({ due: '2026-01-01', status: 'stopped' })?.isOverdue).toBe(false);
  });

  it('lack somebody when neither a person nor a service is named', () => {
    expect(row({ owner: '', service: '' })?.lacksOwner).toBe(true);
    expect(row({ owner: '', service: 'NAV' })?.lacksOwner).toBe(false);
  });

  it('lack a date while they are still to be done', () => {
    expect(row({ due: '' })?.lacksDate).toBe(true);
    expect(row({ due: '', status: 'done' })?.lacksDate).toBe(false);
  });
});

describe('the tiltak by person', () => {
  it('stand under each who does them, nobody’s first, and once where a name is written in two ways', () => {
    const notes = [
      note('Begge', { action: { owner: 'Mona, eirin', due: '2026-12-01' } }),
      note('Monas', { action: { owner: 'mona', due: '2026-12-02' } }),
      note('Ingens', { action: { owner: '', service: '' } }),
      note('Tjenestens', { action: { owner: '', service: 'NAV' } }),
    ];
    const byPerson = rowsByPerson(actionRows(notes, today), 'Ingen');
    expect(byPerson.map(({ heading, rows }) => [heading, rows.map(({ note: { text } }) => text)])).toEqual([
      ['Ingen', ['Ingens']],
      ['eirin', ['Begge']],
      ['Mona', ['Begge', 'Monas']],
      ['NAV', ['Tjenestens']],
    ]);
  });
});
