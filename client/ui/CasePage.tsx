import { may } from '@duken/shared/access';
import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { TopBar } from './TopBar.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

interface CasePageProps {
  readonly boardId: string;
  readonly me: MeReply;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of rows about a case, beside its duk: its name and the ways to look above, and what is told on one cloth. */
export function CasePage({ boardId, me, title, children }: CasePageProps): ReactNode {
  useDocumentTitle(`${title} · Duken`);
  return (
    <div className="casePage">
      <TopBar
        title={
          <p className="topBar-name" dir="auto">
            {me.title}
          </p>
        }
        middle={<ViewSwitch boardId={boardId} hasPlan={may(me, 'readPlans')} />}
      />
      <main className="casePage-middle cloth">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
