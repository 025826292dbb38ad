import { voices } from '@duken/shared/board';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { byline } from './byline.ts';

let t: TFunction<'plan'>;
beforeAll(async () => {
  await initTexts();
  t = i18next.getFixedT('nb', 'plan');
});

describe('what stands under somebody’s words', () => {
  it('says the child’s voice first, and then that the mother wrote it', () => {
    expect(byline({ voice: 'child', authorName: 'Selam' }, t)).toBe('Barnets stemme · skrevet av Selam');
  });

  it('says whose voice it is in the same way for everybody', () => {
    expect(voices.map((voice) => byline({ voice, authorName: 'Gro' }, t))).toEqual([
      'Innbyggerens stemme · skrevet av Gro',
      'Barnets stemme · skrevet av Gro',
      'Familiens og nettverkets stemme · skrevet av Gro',
      'Familiens og nettverkets stemme · skrevet av Gro',
      'Tjenestens stemme · skrevet av Gro',
    ]);
  });

  it('names only the voice where nobody knows who wrote', () => {
    expect(byline({ voice: 'citizen', authorName: '' }, t)).toBe('Innbyggerens stemme');
  });
});
