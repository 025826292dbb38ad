import type { ReactNode } from 'react';

interface WideTableProps {
  readonly caption: string;
  readonly children: ReactNode;
}

/** A table that may be wider than a phone: it is moved sideways by finger and key, and the page stays where it is. */
export function WideTable({ caption, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="wideTable" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          <span>{caption}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}
