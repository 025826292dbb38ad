import { Button } from '@digdir/designsystemet-react';
import { type Board, deleteNote, goneReasons, type Note, sayGone } from '@duken/shared/board';
import type { OpenMatter, Present } from '@duken/shared/meeting';
import { inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, mayTouchNote } from '../session/index.ts';
import { dayInWords, hourInWords, languageInWords, useLanguage } from '../texts/index.ts';
import type { PersonChoice } from '../ui/index.ts';
import { DueForm, ForForm, HorizonForm, PhaseForm, ThemeForm, WhoAndWhenForm, WordsForm } from './matterForms.tsx';
import { RoundForm } from './RoundForm.tsx';

interface MatterProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly meetingDate: string;
  readonly choices: readonly PersonChoice[];
  readonly matter: OpenMatter;
  /** Whether it is the one that is being mended. */
  readonly isTaken: boolean;
  readonly onTake: (takes: boolean) => void;
  readonly onMended: () => void;
  readonly onLeave: () => void;
  readonly onMeeting: (field: 'date' | 'present' | 'nextDate') => void;
  readonly onPresent: (person: Present) => void;
}

/** Longest stretch of a note that a button is called by, in UTF-16 units. */
const nameLength = 40;

/** One thing that stands open: the note's own words, what it lacks, and what can be done about it. */
export function Matter(props: MatterProps): ReactNode {
  const { session, board, matter, isTaken, onTake, onMended, onLeave } = props;
  const { t } = useTranslation('freeze');
  const { t: boardText } = useTranslation('board');
  const lackOf = useLackText(board, session.template(), props.meetingDate);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isTaken) form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [isTaken]);

  const note = 'noteId' in matter ? board.notes.find(({ id }) => id === matter.noteId) : undefined;
  const binned = matter.kind === 'gone' ? board.bin.find(({ id }) => id === matter.noteId) : undefined;
  const shown = note ?? binned;
  const words = shown && (isBlank(shown.text) ? boardText('emptyNote') : shown.text.trim());
  const lack = lackOf(matter);
  const called = (words ?? lack).slice(0, nameLength);
  // Words, place and bin of a child's note are the child's own; a tiltak on it is for all.
  const isChilds = note !== undefined && touchesNote(matter) && !mayTouchNote(session.seat(), note);
  const way = isChilds ? undefined : wayOf(props, note);

  return (
    <li className="matter" data-matter={matter.kind}>
      {shown && (
        <blockquote className="matter-words" data-voice={shown.voice} dir="auto">
          {words}
        </blockquote>
      )}
      {(note === undefined || matter.kind !== 'emptyNote') && <p className="matter-lack">{lack}</p>}
      {isChilds && <p>{boardText('childsNote')}</p>}
      {isTaken && way?.form && <div ref={form}>{way.form(onMended, () => onTake(false))}</div>}
      {!(isTaken && way?.form) && (
        <div className="row">
          {way && (
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t('named', { hva: way.label, lapp: called })}
              onClick={() => (way.act ? way.act() : onTake(true))}
            >
              {way.label}
            </Button>
          )}
          {matter.kind === 'gone' &&
            goneReasons.map((why) => (
              <Button
                key={why}
                variant="secondary"
                data-size="sm"
                aria-label={t('named', { hva: t(`gone_${why}`), lapp: called })}
                onClick={() => session.run((document) => sayGone(document, matter.noteId, why))}
              >
                {t(`gone_${why}`)}
              </Button>
            ))}
          {matter.kind === 'emptyNote' && !isChilds && (
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() => session.run((document) => deleteNote(document, matter.noteId, Date.now()))}
            >
              {t('toBin')}
            </Button>
          )}
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('named', { hva: t('leave'), lapp: called })}
            onClick={onLeave}
          >
            {t('leave')}
          </Button>
        </div>
      )}
    </li>
  );

  /** What can be done about it, by a form of its own or at once. */
  function wayOf({ onMeeting, onPresent, choices }: MatterProps, note: Note | undefined): Way | undefined {
    const common = { session, board };
    switch (matter.kind) {
      case 'whoAndWhen':
        return note && byForm(t('takeNow'), { ...common, note, lacks: matter.lacks, choices }, WhoAndWhenForm);
      case 'dueBeforeMeeting':
        return note && byForm(t('changeDay'), { ...common, note }, DueForm);
      case 'noTheme':
        return note && byForm(t('chooseTheme'), { ...common, note }, ThemeForm);
      case 'emptyNote':
        return note && byForm(t('writeOnIt'), { ...common, note }, WordsForm);
      case 'unprintable':
        return note && byForm(t('writeAnew'), { ...common, note }, WordsForm);
      case 'roundOpen':
        return byForm(t('seeToRound'), { boardId: session.boardId, ready: matter.ready }, RoundForm);
      case 'unprintableFor':
      case 'forUnset':
        return byForm(t('takeNow'), common, ForForm);
      case 'journeyUnset':
        return byForm(t('choosePhase'), common, PhaseForm);
      case 'horizonBeforeMeeting':
        return byForm(t('changeDay'), { ...common, horizon: matter.horizon }, HorizonForm);
      case 'gone':
        // Each reason is a button of its own.
        return undefined;
      case 'untranslated':
      case 'personLost':
        // Only the interpreter can mend the one, and is told so at their own page; the other mends itself.
        return undefined;
      case 'dateFar':
        return { label: t('changeDay'), act: () => onMeeting('date') };
      case 'nextBeforeMeeting':
        return { label: t('changeDay'), act: () => onMeeting('nextDate') };
      case 'nobodyPresent':
        return { label: t('choosePresent'), act: () => onMeeting('present') };
      case 'subjectAbsent':
        return { label: t('isHere', { navn: matter.subject.name }), act: () => onPresent(matter.subject) };
    }
  }
}

