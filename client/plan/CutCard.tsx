import { Button } from '@digdir/designsystemet-react';
import type { CutReply, MeReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutFileUrl, readCut, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, letterLanguage, momentInWords, namesInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { CutLetter } from './CutLetter.tsx';
import { themeNames } from './themeNames.ts';

interface CutCardProps {
  readonly boardId: string;
  readonly cut: CutReply;
  readonly layout: MeReply['layout'];
  /** Whether whoever looks may read it too, and not only that it was given. */
  readonly canRead: boolean;
  readonly isOpen?: boolean;
  readonly onWithdraw?: (() => void) | undefined;
  readonly isWithdrawing?: boolean;
}

/** One thing that was given: to whom, of what, how and when, and whether it can be read still. */
export function CutCard({ boardId, cut, layout, canRead, isOpen = false, onWithdraw, isWithdrawing }: CutCardProps) {
  const { t } = useTranslation('cuts');
  const language = useLanguage();
  const [isShown, setIsShown] = useState(isOpen);
  const { version, date, recipient, themes, withPicture, withDifference, way, sha256, givenBy, givenAt } = cut;
  const when = (moment: number) => momentInWords(moment, language);
  const isWithdrawn = cut.withdrawnAt !== undefined;
  const about = namesInWords(themeNames(themes, layout, language, t('allOfLife')), language);
  return (
    <article className={isWithdrawn ? 'cutCard cutCard-withdrawn' : 'cutCard'}>
      <h2 dir="auto">{recipient}</h2>
      <ul className="plainList">
        <li>{t('holds', { temaer: about })}</li>
        {withPicture && <li>{t('withPicture')}</li>}
        {withDifference && <li>{t('withDifference')}</li>}
        <li>{t('from', { versjon: String(version), dag: dayInWords(date, language) })}</li>
        <li>{t('given', { navn: givenBy, tid: when(givenAt) })}</li>
        <li>{t(`way_${way}`)}</li>
        {cut.link && !isWithdrawn && <li>{linkWords(cut.link)}</li>}
        {cut.withdrawnAt !== undefined && <li>{t('withdrawn', { tid: when(cut.withdrawnAt) })}</li>}
      </ul>
      <p className="muted cutCard-hash">{t('fingerprint', { hash: sha256 })}</p>
      {!isWithdrawn && (
        <div className="row">
          {canRead && !isOpen && (
            <Button
              variant="secondary"
              aria-expanded={isShown}
              aria-label={t('seeNamed', { navn: recipient })}
              onClick={() => setIsShown(!isShown)}
            >
              <span>{t('see')}</span>
            </Button>
          )}
          {onWithdraw && (
            <Button
              variant="tertiary"
              data-color="danger"
              loading={isWithdrawing ?? false}
              aria-label={t('withdrawNamed', { navn: recipient })}
              onClick={onWithdraw}
            >
              <span>{t('withdraw')}</span>
            </Button>
          )}
        </div>
      )}
      {canRead && isShown && !isWithdrawn && <ShownCut boardId={boardId} cutId={cut.cutId} />}
    </article>
  );

  function linkWords({ expiresAt, maxUses, uses }: NonNullable<CutReply['link']>): string {
    const counted = { brukt: String(uses), antall: String(maxUses) };
    const works = expiresAt > Date.now() && uses < maxUses;
    return works ? t('uses', { ...counted, tid: when(expiresAt) }) : t('linkOver', counted);
  }
}

function ShownCut({ boardId, cutId }: { readonly boardId: string; readonly cutId: string }): ReactNode {
  const failureText = useFailureText();
  const language = letterLanguage(useLanguage());
  const remote = useRemote(`${boardId}/cuts/${cutId}/${language}`, () => readCut(boardId, cutId, language));
  if (remote.kind === 'loading') return <Waiting />;
  if (remote.kind === 'failed') return <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />;
  const { letter, picture } = remote.value;
  return (
    <>
      <CutDownloads boardId={boardId} cutId={cutId} hasPicture={picture !== undefined} />
      <CutLetter letter={letter} picture={picture} />
    </>
  );
}

interface CutDownloadsProps {
  readonly boardId: string;
  readonly cutId: string;
  readonly hasPicture: boolean;
}

/** A cut as files, each by a link of its own. */
export function CutDownloads({ boardId, cutId, hasPicture }: CutDownloadsProps): ReactNode {
  const { t } = useTranslation('cuts');
  const language = letterLanguage(useLanguage());
  const formats = [
    ['pdf', 'PDF'],
    ['docx', 'Word'],
    ['txt', 'TXT'],
    ['csv', 'CSV'],
    ...(hasPicture ? ([['png', 'PNG']] as const) : []),
  ] as const;
  return (
    <ul className="plainList row">
      {formats.map(([format, name]) => (
        <li key={format}>
          <a href={cutFileUrl(boardId, cutId, format, language)} download>
            {t('download', { format: name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
