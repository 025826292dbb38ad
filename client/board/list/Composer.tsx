import { Button } from '@digdir/designsystemet-react';
import { cutToLength, maxNoteLength, type NoteId, type Voice } from '@duken/shared/board';
import { inLanguage, type Template, type ThemeId } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { useLanguage } from '../../texts/index.ts';
import { Aloud, useSeenScreen } from '../../ui/index.ts';
import type { AskedNow, KeptQuiet } from '../boardSlots.ts';
import { whereOf } from '../describeNote.ts';
import { VoicePicker } from '../NoteTools.tsx';
import type { BoardActions } from '../useBoardActions.ts';
import { useSeat } from '../useBoardSession.ts';
import { type BegunNote, nothingBegun } from './begunNote.ts';
import { Chips } from './Chips.tsx';
import { composerCell, themesFor } from './composerCell.ts';
import { useBegunNote } from './useBegunNote.ts';
import { isBesideNotes, useFullScreen } from './useFullScreen.ts';

interface ComposerProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly actions: BoardActions;
  readonly voice: Voice;
  readonly onVoice: (voice: Voice) => void;
  /** The question of the guided meeting that what one writes answers. */
  readonly asked: AskedNow | undefined;
  /** Keeps what one has begun to oneself. */
  readonly onQuiet: (given: KeptQuiet) => void;
  /** A note lies on the duk now; whoever laid it stays in the box, or goes to it where both cannot be seen. */
  readonly onLaid: (noteId: NoteId, staysHere: boolean) => void;
  /** Where one writes, for the way back to it. */
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/**
 * The question that comes first: what one wants to lay on the duk, in whose voice and where. On a phone it is all that one sees
 * while one writes, above the keyboard.
 */
