import type { ReactNode } from 'react';
import { Logo } from './Logo.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';

/** One sheet in the middle of the table: for pages that say or ask one thing. */
export function Letter({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useDocumentTitle(`${title} · Duken`);
  return (
    <main className="letterPage">
      <section className="cloth letter">
        <Logo size={40} />
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
