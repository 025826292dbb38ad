/**
 * A piece of a picture: an element of SVG with plain values. Pictures are made of these, so that a page can put them on the
 * screen, and a printed letter can have the very same as text.
 */
export interface Mark {
  /** The element's name in SVG. */
  readonly name: string;
  /** By their names in SVG, such as `stroke-width`. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Mark | string)[];
}

export function mark(name: string, attributes: Mark['attributes'] = {}, ...children: readonly (Mark | string)[]): Mark {
  return { name, attributes, children };
}

/** A picture as a whole: its size in its own units, which are pixels at full size, and what it shows in words. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One sentence or more, for whoever does not see it. */
  readonly alt: string;
  readonly marks: readonly Mark[];
}

/** The picture as one SVG file. */
export function svgOf({ width, height, alt, marks }: Picture): string {
  const whole = mark(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
    mark('title', {}, alt),
    mark('g', { 'font-family': 'Inter' }, ...marks),
  );
  return textOf(whole);
}

function textOf({ name, attributes, children }: Mark): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : textOf(child)));
  return inside.length === 0 ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside.join('')}</${name}>`;
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
