import { describe, expect, it } from 'vitest';
import { theRound } from '../board/index.ts';
import { derivePlan, planItemsOf } from '../plan/index.ts';
import { boardWith, meeting, names, note } from '../plan/planBuilders.ts';
import { templates } from '../template/index.ts';
import { byline } from './byline.ts';
import { en } from './texts/en.ts';
import { nb } from './texts/nb.ts';

describe('whose words a line of a plan is', () => {
  it('says of what a round laid that it was the round, and no name whatever stands there', () => {
    const laid = note('a', { column: 'difficult', theme: 'work' }, { author: theRound, voice: 'round' });
    const plan = derivePlan({ board: boardWith([laid]), template: templates.lorenskog, meeting, names });
    const [item] = planItemsOf(plan);
    expect(item).toMatchObject({ voice: 'round', author: theRound, authorName: '' });
    expect(plan.participants.map(({ participantId }) => participantId)).not.toContain(theRound);
    expect(item && byline(item, nb)).toBe('Runden uten navn');
    expect(item && byline({ ...item, authorName: 'Eirin' }, en)).toBe('The round without names');
  });
});
