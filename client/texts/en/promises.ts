import type { promises as nb } from '../nb/promises.ts';
import type { TextsLike } from '../textsLike.ts';

export const promises = {
  title: 'What you have said yes to',
  about:
    'One letter for each: what they have said yes to, by when, and whom to ring. It has nothing of what others do, and no names of the family.',
  nobody: 'Nobody has said yes to anything that is still to be done.',
  count_one: '{count} action',
  count_other: '{count} actions',
  without: 'Were there, and have nothing to do: {navn}. Every adult round the sheet should have something to do.',
  unknown: 'Do something, but are not put down in the case, so no letter can be made: {navn}.',
  pdf: 'Download as PDF',
  docx: 'Download as Word',
  pdfWithLink: 'Download PDF with the link',
  docxWithLink: 'Download Word with the link',
  makeLink: 'Make a link to answer by',
  linkMade:
    'The link for {navn} is made, and shown only now. Download the letter with it, or let {navn} point a phone at the square.',
  link: 'The link',
  fileName: 'What you have said yes to {navn}',
  lookOver: 'Look over the words for {navn}',
  otherWords: 'Other words',
  toPlan: 'To the plan',
  notYours: 'Only whoever leads the meetings makes these letters.',
} as const satisfies TextsLike<typeof nb>;
