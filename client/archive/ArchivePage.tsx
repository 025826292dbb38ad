import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { archiveFileUrl, useFailureText, usePlanLife } from '../http/index.ts';
import { Aloud, CasePage, FailureNote, Waiting } from '../ui/index.ts';
import { ArchiveNotes } from './ArchiveNotes.tsx';
import { ArchivePackage } from './ArchivePackage.tsx';
import './archive.css';
import { ReceiptForm } from './ReceiptForm.tsx';
import { Receipts } from './Receipts.tsx';

interface ArchivePageProps {
  readonly boardId: string;
  readonly version: number;
  readonly me: MeReply;
}

/** `/duk/:boardId/plan/:version/arkiv`: the version as the municipality's archive takes it, and what the archive answers. */
export function ArchivePage({ boardId, version, me }: ArchivePageProps): ReactNode {
  const { t } = useTranslation('archive');
  return (
    <CasePage boardId={boardId} me={me} title={t('title', { versjon: version })}>
      {may(me, 'keepPlan') ? (
        <ForArchive boardId={boardId} version={version} mayReadContacts={may(me, 'readContacts')} />
      ) : (
        <p>{t('notYours')}</p>
      )}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}/plan/${version}`}>{t('toPlan')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

function ForArchive({
  boardId,
  version,
  mayReadContacts,
}: Omit<ArchivePageProps, 'me'> & { readonly mayReadContacts: boolean }): ReactNode {
  const { t } = useTranslation('archive');
  const failureText = useFailureText();
  const life = usePlanLife(boardId, version);
  const [saved, setSaved] = useState(0);
  const [notes, setNotes] = useState<readonly string[]>([]);
  if (life.kind === 'loading') return <Waiting />;
  if (life.kind === 'failed') return <FailureNote text={failureText(life.failure)} onRetry={life.reload} />;
  return (
    <>
      <ArchivePackage
        life={life.value}
        url={archiveFileUrl(boardId, version, notes)}
        notes={mayReadContacts && <ArchiveNotes boardId={boardId} chosen={notes} onChoose={setNotes} />}
      />
      {life.value.state !== 'draft' && (
        <section className="archive" aria-labelledby="receipts">
          <h2 id="receipts">{t('receipts')}</h2>
          <Receipts receipts={life.value.receipts} />
          <ReceiptForm
            key={saved}
            boardId={boardId}
            version={version}
            onSaved={() => {
              setSaved(saved + 1);
              life.reload();
            }}
          />
          <Aloud className="archive-saved" words={saved > 0 ? t('saved') : ''} of={saved} />
        </section>
      )}
    </>
  );
}
