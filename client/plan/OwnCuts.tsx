import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listOwnCuts, useFailureText, useRemote, whoAmI } from '../http/index.ts';
import { FailureNote, TopBar, useDocumentTitle, ViewSwitch, Waiting } from '../ui/index.ts';
import { CutCard } from './CutCard.tsx';

interface OwnCutsProps {
  readonly boardId: string;
  /** What is shown to whoever was given nothing. */
  readonly none: ReactNode;
}

/** The parts of the plan that somebody was given who does not read all of it. */
export function OwnCuts({ boardId, none }: OwnCutsProps): ReactNode {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const cuts = useRemote(`${boardId}/cuts/mine`, () => listOwnCuts(boardId));
  const me = useRemote(`${boardId}/me of cuts`, () => whoAmI(boardId));
  useDocumentTitle(t('ownTitle'));
  if (cuts.kind === 'loading' || me.kind === 'loading') return <Waiting isPage />;
  if (cuts.kind === 'failed') return <FailureNote text={failureText(cuts.failure)} onRetry={cuts.reload} />;
  if (cuts.value.length === 0) return none;
  return (
    <div className="casePage">
      <TopBar
        title={<p className="topBar-name">{t('ownTitle')}</p>}
        middle={<ViewSwitch boardId={boardId} hasPlan />}
      />
      <main className="casePage-middle cloth">
        <h1>{t('ownTitle')}</h1>
        <p>{t('ownAbout')}</p>
        {cuts.value.map((cut, place) => (
          <CutCard
            key={cut.cutId}
            boardId={boardId}
            cut={cut}
            layout={me.kind === 'here' && me.value.state === 'in' ? me.value.layout : undefined}
            canRead
            isOpen={place === 0}
          />
        ))}
      </main>
    </div>
  );
}
