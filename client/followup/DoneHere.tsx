import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../http/index.ts';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import { whatOf } from './ActionLine.tsx';
import type { ActionCommands } from './useActionCommands.ts';

/** What was just done from a line, said aloud, and the way back: the line itself has moved or gone. */
export function DoneHere({ commands }: { readonly commands: ActionCommands }) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const failureText = useFailureText();
  const { last, failure } = commands;
  const tekst = last ? whatOf(last.item, t('emptyText')) : '';
  const canUndo = last?.kind === 'done' || last?.kind === 'moved';
  const words =
    last === undefined
      ? ''
      : last.kind === 'moved'
        ? t('movedNow', { tekst, dato: dayInWords(last.due, language) })
        : t(`${last.kind}Now`, { tekst });
  return (
    <>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className={last ? 'week-last' : 'ds-sr-only'}>
        <Aloud words={words} of={last} className="week-lastWords" />
        {canUndo && (
          <Button variant="secondary" data-size="sm" onClick={() => void commands.undo()}>
            {t('undo')}
          </Button>
        )}
      </div>
    </>
  );
}
