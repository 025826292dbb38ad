/** A question with several answers allowed, or one. Its words stand in the texts, by the same ids. */
export interface Question {
  readonly id: string;
  readonly options: readonly string[];
  /** Whether more than one may be marked. */
  readonly isMultiple: boolean;
}

/** The staff survey of Lørenskog's report (2022): what staff, and what citizens, have got out of it. */
export const staffQuestions = [
  {
    id: 'staff',
    isMultiple: true,
    options: [
      'safer',
      'overviewServices',
      'overviewVolunteers',
      'notAlone',
      'efficient',
      'whole',
      'relations',
      'input',
      'mandates',
      'newWays',
      'possibilities',
      'nothing',
      'other',
    ],
  },
  {
    id: 'citizens',
    isMultiple: true,
    options: [
      'mastery',
      'whatMatters',
      'rightServices',
      'efficientCase',
      'metWhole',
      'moreOverview',
      'seePossibilities',
      'oneWayIn',
      'morePossibilities',
      'otherGain',
    ],
  },
] as const satisfies readonly Question[];

/** Three taps for the citizen after a meeting. */
export const pulseQuestions = [
  { id: 'heard', isMultiple: false, options: ['heardYes', 'heardPartly', 'heardNo'] },
  { id: 'pace', isMultiple: false, options: ['paceRight', 'paceFast', 'paceSlow'] },
  { id: 'understood', isMultiple: false, options: ['understoodAll', 'understoodSome', 'understoodNot'] },
] as const satisfies readonly Question[];

/** What somebody marked: option ids by question. A question may be left out. */
export type Marks = Readonly<Record<string, readonly string[]>>;

/** Whether marks are of these questions: no others, none twice, one where only one may be, and at least one in all. */
export function fitQuestions(marks: Marks, questions: readonly Question[]): boolean {
  const given = Object.entries(marks);
  return (
    given.some(([, options]) => options.length > 0) &&
    given.every(([id, options]) => {
      const question = questions.find((each) => each.id === id);
      return (
        question !== undefined &&
        new Set(options).size === options.length &&
        options.every((option) => question.options.includes(option)) &&
        (question.isMultiple || options.length <= 1)
      );
    })
  );
}
