import { Button } from '@digdir/designsystemet-react';
import type { Note, Voice } from '@duken/shared/board';
import { ArrowRightIcon, SplitVerticalIcon, TrashIcon, XMarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayGiveVoice, type Seat } from '../session/index.ts';
import { closeOnEscape } from './closeOnEscape.ts';
import { VoicePicker } from './NoteTools.tsx';

interface SelectionToolsProps {
  readonly notes: readonly Note[];
  readonly seat: Seat;
  readonly onVoice: (voice: Voice) => void;
  /** Says that two of them see it differently; undefined where that is not this person's to say. */
  readonly onPair: (() => void) | undefined;
  readonly onMove: () => void;
  readonly onDelete: () => void;
  /** Lets go of them all. */
  readonly onClose: () => void;
}

/** What can be done with several notes together. */
export function SelectionTools({
  notes,
  seat,
  onVoice,
  onPair,
  onMove,
  onDelete,
  onClose,
}: SelectionToolsProps): ReactNode {
  const { t } = useTranslation('board');
  const carried = new Set(notes.map(({ voice }) => voice));
  const voices = seat.voices.filter((voice) => notes.some((note) => mayGiveVoice(seat, note, voice)));
  return (
    <div className="noteTools" role="toolbar" aria-label={t('selectionTools')} onKeyDown={closeOnEscape(onClose)}>
      <p className="noteTools-count" role="status">
        {/* A new element each time: in a translated page the words in the old one are not ours to change. */}
        <span key={notes.length}>{t('notesChosen', { count: notes.length })}</span>
      </p>
      {voices.length > 0 && (
        <>
          <VoicePicker voice={carried.size === 1 ? notes[0]?.voice : undefined} voices={voices} onPick={onVoice} />
          <span className="noteTools-line" aria-hidden />
        </>
      )}
      {onPair && (
        <Button variant="tertiary" data-size="sm" title={t('differTwo')} onClick={onPair}>
          <SplitVerticalIcon aria-hidden />
          <span>{t('differ')}</span>
        </Button>
      )}
      <Button variant="tertiary" data-size="sm" onClick={onMove}>
        <ArrowRightIcon aria-hidden />
        <span>{t('moveTo')}</span>
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={onDelete}>
        <TrashIcon aria-hidden />
        <span>{t('delete')}</span>
      </Button>
      <span className="noteTools-line" aria-hidden />
      <Button variant="tertiary" data-size="sm" onClick={onClose}>
        <XMarkIcon aria-hidden />
        <span>{t('letGo')}</span>
      </Button>
    </div>
  );
}
