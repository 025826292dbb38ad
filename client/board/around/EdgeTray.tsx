import { Button } from '@digdir/designsystemet-react';
import type { Voice } from '@duken/shared/board';
import { type ColumnId, inLanguage, type Template, type ThemeId } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { ArrowCirclepathIcon, PencilIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, useDraft } from '../../session/index.ts';
import { useLanguage } from '../../texts/index.ts';
import { Aloud } from '../../ui/index.ts';
import type { AskedNow } from '../boardSlots.ts';
import { whereOf } from '../describeNote.ts';
import { Chips } from '../list/Chips.tsx';
import { composerCell, themesFor } from '../list/composerCell.ts';
import { VoicePicker } from '../NoteTools.tsx';
import type { BoardActions } from '../useBoardActions.ts';
import { useSeat } from '../useBoardSession.ts';
import { EdgeKeys } from './EdgeKeys.tsx';
import type { Edge } from './edges.ts';
import { nothingTyped, press, type Typing } from './typing.ts';

interface EdgeTrayProps {
  readonly edge: Edge;
  readonly session: BoardSession;
  readonly template: Template;
  readonly actions: Pick<BoardActions, 'addNote'>;
  readonly asked: AskedNow | undefined;
  /** Turns the whole sheet to whoever sits here. */
  readonly onTurn: () => void;
}

/** What is half written at an edge; nothing is chosen beforehand, but where the meeting asks. */
interface Draft {
  readonly typing: Typing;
  readonly voice: Voice | undefined;
  readonly isOpen: boolean;
}

const empty: Draft = { typing: nothingTyped, voice: undefined, isOpen: false };

/** One edge of the table: turned to whoever sits there, with words, voice and keys of its own. */
export function EdgeTray({ edge, session, template, actions, asked, onTurn }: EdgeTrayProps): ReactNode {
  const { t } = useTranslation('around');
  const { t: listText } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { voices } = useSeat(session);
  const [draft, setDraft] = useDraft<Draft>(
    session.boardId,
    `edge ${edge}`,
    empty,
    ({ typing }) => !isBlank(typing.text),
  );
  const { typing, isOpen } = draft;
  const voice = draft.voice && voices.includes(draft.voice) ? draft.voice : undefined;
  const [hasOwnKeyboard, setHasOwnKeyboard] = useState(false);
  const [isPlacing, setIsPlacing] = useState(false);
  const [column, setColumn] = useState<ColumnId>();
  const [told, setTold] = useState<{ readonly words: string }>({ words: '' });
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const tell = (words: string): void => setTold({ words });

  if (!isOpen)
    return (
      <div className="edgeTray" data-edge={edge}>
        <Button variant="secondary" className="edgeTray-open" onClick={() => change({ isOpen: true })}>
          <PencilIcon aria-hidden />
          <span>{t('writeHere')}</span> <span className="ds-sr-only">{t(`edge_${edge}`)}</span>
        </Button>
      </div>
    );

  const lay = (to: ColumnId, theme: ThemeId | '' | undefined): void => {
    const cell = composerCell(template, to, theme);
    if (!cell || !voice) return;
    if (!actions.addNote(cell, voice, { text: typing.text.trim() })) return;
    setIsPlacing(false);
    setColumn(undefined);
    // The next who writes here says anew whose words they are.
    setDraft({ ...empty, isOpen: true });
    tell(listText('placedIn', { where: whereOf(cell, template, language, boardText) }));
  };
  const choose = (to: ColumnId): void => {
    const [only, ...others] = themesFor(template, to);
    if (others.length === 0) lay(to, only);
    else setColumn(to);
  };
  const begin = (): void => {
    const missing = isBlank(typing.text) ? listText('writeFirst') : voice ? '' : t('whoseFirst');
    tell(missing);
    if (missing !== '') return;
    const cell = asked && composerCell(template, asked.column, asked.theme);
    if (asked && cell && !asked.asksTheme) lay(asked.column, asked.theme);
    else {
      setColumn(asked?.column);
      setIsPlacing(true);
    }
  };
  const columns = asked ? template.columns.filter((one) => asked.columns.includes(one.id)) : template.columns;

  return (
    <section className="edgeTray edgeTray-isOpen cloth" data-edge={edge} aria-label={t(`edge_${edge}`)}>
      <header className="edgeTray-head">
        <label htmlFor={`${id}box`}>{asked?.question ?? listText('question')}</label>
        <Button variant="tertiary" data-size="sm" icon aria-label={t('turnAll')} title={t('turnAll')} onClick={onTurn}>
          <ArrowCirclepathIcon aria-hidden />
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          icon
          aria-label={t('close')}
          title={t('close')}
          onClick={() => {
            setIsPlacing(false);
            change({ isOpen: false });
          }}
        >
          <XMarkIcon aria-hidden />
        </Button>
      </header>
      {!isPlacing && (
        <>
          <textarea
            ref={box}
            id={`${id}box`}
            className={voice ? `edgeTray-box paper-${voice}` : 'edgeTray-box'}
            dir="auto"
            rows={2}
            // The device's own keyboard would come up at one edge alone, and over the sheet.
            inputMode={hasOwnKeyboard ? 'text' : 'none'}
            value={typing.text}
            onChange={({ target }) =>
              change({
                typing: { ...typing, text: target.value, from: target.selectionStart, to: target.selectionEnd },
              })
            }
            onSelect={({ currentTarget: { selectionStart: from, selectionEnd: to } }) => {
              if (from !== typing.from || to !== typing.to) change({ typing: { ...typing, from, to } });
            }}
          />
          <div className="edgeTray-whose">
            <VoicePicker voice={voice} voices={voices} onPick={(picked) => change({ voice: picked })} />
            <Button
              variant="tertiary"
              data-size="sm"
              aria-pressed={hasOwnKeyboard}
              onClick={() => {
                setHasOwnKeyboard(!hasOwnKeyboard);
                // Once the box says which keyboard it wants.
                requestAnimationFrame(() => {
                  box.current?.blur();
                  box.current?.focus({ preventScroll: true });
                });
              }}
            >
              {t('ownKeyboard')}
            </Button>
          </div>
          {!hasOwnKeyboard && <EdgeKeys typing={typing} onPress={(key) => change({ typing: press(typing, key) })} />}
        </>
      )}
      {isPlacing && (
        <div className="edgeTray-places">
          <p className="edgeTray-words" dir="auto">
            {typing.text}
          </p>
          {(column === undefined || !asked) && columns.length > 1 && (
            <Chips
              legend={listText('whichColumn')}
              name={`${id}column`}
              choices={columns.map(({ id: value }) => ({ value, label: listText(`column_${value}`) }))}
              value={column}
              onChoose={choose}
            />
          )}
          {column !== undefined && (
            <Chips
              legend={listText('whichTheme')}
              name={`${id}theme`}
              choices={themesFor(template, column).map((theme) => ({
                value: theme,
                label:
                  inLanguage(template.themes.find((one) => one.id === theme)?.name, language) ??
                  boardText('withoutTheme'),
              }))}
              value={undefined}
              onChoose={(theme) => lay(column, theme)}
            />
          )}
        </div>
      )}
      <footer className="edgeTray-foot">
        <Aloud className="edgeTray-told" words={told.words} of={told} />
        {isPlacing ? (
          <Button variant="tertiary" data-size="sm" onClick={() => setIsPlacing(false)}>
            {t('backToWords')}
          </Button>
        ) : (
          <Button data-size="sm" onClick={begin}>
            {listText('lay')}
          </Button>
        )}
      </footer>
    </section>
  );
}
