import { Button } from '@digdir/designsystemet-react';
import type { Note, NoteId } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { SplitVerticalIcon } from '@navikt/aksel-icons';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardActions } from './useBoardActions.ts';

interface DifferButtonsProps {
  readonly note: Note;
  readonly actions: BoardActions;
  /** Writes a note of one's own beside it. */
  readonly onDiffer: (noteId: NoteId) => void;
  readonly isShort?: boolean;
}

/** *Vi ser det ulikt*: to write beside a note how one sees it oneself, and, for those who wrote a pair, to stand by it or to close it. */
export function DifferButtons({ note, actions, onDiffer, isShort = false }: DifferButtonsProps): ReactNode {
  const { t } = useTranslation('board');
  const { mayStand, mayPart } = actions.differing(note.id);
  const differ = useRef<HTMLButtonElement>(null);
  const standOrPart = (): void => {
    if (mayStand) {
      actions.standBeside(note.id);
      return;
    }
    actions.part(note.id);
    // The button that was pressed may be gone with the pair.
    differ.current?.focus();
  };
  const look = { variant: 'tertiary', ...(isShort ? { 'data-size': 'sm' } : {}) } as const;
  return (
    <>
      {!isBlank(note.text) && (
        <Button {...look} ref={differ} data-control="differ" title={t('differMeans')} onClick={() => onDiffer(note.id)}>
          <SplitVerticalIcon aria-hidden />
          <span>{t('differ')}</span>
        </Button>
      )}
      {(mayStand || mayPart) && (
        <Button {...look} data-control={mayStand ? 'differToo' : 'part'} onClick={standOrPart}>
          <span key={String(mayStand)}>{t(mayStand ? 'differToo' : 'differNoMore')}</span>
        </Button>
      )}
    </>
  );
}
