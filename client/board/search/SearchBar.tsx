import { Button } from '@digdir/designsystemet-react';
import type { NoteId } from '@duken/shared/board';
import { ChevronDownIcon, ChevronUpIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { useBoard } from '../useBoardSession.ts';
import { findNotes } from './findNotes.ts';

interface SearchBarProps {
  readonly session: BoardSession;
  /** Goes to a note: where it lies on the canvas, or in the list. */
  readonly onGo: (noteId: NoteId) => void;
  readonly onClose: () => void;
}

/** Search on the duk: how many there are, and from one to the next. */
export function SearchBar({ session, onGo, onClose }: SearchBarProps): ReactNode {
  const { t } = useTranslation('search');
  const { notes } = useBoard(session);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [current, setCurrent] = useState<NoteId>();
  const found = useMemo(() => findNotes(notes, words), [notes, words]);
  const index = current ? found.indexOf(current) : -1;
  useEffect(() => box.current?.focus(), []);

  const go = (noteId: NoteId | undefined): void => {
    setCurrent(noteId);
    if (noteId) onGo(noteId);
  };
  const step = (by: 1 | -1): void => {
    if (found.length > 0) go(found[(index + by + found.length) % found.length]);
  };
  const count = found.length;
  const told =
    words.trim() === '' ? '' : count === 0 ? t('none') : t('hits', { number: Math.max(1, index + 1), count });
  return (
    <search className="searchBar">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step(1);
        }}
      >
        <label htmlFor={id} className="ds-sr-only">
          {t('label')}
        </label>
        <input
          ref={box}
          id={id}
          type="search"
          className="searchBar-box"
          placeholder={t('label')}
          autoComplete="off"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            go(findNotes(notes, event.target.value)[0]);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              onClose();
            } else if (event.key === 'Enter' && event.shiftKey) {
              event.preventDefault();
              step(-1);
            }
          }}
        />
        <output className="searchBar-count" htmlFor={id}>
          {told}
        </output>
        <Button
          type="button"
          variant="tertiary"
          icon
          aria-label={t('previous')}
          disabled={count === 0}
          onClick={() => step(-1)}
        >
          <ChevronUpIcon aria-hidden />
        </Button>
        <Button type="submit" variant="tertiary" icon aria-label={t('next')} disabled={count === 0}>
          <ChevronDownIcon aria-hidden />
        </Button>
        <Button type="button" variant="tertiary" icon aria-label={t('close')} onClick={onClose}>
          <XMarkIcon aria-hidden />
        </Button>
      </form>
    </search>
  );
}
