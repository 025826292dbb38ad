import { useEffect } from 'react';

/** Names the browser's tab after the page, and nobody of the case: the history of a shared computer keeps it. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
