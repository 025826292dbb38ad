import { z } from 'zod';
import { isStep } from '../board/index.ts';
import { columnIds, type SheetText } from '../template/index.ts';
import type { GuideStep } from './guideStep.ts';
import { childFirst, shippedSteps } from './steps.ts';

const wordsUpTo = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must say something')
    .max(most, `must be at most ${most} letters`)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');
/** What is said in bokmål alone is said so in the other languages too. */
const textUpTo = (most: number) => {
  const words = wordsUpTo(most);
  return z
    .strictObject({ nb: words, nn: words.optional(), en: words.optional() })
    .transform(({ nb, nn = nb, en = nb }): SheetText => ({ nb, nn, en }));
};

/**
 * One step of a meeting as a municipality writes it in a file, where the order is that of the list. With the id of a step that
 * ships it is that one, with other words where they stand there; any other is a question of its own about notes.
 */
export const stepFile = z
  .strictObject({
    id: z.string().refine(isStep, 'must be letters, digits and hyphens, and begin with a small letter'),
    name: textUpTo(40).exactOptional(),
    question: textUpTo(90).exactOptional(),
    aloud: textUpTo(300).exactOptional(),
    columns: z.array(z.enum(columnIds)).max(columnIds.length).exactOptional(),
    byTheme: z.boolean().exactOptional(),
    minutes: z.int().min(1).max(180).exactOptional(),
  })
  .transform(({ id, ...said }, context): GuideStep => {
    if (id === childFirst.id)
      context.addIssue({ code: 'custom', path: ['id'], message: 'comes where a child asks for it' });
    const shipped = shippedSteps.find((step) => step.id === id);
    const isOfNotes = !shipped || shipped.matter === 'notes';
    if (said.columns && !isOfNotes)
      context.addIssue({ code: 'custom', path: ['columns'], message: 'are the step’s own and cannot be others' });
    if (shipped) {
      const answersIn = said.columns ? said.columns[0] : shipped.answersIn;
      const { answersIn: _, ...rest } = shipped;
      return { ...rest, ...said, ...(answersIn ? { answersIn } : {}) };
    }
    const { name, question, aloud, columns = [], byTheme = false, minutes = 10 } = said;
    if (!name || !question || !aloud) {
      const lacks = name ? (question ? 'aloud' : 'question') : 'name';
      context.addIssue({ code: 'custom', path: [lacks], message: 'must be there in a step of your own' });
      return z.NEVER;
    }
    const [answersIn] = columns;
    return {
      ...{ id, name, question, aloud, matter: 'notes', columns, byTheme, minutes },
      ...(answersIn ? { answersIn } : {}),
    };
  });
