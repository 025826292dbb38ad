import { Button } from '@digdir/designsystemet-react';
import type { Voice } from '@duken/shared/board';
import type { InvitationReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinBoard, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote, LanguageChoice, Letter, LineField } from '../ui/index.ts';
import { VoiceQuestion } from './VoiceQuestion.tsx';

interface JoinPageProps {
  readonly boardId: string;
  readonly invitation: InvitationReply;
  readonly secret: string;
  /** What they are probably called; '' when nobody knows. */
  readonly suggestedName: string;
  readonly onIn: () => void;
  /** The link has stopped working meanwhile: withdrawn or expired; the server doesn't say which. */
  readonly onRefused: () => void;
}

/** The first thing a guest meets: what their link gives, a name, and who they are here. Nothing of the case is said yet. */
export function JoinPage({ boardId, invitation, secret, suggestedName, onIn, onRefused }: JoinPageProps) {
  const { t } = useTranslation('join');
  const failureText = useFailureText();
  const [name, setName] = useState(suggestedName);
  const [voice, setVoice] = useState<Voice>();
  const [isSent, setIsSent] = useState(false);
  const [isEntering, setIsEntering] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [lacksCookies, setLacksCookies] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Who only reads has no voice on the duk, and whoever leads the meeting speaks for a service until they say otherwise.
  const asksVoice = invitation.role === 'editor';
  const lacksName = isSent && isBlank(name);
  const lacksVoice = isSent && asksVoice && !voice;

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (isEntering) return;
    setIsSent(true);
    if (isBlank(name)) return form.current?.querySelector<HTMLElement>('input:not([type="radio"])')?.focus();
    if (asksVoice && !voice) return form.current?.querySelector<HTMLElement>('input[type="radio"]')?.focus();
    // Joining would make a participant whom nobody knows a moment later.
    setLacksCookies(!navigator.cookieEnabled);
    if (!navigator.cookieEnabled) return;
    setIsEntering(true);
    setFailure(undefined);
    const joined = await joinBoard(boardId, { secret, name, voice: invitation.role === 'leader' ? 'service' : voice });
    if (joined.ok) return onIn();
    setIsEntering(false);
    if (joined.failure.kind === 'problem' && joined.failure.problem.status === 403) onRefused();
    else setFailure(joined.failure);
  };

  return (
    <Letter title={t('title')}>
      <LanguageChoice />
      <InvitationWords invitation={invitation} />
      <form ref={form} className="joinForm" onSubmit={(event) => void enter(event)} noValidate>
        <LineField
          data-size="lg"
          label={t('name')}
          description={t('nameHelp')}
          error={lacksName && t('nameMissing')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          longest={60}
          autoComplete="given-name"
          autoFocus
        />
        {asksVoice && <VoiceQuestion chosen={voice} onChoose={setVoice} isMissing={lacksVoice} />}
        {lacksCookies && <FailureNote text={t('noCookiesText')} />}
        {failure && <FailureNote text={failureText(failure)} />}
        <Button type="submit" data-size="lg" loading={isEntering}>
          <span>{isEntering ? t('entering') : t('enter')}</span>
        </Button>
      </form>
    </Letter>
  );
}

function InvitationWords({ invitation }: { readonly invitation: InvitationReply }) {
  const { t } = useTranslation('join');
  const { role, lobby } = invitation;
  const { t: interpretText } = useTranslation('interpret');
  const isLeader = role === 'leader';
  return (
    <>
      <p className="joinLead">{isLeader ? t('leaderLink') : t('invited')}</p>
      <p>
        {isLeader
          ? t('leaderText')
          : t(role === 'editor' ? 'text' : role === 'interpreter' ? 'interpreterText' : 'viewerText')}
      </p>
      {role === 'interpreter' && <p>{interpretText('nobodysChild')}</p>}
      {lobby && <p>{t('lobbyText')}</p>}
    </>
  );
}
