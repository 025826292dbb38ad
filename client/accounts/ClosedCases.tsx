import { Button } from '@digdir/designsystemet-react';
import type { ClosedCasesReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eraseClosedCase, listClosedCases, useFailureText, useRemote } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote } from '../ui/index.ts';
import { ConfirmAnew } from './ConfirmAnew.tsx';

type ClosedCase = ClosedCasesReply['proposed'][number];
type ErasedCase = ClosedCasesReply['erased'][number];

/** Cases that were closed long ago, for an administrator to erase, and those that were: when and by whom, and nothing of a duk. */
export function ClosedCases() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const cases = useRemote('closed-cases', listClosedCases);
  const [erasing, setErasing] = useState<ClosedCase>();
  return (
    <section className="cloth accountPage-sheet" aria-labelledby="closed-cases">
      <h2 id="closed-cases">{t('closedTitle')}</h2>
      {cases.kind === 'failed' && <FailureNote text={failureText(cases.failure)} onRetry={cases.reload} />}
      {cases.kind === 'here' && (
        <>
          <p className="muted">
            {t(cases.value.proposed.length === 0 ? 'closedNone' : 'closedText', { dager: cases.value.afterDays })}
          </p>
          {cases.value.proposed.length > 0 && (
            <ul className="plainList accountRows">
              {cases.value.proposed.map((one) => (
                <ClosedRow key={one.boardId} one={one} onErase={() => setErasing(one)} />
              ))}
            </ul>
          )}
          {cases.value.erased.length > 0 && (
            <details>
              <summary>{t('erased', { count: cases.value.erased.length })}</summary>
              <ul className="plainList accountRows">
                {cases.value.erased.map((one) => (
                  <ErasedRow key={one.boardId} one={one} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <ConfirmAnew
        open={erasing !== undefined}
        onClose={() => setErasing(undefined)}
        title={t('eraseTitle')}
        command={t('erase')}
        act={() => eraseClosedCase(erasing?.boardId ?? '')}
        onDone={cases.reload}
      >
        <p>{t('eraseText')}</p>
      </ConfirmAnew>
    </section>
  );
}

function ClosedRow({ one, onErase }: { readonly one: ClosedCase; readonly onErase: () => void }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const closed = momentInWords(one.closedAt, language);
  return (
    <li className="accountRow">
      <span className="accountRow-words">
        <strong>{t('closedSince', { tid: closed })}</strong>
        <span className="muted">
          {[
            one.owner === undefined ? t('closedNobody') : t('closedOwner', { navn: one.owner }),
            t('closedMade', { tid: momentInWords(one.createdAt, language) }),
          ].join(' · ')}
        </span>
      </span>
      <span className="accountRow-tools">
        <Button variant="tertiary" data-color="danger" aria-label={t('eraseOf', { tid: closed })} onClick={onErase}>
          {t('erase')}
        </Button>
      </span>
    </li>
  );
}

function ErasedRow({ one }: { readonly one: ErasedCase }) {
  const { t } = useTranslation('account');
  const tid = momentInWords(one.erasedAt, useLanguage());
  const as = t(one.as === 'leader' ? 'erasedAsLeader' : 'erasedAsAdministrator');
  return (
    <li className="accountRow">
      <span className="accountRow-words">
        {one.name === undefined ? t('erasedByNobody', { tid }) : `${t('erasedBy', { tid, navn: one.name })} (${as})`}
      </span>
    </li>
  );
}
