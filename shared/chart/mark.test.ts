import { describe, expect, it } from 'vitest';
import { mark, svgOf } from './mark.ts';

describe('a picture as SVG', () => {
  it('says what it shows, and keeps what people wrote as words', () => {
    const svg = svgOf({ width: 40, height: 20, alt: 'A "b" & <c>', marks: [mark('text', { x: 1 }, '<script>\u0000')] });
    expect(svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20" role="img">' +
        '<title>A &quot;b&quot; &amp; &lt;c&gt;</title><g font-family="Inter"><text x="1">&lt;script&gt;</text></g></svg>',
    );
  });
});
