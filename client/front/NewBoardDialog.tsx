import { Button } from '@digdir/designsystemet-react';
import type { NewBoardReply } from '@duken/shared/protocol';
import { inLanguage, shippedLayouts, type Template, type TemplateId, templates } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { KeyVerticalIcon } from '@navikt/aksel-icons';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import {
  createBoard,
  listLayouts,
  type RequestFailure,
  useFailureText,
  useRemote,
  useSessionNow,
} from '../http/index.ts';
import { ownLinks, withBoard } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { ChoiceCards, CopyField, type DialogSlot, FailureNote, LineField, Modal, QrCode } from '../ui/index.ts';
import { SheetPicture } from './SheetPicture.tsx';

/** Asks for a new duk, and then hands the leader the invitation for the others, and apart from it their own key. */
export function NewBoardDialog({ open, onClose }: DialogSlot) {
  const { t } = useTranslation('front');
  const [made, setMade] = useState<NewBoardReply>();
  const [, navigate] = useLocation();
  // Closing the dialog when the duk is there means going to it: a duk that was made must not seem lost.
  const close = () => (made ? navigate(`/duk/${made.boardId}`) : onClose());
  return (
    <Modal open={open} onClose={close} title={made ? t('madeTitle') : t('newTitle')}>
      {made ? <Links made={made} onGo={close} /> : <NewBoardForm onMade={setMade} />}
    </Modal>
  );
}

function Links({ made, onGo }: { readonly made: NewBoardReply; readonly onGo: () => void }) {
  const { t } = useTranslation('front');
  return (
    <>
      <p>{t('madeText')}</p>
      <div className="front-code">
        <QrCode url={made.joinUrl} />
      </div>
      <CopyField label={t('inviteLink')} value={made.joinUrl} />
      <div className="row">
        <Button onClick={onGo}>{t('goToBoard')}</Button>
      </div>
      {/* Whoever has an account leads by it. */}
      {new URL(made.leaderUrl).hash !== '' && (
        <section className="leaderKey" aria-labelledby="leaderKey">
          <h3 id="leaderKey">
            <KeyVerticalIcon aria-hidden />
            <span>{t('leaderKey')}</span>
          </h3>
          <p>{t('leaderKeyText')}</p>
          <details>
            <summary>{t('showLeaderKey')}</summary>
            <CopyField label={t('leaderLink')} value={made.leaderUrl} />
            <p className="muted">{t('madeWarning')}</p>
          </details>
        </section>
      )}
    </>
  );
}

function NewBoardForm({ onMade }: { readonly onMade: (made: NewBoardReply) => void }) {
  const { t } = useTranslation('front');
  const failureText = useFailureText();
  const [title, setTitle] = useState('');
  const account = useSessionNow()?.account;
  const [name, setName] = useState(account?.name ?? '');
  const [templateId, setTemplateId] = useState<TemplateId>(templates.lorenskog.id);
  const [isMaking, setIsMaking] = useState(false);
  const [missing, setMissing] = useState<'title' | 'name'>();
  const [failure, setFailure] = useState<RequestFailure>();
  const language = useLanguage();
  // Those that ship are here at once; an operator's own come when the server has answered.
  const offered = useRemote('layouts', listLayouts);
  const layouts = offered.kind === 'here' ? offered.value : [...shippedLayouts.values()];
  const wordsOf = ({ id, name, themes }: Template) =>
    id === 'lorenskog' || id === 'simple'
      ? { title: t(`layout-${id}`), text: t(`layout-${id}Text`) }
      : { title: inLanguage(name, language), text: t('layoutThemes', { count: themes.length }) };
  const titleField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking) return;
    const lacking = isBlank(title) ? 'title' : isBlank(name) ? 'name' : undefined;
    setMissing(lacking);
    if (lacking) return (lacking === 'title' ? titleField : nameField).current?.focus();
    setIsMaking(true);
    setFailure(undefined);
    const made = await createBoard({ title, templateId, name });
    setIsMaking(false);
    if (made.ok) {
      ownLinks.keep(made.value.boardId, withBoard, made.value.joinUrl);
      onMade(made.value);
    } else setFailure(made.failure);
  };

  return (
    <form className="front-form" onSubmit={(event) => void submit(event)} noValidate>
      <LineField
        ref={titleField}
        label={t('boardTitle')}
        description={t('boardTitleHelp')}
        error={missing === 'title' && t('boardTitleMissing')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        longest={120}
        autoComplete="off"
        data-first-focus
      />
      <LineField
        ref={nameField}
        label={t('yourName')}
        description={t('yourNameHelp')}
        error={missing === 'name' && t('yourNameMissing')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        longest={60}
        autoComplete="name"
      />
      <ChoiceCards
        legend={t('layout')}
        chosen={templateId}
        onChoose={setTemplateId}
        choices={layouts.map((template) => ({
          value: template.id,
          ...wordsOf(template),
          picture: <SheetPicture template={template} />,
        }))}
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
