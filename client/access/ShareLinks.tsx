import { Button } from '@digdir/designsystemet-react';
import type { LinkRole } from '@duken/shared/access';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createLink, type RequestFailure, useFailureText } from '../http/index.ts';
import { ChoiceCards, CopyField, type DialogSlot, FailureNote, Modal } from '../ui/index.ts';
import './access.css';
import { AtTheTable } from './AtTheTable.tsx';
import { LinkList } from './LinkList.tsx';
import { QrCode } from './QrCode.tsx';

interface ShareLinksProps extends DialogSlot {
  readonly boardId: string;
  /** Who is looking, to say so in the list of those at the table. */
  readonly participantId: string;
}

/** *Inviter*: makes a link to send or to hold up, shows who is at the table, and takes links back. */
export function ShareLinks({ boardId, participantId, open, onClose }: ShareLinksProps) {
  const { t } = useTranslation('invite');
  return (
    <Modal open={open} onClose={onClose} title={t('title')} size="wide">
      <div className="share">
        <NewLink boardId={boardId} />
        <AtTheTable boardId={boardId} participantId={participantId} />
        <LinkList boardId={boardId} />
      </div>
    </Modal>
  );
}

function NewLink({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const [role, setRole] = useState<LinkRole>('editor');
  const [isMaking, setIsMaking] = useState(false);
  const [url, setUrl] = useState<string>();
  const [failure, setFailure] = useState<RequestFailure>();

  const make = async () => {
    if (isMaking) return;
    setIsMaking(true);
    setFailure(undefined);
    const made = await createLink(boardId, { role });
    setIsMaking(false);
    if (made.ok) setUrl(made.value.url);
    else setFailure(made.failure);
  };

  if (url !== undefined)
    return (
      <section className="share-new">
        <div className="share-made">
          <QrCode url={url} />
          <div className="share-link">
            <h3>{t(role === 'editor' ? 'editor' : 'viewer')}</h3>
            <CopyField label={t('link')} value={url} />
            <p className="muted">{t('linkText')}</p>
            <div className="row">
              <Button variant="tertiary" onClick={() => setUrl(undefined)}>
                {t('another')}
              </Button>
            </div>
          </div>
        </div>
      </section>
    );
  return (
    <section className="share-new">
      <ChoiceCards
        legend={t('who')}
        chosen={role}
        onChoose={setRole}
        choices={[
          { value: 'editor', title: t('editor'), text: t('editorText') },
          { value: 'viewer', title: t('viewer'), text: t('viewerText') },
        ]}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button loading={isMaking} onClick={() => void make()}>
          {isMaking ? t('making') : t('make')}
        </Button>
      </div>
    </section>
  );
}
