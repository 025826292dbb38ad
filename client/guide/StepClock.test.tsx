import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { guide } from '../texts/nb/guide.ts';
import { StepClock } from './StepClock.tsx';

const over = { from: 0, until: 1 };

describe('the time set aside for a step', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'guide', guide);
  });
  const shown = (isLeader: boolean) => renderToStaticMarkup(<StepClock timer={over} isLeader={isLeader} />);

  it('is seen to have run out by whoever leads alone; for the others it is soon over', () => {
    expect(shown(true)).toContain('Tiden dere satte av, er brukt.');
    expect(shown(false)).toContain('Snart ferdig med steget');
    expect(shown(false)).not.toContain('er brukt');
  });

  it('is nothing where none was set', () => {
    expect(renderToStaticMarkup(<StepClock timer={undefined} isLeader />)).toBe('');
  });
});
