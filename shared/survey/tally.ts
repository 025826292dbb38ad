import type { Question } from './questions.ts';

/** Fewer than this are never told: somebody could be known by them. */
export const least = 5;

/** What was added up: how many answered, and how often each option was marked, as `question/option`. */
export interface Tally {
  readonly answers: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** How often an option was marked. `few`: by somebody, and by fewer than five. */
export type ToldCount = { readonly count: number; readonly percent: number } | 'few';

/** A result as it may be seen. */
export type SurveyResult =
  /** Fewer than five have answered. */
  | { readonly kind: 'few' }
  | {
      readonly kind: 'here';
      readonly answers: number;
      readonly questions: readonly {
        readonly id: string;
        readonly options: readonly { readonly id: string; readonly told: ToldCount }[];
      }[];
    };

/** What may be told of a tally: nothing of fewer than five, and per cent of all who answered, rounded. */
export function tellTally({ answers, counts }: Tally, questions: readonly Question[]): SurveyResult {
  if (answers < least) return { kind: 'few' };
  const told = (count: number): ToldCount =>
    count > 0 && count < least ? 'few' : { count, percent: Math.round((100 * count) / answers) };
  return {
    kind: 'here',
    answers,
    questions: questions.map(({ id, options }) => ({
      id,
      options: options.map((option) => ({ id: option, told: told(counts[`${id}/${option}`] ?? 0) })),
    })),
  };
}
