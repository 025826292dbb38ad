import { Button, Textfield } from '@digdir/designsystemet-react';
import type { OutsideWordsReply } from '@duken/shared/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkOutsideWords, type RequestFailure, useFailureText } from '../http/index.ts';
import { namesInWords, useLanguage } from '../texts/index.ts';
import { FailureNote } from '../ui/index.ts';
import './outside.css';

/** A tiltak of which somebody looks over what it is called outside the case. */
type Item = OutsideWordsReply['items'][number];

/** Longest words of a tiltak outside the case, in UTF-16 units. */
const maxText = 200;

interface OutsideWordsFormProps {
  readonly boardId: string;
  readonly items: readonly Item[];
  readonly onChecked: () => void;
}

/** What each tiltak is called outside the case, proposed without the names we know. One press says that all of it may leave. */
export function OutsideWordsForm({ boardId, items, onChecked }: OutsideWordsFormProps) {
  const { t } = useTranslation('outside');
  const language = useLanguage();
  const failureText = useFailureText();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [hasTried, setHasTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const textOf = ({ noteId, text }: Item) => texts.get(noteId) ?? text;
  const faultOf = (item: Item) => {
    const text = textOf(item).trim();
    if (text === '') return hasTried ? t('textMissing') : undefined;
    return text.length > maxText ? t('textTooLong') : undefined;
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    const all = items.map((item) => [item.noteId, textOf(item).trim()] as const);
    if (isSending || all.some(([, text]) => text === '' || text.length > maxText)) return;
    setIsSending(true);
    const answer = await checkOutsideWords(boardId, Object.fromEntries(all));
    setIsSending(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChecked();
  };
  return (
    <form className="outsideWords" onSubmit={(event) => void check(event)} noValidate>
      <p>{t('about')}</p>
      {items.map((item) => (
        <Textfield
          key={item.noteId}
          label={t('textOf', { navn: namesInWords(item.doers, language) })}
          description={t('onDuk', { tekst: item.source })}
          // All of it is to be seen; that it stands on one line is how it leaves.
          multiline
          rows={2}
          value={textOf(item)}
          error={faultOf(item)}
          onChange={(event) =>
            setTexts(new Map(texts).set(item.noteId, event.target.value.replaceAll(/\s*\n\s*/g, ' ')))
          }
        />
      ))}
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <Button type="submit" aria-busy={isSending}>
        {t('check')}
      </Button>
    </form>
  );
}