export function Composer({
  session,
  template,
  actions,
  voice,
  onVoice,
  asked,
  box,
  ...does
}: ComposerProps): ReactNode {
  const { onQuiet, onLaid } = does;
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const { t: commonText } = useTranslation('common');
  const language = useLanguage();
  const id = useId();
  const part = useRef<HTMLElement>(null);
  const [isFull, fill, leave] = useFullScreen(part);
  useSeenScreen(part, isFull);
  const [draft, setDraft] = useBegunNote(session, template);
  const change = (part: Partial<BegunNote>): void => setDraft({ ...draft, ...part });
  const draftNow = useRef({ draft, setDraft });
  draftNow.current = { draft, setDraft };
  // A new question takes the choice along, and leaves the words.
  const askedKey = asked?.key;
  const answers = useRef(askedKey);
  useEffect(() => {
    if (answers.current === askedKey) return;
    answers.current = askedKey;
    const {
      draft: { text, id },
      setDraft: say,
    } = draftNow.current;
    if (askedKey !== undefined) say({ ...nothingBegun, text, id });
  }, [askedKey]);
  const column = draft.column ?? asked?.column;
  const theme = draft.theme ?? asked?.theme;
  const columns = asked ? template.columns.filter(({ id }) => asked.columns.includes(id)) : template.columns;
  const [outcome, setOutcome] = useState<{ readonly placed?: string; readonly missing?: 'text' | 'theme' }>({});
  const { voices } = useSeat(session);
  const themes = column === undefined ? everyTheme(template) : themesFor(template, column);
  const columnName = `${id}column`;
  const over = draft.text.length - maxNoteLength;

  const edit = (part: Partial<BegunNote>): void => {
    setOutcome({});
    change(part);
  };

  const lay = (): void => {
    if (column === undefined) {
      focusChoice(columnName);
      return;
    }
    const cell = composerCell(template, column, theme);
    if (isBlank(draft.text)) {
      setOutcome({ missing: 'text' });
      box.current?.focus({ preventScroll: true });
      return;
    }
    if (!cell) {
      setOutcome({ missing: 'theme' });
      focusChoice(`${id}theme`);
      return;
    }
    const text = cutToLength(draft.text, maxNoteLength);
    const noteId = actions.addNote(cell, voice, { text: text.trim(), ...(draft.id ? { id: draft.id } : {}) });
    if (!noteId) return;
    const rest = draft.text.slice(text.length).trimStart();
    // As a note it is no longer one's own alone; what is left of it is another.
    setDraft({ ...nothingBegun, id: draft.id });
    if (rest !== '') setDraft({ ...draft, text: rest, id: undefined });
    const where = whereOf(cell, template, language, boardText);
    setOutcome({ placed: t(rest === '' ? 'placedIn' : 'placedPart', { where }) });
    const staysHere = rest !== '' || isBesideNotes();
    if (staysHere) box.current?.focus({ preventScroll: true });
    else leave();
    onLaid(noteId, staysHere);
  };

  // The words stay; the keyboard goes to the box, as it lies in the page.
  const closeFull = (): void => {
    leave();
    part.current?.querySelector<HTMLElement>('.composer-lay')?.focus({ preventScroll: true });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves it from anywhere in it.
    <section
      ref={part}
      className={isFull ? 'composer composer-full cloth' : 'composer cloth'}
      // A tap beside the fields takes the keyboard away, and leaves one here.
      tabIndex={isFull ? -1 : undefined}
      onKeyDown={(event) => {
        if (!isFull || event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          lay();
        }}
      >
        <div className="composer-head">
          <h2 className="composer-question">
            <label htmlFor={`${id}box`}>
              <span key={asked?.question}>{asked?.question ?? t('question')}</span>
            </label>
          </h2>
          {isFull && (
            <Button variant="tertiary" icon aria-label={commonText('close')} onClick={closeFull}>
              <XMarkIcon aria-hidden />
            </Button>
          )}
        </div>
        <textarea
          ref={box}
          id={`${id}box`}
          className={`composer-box paper-${voice}`}
          dir="auto"
          rows={3}
          spellCheck
          value={draft.text}
          aria-describedby={`${id}told`}
          aria-invalid={outcome.missing === 'text' || undefined}
          onFocus={fill}
          onChange={(event) => edit({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            lay();
          }}
        />
        <Aloud
          id={`${id}told`}
          className="composer-told"
          of={outcome}
          words={
            over > 0
              ? t('tooLong', { max: maxNoteLength, over })
              : outcome.missing === 'text'
                ? t('writeFirst')
                : (outcome.placed ?? '')
          }
        />
        {draft.id !== undefined && !isBlank(draft.text) && over <= 0 && (
          <p className="composer-own muted">{t('onlyYours')}</p>
        )}
        <VoicePicker voice={voice} voices={voices} onPick={onVoice} />
        {columns.length > 1 && (
          <Chips
            legend={t('whichColumn')}
            name={columnName}
            choices={columns.map(({ id: value }) => ({ value, label: t(`column_${value}`) }))}
            value={column}
            onChoose={(column) => edit({ column })}
          />
        )}
        {(asked ? asked.asksTheme : themes.length !== 1 || themes[0] !== '') && (
          <Chips
            legend={t('whichTheme')}
            name={`${id}theme`}
            choices={themes.map((theme) => ({
              value: theme,
              label:
                inLanguage(template.themes.find((each) => each.id === theme)?.name, language) ??
                boardText('withoutTheme'),
            }))}
            value={theme}
            onChoose={(theme) => edit({ theme })}
            problem={outcome.missing === 'theme' ? t('chooseTheme') : undefined}
          />
        )}
        {/* Not disabled: it would then say nothing to whoever presses it, and leave the keyboard nowhere. */}
        <Button
          type="submit"
          className="composer-lay"
          variant={column === undefined ? 'secondary' : 'primary'}
          aria-disabled={column === undefined || undefined}
        >
          {/* A new element each time: in a translated page the words in the old one are not ours to change. */}
          <span key={String(column === undefined)}>{t(column === undefined ? 'chooseColumn' : 'lay')}</span>
        </Button>
        {!isBlank(draft.text) && (
          <Button
            variant="tertiary"
            onClick={() => {
              const text = cutToLength(draft.text, maxNoteLength);
              onQuiet({
                text: text.trim(),
                cell: column && composerCell(template, column, theme),
                // Only what is kept there goes from here, and nothing of what was written on meanwhile.
                onKept() {
                  const now = draftNow.current;
                  if (now.draft.text.startsWith(text))
                    now.setDraft({ ...nothingBegun, id: now.draft.id, text: now.draft.text.slice(text.length) });
                },
              });
            }}
          >
            {t('keepToMyself')}
          </Button>
        )}
      </form>
    </section>
  );
}

function everyTheme(template: Template): readonly (ThemeId | '')[] {
  return template.themes.map(({ id }) => id);
}

/** Takes the keyboard to the first of a group of choices. */
function focusChoice(name: string): void {
  document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)?.focus();
}
