import { Button, Switch } from '@digdir/designsystemet-react';
import {
  deleteNote,
  isWish,
  type NoteId,
  type ParticipantId,
  restoreNote,
  setGoal,
  setOpensMeeting,
  setWhoReads,
} from '@duken/shared/board';
import { beginDraft, type QuietDraft, removeDrafts, writeDraft } from '@duken/shared/quiet';
import { type Template, templateHas } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, layDrafts, mayTouchNote } from '../session/index.ts';
import { Aloud } from '../ui/index.ts';
import { childQuestions } from './childCell.ts';
import { Listen } from './Listen.tsx';
import { WhatHappened } from './WhatHappened.tsx';
import { WhereItLies } from './WhereItLies.tsx';
import { WhoReads } from './WhoReads.tsx';

interface OwnNotesProps {
  readonly session: BoardSession;
  readonly template: Template;
}

interface Told {
  readonly words: string;
  readonly undo?: () => void;
}

/** What the child has written: laid one by one when it wants, taken away again, and whether the meeting begins with it. */
export function OwnNotes({ session, template }: OwnNotesProps): ReactNode {
  const { t } = useTranslation('child');
  const quiet = session.quiet();
  const { drafts } = useSyncExternalStore(quiet.subscribe, () => quiet.read());
  const saved = useSyncExternalStore(quiet.subscribe, () => quiet.savedStatus().kind);
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const seat = useSyncExternalStore(session.subscribe, () => session.seat());
  const [told, setTold] = useState<Told>({ words: '' });
  /** Where one stands when the control that one used went away with its note. */
  const home = useRef<HTMLParagraphElement>(null);
  const tell = (now: Told): void => {
    setTold(now);
    home.current?.focus();
  };
  const [ownId, laidId] = [useId(), useId()];
  const laid = board.notes.filter((note) => note.voice === 'child' && mayTouchNote(seat, note) && !isBlank(note.text));
  const seats = [seat.participantId, ...seat.seats.map((one) => one as ParticipantId)] as const;
  const opens = board.now?.opens?.some((one) => seats.includes(one)) ?? false;
  const [first] = childQuestions(template);

  const lay = (draft: QuietDraft): void => {
    const cell = draft.cell && templateHas(template, draft.cell) ? draft.cell : first?.cell;
    const count = cell ? layDrafts(session, [{ ...draft, cell }], 'child') : 0;
    tell({ words: t(count === 1 ? 'laid' : 'notLaid') });
  };
  const throwAway = (draft: QuietDraft): void => {
    quiet.run((doc) => removeDrafts(doc, [draft.id]));
    tell({ words: t('thrown'), undo: () => quiet.run((doc) => beginDraft(doc, draft)) });
  };
  const takeBack = (noteId: NoteId): void => {
    session.run((document) => deleteNote(document, noteId, Date.now()));
    tell({ words: t('takenBack'), undo: () => session.run((document) => restoreNote(document, noteId)) });
  };

  return (
    <>
      <div className="row">
        <Aloud className="childPage-told" words={told.words} of={told} />
        {told.undo && (
          <Button
            variant="tertiary"
            onClick={() => {
              told.undo?.();
              tell({ words: '' });
            }}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      <section aria-labelledby={ownId} className="childPage-notes">
        <p id={ownId} ref={home} tabIndex={-1}>
          {t('ownText')}
        </p>
        {drafts.length === 0 && <p className="muted">{t('ownEmpty')}</p>}
        <ul className="plainList childPage-notes">
          {drafts.map((draft, index) => (
            <li key={draft.id} className="childNote paper-child">
              <textarea
                className="childPage-box"
                aria-label={t('change', { number: index + 1 })}
                dir="auto"
                rows={2}
                value={draft.text}
                onChange={({ target }) => quiet.run((doc) => writeDraft(doc, draft.id, target.value))}
              />
              {draft.cell && <WhereItLies template={template} cell={draft.cell} />}
              <div className="row">
                <Button
                  aria-label={`${t('lay')}: ${t('change', { number: index + 1 })}`}
                  aria-disabled={isBlank(draft.text) || undefined}
                  onClick={() => !isBlank(draft.text) && lay(draft)}
                >
                  {t('lay')}
                </Button>
                <Button
                  variant="secondary"
                  aria-label={`${t('throwAway')}: ${t('change', { number: index + 1 })}`}
                  onClick={() => throwAway(draft)}
                >
                  {t('throwAway')}
                </Button>
                {!isBlank(draft.text) && <Listen words={[draft.text]} of={t('change', { number: index + 1 })} />}
              </div>
            </li>
          ))}
        </ul>
        <p className="muted" role="status">
          {(drafts.length > 0 || saved !== 'saved') && (
            <span key={saved}>{t(saved === 'saved' ? 'saved' : saved === 'saving' ? 'saving' : 'notSaved')}</span>
          )}
        </p>
      </section>
      {laid.length > 0 && (
        <section aria-labelledby={laidId} className="childPage-notes">
          <h2 id={laidId}>{t('onDuk')}</h2>
          <p>{t('onDukText')}</p>
          <ul className="plainList childPage-notes">
            {laid.map((note, index) => (
              <li key={note.id} className="childNote paper-child">
                <p dir="auto" className="childNote-words">
                  {note.text}
                </p>
                {isWish(note) && (
                  <WhatHappened
                    note={note}
                    onSay={(goal) => session.run((document) => setGoal(document, note.id, goal))}
                  />
                )}
                <div className="row">
                  <Button variant="secondary" onClick={() => takeBack(note.id)}>
                    {t('takeBack')}
                  </Button>
                  <Listen words={[note.text]} of={`${t('onDuk')}, ${index + 1}`} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <WhoReads
        reads={seats.map((one) => board.now?.reads?.get(one)).find((one) => one !== undefined)}
        onChoose={(reads) => session.run((document) => setWhoReads(document, seats, reads))}
      />
      <Switch
        data-size="lg"
        label={t('opens')}
        description={t('opensText')}
        checked={opens}
        onChange={({ target }) => session.run((document) => setOpensMeeting(document, seats, target.checked))}
      />
    </>
  );
}
