import { Button } from '@digdir/designsystemet-react';
import type { Note } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { ArrowDownIcon, ArrowRightIcon, ArrowUpIcon, TasklistIcon, TrashIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChangeVoice, mayTouchNote, type Seat, voicesFor } from '../../session/index.ts';
import { AskChildButton } from '../AskChildButton.tsx';
import { DifferButtons } from '../DifferButtons.tsx';
import { GoalPicker } from '../GoalPicker.tsx';
import { HeartButton } from '../HeartButton.tsx';
import { VoicePicker } from '../NoteTools.tsx';
import { ReadAloud } from '../reading/ReadAloud.tsx';
import type { BoardActions } from '../useBoardActions.ts';
import type { Hearts } from '../useHearts.ts';
import { WriteUpButton } from '../WriteUpDialog.tsx';
import { excerptOf } from './excerpt.ts';
import type { NoteCommands } from './noteCommands.ts';
import { PairPicker } from './PairPicker.tsx';

interface NoteOptionsProps {
  readonly id: string;
  readonly note: Note;
  readonly seat: Seat;
  readonly actions: BoardActions;
  readonly commands: NoteCommands;
  readonly hearts: Hearts;
}

/** What can be done with a note besides writing on it: no operation needs dragging. */
export function NoteOptions({ id, note, seat, actions, commands, hearts }: NoteOptionsProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const mayTouch = mayTouchNote(seat, note);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any of its buttons.
    <div
      id={id}
      className="noteOptions"
      data-control="options"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        commands.onMode(note.id, undefined);
      }}
    >
      {mayChangeVoice(seat, note) && (
        <VoicePicker
          voice={note.voice}
          voices={voicesFor(seat, note)}
          onPick={(voice) => actions.setVoice(note.id, voice)}
        />
      )}
      {!mayTouch && <p className="noteOptions-why">{boardText('childsNote')}</p>}
      <AskChildButton note={note} seat={seat} />
      <GoalPicker note={note} seat={seat} onSay={(goal) => actions.setGoal(note.id, goal)} />
      <PairPicker note={note} actions={actions} />
      <ul className="plainList noteOptions-buttons">
        <li>
          <HeartButton note={note} hearts={hearts} />
        </li>
        <li className="noteOptions-differ">
          <DifferButtons note={note} actions={actions} onDiffer={commands.onDiffer} />
        </li>
        {!isBlank(note.text) && (
          <li>
            <ReadAloud note={note} called={excerptOf(note.text)} />
          </li>
        )}
        <li>
          <WriteUpButton note={note} seat={seat} />
        </li>
        <li>
          <Button variant="tertiary" data-control="action" onClick={() => commands.onAction(note.id)}>
            <TasklistIcon aria-hidden />
            <span>{note.action ? boardText('changeAction') : boardText('makeAction')}</span>
          </Button>
        </li>
        {mayTouch && (
          <>
            <li>
              <Button variant="tertiary" data-control="moveTo" onClick={() => commands.onMove(note.id)}>
                <ArrowRightIcon aria-hidden />
                <span>{boardText('moveTo')}</span>
              </Button>
            </li>
            <li>
              <Button variant="tertiary" data-control="up" onClick={() => commands.onStep(note.id, 'up')}>
                <ArrowUpIcon aria-hidden />
                <span>{t('moveUp')}</span>
              </Button>
            </li>
            <li>
              <Button variant="tertiary" data-control="down" onClick={() => commands.onStep(note.id, 'down')}>
                <ArrowDownIcon aria-hidden />
                <span>{t('moveDown')}</span>
              </Button>
            </li>
            <li>
              <Button variant="tertiary" data-control="delete" onClick={() => actions.deleteNote(note.id)}>
                <TrashIcon aria-hidden />
                <span>{boardText('delete')}</span>
              </Button>
            </li>
          </>
        )}
      </ul>
    </div>
  );
}
