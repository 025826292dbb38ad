import { Button } from '@digdir/designsystemet-react';
import {
  languageOfNote,
  maxTranslationLength,
  type Note,
  ownLanguage,
  type Translation,
  type TranslationFailure,
  type Translations,
  type Untranslated,
} from '@duken/shared/board';
import { inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../session/index.ts';
import { directionOf, type Language, languageInWords, useLanguage } from '../texts/index.ts';
import { Aloud } from '../ui/index.ts';

interface TranslationFormProps {
  readonly boardId: string;
  readonly note: Note;
  /** The language that it is put into. */
  readonly into: string;
  readonly template: Template;
  readonly translations: Translations;
  readonly queue: readonly Untranslated[];
  readonly mayGoBack: boolean;
  /** @returns why it was not saved */
  readonly onSave: (into: string, translation: Translation) => TranslationFailure | undefined;
  readonly onSkip: () => void;
  readonly onBack: () => void;
}

/** One note and its words in the other language. What is half written stays when one looks at another note. */
export function TranslationForm(props: TranslationFormProps): ReactNode {
  const { note, into, template, translations, queue } = props;
  const { t } = useTranslation('interpret');
  const language = useLanguage();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const lacking = queue.find((one) => one.note.id === note.id);
  const before = translations.by.get(into)?.get(note.id);
  /** The words to translate, as they are now: somebody may be writing on them. */
  const source = lacking?.source ?? before?.source ?? note.text;
  const [written, setWritten, forget] = useDraft<Translation>(
    props.boardId,
    `translation/${into}/${note.id}`,
    { text: before?.text ?? '', source },
    ({ text }) => !isBlank(text) && text !== before?.text,
  );
  const [failure, setFailure] = useState<TranslationFailure>();
  const opened = useRef(source);
  const isChangedNow = opened.current !== source;
  const noteLanguage = languageOfNote(note, translations.languages);
  const sourceLanguage = source === note.text ? noteLanguage : ownLanguage;

  const save = (): void => {
    // Made from the words that stood there at the last letter; where nothing was written, one has looked at what stands now.
    const isUntouched = written.text === before?.text;
    const failed = props.onSave(into, { text: written.text, source: isUntouched ? source : written.source });
    setFailure(failed);
    if (failed) box.current?.focus();
    else forget();
  };

  return (
    <section className="translation" aria-labelledby={`${id}-from`}>
      <div className="translation-from">
        <h3 id={`${id}-from`}>{t('from', { language: languageInWords(sourceLanguage, language) })}</h3>
        <p className="translation-place">{placeOf(note, template, language)}</p>
        <blockquote className={`translation-words paper-${note.voice}`} lang={sourceLanguage} dir="auto">
          {source}
        </blockquote>
        {before && before.source !== source && (
          <p className="translation-before" dir="auto">
            {t('madeFrom', { text: before.source })}
          </p>
        )}
      </div>
      <div className="translation-into">
        <label htmlFor={id}>{t('into', { language: languageInWords(into, language) })}</label>
        <textarea
          ref={box}
          id={id}
          lang={into}
          dir={directionOf(into)}
          rows={4}
          value={written.text}
          aria-describedby={`${id}-keys ${id}-failure`}
          aria-invalid={failure !== undefined}
          // biome-ignore lint/a11y/noAutofocus: the page is for this box alone, and its keys lie here.
          autoFocus
          onChange={(event) => {
            setFailure(undefined);
            setWritten({ text: event.target.value, source });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            save();
          }}
        />
        <Aloud
          id={`${id}-failure`}
          className="translation-failure"
          words={
            failure
              ? t(failure.kind === 'translationTooLong' ? 'tooLong' : 'empty', { max: maxTranslationLength })
              : isChangedNow
                ? t('changedNow')
                : ''
          }
        />
        <div className="row">
          <Button onClick={save}>{t('save')}</Button>
          <Button variant="secondary" onClick={props.onSkip}>
            {t('next')}
          </Button>
          <Button variant="tertiary" disabled={!props.mayGoBack} onClick={props.onBack}>
            {t('back')}
          </Button>
        </div>
        <p id={`${id}-keys`} className="translation-keys muted">
          {t('saveKeys')}
        </p>
      </div>
    </section>
  );
}

function placeOf({ cell }: Note, template: Template, language: Language): string {
  const column = inLanguage(template.columns.find(({ id }) => id === cell.column)?.heading, language) ?? '';
  const theme = inLanguage(template.themes.find(({ id }) => id === cell.theme)?.name, language) ?? '';
  return [column, theme].filter((part) => part !== '').join(', ');
}
