import { Button, Field, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { maxNoteLength, type NoteId, type Voice } from '@duken/shared/board';
import { inLanguage, type Template } from '@duken/shared/template';
import { cleanText, isBlank } from '@duken/shared/text';
import { PlusIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/index.ts';
import { Modal } from '../../ui/index.ts';
import type { BoardActions } from '../useBoardActions.ts';

interface NewActionProps {
  readonly template: Template;
  readonly actions: BoardActions;
  readonly voice: Voice;
  /** It lies on the duk: who does it, and when, is asked next. */
  readonly onMade: (noteId: NoteId) => void;
}

/** Makes a tiltak from its own page: what is to be done, and in which part of life. */
export function NewAction({ template, actions, voice, onMade }: NewActionProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: commonText } = useTranslation('common');
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [theme, setTheme] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const lacksText = isAsked && isBlank(text);
  const over = cleanText(text.trim()).length - maxNoteLength;
  const lacksTheme = isAsked && theme === '';
  const make = (): void => {
    setIsAsked(true);
    if (isBlank(text) || theme === '' || over > 0) return;
    const noteId = actions.addNote({ column: 'now', theme }, voice, { text: text.trim() });
    if (!noteId) return;
    actions.setAction(noteId, { status: 'agreed' });
    setIsOpen(false);
    setIsAsked(false);
    setText('');
    onMade(noteId);
  };
  return (
    <div className="newAction">
      <Button variant="secondary" onClick={() => setIsOpen(true)}>
        <PlusIcon aria-hidden />
        <span>{t('newAction')}</span>
      </Button>
      <Modal open={isOpen} onClose={() => setIsOpen(false)} title={t('newAction')}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            make();
          }}
        >
          <Textfield
            label={t('newActionWhat')}
            multiline
            rows={3}
            value={text}
            error={
              over > 0 ? commonText('lineTooLong', { over, max: maxNoteLength }) : lacksText && t('newActionLacksWhat')
            }
            onChange={(event) => setText(event.target.value)}
          />
          <Field>
            <Label>{t('newActionWhere')}</Label>
            <Select value={theme} aria-invalid={lacksTheme} onChange={(event) => setTheme(event.target.value)}>
              <Select.Option value="">{t('newActionChoose')}</Select.Option>
              {template.themes.map(({ id, name }) => (
                <Select.Option key={id} value={id}>
                  {inLanguage(name, language)}
                </Select.Option>
              ))}
            </Select>
            {lacksTheme && <ValidationMessage>{t('newActionLacksWhere')}</ValidationMessage>}
          </Field>
          <div className="row">
            <Button type="submit">{t('newActionNext')}</Button>
            <Button type="button" variant="secondary" onClick={() => setIsOpen(false)}>
              {commonText('cancel')}
            </Button>
          </div>
        </form>
      </Modal>
    </div>
  );
}
