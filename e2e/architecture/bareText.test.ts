import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../gate/runCommand.ts';
import { bareTextsIn } from './bareText.ts';

describe('the pages, when a browser translates them', () => {
  it('have no bare text beside an element in the same parent', () => {
    const files = globSync('client/**/*.tsx', { cwd: repository }).filter((file) => !file.includes('node_modules'));
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => bareTextsIn(join(repository, file)));
    expect(found).toEqual([]);
  });
});

describe('the look-out for bare texts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duken-bare-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const seenIn = (markup: string): readonly string[] => {
    const file = join(folder, 'Page.tsx');
    writeFileSync(file, `// Norwegian letters count two bytes: å.\nexport const Page = () => ${markup};\n`);
    return bareTextsIn(file).map(({ text }) => text);
  };

  it.each([
    ['words beside a mark', "<p><i />{t('saved')}</p>", ["{t('saved')}"]],
    ['a choice of words', "<b><Icon />{isOn ? t('on') : t('off')}</b>", ["{isOn ? t('on') : t('off')}"]],
    ['letters beside what comes and goes', '<p>Ære{isOn && <b />}</p>', ['Ære']],
    [
      'a choice of words alone in a component',
      "<Button>{isOn ? t('on') : t('off')}</Button>",
      ["{isOn ? t('on') : t('off')}"],
    ],
    [
      'words chosen by key, alone in a component',
      "<Button>{t(isOn ? 'on' : 'off')}</Button>",
      ["{t(isOn ? 'on' : 'off')}"],
    ],
    ['words beside a spinner to come', "<Button loading={isSaving}>{t('save')}</Button>", ["{t('save')}"]],
    ['words picked by language', '<h3>{column.heading[language]}<span /></h3>', ['{column.heading[language]}']],
    ['words in a fragment', "<>{isOn && <b />}{t('saved')}</>", ["{t('saved')}"]],
  ])('sees %s', (_what, markup, texts) => {
    expect(seenIn(markup)).toEqual(texts);
  });

  it.each([
    ['words alone in their element', "<p><i /><span>{t('saved')}</span></p>"],
    ['a choice of words alone in an element', "<p>{isOn ? t('on') : t('off')}</p>"],
    ['words that stay, alone in a component', "<Button>{t('on')}</Button>"],
    ['what never changes', '<p>Fast <b>tekst</b></p>'],
    ['elements beside elements', '<ul>{names.map((each) => <li key={each} />)}<li /></ul>'],
  ])('lets %s be', (_what, markup) => {
    expect(seenIn(markup)).toEqual([]);
  });
});
