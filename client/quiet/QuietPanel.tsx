import { Button } from '@digdir/designsystemet-react';
import { type NoteId, type Voice, withoutPutAway } from '@duken/shared/board';
import { beginDraft, type QuietDraft, type QuietFailure, readyInOwnName, removeDrafts } from '@duken/shared/quiet';
import type { Result } from '@duken/shared/result';
import { type Cell, type Template, templateHas } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { handToReadOut, useFailureText } from '../http/index.ts';
import { type BoardSession, layDrafts, newId, useDraft } from '../session/index.ts';
import { Aloud, Waiting } from '../ui/index.ts';
import { AskChildPart } from './AskChildPart.tsx';
import { DraftItem } from './DraftItem.tsx';
import { HandedDraft } from './HandedDraft.tsx';
import { ReadOutPart } from './ReadOutPart.tsx';
import { RoundPart } from './RoundPart.tsx';
import './quiet.css';

interface QuietPanelProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly isLeader: boolean;
  /** Whether it is a child that writes, with its own voice. */
  readonly isChild: boolean;
  /** The child's note about which one wants to ask the child. */
  readonly asks: NoteId | undefined;
  readonly onAsked: () => void;
  /** In whose voice a note is laid. */
  readonly voice: Voice;
  /** The question that is asked just now, and where its answer lies. */
  readonly asked:
    | { readonly question: string; readonly column: Cell['column']; readonly theme: string | undefined }
    | undefined;
  /** What somebody had begun where all would see it, to be kept here instead. */
  readonly given: { readonly text: string; readonly cell: Cell | undefined; readonly onKept: () => void } | undefined;
  readonly onClose: () => void;
}

/** As in quiet.css: here nothing of the page is seen, so whoever tabs out of it is in the page, and it goes. */
const coversPage = '(max-width: 700px), (max-height: 30em)';

/** *Skriv stille*: what one writes for oneself until one lays it, one or all. */
export function QuietPanel(props: QuietPanelProps): ReactNode {
  const { session, onClose } = props;
  const { t } = useTranslation('quiet');
  const { t: commonText } = useTranslation('common');
  const quiet = session.quiet();
  const state = useSyncExternalStore(quiet.subscribe, () => quiet.state());
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus();
    return () => {
      // Whoever has gone elsewhere stays there.
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const leave = ({ target }: FocusEvent): void => {
      if (!matchMedia(coversPage).matches || !(target instanceof Element) || target.closest(':modal')) return;
      if (!panel.current?.contains(target)) onClose();
    };
    document.addEventListener('focusin', leave);
    return () => document.removeEventListener('focusin', leave);
  }, [onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere in it.
    <div
      ref={panel}
      className="quietPanel cloth"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <section aria-labelledby={titleId}>
        <div className="quietPanel-head">
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {t('title')}
          </h2>
          <Button variant="tertiary" icon data-size="sm" aria-label={commonText('close')} onClick={onClose}>
            <XMarkIcon aria-hidden />
          </Button>
        </div>
        <p>{t('text')}</p>
        {state === 'loading' && <Waiting />}
        {state === 'ended' && <p role="alert">{t('ended')}</p>}
        {state === 'open' && <Drafts {...props} />}
      </section>
    </div>
  );
}

type Told = { readonly words: string; readonly undo?: QuietDraft };

