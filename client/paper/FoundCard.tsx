import { Checkbox, Field, Label, Select, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { maxNoteLength, type Voice, voiceChoices } from '@duken/shared/board';
import { type Cell, cellKey, cellsOf, inLanguage, type Template } from '@duken/shared/template';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';
import type { FoundNote } from './foundNotes.ts';
import { Picture } from './Picture.tsx';

interface FoundCardProps {
  readonly note: FoundNote;
  readonly template: Template;
  /** Those that one was given. */
  readonly voices: readonly Voice[];
  /** Where it lies already. */
  readonly place: 'duk' | 'bin' | undefined;
  readonly isTaken: boolean;
  readonly voiceFieldId: string;
  readonly wordsFieldId: string;
  readonly onChange: (said: Partial<Pick<FoundNote, 'cell' | 'voice' | 'words' | 'isTaken'>>) => void;
}

/** One note on paper: its picture, and what is asked of it. */
export function FoundCard({
  note,
  template,
  voices,
  place,
  isTaken,
  voiceFieldId,
  wordsFieldId,
  onChange,
}: FoundCardProps): ReactNode {
  const { t } = useTranslation('paper');
  const { t: board } = useTranslation('board');
  const titleId = useId();
  const { number, read, cell, voice, words } = note;
  const choices = voiceChoices.filter((choice) => voices.includes(choice));
  const isChilds = read.voice === 'child' && !voices.includes('child');
  return (
    <li className={isTaken ? 'paperCard' : 'paperCard paperCard-left'}>
      <h3 id={titleId}>{t('note', { number })}</h3>
      <Picture pixels={read.picture} className="paperCard-picture" label={t('picture', { number })} />
      <div className="paperCard-fields">
        <Checkbox
          label={t('take')}
          aria-describedby={titleId}
          checked={isTaken}
          onChange={(event) => onChange({ isTaken: event.target.checked })}
        />
        {place && <p className="paperCard-said">{t(place === 'duk' ? 'already' : 'alreadyInBin')}</p>}
        {isTaken && (
          <>
            {(read.doubts.includes('shape') || read.doubts.includes('blank')) && (
              <p className="paperCard-said">{t(read.doubts.includes('shape') ? 'doubt_shape' : 'doubt_blank')}</p>
            )}
            <Field>
              <Label>
                <span>{voice === undefined ? t('doubt_voice') : t('voice')}</span>
              </Label>
              {isChilds && <Field.Description>{t('doubt_child')}</Field.Description>}
              <Select
                id={voiceFieldId}
                value={voice ?? ''}
                onChange={(event) => onChange({ voice: choices.find((choice) => choice === event.target.value) })}
              >
                {voice === undefined && <Select.Option value="">{t('chooseVoice')}</Select.Option>}
                {choices.map((choice) => (
                  <Select.Option key={choice} value={choice}>
                    {board(`voice_${choice}`)}
                  </Select.Option>
                ))}
              </Select>
            </Field>
            <CellField template={template} cell={cell} isAsked={read.doubts.includes('cell')} onChange={onChange} />
            <Field>
              <Label>{t('words')}</Label>
              <Textarea
                dir="auto"
                rows={2}
                spellCheck
                id={wordsFieldId}
                aria-invalid={words.length > maxNoteLength || undefined}
                placeholder={t('wordsHint')}
                value={words}
                onChange={(event) => onChange({ words: event.target.value })}
              />
              {words.length > maxNoteLength && (
                <ValidationMessage>{t('tooLong', { count: words.length - maxNoteLength })}</ValidationMessage>
              )}
            </Field>
          </>
        )}
      </div>
    </li>
  );
}

function CellField({
  template,
  cell,
  isAsked,
  onChange,
}: {
  readonly template: Template;
  readonly cell: Cell;
  readonly isAsked: boolean;
  readonly onChange: (said: { readonly cell: Cell }) => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const cells = cellsOf(template);
  const nameOf = ({ column, theme }: Cell): string =>
    [
      inLanguage(template.columns.find(({ id }) => id === column)?.heading, language),
      theme === '' ? board('withoutTheme') : inLanguage(template.themes.find(({ id }) => id === theme)?.name, language),
    ].join(' · ');
  return (
    <Field>
      <Label>
        <span>{t(isAsked ? 'doubt_cell' : 'cell')}</span>
      </Label>
      <Select
        value={cellKey(cell)}
        onChange={(event) => {
          const chosen = cells.find((one) => cellKey(one) === event.target.value);
          if (chosen) onChange({ cell: chosen });
        }}
      >
        {cells.map((one) => (
          <Select.Option key={cellKey(one)} value={cellKey(one)}>
            {nameOf(one)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
