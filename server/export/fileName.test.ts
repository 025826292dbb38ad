import type { LetterLanguage } from '@duken/shared/letter';
import { describe, expect, it } from 'vitest';
import { type ExportFormat, type FileOf, fileName } from './fileName.ts';

function versionFor(name: string, title = 'Planen til Eirin') {
  return { version: 3, date: '2026-09-16', for: name, title };
}

function fileOf(format: ExportFormat, language: LetterLanguage = 'nb'): FileOf {
  return { format, language, form: 'plan', mark: '' };
}

describe('the name of a downloaded file', () => {
  it('tells what it is, whose, which version and of which day', () => {
    expect(fileName(versionFor('Eirin'), fileOf('pdf'))).toBe('Investeringsplan Eirin versjon 3, 2026-09-16.pdf');
    expect(fileName(versionFor('Selam og Dawit'), fileOf('svg'))).toBe('Duk Selam og Dawit versjon 3, 2026-09-16.svg');
    expect(fileName(versionFor('Åse'), fileOf('csv'))).toBe('Tiltak Åse versjon 3, 2026-09-16.csv');
  });

  it('says first that it is a draft', () => {
    expect(fileName(versionFor('Eirin'), { ...fileOf('pdf'), mark: 'UTKAST' })).toBe(
      'UTKAST Investeringsplan Eirin versjon 3, 2026-09-16.pdf',
    );
  });

  it('is in the language of the file', () => {
    expect(fileName(versionFor('Eirin'), fileOf('pdf', 'en'))).toBe('Investment plan Eirin version 3, 2026-09-16.pdf');
  });

  it('takes the title of the duk where nobody said whose plan it is', () => {
    expect(fileName(versionFor('  ', 'Familien Li'), fileOf('json'))).toBe(
      'Investeringsplan Familien Li versjon 3, 2026-09-16.json',
    );
  });

  it('can be saved on any system', () => {
    expect(fileName(versionFor('../..\\a:b*?"<>|\r\nc\u202e'), fileOf('pdf'))).toBe(
      'Investeringsplan a b c versjon 3, 2026-09-16.pdf',
    );
    expect(fileName(versionFor('😀'.repeat(500)), fileOf('pdf')).length).toBeLessThan(200);
  });
});
