import { describe, expect, it } from 'vitest';
import { BatchNews } from './batchNews.ts';
import { toWireFrame } from './wireFrame.ts';

const [a, b, c] = ['a', 'b', 'c'].map((letter) => toWireFrame(Buffer.from(letter))) as [
  ReturnType<typeof toWireFrame>,
  ReturnType<typeof toWireFrame>,
  ReturnType<typeof toWireFrame>,
];

function newsOf(...edits: readonly [string, ReturnType<typeof toWireFrame>][]): BatchNews<string> {
  const news = new BatchNews<string>(1_000);
  for (const [from, frame] of edits) news.add(from, frame);
  return news;
}

describe('the edits of one beat', () => {
  it('go to those who only read as the very same bytes, in the order they were journaled', () => {
    const news = newsOf(['anna', a], ['bo', b], ['anna', c]);
    const parcel = news.parcelFor('mona');
    expect(parcel?.bytes).toEqual(Buffer.concat([a, b, c]));
    expect(news.parcelFor('eirin')).toBe(parcel);
  });

  it('go to an author without their own', () => {
    const news = newsOf(['anna', a], ['bo', b], ['anna', c]);
    expect(news.parcelFor('anna')?.bytes).toEqual(b);
    expect(news.parcelFor('bo')?.bytes).toEqual(Buffer.concat([a, c]));
    expect(newsOf(['anna', a], ['anna', b]).parcelFor('anna')).toBeUndefined();
  });

  it('count as a document only where one of them is as large as one, however many there are', () => {
    const long = toWireFrame(Buffer.alloc(900));
    const document = toWireFrame(Buffer.alloc(1_001));
    expect(newsOf(['anna', long], ['anna', long]).parcelFor('bo')?.documentBytes).toBe(0);
    const home = newsOf(['anna', a], ['bo', document]);
    expect(home.parcelFor('mona')?.documentBytes).toBe(document.length);
    expect(home.parcelFor('bo')?.documentBytes).toBe(0);
  });
});
