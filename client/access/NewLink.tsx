import { Button, Switch } from '@digdir/designsystemet-react';
import { type LinkRole, linkRoles } from '@duken/shared/access';
import type { LinkReply, NewLinkReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createLink, type RequestFailure, useFailureText, useSessionNow } from '../http/index.ts';
import { ChoiceCards, FailureNote, LineField } from '../ui/index.ts';

interface NewLinkProps {
  readonly boardId: string;
  /** One whose address is not to be had: the new one is asked for alike. */
  readonly like: LinkReply | undefined;
  readonly onMade: (made: NewLinkReply) => void;
}

/** The questions for a new link. */
export function NewLink({ boardId, like, onMade }: NewLinkProps) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const [role, setRole] = useState<LinkRole>(linkRoles.find((role) => role === like?.role) ?? 'editor');
  const [label, setLabel] = useState(like?.label ?? '');
  const session = useSessionNow();
  // Where leaders have accounts, they let each one in unless they say otherwise.
  const [hasLobby, setHasLobby] = useState(like?.lobby ?? session?.stage === 'accounts');
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking) return;
    setIsMaking(true);
    setFailure(undefined);
    const made = await createLink(boardId, {
      role,
      ...(!isBlank(label) && { label }),
      lobby: hasLobby,
    });
    setIsMaking(false);
    if (made.ok) onMade(made.value);
    else setFailure(made.failure);
  };

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
