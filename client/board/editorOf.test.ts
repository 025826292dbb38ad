import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { editorOf } from './editorOf.ts';

describe('who changed a note', () => {
  const [eirin, again, mona, gone] = ['eirin', 'again', 'mona', 'gone'] as ParticipantId[] as [
    ParticipantId,
    ParticipantId,
    ParticipantId,
    ParticipantId,
  ];
  const names = new Map([
    [eirin, 'Eirin'],
    [again, 'Eirin'],
    [mona, 'Mona'],
  ]);

  it.each([
    ['nobody', undefined, undefined],
    ['its author', eirin, undefined],
    ['its author, back on another seat', again, undefined],
    ['somebody else', mona, 'Mona'],
    ['somebody nobody knows', gone, undefined],
  ])('%s', (_who, editedBy, name) => {
    expect(editorOf({ author: eirin, ...(editedBy && { editedBy }) }, names)).toBe(name);
  });
});