function Drafts({
  session,
  template: whole,
  isLeader,
  isChild,
  asks,
  onAsked,
  voice,
  asked,
  given,
}: QuietPanelProps): ReactNode {
  const { t } = useTranslation('quiet');
  const requestText = useFailureText();
  const quiet = session.quiet();
  const all = useSyncExternalStore(quiet.subscribe, () => quiet.read());
  const saved = useSyncExternalStore(quiet.subscribe, () => quiet.savedStatus().kind);
  const template = useSyncExternalStore(session.subscribe, () => withoutPutAway(whole, session.board()));
  const boxId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(session.boardId, 'quiet', '', (words) => !isBlank(words));
  const [told, setTold] = useState<Told>({ words: '' });
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const round = board.now?.round;
  const onDuk = useMemo(() => new Set([...board.notes, ...board.bin].map(({ id }) => id)), [board]);
  const laid = all.drafts.filter(({ laidAs }) => laidAs !== undefined && onDuk.has(laidAs));
  const drafts = all.drafts.filter((draft) => !laid.includes(draft));
  const ready = readyInOwnName({ ...all, drafts }).filter(({ cell }) => templateHas(template, cell));

  const failureText = (answer: Result<void, QuietFailure>): string =>
    answer.ok
      ? ''
      : t(({ draftGone: 'thrown', noteTooLong: 'tooLong', tooManyDrafts: 'tooMany' } as const)[answer.failure.kind]);
  const inRound = round && !isChild ? { round: round.id } : {};
  const begin = (words: string, cell: Cell | undefined): boolean => {
    const draft = { id: newId() as NoteId, text: words, begunAt: Date.now(), ...(cell ? { cell } : {}), ...inRound };
    const answer = quiet.run((doc) => beginDraft(doc, draft));
    setTold({ words: failureText(answer) });
    return answer.ok;
  };
  const answerCell = (): Cell | undefined => {
    const cell = asked && { column: asked.column, theme: asked.theme ?? '' };
    return cell && templateHas(template, cell) ? cell : undefined;
  };
  const keep = (): void => {
    if (!isBlank(text) && begin(text.trim(), answerCell())) setText('');
    box.current?.focus({ preventScroll: true });
  };

  // What came along is kept once, whoever renders it again.
  const kept = useRef<QuietPanelProps['given']>(undefined);
  const beginNow = useRef(begin);
  beginNow.current = begin;
  useEffect(() => {
    if (!given || kept.current === given) return;
    kept.current = given;
    if (beginNow.current(given.text, given.cell)) given.onKept();
  }, [given]);

  const lay = (which: typeof ready): void => {
    const count = layDrafts(session, which, voice);
    if (count < which.length) setTold({ words: t('notLaid') });
    else setTold({ words: count === 1 ? t('laidOne') : t('laidMany', { count }) });
    box.current?.focus({ preventScroll: true });
  };
  const throwAway = (draft: QuietDraft): void => {
    quiet.run((doc) => removeDrafts(doc, [draft.id]));
    setTold({ words: t('thrown'), undo: draft });
    box.current?.focus({ preventScroll: true });
  };

  // What the server hands over is what it has.
  const handOver = async (draft: QuietDraft): Promise<void> => {
    await quiet.allSaved();
    const handed = await handToReadOut(session.boardId, draft.id);
    setTold({ words: handed.ok ? t('handedOver') : requestText(handed.failure) });
    box.current?.focus({ preventScroll: true });
  };

  return (
    <>
      {isLeader && <ReadOutPart boardId={session.boardId} toReadOut={all.toReadOut} />}
      {/* What was begun about one note is not asked about another. */}
      <AskChildPart
        key={asks}
        session={session}
        noteId={asks}
        onDone={() => {
          onAsked();
          box.current?.focus({ preventScroll: true });
        }}
      />
      <RoundPart {...{ session, round, isLeader, isChild }} written={{ ...all, drafts }} />
      <form
        className="quietPanel-new"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label htmlFor={boxId}>
          <span key={asked?.question}>{asked ? t('newOneAbout', { question: asked.question }) : t('newOne')}</span>
        </label>
        <textarea
          ref={box}
          id={boxId}
          className={`composer-box paper-${voice}`}
          dir="auto"
          rows={3}
          spellCheck
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            keep();
          }}
        />
        <Button type="submit" variant="secondary">
          {t('keep')}
        </Button>
      </form>
      <div className="quietPanel-told">
        <Aloud className="composer-told" words={told.words} of={told} />
        {told.undo && (
          <Button
            data-size="sm"
            variant="tertiary"
            onClick={() => {
              const { undo } = told;
              if (undo) setTold({ words: failureText(quiet.run((doc) => beginDraft(doc, undo))) });
              box.current?.focus({ preventScroll: true });
            }}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      <h3>{t('drafts')}</h3>
      {drafts.length === 0 ? (
        <p className="muted">{t('empty')}</p>
      ) : (
        <ul className="plainList quietPanel-drafts">
          {drafts.map((draft, index) =>
            draft.handed ? (
              <HandedDraft
                key={draft.id}
                boardId={session.boardId}
                draft={draft}
                label={t('draft', { number: index + 1 })}
                onTakenBack={() => {
                  setTold({ words: t('handedBack') });
                  box.current?.focus({ preventScroll: true });
                }}
                onThrowAway={() => throwAway(draft)}
              />
            ) : (
              <DraftItem
                key={draft.id}
                session={session}
                draft={draft}
                number={index + 1}
                round={isChild ? undefined : round?.id}
                template={template}
                voice={voice}
                onLay={(cell) => lay([{ ...draft, cell }])}
                onThrowAway={() => throwAway(draft)}
                onHandOver={isLeader ? undefined : () => void handOver(draft)}
                onFailure={(answer) => setTold({ words: failureText(answer) })}
              />
            ),
          )}
        </ul>
      )}
      {!isLeader && drafts.some(({ handed }) => !handed) && <p className="muted">{t('handOverText')}</p>}
      {ready.length > 1 && (
        <Button className="quietPanel-all" onClick={() => lay(ready)}>
          <span>{t('layAll', { count: ready.length })}</span>
        </Button>
      )}
      {laid.length > 0 && (
        <>
          <h3>{t('fromRound')}</h3>
          <p className="muted">{t('fromRoundText')}</p>
          <ul className="plainList quietPanel-drafts">
            {laid.map((draft) => (
              <li key={draft.id} className="quietDraft paper-round">
                <p dir="auto">{draft.text}</p>
                <div className="row">
                  <Button
                    data-size="sm"
                    variant="tertiary"
                    aria-label={t('forgetOf', { text: draft.text })}
                    onClick={() => {
                      quiet.run((doc) => removeDrafts(doc, [draft.id]));
                      setTold({ words: t('forgotten') });
                      box.current?.focus({ preventScroll: true });
                    }}
                  >
                    {t('forget')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted quietPanel-saved" role="status">
        {/* Of nothing there is nothing to say. */}
        {(drafts.length > 0 || saved !== 'saved') && (
          <span key={saved}>{t(saved === 'saved' ? 'saved' : saved === 'saving' ? 'saving' : 'notSaved')}</span>
        )}
      </p>
    </>
  );
}
