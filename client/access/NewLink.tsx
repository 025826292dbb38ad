import { Button, Switch } from '@digdir/designsystemet-react';
import type { LinkRole } from '@duken/shared/access';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createLink, type RequestFailure, useFailureText } from '../http/index.ts';
import { ChoiceCards, CopyField, FailureNote, LineField } from '../ui/index.ts';
import { QrCode } from './QrCode.tsx';

/** Makes a link, and shows it this once: to copy, or as a code to hold a camera to. */
export function NewLink({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const [role, setRole] = useState<LinkRole>('editor');
  const [label, setLabel] = useState('');
  const [hasLobby, setHasLobby] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [url, setUrl] = useState<string>();
  const [failure, setFailure] = useState<RequestFailure>();

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking) return;
    setIsMaking(true);
    setFailure(undefined);
    const made = await createLink(boardId, {
      role,
      ...(!isBlank(label) && { label }),
      ...(hasLobby && { lobby: true }),
    });
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
            <h3>{isBlank(label) ? t(role) : t('linkFor', { navn: label.trim(), rett: t(role) })}</h3>
            <CopyField label={t('link')} value={url} />
            <p className="muted">{t('linkText')}</p>
            <div className="row">
              <Button
                variant="secondary"
                onClick={() => {
                  setUrl(undefined);
                  setLabel('');
                }}
              >
                {t('another')}
              </Button>
            </div>
          </div>
        </div>
      </section>
    );
  return (
    <form className="share-new" onSubmit={(event) => void make(event)}>
      <ChoiceCards
        legend={t('who')}
        chosen={role}
        onChoose={setRole}
        choices={[
          { value: 'editor', title: t('editor'), text: t('editorText') },
          { value: 'interpreter', title: t('interpreter'), text: t('interpreterText') },
          { value: 'viewer', title: t('viewer'), text: t('viewerText') },
        ]}
      />
      <LineField
        label={t('label')}
        description={t('labelHelp')}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
        longest={60}
        autoComplete="off"
      />
      <Switch
        label={t('lobby')}
        description={t('lobbyHelp')}
        checked={hasLobby}
        onChange={(event) => setHasLobby(event.target.checked)}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" loading={isMaking}>
          <span>{isMaking ? t('making') : t('make')}</span>
        </Button>
      </div>
    </form>
  );
}
