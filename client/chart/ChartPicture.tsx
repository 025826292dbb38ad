import type { Mark, Picture } from '@duken/shared/chart';
import { createElement, type ReactNode } from 'react';
import './chart.css';

/** A picture of `shared` on the page. What it shows stands beside it in words or as a table, and is said in its name. */
export function ChartPicture({ picture }: { readonly picture: Picture }) {
  const { width, height, alt, marks } = picture;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={alt}>
      {marks.map(elementOf)}
    </svg>
  );
}

function elementOf({ name, attributes, children }: Mark, key: number): ReactNode {
  const props = Object.fromEntries(
    Object.entries(attributes).map(([attribute, value]) => [
      attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  const inside = children.map((child, index) => (typeof child === 'string' ? child : elementOf(child, index)));
  return createElement(name, { key, ...props }, ...inside);
}
