import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { type GoalAim, goalAims, isWish, longestWrittenUp, type Note, writeUpGoal } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { PencilWritingIcon } from '@navikt/aksel-icons';
import { createContext, type FormEvent, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, type Seat, useDraft } from '../session/index.ts';
import { Modal } from '../ui/index.ts';

/** Begins to write a goal up; undefined for whoever does not lead. */
export const WriteUpContext = createContext<((note: Note) => void) | undefined>(undefined);

/** On a goal or a dream, for whoever leads: to write it up. A child's words are left to stand as they are. */
export function WriteUpButton({
  note,
  seat,
  isShort = false,
}: {
  readonly note: Note;
  readonly seat: Seat;
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useTranslation('board');
  const writeUp = useContext(WriteUpContext);
  if (!writeUp || !seat.mayWrite || !isWish(note) || isBlank(note.text) || note.voice === 'child') return null;
  return (
    <Button
      variant="tertiary"
      {...(isShort ? { 'data-size': 'sm' } : {})}
      data-control="writeUp"
      onClick={() => writeUp(note)}
    >
      <PencilWritingIcon aria-hidden />
      <span>{t('writeUp')}</span>
    </Button>
  );
}

interface WriteUpDialogProps {
  readonly session: BoardSession;
  readonly note: Note | undefined;
  readonly onClose: () => void;
}

/** Asks what the goal is: what is to be there, or what is to become of it. The note's own words stand above, and stay. */
export function WriteUpDialog({ session, note, onClose }: WriteUpDialogProps): ReactNode {
  const { t } = useTranslation('board');
  if (!note) return null;
  return (
    <Modal open onClose={onClose} title={t('writeUpTitle')}>
      <WriteUpForm key={note.id} session={session} note={note} onClose={onClose} />
    </Modal>
  );
}

interface Written {
  readonly as: GoalAim;
  readonly words: string;
}

function WriteUpForm({ session, note, onClose }: WriteUpDialogProps & { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const before: Written = note.writtenUp ?? { as: 'result', words: '' };
  const [written, setWritten, forget] = useDraft<Written>(
    session.boardId,
    `writeUp/${note.id}`,
    before,
    ({ as, words }) => as !== before.as || words !== before.words,
  );
  const [isSent, setIsSent] = useState(false);
  const [isGone, setIsGone] = useState(false);
  const over = written.words.length - longestWrittenUp;
  const isMissing = isSent && isBlank(written.words);
  const close = (): void => {
    forget();
    onClose();
  };
  const lay = (goal: Written | undefined): void => {
    const answer = session.run((board) => writeUpGoal(board, note.id, goal));
    if (answer.ok) close();
    else setIsGone(true);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsSent(true);
    if (!isBlank(written.words) && over <= 0) lay(written);
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <p className="muted">{t('writeUpText')}</p>
      <blockquote className="writeUp-own" dir="auto">
        {note.text}
      </blockquote>
      <fieldset className="writeUp-aims">
        <legend>{t('writeUpAs')}</legend>
        {goalAims.map((aim) => (
          <label key={aim}>
            <input
              type="radio"
              name="writeUpAs"
              checked={written.as === aim}
              onChange={() => setWritten({ ...written, as: aim })}
            />
            <span>{t(`aim_${aim}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field>
        <Label>
          <span>{t('writeUpWords')}</span>
        </Label>
        <Textarea
          data-first-focus
          rows={3}
          dir="auto"
          value={written.words}
          aria-invalid={over > 0 || isMissing}
          onChange={({ target }) => setWritten({ ...written, words: target.value })}
        />
        {over > 0 ? (
          <ValidationMessage>{common('lineTooLong', { over, max: longestWrittenUp })}</ValidationMessage>
        ) : (
          isMissing && <ValidationMessage>{t('writeUpMissing')}</ValidationMessage>
        )}
      </Field>
      {isGone && <p role="alert">{t('noteGone')}</p>}
      <div className="row">
        <Button type="submit">{t('save')}</Button>
        {note.writtenUp && (
          <Button type="button" variant="secondary" onClick={() => lay(undefined)}>
            {t('writeUpAway')}
          </Button>
        )}
        <Button type="button" variant="tertiary" onClick={close}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