interface Way {
  readonly label: string;
  readonly act?: () => void;
  readonly form?: (onMended: () => void, onCancel: () => void) => ReactNode;
}

/** A way that is a form of its own. */
function byForm<Props>(
  label: string,
  props: Props,
  Form: (props: Props & { onMended: () => void; onCancel: () => void }) => ReactNode,
): Way {
  return { label, form: (onMended, onCancel) => <Form {...props} onMended={onMended} onCancel={onCancel} /> };
}

/** Whether mending it touches what is the child's own of a child's note. */
function touchesNote({ kind }: OpenMatter): boolean {
  return kind === 'noTheme' || kind === 'emptyNote' || kind === 'unprintable';
}

/** Says what a matter lacks. */
function useLackText(board: Board, template: Template, meetingDate: string): (matter: OpenMatter) => string {
  const { t } = useTranslation('freeze');
  const language = useLanguage();
  const inWords = (day: string): string => dayInWords(day, language);
  return (matter) => {
    switch (matter.kind) {
      case 'whoAndWhen':
        return t(`lacks_${matter.lacks}`);
      case 'dueBeforeMeeting':
        return t('dueBefore', { dato: inWords(matter.due), mote: inWords(meetingDate) });
      case 'noTheme':
        return t('noTheme', {
          kolonne: columnName(template, board.notes.find(({ id }) => id === matter.noteId)?.cell.column),
        });
      case 'gone':
        return t('goneWhy');
      case 'emptyNote':
        return t('isEmpty');
      case 'unprintable':
      case 'unprintableFor':
        return t('unprintable', { tegn: matter.signs.join(' ') });
      case 'untranslated':
        return t('untranslated', { count: matter.count, language: languageInWords(matter.language, language) });
      case 'roundOpen':
        return t('roundOpen', { count: matter.ready });
      case 'personLost':
        return t('personLost', { navn: matter.person.name, tid: hourInWords(matter.person.since, language) });
      case 'forUnset':
        return t('forUnset');
      case 'journeyUnset':
        return t('journeyUnset');
      case 'dateFar':
        return matter.days > 0
          ? t('dateAhead', { dato: inWords(meetingDate), count: matter.days })
          : t('datePast', { dato: inWords(meetingDate), count: -matter.days });
      case 'horizonBeforeMeeting': {
        const column = template.columns.find(({ horizon }) => horizon === matter.horizon);
        return t('horizonBefore', { kolonne: columnName(template, column?.id), dato: inWords(matter.day) });
      }
      case 'nextBeforeMeeting':
        return t('nextBefore', { dato: inWords(matter.day) });
      case 'nobodyPresent':
        return t('nobodyPresent');
      case 'subjectAbsent':
        return t('subjectAbsent', { navn: matter.subject.name });
    }
  };

  function columnName({ columns }: Template, column: string | undefined): string {
    return inLanguage(columns.find(({ id }) => id === column)?.heading, language) ?? '';
  }
}
