import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinBoard, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter } from '../ui/index.ts';

interface JoinPageProps {
  readonly boardId: string;
  readonly secret: string;
  readonly onIn: () => void;
  /** The link doesn't work: wrong, withdrawn or expired; the server doesn't say which. */
  readonly onRefused: () => void;
}

/** The first thing a guest meets: a name, and in. Nothing of the duk is shown before, not even its title. */
export function JoinPage({ boardId, secret, onIn, onRefused }: JoinPageProps) {
  const { t } = useTranslation('join');
  const failureText = useFailureText();
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isEntering, setIsEntering] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const field = useRef<HTMLInputElement>(null);

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (isEntering) return;
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return field.current?.focus();
    setIsEntering(true);
    setFailure(undefined);
    const joined = await joinBoard(boardId, { secret, name });
    if (joined.ok) return onIn();
    setIsEntering(false);
    if (joined.failure.kind === 'problem' && joined.failure.problem.status === 403) onRefused();
    else setFailure(joined.failure);
  };

  return (
    <Letter title={t('title')}>
      <p>{t('text')}</p>
      <form className="joinForm" onSubmit={(event) => void enter(event)} noValidate>
        <Textfield
          ref={field}
          data-size="lg"
          label={t('name')}
          description={t('nameHelp')}
          error={isMissing && t('nameMissing')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="given-name"
          autoFocus
        />
        {failure && <FailureNote text={failureText(failure)} />}
        <Button type="submit" data-size="lg" loading={isEntering}>
          {isEntering ? t('entering') : t('enter')}
        </Button>
      </form>
      <LanguageSwitch />
    </Letter>
  );
}
