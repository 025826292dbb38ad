import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type BoardSession, useSessionsLeftWithWork } from '../session/index.ts';
import './leftWork.css';

/** Says on every other page that something written on a duk is still on its way to the disk, and leads back to it. */
export function LeftWork() {
  const sessions = useSessionsLeftWithWork();
  return (
    <div role="status">
      {sessions.map((session) => (
        <LeftOn key={session.boardId} session={session} />
      ))}
    </div>
  );
}

function LeftOn({ session }: { readonly session: BoardSession }) {
  const { t } = useTranslation('board');
  const waiting = session.waitingInAll();
  return (
    <p className="leftWork">
      <span>
        {waiting === 0
          ? t('leftKept', { duk: session.board().title })
          : t(waiting === 1 ? 'leftOne' : 'leftMany', { duk: session.board().title, count: waiting })}
      </span>
      <Link href={`/duk/${session.boardId}`}>{t('backToDuk')}</Link>
    </p>
  );
}
