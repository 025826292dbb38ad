import { Button } from '@digdir/designsystemet-react';
import {
  type DescribeFailure,
  type Drawing,
  describeDrawing,
  drawingsOf,
  maxDrawingWords,
  type ParticipantId,
  type Stroke,
} from '@duken/shared/board';
import { cellKey, cellsOf, type Template } from '@duken/shared/template';
import { PencilLineIcon } from '@navikt/aksel-icons';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { useLanguage } from '../../texts/index.ts';
import { FailureNote, LineField, Modal } from '../../ui/index.ts';
import { whereOf } from '../describeNote.ts';
import { useSeat } from '../useBoardSession.ts';
import { useCommandText } from '../useCommandText.ts';

interface DrawingsProps {
  readonly session: BoardSession;
  readonly strokes: readonly Stroke[];
  readonly template: Template;
  readonly names: ReadonlyMap<ParticipantId, string>;
}

/** What is drawn on the duk, in words: who drew, where, and what they say that it shows. */
export const Drawings = memo(function Drawings({ session, strokes, template, names }: DrawingsProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const seat = useSeat(session);
  const [asked, setAsked] = useState<Drawing>();
  const drawings = useMemo(() => {
    const order = cellsOf(template).map(cellKey);
    return drawingsOf(strokes).toSorted((a, b) => order.indexOf(cellKey(a.cell)) - order.indexOf(cellKey(b.cell)));
  }, [strokes, template]);
  if (drawings.length === 0) return null;
  return (
    <section className="listSection drawings" aria-labelledby="drawings">
      <div className="listSection-head">
        <PencilLineIcon aria-hidden fontSize="1.5rem" />
        <h2 id="drawings" tabIndex={-1}>
          {t('drawings')}
        </h2>
      </div>
      <ul className="plainList">
        {drawings.map((drawing) => {
          const { cell, author, words } = drawing;
          const where = whereOf(cell, template, language, boardText);
          const isOwn = session.mayWrite && seat.seats.includes(author);
          return (
            <li key={`${cellKey(cell)} ${author}`} className="drawing">
              <p className="drawing-where">
                {t('drawnBy', { name: names.get(author) ?? boardText('someone'), where })}
              </p>
              <p>{words === '' ? t('drawingSilent') : words}</p>
              {isOwn && (
                <Button variant="tertiary" aria-label={t('drawingSayOf', { where })} onClick={() => setAsked(drawing)}>
                  <PencilLineIcon aria-hidden />
                  <span>{t(words === '' ? 'drawingSay' : 'change')}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Modal open={asked !== undefined} onClose={() => setAsked(undefined)} title={t('drawingLabel')}>
        {asked && <DrawingForm session={session} drawing={asked} onClose={() => setAsked(undefined)} />}
      </Modal>
    </section>
  );
});

function DrawingForm({
  session,
  drawing,
  onClose,
}: {
  readonly session: BoardSession;
  readonly drawing: Drawing;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const { t: commonText } = useTranslation('common');
  const commandText = useCommandText();
  const [words, setWords] = useState(drawing.words);
  const [failure, setFailure] = useState<DescribeFailure>();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const said = session.run((board) => describeDrawing(board, { ...drawing, words }));
        if (said.ok) onClose();
        else setFailure(said.failure);
      }}
    >
      <LineField
        label={t('drawingLabel')}
        description={t('drawingText')}
        longest={maxDrawingWords}
        autoComplete="off"
        autoFocus
        value={words}
        onChange={(event) => {
          setFailure(undefined);
          setWords(event.target.value);
        }}
      />
      {failure && <FailureNote text={commandText(failure)} />}
      <div className="row">
        <Button type="submit">
          <span>{boardText('save')}</span>
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {commonText('cancel')}
        </Button>
      </div>
    </form>
  );
}
