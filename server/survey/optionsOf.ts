import type { Marks, Question } from '@duken/shared/survey';

/** Every option of the questions, as they are counted. */
export function optionsOf(questions: readonly Question[]): readonly string[] {
  return questions.flatMap(({ id, options }) => options.map((option) => countedAs(id, option)));
}

/** The options that somebody marked, as they are counted. */
export function markedIn(marks: Marks): readonly string[] {
  return Object.entries(marks).flatMap(([question, options]) => options.map((option) => countedAs(question, option)));
}

function countedAs(question: string, option: string): string {
  return `${question}/${option}`;
}
