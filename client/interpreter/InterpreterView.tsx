import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { noTranslations, untranslatedIn } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, TranslationsSession } from '../session/index.ts';
import { languageInItself, languageInWords, useLanguage } from '../texts/index.ts';
import { recall, remember, Waiting } from '../ui/index.ts';
import { InterpreterDesk } from './InterpreterDesk.tsx';
import './interpreter.css';
import { interpreted } from './interpreted.ts';

export interface InterpreterViewProps {
  readonly session: BoardSession;
  readonly template: Template;
}

/** Where this browser keeps which language somebody interprets. */
const kept = 'duk.interprets';

/** The interpreter's page: which language, and then the notes one by one. */
export function InterpreterView({ session, template }: InterpreterViewProps): ReactNode {
  const { t } = useTranslation('interpret');
  const line = session.openTranslations();
  const translations = useSyncExternalStore(session.subscribe, () =>
    line.isLoading ? noTranslations : line.translations(),
  );
  const isLoading = useSyncExternalStore(session.subscribe, () => line.isLoading);
  const isEnded = useSyncExternalStore(session.subscribe, () => line.isEnded);
  const [lang, setLang] = useState<string>();
  if (isEnded) return <p className="interpreter-ended">{t('ended')}</p>;
  if (isLoading) return <Waiting />;
  if (lang === undefined)
    return (
      <LanguageQuestion
        proposed={recall(kept) ?? translations.languages[0] ?? ''}
        onChosen={(chosen) => {
          line.interpret(chosen);
          remember(kept, chosen);
          setLang(chosen);
        }}
      />
    );
  return (
    <Desk key={lang} session={session} line={line} template={template} lang={lang} onLeave={() => setLang(undefined)} />
  );
}

interface DeskProps extends InterpreterViewProps {
  readonly line: TranslationsSession;
  readonly lang: string;
  readonly onLeave: () => void;
}

function Desk({ session, line, lang, ...rest }: DeskProps): ReactNode {
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const translations = useSyncExternalStore(session.subscribe, () => line.translations());
  return (
    <InterpreterDesk
      {...rest}
      boardId={session.boardId}
      line={line}
      lang={lang}
      board={board}
      translations={translations}
      queue={untranslatedIn(board, translations, lang)}
    />
  );
}

interface LanguageQuestionProps {
  readonly proposed: string;
  readonly onChosen: (lang: string) => void;
}

function LanguageQuestion({ proposed, onChosen }: LanguageQuestionProps): ReactNode {
  const { t } = useTranslation('interpret');
  const language = useLanguage();
  const id = useId();
  const [chosen, setChosen] = useState(interpreted.includes(proposed) ? proposed : '');
  return (
    <form
      className="interpreter-question cloth"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') onChosen(chosen);
      }}
    >
      <h2>{t('whichLanguage')}</h2>
      <p>{t('whichLanguageText')}</p>
      <Field>
        <Label htmlFor={id}>{t('chooseLanguage')}</Label>
        <Select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)} required>
          <option value="" disabled>
            {t('chooseLanguage')}
          </option>
          {interpreted.map((tag) => (
            <option key={tag} value={tag}>
              {`${languageInWords(tag, language)} (${languageInItself(tag)})`}
            </option>
          ))}
        </Select>
      </Field>
      <p className="muted">{t('nobodysChild')}</p>
      <div className="row">
        <Button type="submit">{t('begin')}</Button>
      </div>
    </form>
  );
}
