import { Button } from '@digdir/designsystemet-react';
import type { LinkedCutReply } from '@duken/shared/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  enterCut,
  isRefused,
  linkedCutFileUrl,
  type RequestFailure,
  readLinkedCut,
  useFailureText,
} from '../http/index.ts';
import { letterLanguage, momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, LanguageSwitch, Letter, useDocumentTitle } from '../ui/index.ts';
import { CutLetter } from './CutLetter.tsx';

/**
 * `/utdrag#secret`: a part of a plan, for whoever has the link. It is opened by a press, so that nothing that only looks at links
 * uses it up; the secret stays in the address for the next time.
 */
export function CutLinkPage() {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const [secret] = useState(() => location.hash.slice(1));
  const [cut, setCut] = useState<LinkedCutReply>();
  const [failure, setFailure] = useState<RequestFailure>();
  const [isAsking, setIsAsking] = useState(false);
  useDocumentTitle(t('linkTitle'));
  const open = async (): Promise<void> => {
    if (isAsking) return;
    setIsAsking(true);
    setFailure(undefined);
    const entered = await enterCut(secret);
    setIsAsking(false);
    if (entered.ok) setCut(entered.value);
    else setFailure(entered.failure);
  };
  if (cut) return <OpenedCut first={cut} />;
  if (isRefused(failure))
    return (
      <Letter title={t('brokenTitle')}>
        <p>{t('brokenText')}</p>
      </Letter>
    );
  return (
    <Letter title={t('linkTitle')}>
      <p>{t('linkLead')}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button loading={isAsking} onClick={() => void open()}>
          <span>{t('open')}</span>
        </Button>
      </div>
    </Letter>
  );
}

function OpenedCut({ first }: { readonly first: LinkedCutReply }): ReactNode {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const language = useLanguage();
  const wished = letterLanguage(language);
  const [cut, setCut] = useState(first);
  const [failure, setFailure] = useState<RequestFailure>();
  const [isOpenedIn] = useState(wished);
  const isAnother = wished !== isOpenedIn || cut !== first;
  // It opens in the language it was given in; whoever chooses another gets that.
  useEffect(() => {
    if (!isAnother || cut.letter.language === wished) return;
    void readLinkedCut(cut.cutId, wished).then((read) => {
      if (read.ok) setCut(read.value);
      setFailure(read.ok ? undefined : read.failure);
    });
  }, [isAnother, cut, wished]);
  const lang = cut.letter.language;
  const until = momentInWords(cut.expiresAt, language);
  return (
    <main className="cutPage">
      <LanguageSwitch />
      <div className="row">
        <Button asChild>
          <a href={linkedCutFileUrl(cut.cutId, 'pdf', lang)} download>
            {t('download', { format: 'PDF' })}
          </a>
        </Button>
        <Button asChild variant="secondary">
          <a href={linkedCutFileUrl(cut.cutId, 'docx', lang)} download>
            {t('download', { format: 'Word' })}
          </a>
        </Button>
      </div>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <p className="muted">
        {cut.usesLeft > 0 ? t('usesLeft', { antall: String(cut.usesLeft), tid: until }) : t('notAgain')}
      </p>
      <CutLetter letter={cut.letter} picture={cut.picture} />
    </main>
  );
}
