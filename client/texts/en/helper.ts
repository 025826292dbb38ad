import type { helper as nb } from '../nb/helper.ts';
import type { TextsLike } from '../textsLike.ts';

export const helper = {
  ask: '{navn} wants to write for you. Is that okay?',
  askText:
    'If you say yes, {navn} can lay notes for you. Everybody sees that {navn} wrote them. You can say no again whenever you like.',
  yes: 'Yes, that is okay',
  no: 'No',
  helps: '{navn} can write for you.',
  notAnyMore: 'No, not any more',
  helpsNot: '{navn} does not write for you.',
  afterAll: 'It is okay after all',
  whoHelps: 'Who writes for {navn}?',
  nobodyHelps: 'Nobody',
  saidNothing: '{navn} has not answered yet. The question is on {navn}’s page.',
  saidYes: '{navn} has said yes.',
  saidNo: '{navn} has said no.',
} as const satisfies TextsLike<typeof nb>;
